"""The case at a glance beside every station: parties, clocks, last events, mediators."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from mediation_desk.domain.intake.order.clocks import nearest, order_clocks
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.people import Party
from mediation_desk.domain.referral.referrals import is_out, open_first
from mediation_desk.domain.serving import late_first
from mediation_desk.domain.text import masks
from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.ending import ending, warning
from mediation_desk.gui.case.frame.periods import (
    awaited_line,
    away_line,
    clock_line,
    limit_line,
    order_line,
)
from mediation_desk.gui.case.frame.session_clock import SessionClock
from mediation_desk.gui.case.frame.sharing import SharingPanel
from mediation_desk.gui.journal.words import verb_words
from mediation_desk.gui.kit.context import ContextColumn
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.look.tool import tool
from mediation_desk.gui.kit.words import tr
from mediation_desk.services import unmasking
from mediation_desk.services.history import Event
from mediation_desk.services.intake.orders import local_now
from mediation_desk.services.reading import CaseView
from mediation_desk.services.unmasking import PartyNumbers

SHOWN_OF_A_ROLE = 5
MEANINGS = {Role.APPLICANT: "applicants", Role.RESPONDENT: "respondents"}


class _Section(QWidget):
    """Lines under a heading, each made of what it tells; what is told again keeps its line."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[tuple[object, QWidget]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(8))

    def tell(self, told: Sequence[Any], make: Callable[[Any], QWidget]) -> None:
        """Show a line for each of these, made where it is not shown yet."""
        before = self._lines
        if [one for one, _line in before] == list(told):
            return
        self._lines = []
        for at, one in enumerate(told):
            kept = next((line for line in before if line[0] == one), None)
            if kept is not None:
                before.remove(kept)
                self._column.removeWidget(kept[1])
            self._lines.append(kept or (one, make(one)))
            self._column.insertWidget(at, self._lines[-1][1])
        for _one, gone in before:
            gone.hide()
            gone.deleteLater()


@dataclass(frozen=True)
class _Words:
    """A quiet line between the parties."""

    words: str


@dataclass(frozen=True)
class _Card:
    """What is told of a party; ``asked``: somebody asked for the whole numbers."""

    party_id: UUID
    role: Role
    kind: PartyKind
    name: str
    numbers: str
    masked: bool
    asked: bool


