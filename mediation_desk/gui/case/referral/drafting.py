"""Drafting a referral: which part, to whom and why, with which papers, and until when an answer is due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.merging import Seen
from mediation_desk.domain.referral.offices import OfficeKind, ReceivingOffice
from mediation_desk.domain.referral.referrals import Referral
from mediation_desk.domain.referring.proposals import ReferredPart
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.choices import choices
from mediation_desk.gui.case.referral.claims_field import ClaimsField
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.choice import ChoiceField, SegmentField
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import DateField, SuggestField, TextField
from mediation_desk.gui.kit.fields.ticked import TickedField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.services.reading import CaseView
from mediation_desk.services.referral import offering
from mediation_desk.services.referral.offering import Offered
from mediation_desk.services.referral.referring import ReferralDraft, proposed_day

PLACE = "referral/drafted"
PAPER = "zh"  # papers are Chinese, and so is what a letter is proposed to say


class DraftingCard(Later):
    """Hidden until something is to be referred; ``drafted(before or None, ReferralDraft, Seen)`` when it is
    to be kept, ``closed`` when it is not after all. What is typed is kept."""

    drafted = Signal(object, object, object)
    closed = Signal()

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.referral: Referral | None = None
        self._seen: Seen | None = None
        self._offered: Offered | None = None
        self._why, self._due = "", ""  # as proposed last: what somebody typed since is left alone
        self.hide()

    def make(self) -> QWidget:
        """The form, and what is done with it."""
        made = QWidget()
        self.form = Form(made)
        self.form.group(tr("What is referred"))
        self._ask_what()
        self.form.group(tr("To whom, and until when"))
        self._ask_whom()
        self.form.group(tr("What goes along"))
        self._ask_along()
        self.keep = button(tr("Keep the draft"))
        self.cancel = button(tr("Cancel"), "quiet")
        self.form.does(self.keep)
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.end)
        self.cancel.clicked.connect(self.closed)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, look().px(8))
        column.addWidget(self.form)
        column.addLayout(row_of(self.keep, self.cancel))
        self.form.edited.connect(lambda _name, _text: self._draft())
        self.form.committed.connect(lambda _name, _value: self._draft())
        return made

    def _ask_what(self) -> None:
        add = self.form.add
        how_much = [(False, tr("A part of the matter")), (True, tr("The whole matter"))]
        self.scope = add(SegmentField(tr("How much of it"), how_much, name="whole", required=True), wide=True)
        self.part = add(ChoiceField(tr("Part referred"), [], name="part_id", width=44,
                                    empty=tr("Another part, in words of your own")))
        self.words = add(TextField(tr("As it is called in the letter"), name="part", width=44, limit=200))
        self.claims = add(ClaimsField(tr("Claims that go with it"), name="claims"), wide=True)
        self.reason = add(TextArea(tr("Reason"), name="reason", lines=3, required=True), wide=True)
        self.basis = self.form.add_widget(label("", "small", wrap=True))
        self.part.committed.connect(lambda _id: self._propose_part())
        self.scope.committed.connect(lambda _whole: self._show_scope())

    def _ask_whom(self) -> None:
        add, bench = self.form.add, self._bench
        self.office = add(SuggestField(tr("Receiving office"), name="office", width=44, required=True))
        self.kind = add(ChoiceField(tr("Kind of office"), choices(OfficeKind), name="office_kind", width=26,
                                    required=True))
        add(TextField(tr("Who is asked to answer"), name="asked", width=44, limit=100,
                      placeholder=tr("Section or person, where it is known")))
        self.due = add(DateField(tr("Answer asked for by"), name="due_on", today=bench.today, look="ahead"))
        self.takes = self.form.add_widget(label("", "small", wrap=True))
        self.office.committed.connect(lambda _name: self._propose_office())

    def _ask_along(self) -> None:
        self.papers = self.form.add(TickedField(tr("Papers"), str, name="papers", help=tr(
            "Papers of the inside part and what a side said alone are not among them.")), wide=True)
        self.exhibits = self.form.add(TickedField(tr("Evidence"), UUID, name="exhibits"), wide=True)

    # -- showing -------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """The draft may have gone out, or be taken out by now."""
        shown = self.referral
        if shown is not None and all(one.id != shown.id or one.handed_on for one in view.case.referrals):
            self.leave()

    def begin(self, referral: Referral | None = None) -> None:
        """A new draft, or one that is to be changed."""
        self.bring()
        self.referral, self._seen = referral, self._bench.seen
        self._why = self._due = ""
        self.form.clear_errors()
        self._bench.read(offering.offered, done=self._offer, label=tr("Loading …"))
        self.show()

    def _offer(self, found: Offered) -> None:
        view = self._bench.view
        if view is None:
            return
        self._offered, said = found, words().code
        self.part.set_choices([(one.id, one.label.text(said)) for one in found.parts])
        self.office.set_suggestions([one.name for one in found.offices])
        self.claims.set_claims(view.case)
        self.papers.set_choices({one.key: one.title for one in found.papers})
        self.exhibits.set_choices({one.id: f"{one.label} {one.name}" for one in found.exhibits})
        self.form.set_values(_shown(self.referral))
        self._bench.notes.bring_back(self.form, self._place())
        self._show_scope()
        self.part.setFocus()

    def _show_scope(self) -> None:
        part = self.scope.typed() != str(True)
        for made in (self.part, self.words):
            made.setVisible(part)
        self.claims.setVisible(part and self.claims.is_offered)
        self.papers.setVisible(bool(self.papers.ticks))
        self.exhibits.setVisible(bool(self.exhibits.ticks))

    # -- proposing -----------------------------------------------------------------------

    def _propose_part(self) -> None:
        """A part brings its name, its reason, the claims that belong to it and a kind of office; what
        somebody wrote over them stays."""
        part = self._part()
        if part is None or self._offered is None:
            self.basis.setText("")
            return
        self.words.set_typed(part.label.text(PAPER))
        if self.reason.typed() in ("", self._why):
            self._why = part.why.text(PAPER)
            self.reason.set_typed(self._why)
        self.claims.tick(part.claims)
        office = self._offered.for_part(part)
        self.kind.set_value(office.kind if office else part.kinds[0])
        if office is not None and not self.office.typed().strip():
            self.office.set_typed(office.name)
        self._say_why(part)
        self._propose_day(office, part)
        self._draft()

    def _say_why(self, part: ReferredPart) -> None:
        said = words().code
        kinds = [tr(kind.label) for kind in part.kinds]
        why = "" if said.startswith(PAPER) else part.why.text(said)  # in Chinese it stands above already
        told = [tr("Usually goes to: {kinds}.", kinds=kinds), why, part.basis.text(said)]
        self.basis.setText(" ".join(one for one in told if one))

    def _propose_office(self) -> None:
        office = self._office()
        if office is None:
            self.takes.setText("")
            return
        self.kind.set_value(office.kind)
        contact = " ".join(filter(None, (office.contact, office.phone)))
        self.takes.setText(" · ".join(filter(None, (office.takes, contact, office.address))))
        self._propose_day(office, self._part())

    def _propose_day(self, office: ReceivingOffice | None, part: ReferredPart | None) -> None:
        if self.due.typed() in ("", self._due):
            self.due.set_value(proposed_day(self._bench.desk, office, part))
            self._due = self.due.typed()

    def _part(self) -> ReferredPart | None:
        return self._offered.part(str(self.part.value() or "")) if self._offered else None

    def _office(self) -> ReceivingOffice | None:
        return self._offered.office(self.office.typed().strip()) if self._offered else None

    # -- keeping -------------------------------------------------------------------------

    def _place(self) -> str:
        return f"{PLACE}/{self.referral.id}" if self.referral else PLACE

    def _draft(self) -> None:
        if not self.isHidden() and self._offered is not None:
            self._bench.notes.keep_form(self.form, self._place())

    def leave(self) -> None:
        """Put the card by; what was typed stays for the next time."""
        self.hide()

    def end(self) -> None:
        """Put the card away."""
        self._bench.notes.drop(self._place())
        self.referral = None
        self.hide()

    def _keep(self) -> None:
        if not self.form.commit():
            return
        office = self._office()
        self.drafted.emit(self.referral, _entered(self.form.values(), office), self._seen)


def _shown(referral: Referral | None) -> dict[str, object]:
    if referral is None:
        return {"whole": False, "part_id": None, "part": "", "claims": (), "reason": "", "office": "",
                "office_kind": None, "asked": "", "due_on": None, "papers": (), "exhibits": ()}
    one = referral
    return {"whole": one.whole, "part_id": None, "part": one.part, "claims": tuple(one.claims.split()),
            "reason": one.reason, "office": one.office, "office_kind": one.office_kind, "asked": one.asked,
            "due_on": one.due_on, "papers": tuple(one.papers.split()),
            "exhibits": tuple(map(UUID, one.exhibits.split()))}


def _entered(told: Mapping[str, object], office: ReceivingOffice | None) -> ReferralDraft:
    return ReferralDraft(
        office=str(told["office"]), office_kind=cast(OfficeKind, told["office_kind"]),
        office_id=office.id if office else None, whole=bool(told["whole"]), part=str(told["part"]),
        claims=cast("tuple[str, ...]", told["claims"]), reason=str(told["reason"]), asked=str(told["asked"]),
        papers=cast("tuple[str, ...]", told["papers"]), exhibits=cast("tuple[UUID, ...]", told["exhibits"]),
        due_on=cast("date | None", told["due_on"]))
