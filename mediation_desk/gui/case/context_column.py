"""The case at a glance beside every station: parties, clocks, last events, mediators."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, tzinfo

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mediation_desk.domain.deadlines import LAW, Clock
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.gui.case.header import days_words, urgency
from mediation_desk.gui.case.journal_words import verb_words
from mediation_desk.gui.case.masking import mask_id, mask_phone
from mediation_desk.gui.kit.context import ContextColumn
from mediation_desk.gui.kit.icons import icon
from mediation_desk.gui.kit.text import button, label
from mediation_desk.gui.kit.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.history import TimelineLine
from mediation_desk.services.reading import CaseView

SHOWN_OF_A_ROLE = 5
SHOWN_EVENTS = 5
MEANINGS = {Role.APPLICANT: "applicants", Role.RESPONDENT: "respondents"}


class _Section(QWidget):
    """Lines under a heading, filled anew each time."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(8))

    def fill(self, widgets: Sequence[QWidget]) -> None:
        """Show these instead of what was shown."""
        while (item := self._column.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for made in widgets:
            self._column.addWidget(made)


class CaseContext(ContextColumn):
    """Parties with numbers masked, the clocks with their law, the last events, the mediators."""

    events_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parties, self.clocks, self.events, self.people = (_Section() for _ in range(4))
        self.add_section(tr("Parties"), self.parties)
        self.add_section(tr("Clocks"), self.clocks)
        self.add_section(tr("Last events"), self.events)
        self.all_events = button(tr("All events"), "quiet")
        self.all_events.clicked.connect(self.events_wanted)
        self.sections.insertWidget(self.sections.count() - 1, self.all_events)
        self.add_section(tr("Mediators"), self.people)

    def _fit(self, width: int) -> None:
        """Larger type needs the room sooner: at 150 % the column folds under 2049 px."""
        super()._fit(width if look().px(100) <= 100 else round(width * 100 / look().px(100)))

    def show_case(self, view: CaseView, today: date) -> None:
        """Show the case; its events follow with ``show_events``."""
        case = view.case
        nobody: list[QWidget] = [label(tr("Enter the parties under Intake."), "small", wrap=True)]
        self.parties.fill(_cards(case.parties) or nobody)
        self.clocks.fill([_clock(clock, today) for clock in view.clocks])
        self.people.fill([label(account.name) for account in view.mediators])

    def show_events(self, lines: Sequence[TimelineLine], zone: tzinfo) -> None:
        """Show the last things done, the latest first."""
        done: dict[object, TimelineLine] = {}
        for line in reversed(lines):
            done.setdefault(line.entry.work_id, line)
            if len(done) == SHOWN_EVENTS:
                break
        self.events.fill([_event(line, zone) for line in done.values()])


def _cards(parties: Sequence[Party]) -> list[QWidget]:
    """Each part in the case under its own word, the first of many shown."""
    cards: list[QWidget] = []
    for role in Role:
        there = [party for party in parties if party.role is role]
        if there:
            cards.append(label(tr("{role} ({count})", role=tr(role.label), count=len(there)), "small"))
        cards += [_party(party) for party in there[:SHOWN_OF_A_ROLE]]
        if len(there) > SHOWN_OF_A_ROLE:
            cards.append(label(tr("and {count} more", count=len(there) - SHOWN_OF_A_ROLE), "small"))
    return cards


def _party(party: Party) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look().px(8))
    sign, size = QLabel(), look().px(16)
    picture = "buildings" if party.kind is PartyKind.ORGANISATION else "user"
    sign.setPixmap(icon(picture, MEANINGS.get(party.role, "muted")).pixmap(QSize(size, size)))
    sign.setToolTip(tr(party.role.label))
    made.setAccessibleName(f"{tr(party.role.label)}: {party.name}")
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(party.name or tr("(no name yet)"), wrap=True))
    numbers = mask_id(party.id_number or party.credit_code), mask_phone(party.phone)
    if any(numbers):
        words.addWidget(label("  ".join(filter(None, numbers)), "small", wrap=True))
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return made


def _clock(clock: Clock, today: date) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(tr(clock.kind.label), wrap=True))
    if clock.done_on:
        standing = label(tr("met on {day}", day=clock.done_on.isoformat()), "small")
    else:
        words = tr("{days}, {day}", days=days_words(clock, today), day=clock.due_on.isoformat())
        standing = label(words, "small")
        standing.setProperty("meaning", urgency(clock, today))
    column.addWidget(standing)
    made.setToolTip(tr(LAW[clock.kind]))
    made.setAccessibleDescription(tr(LAW[clock.kind]))
    return made


def _event(line: TimelineLine, zone: tzinfo) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(verb_words(line.entry.verb), wrap=True))
    at = line.entry.at.astimezone(zone)
    column.addWidget(label(tr("{at} {who}", at=f"{at:%m-%d %H:%M}", who=line.who), "small"))
    return made