class CaseContext(ContextColumn):
    """Parties with numbers masked, the clocks with their law, the last events, the mediators."""

    events_wanted = Signal()

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench, self.sharing = bench, SharingPanel(bench)
        self._asked: dict[UUID, PartyNumbers] = {}
        self.parties, self.clocks, self.events = (_Section() for _ in range(3))
        self.limits = _Section()
        self.limits.hide()
        self.awaited, self.away = _Section(), _Section()
        self.awaited.hide()
        self.orders = _Section()
        self.orders.hide()
        self.away.hide()
        self.session_clock = SessionClock(bench)
        self.sections.insertWidget(0, self.session_clock)
        self.add_section(tr("Parties"), self.parties)
        self.add_section(tr("Clocks"), self._clocks_and_limits())
        self.add_section(tr("Last events"), self.events)
        self.all_events = button(tr("All events"), "quiet")
        self.all_events.clicked.connect(self.events_wanted)
        self.sections.insertWidget(self.sections.count() - 1, self.all_events)
        self.add_section(tr("Mediators"), self.sharing)

    def _clocks_and_limits(self) -> QWidget:
        """The limitation stands under the clocks, where there is one; then the papers on their way, and what
        lies with other offices."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self.orders)
        column.addWidget(self.clocks)
        column.addWidget(self.limits)
        column.addWidget(self.awaited)
        column.addWidget(self.away)
        return made

    def show_waiting(self) -> None:
        """Bring into sight the card of whoever waits to be let in, with the keyboard on its button."""
        self.fold(False, chosen=True)
        QTimer.singleShot(0, self, self._to_the_card)  # once it is laid, and the line's own focus went back

    def _to_the_card(self) -> None:
        card = self.sharing.letting_in
        self.area.ensureWidgetVisible(card)
        for press in list(card.buttons.values())[:1]:
            press.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_case(self, view: CaseView, today: date) -> None:
        """Show the case; what stands there already stays."""
        self.session_clock.show_case(view)
        self.parties.tell(self._told_of(view.case.parties) or [
            _Words(tr("Enter the parties under Intake."))], self._party)
        warned = ending(view)
        said = warning(view, warned, warned.days_left(today)) if warned else ""
        self.clocks.tell([(clock, today, said if clock is warned else "") for clock in view.clocks],
                         lambda told: clock_line(*told))
        self._show_orders(view)
        self.limits.tell([view.limit] if view.limit else [], limit_line)
        self.limits.setVisible(view.limit is not None)
        waiting = late_first(view.case.receipts, today)
        self.awaited.tell([(len(waiting), waiting[0].due_on, today)] if waiting else [],
                          lambda told: awaited_line(*told))
        self.awaited.setVisible(bool(waiting))
        out = [one for one in open_first(view.case.referrals) if is_out(one)]
        self.away.tell([(one.office, one.handed_on, one.due_on, today) for one in out],
                       lambda told: away_line(*told))
        self.away.setVisible(bool(out))
        self.events.tell(view.events, lambda event: _event(event, self.bench.desk.zone))
        self.sharing.show_case(view)

    def _show_orders(self, view: CaseView) -> None:
        """The clock of a work order that ends first, of each order that is under way."""
        desk = self.bench.desk
        case, now = view.case, local_now(desk)
        near = [nearest(order_clocks(one, case.steps_of(one), desk.calendar)) for one in case.orders]
        told = [(clock, now) for clock in near if clock]
        self.orders.tell(told, lambda one: order_line(*one))
        self.orders.setVisible(bool(told))

    # -- parties -------------------------------------------------------------------------

    def _told_of(self, parties: Sequence[Party]) -> list[_Words | _Card]:
        """Each part in the case under its own word, the first of many shown."""
        told: list[_Words | _Card] = []
        called = told_apart(parties)
        for role in Role:
            there = [party for party in parties if party.role is role]
            if there:
                told.append(_Words(tr("{role} ({count})", role=tr(role.label), count=len(there))))
            told += [self._card(party, called[party.id]) for party in there[:SHOWN_OF_A_ROLE]]
            if len(there) > SHOWN_OF_A_ROLE:
                told.append(_Words(tr("and {count} more", count=len(there) - SHOWN_OF_A_ROLE)))
        return told

    def _card(self, party: Party, called: str) -> _Card:
        numbers = _numbers(party, self._asked.get(party.id))
        return _Card(party.id, party.role, party.kind, called, numbers,
                     bool(party.id_number or party.phone), party.id in self._asked)

    def _party(self, card: _Words | _Card) -> QWidget:
        if isinstance(card, _Words):
            return label(card.words, "small", wrap=True)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        sign, size = QLabel(), look().px(16)
        picture = "buildings" if card.kind is PartyKind.ORGANISATION else "user"
        sign.setPixmap(icon(picture, MEANINGS.get(card.role, "muted")).pixmap(QSize(size, size)))
        tip(sign, tr(card.role.label))
        made.setAccessibleName(f"{tr(card.role.label)}: {card.name}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(card.name or tr("(no name yet)"), wrap=True))
        if card.numbers:
            words.addWidget(label(card.numbers, "small", wrap=True))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if card.masked:
            row.addWidget(self._eye(card), 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _eye(self, card: _Card) -> QToolButton:
        """Asks for a party's whole numbers, or masks them again."""
        shown = card.asked
        words = (tr("Mask the numbers again: {name}", name=card.name) if shown else
                 tr("Show the whole numbers of {name}; the events keep that you asked", name=card.name))
        made = tool("eye-slash" if shown else "eye", words, "muted", size=16)
        made.setAccessibleName(made.toolTip())
        made.clicked.connect(lambda: self._ask(card.party_id))
        return made

    def _ask(self, party_id: UUID) -> None:
        if self._asked.pop(party_id, None) is not None:
            self.bench.reload()
            return
        self.bench.run(unmasking.unmask, party_id, done=self._told)

    def _told(self, numbers: PartyNumbers) -> None:
        self._asked[numbers.party_id] = numbers


def _numbers(party: Party, asked: PartyNumbers | None) -> str:
    """A party's numbers, masked unless somebody asked for them."""
    if asked is not None:
        whole = asked.numbers
        return "  ".join(filter(None, (whole["id_number"] or party.credit_code, whole["phone"])))
    number = masks.document(party.id_number) if party.id_number else party.credit_code
    return "  ".join(filter(None, (number, masks.phone(party.phone))))


def _event(event: Event, zone: tzinfo) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(verb_words(event.verb), wrap=True))
    at = event.at.astimezone(zone)
    column.addWidget(label(tr("{at} {who}", at=f"{at:%m-%d %H:%M}", who=event.who), "small",
                           wrap=True))
    return made
