"""Attendance of a session: each party by name, whether it came, and through whom with what authority."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mediation_desk.domain.case import Case
from mediation_desk.domain.mediation.presence import SessionPresence, check_presence
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Authority, PartyKind, Presence, Role, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.choices import choices
from mediation_desk.gui.case.frame.layouts import drop
from mediation_desk.gui.case.mediation.side import SideCard
from mediation_desk.gui.kit.fields.kinds import ChoiceField, Form, SuggestField, YesNo
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_error
from mediation_desk.services.mediation import holding, presence
from mediation_desk.services.mediation.presence import PresenceDraft
from mediation_desk.services.reading import CaseView

DETAILS = ("by", "authority", "authority_seen")


def answers_of(party: Party) -> list[tuple[Presence, str]]:
    """What can be answered of a party; an organisation comes itself when its legal representative does."""
    own = {Presence.CAME: tr("Its legal representative came")} if party.kind is PartyKind.ORGANISATION else {}
    return [(one, own.get(one, tr(one.label))) for one in Presence]


class PresenceRow(Form):
    """What is answered of one party; who came for it is asked once it was represented."""

    def __init__(self, party: Party, acting: list[str], called: str = "",
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.party, self._acting = party, acting
        self.came = self.add(ChoiceField(called or party.name or tr("(no name yet)"), answers_of(party),
                                         name="presence", empty=tr("Not answered yet")))
        self.edited.connect(lambda _name, _text: self.follow())

    def follow(self) -> None:
        """Ask who came, where somebody did for the party."""
        wanted = self.came.typed() == Presence.REPRESENTED.value
        if wanted and "by" not in self.names():
            self.ask_details()
        for name in DETAILS if "by" in self.names() else ():
            self.field(name).setVisible(wanted)

    def ask_details(self) -> None:
        """Let the fields be there that tell of who came for the party."""
        self.add(SuggestField(tr("Who came for it"), self._acting, name="by", width=20))
        self.add(ChoiceField(tr("Authority"), choices(Authority), name="authority", empty=tr("Not said")))
        self.add(YesNo(tr("Authority paper seen"), name="authority_seen"))

    def show_kept(self, kept: SessionPresence | None) -> None:
        """Show what is kept, unless something else is being answered."""
        if kept is not None and kept.presence is Presence.REPRESENTED and "by" not in self.names():
            self.ask_details()
        self.follow_values(_values(kept))
        self.follow()

    def draft(self) -> PresenceDraft | None:
        """What is answered, None where nothing is."""
        values = self.values()
        came = values["presence"]
        if not isinstance(came, Presence):
            return None
        authority, seen = values.get("authority"), values.get("authority_seen")
        return PresenceDraft(came, str(values.get("by") or ""),
                             authority if isinstance(authority, Authority) else None,
                             seen if isinstance(seen, bool) else None)

    def check(self) -> bool:
        """Keep the fields; what lacks is said beside the one that lacks it."""
        if not self.commit():
            return False
        draft = self.draft()
        try:
            if draft is not None:
                check_presence(draft, self.party.name)
        except DeskError as error:
            self.show_error(error)
            return False
        return True


def _values(kept: SessionPresence | None) -> dict[str, object]:
    if kept is None:
        return {"presence": None, "by": "", "authority": None, "authority_seen": None}
    return {"presence": kept.presence, "by": kept.by, "authority": kept.authority,
            "authority_seen": kept.authority_seen}


def acting_for(case: Case, party: Party) -> list[str]:
    """Who may come for a party: its agents, its legal representative, those whom the applicants elected."""
    names = [one.name for one in case.agents if one.acts_for == party.id]
    names += [party.legal_representative] if party.legal_representative else []
    if party.role is Role.APPLICANT:
        names += [one.name for one in case.representatives if one.acts_for in (None, party.id)]
    return list(dict.fromkeys(filter(None, names)))


class AttendancePart(QWidget):
    """A row for each party that sits in the session, kept together by one button."""

    def __init__(self, bench: CaseBench, session: MediationSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench, self.session_id = bench, session.id
        self.rows: dict[UUID, PresenceRow] = {}
        self._kept: Mapping[UUID, SessionPresence] = {}
        self.everybody: dict[Side, QWidget] = {}
        self._cards = QWidget()
        self.keep_button = button(tr("Keep the attendance"))
        self.keep_button.clicked.connect(self.keep)
        self.trouble = label("", "strong", wrap=True)
        self.trouble.setProperty("meaning", "overdue")
        self.trouble.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(8))
        self._column.addWidget(label(tr("Who came"), "group"))
        self._column.addWidget(label(tr("Of each party: whether it came. A session is held once all of them "
                                        "are answered."), "muted", wrap=True))
        self._column.addWidget(self._cards)
        self._column.addWidget(self.trouble)
        self._column.addLayout(row_of(self.keep_button))

    # -- showing -------------------------------------------------------------------------

    def show_session(self, view: CaseView, session: MediationSession, *, read_only: bool) -> None:
        """The parties that sit in the session, each with what is kept of it."""
        parties = holding.sitting(view.case, session)
        if [party.id for party in parties] != list(self.rows):
            self._make(view.case, parties)
        self._kept = {one.party_id: one for one in session.presences}
        for party_id, row in self.rows.items():
            row.show_kept(self._kept.get(party_id))
            row.set_read_only(read_only)
        self.keep_button.setVisible(not read_only)
        for made in self.everybody.values():
            made.setVisible(not read_only)

    def _make(self, case: Case, parties: list[Party]) -> None:
        drop(self._cards)
        self._cards, self.rows = QWidget(), {}
        self.everybody = {}
        column = QVBoxLayout(self._cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        for side, role in ((Side.APPLICANT, Role.APPLICANT), (Side.RESPONDENT, Role.RESPONDENT)):
            those = [party for party in parties if party.role is role]
            if those:
                column.addWidget(self._card(case, side, those))
        self._column.insertWidget(2, self._cards)

    def _card(self, case: Case, side: Side, parties: list[Party]) -> SideCard:
        card = SideCard(side)
        head: list[QWidget] = [label(tr(side.label), "strong")]
        if len(parties) > 1:
            self.everybody[side] = press = button(tr("All of them came"), "quiet", picture="check")
            press.setAccessibleName(f"{tr(side.label)}: {press.text()}")
            press.clicked.connect(lambda: self._all_came(party.id for party in parties))
            head.append(press)
        card.column.addLayout(row_of(*head))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look().px(24))
        across = 2 if len(parties) > 1 else 1
        called = told_apart(parties)
        for at, party in enumerate(parties):
            self.rows[party.id] = PresenceRow(party, acting_for(case, party), called[party.id])
            self._watch(self.rows[party.id])
            grid.addWidget(self.rows[party.id], at // across, at % across, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at % across, 1)
        card.column.addLayout(grid)
        return card

    def _watch(self, row: PresenceRow) -> None:
        place = self._place(row.party.id)
        if self.bench.notes.text(place):
            row.ask_details()
            self.bench.notes.bring_back(row, place)
        self.bench.notes.watch(row, place)

    def _place(self, party_id: UUID) -> str:
        return f"presence/{self.session_id}/{party_id}"

    # -- doing ---------------------------------------------------------------------------

    def _all_came(self, party_ids: Iterable[UUID]) -> None:
        """Whoever is not answered yet came: said by the person who pressed."""
        for party_id in party_ids:
            row = self.rows[party_id]
            if not row.came.typed():
                row.came.set_typed(Presence.CAME.value)
        self.keep()

    def keep(self) -> None:
        """Keep what was answered of each party."""
        troubled = [row for row in self.rows.values() if not row.check()]
        if troubled:
            return
        drafts = {party_id: draft for party_id, row in self.rows.items()
                  if (draft := row.draft()) != self._stands(party_id)}
        if drafts:
            self.bench.run(presence.note_presence, self.session_id, drafts, near=self, done=self._done,
                           notice=tr("The attendance is kept."))

    def _stands(self, party_id: UUID) -> PresenceDraft | None:
        kept = self._kept.get(party_id)
        return PresenceDraft(kept.presence, kept.by, kept.authority, kept.authority_seen) if kept else None

    def _done(self, _changes: object) -> None:
        self.trouble.hide()
        for party_id in self.rows:
            self.bench.notes.drop(self._place(party_id))

    def show_error(self, error: DeskError) -> None:
        """Say what is open beneath the parties, and go to the first of whom nothing is answered."""
        self.trouble.setText(tr_error(error))
        self.trouble.show()
        first = next((row for row in self.rows.values() if not row.came.typed()), None)
        if first is not None:
            first.came.set_error(tr("Say whether it came."))
            first.came.setFocus(Qt.FocusReason.OtherFocusReason)
