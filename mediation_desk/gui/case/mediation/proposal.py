"""The mediator's proposal: what both sides answered as far as it may be told, and the question afterwards."""

from __future__ import annotations

from typing import Any, cast

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.mediation.packages.package import Deal
from mediation_desk.domain.mediation.proposals import Proposal, Wish
from mediation_desk.domain.vocabulary import Side, Station
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import FoldingRow
from mediation_desk.gui.case.mediation.meeting_words import deal_word
from mediation_desk.gui.case.mediation.side import SideCard, side_chip
from mediation_desk.gui.kit.fields.kinds import (
    CheckField,
    DateField,
    Form,
    IntegerField,
    MoneyField,
    SegmentField,
    TextField,
)
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.mediation import proposals
from mediation_desk.services.mediation.meeting_point import MeetingPoint


class ProposalPart(QWidget):
    """The newest proposal with a card for each side's answer; once both accept, a card for each wish."""

    def __init__(self, bench: CaseBench, point: MeetingPoint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench, self.point = bench, point
        self.may = not bench.read_only and bench.can("adopt_proposal")
        self.answers: dict[Side, AnswerCard] = {}
        self.wishes: dict[Side, WishCard] = {}
        self.adopt = button(tr("Take it over as agreed"))
        self.instead = button(tr("Put the better one to both sides"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(8))
        self._column.addWidget(label(tr("Mediator's proposal"), "group"))
        if point.proposal is None:
            self._column.addWidget(label(tr("None was put to the sides yet. Choose a package and put it to "
                                            "both: each answers alone."), "muted", wrap=True))
        else:
            self._show(point.proposal)
        if point.agreed is not None:
            self._show_agreed(point.agreed)

    def _show(self, proposal: Proposal) -> None:
        self._column.addWidget(label(deal_word(proposal.deal), "strong", wrap=True))
        if proposal.words:
            self._column.addWidget(label(proposal.words, "small", wrap=True))
        state = State(tr("Both accept"), "agreed") if proposal.both else State(tr("Still open"), "missing")
        self._column.addWidget(Chip(state), 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(label(self._rule(proposal), "small", wrap=True))
        if self.may:
            self.answers = {side: AnswerCard(self, proposal, side) for side in Side}
            self._column.addWidget(FoldingRow(list(self.answers.values()), spacing=16, share=True))

    @staticmethod
    def _rule(proposal: Proposal) -> str:
        if proposal.answers is None:
            return tr("A side asked for silence: nothing but “both accept” is ever told of this proposal, "
                      "not even here.")
        told = [tr("{side}: {answer}", side=tr(side.label),
                   answer=tr("accepts") if accepts else tr("does not accept"))
                for side, accepts in proposal.answers.items()]
        return tr("Only “both accept” is ever told to anybody. For your own eyes, until a side asks for "
                  "silence: {told}", told=told or [tr("no answer yet")])

    def _show_agreed(self, agreed: Proposal) -> None:
        if self.point.proposal is not None and self.point.proposal.id != agreed.id:
            self._column.addWidget(label(tr("Agreed, and the floor of what follows: {deal}",
                                            deal=deal_word(agreed.deal)), "strong", wrap=True))
        self._column.addWidget(label(tr(
            "Before signing, ask each side alone: would any change make you better off without cost to the "
            "other, in amount, date or form?"), wrap=True))
        if self.may:
            self.wishes = {side: WishCard(self, agreed, side) for side in Side}
            self._column.addWidget(FoldingRow(list(self.wishes.values()), spacing=16, share=True))
        self._add_better(agreed)
        if self.may:
            self.adopt.clicked.connect(lambda: self._adopt(agreed))
            self._column.addWidget(self.adopt, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_better(self, agreed: Proposal) -> None:
        better = self.point.better
        if better is None:
            if len(agreed.wishes) == len(Side):
                self._column.addWidget(label(tr("No package fits both wishes; the agreed one stands."),
                                             "small", wrap=True))
            return
        self._column.addWidget(label(tr("Both would rather have: {deal}", deal=deal_word(better.deal)),
                                     "strong", wrap=True))
        if self.may:
            self.instead.clicked.connect(lambda: self.put(better.deal, floor=agreed))
            self._column.addWidget(self.instead, 0, Qt.AlignmentFlag.AlignLeft)

    def keep_drafts(self, form: Form, place: str) -> None:
        """What is typed in a card stays until it is kept, though the page is read anew meanwhile."""
        self.bench.notes.bring_back(form, place)
        self.bench.notes.watch(form, place)

    # -- doing ---------------------------------------------------------------------------

    def put(self, deal: Deal, floor: Proposal | None = None) -> None:
        """Put a deal to both sides; what is agreed already stays the floor."""
        under = floor or self.point.agreed
        self.bench.run(proposals.propose, deal, floor=under.id if under else None, near=self,
                       notice=tr("Sealed. Ask each side alone."))

    def _adopt(self, agreed: Proposal) -> None:
        self.bench.run(proposals.adopt, agreed.id, near=self,
                       notice=tr("Accepted: {amount}. The settlement takes it over.",
                                 amount=agreed.deal.total),
                       after=lambda: self.bench.go_on.emit(Station.SETTLEMENT))


class AnswerCard(SideCard):
    """One side's answer, given alone; nothing is chosen before it was heard."""

    def __init__(self, part: ProposalPart, proposal: Proposal, side: Side) -> None:
        super().__init__(side, part)
        self.part, self.proposal = part, proposal
        self.form, self.keep = Form(self), button(tr("Keep the answer"))
        said = [(True, tr("Accepts")), (False, tr("Does not accept"))]
        self.form.add(SegmentField(tr("Answered alone"), said, name="accepts", required=True))
        self.form.add(CheckField(tr("Asked that nobody may look it up"), name="hush"), wide=True)
        self.keep.setAccessibleName(tr("{what}: {side}", what=self.keep.text(), side=tr(side.label)))
        self.keep.clicked.connect(self._keep)
        self.form.does(self.keep)
        part.keep_drafts(self.form, self._place)
        self.column.addWidget(side_chip(side), 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.form)
        self.column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)

    def _keep(self) -> None:
        if self.form.commit():
            given = self.form.values()
            self.part.bench.run(proposals.answer, self.proposal.id, self.side, given["accepts"] is True,
                                hush=given["hush"] is True, form=self.form, near=self, notice=tr("Sealed."),
                                done=lambda _changes: self._kept())

    @property
    def _place(self) -> str:
        return f"meeting/{self.proposal.id}/answer/{self.side.value}"

    def _kept(self) -> None:
        """What was answered stands nowhere on screen any more: the next to look on may be the other side."""
        self.part.bench.notes.drop(self._place)
        if shiboken6.isValid(self):
            self.form.set_values({"accepts": None, "hush": False})
            self.form.clear_errors()


class WishCard(SideCard):
    """What one side would rather have; empty where it wishes nothing."""

    def __init__(self, part: ProposalPart, agreed: Proposal, side: Side) -> None:
        super().__init__(side, part)
        self.part, self.agreed = part, agreed
        self.form, self.keep = self._form(), button(tr("Keep the wish"))
        self.keep.setAccessibleName(tr("{what}: {side}", what=self.keep.text(), side=tr(side.label)))
        self.keep.clicked.connect(self._keep)
        self.form.does(self.keep)
        part.keep_drafts(self.form, self._place)
        self.column.addWidget(side_chip(side), 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(label(self._known(), "small", wrap=True))
        self.column.addWidget(self.form)
        self.column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)

    def _known(self) -> str:
        known = self.agreed.wishes.get(self.side)
        if known is None:
            return tr("Not asked yet. Leave empty what may stay as agreed.")
        return tr("Asked; the wish stands below.") if known.is_any else tr("Asked; it wishes nothing else.")

    def _form(self) -> Form:
        form = Form(self)
        form.add(MoneyField(tr("Amount"), name="amount"))
        form.add(MoneyField(tr("First share"), name="first_share"))
        form.add(IntegerField(tr("Instalments"), name="instalments", least=1, most=60))
        form.add(DateField(tr("Last payment"), name="last_on", today=self.part.bench.today, look="ahead"))
        form.add(TextField(tr("Form, in their words"), name="form", width=26), wide=True)
        known = self.agreed.wishes.get(self.side)
        if known is not None:
            form.set_values({"amount": known.amount, "first_share": known.first_share,
                             "instalments": known.instalments, "last_on": known.last_on, "form": known.form})
        return form

    def _keep(self) -> None:
        if self.form.commit():
            given = cast("dict[str, Any]", self.form.values())
            wish = Wish(self.side, given["amount"], given["first_share"], given["instalments"],
                        given["last_on"], str(given["form"]))
            self.part.bench.run(proposals.wish, self.agreed.id, wish, form=self.form, near=self,
                                notice=tr("Sealed."),
                                done=lambda _changes: self.part.bench.notes.drop(self._place))

    @property
    def _place(self) -> str:
        return f"meeting/{self.agreed.id}/wish/{self.side.value}"
