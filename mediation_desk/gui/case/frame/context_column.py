"""The case at a glance beside every station: parties, clocks, last events, mediators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, tzinfo
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from mediation_desk.domain.calculators.claims import Limitation
from mediation_desk.domain.deadlines import LAW, Clock
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.domain.words import N_
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.header import left_words, standing_words, urgency
from mediation_desk.gui.case.frame.journal_words import verb_words
from mediation_desk.gui.case.frame.masking import mask_id, mask_phone
from mediation_desk.gui.case.frame.sharing import SharingPanel
from mediation_desk.gui.kit.context import ContextColumn
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.unannounced import marked
from mediation_desk.gui.kit.words import tr, tr_sentence
from mediation_desk.services import unmasking
from mediation_desk.services.history import TimelineLine
from mediation_desk.services.reading import CaseView
from mediation_desk.services.sorting import limitation
from mediation_desk.services.sorting.limitation import NearestLimit
from mediation_desk.services.sorting.sorting import claim_names
from mediation_desk.services.unmasking import PartyNumbers

SHOWN_OF_A_ROLE = 5
SHOWN_EVENTS = 5
MEANINGS = {Role.APPLICANT: "applicants", Role.RESPONDENT: "respondents"}
LIMIT_SOON_DAYS = 30  # an application for arbitration takes the sides some weeks to prepare
_YEAR = N_("Mediation and Arbitration Law, art. 27: one year")
LIMIT_LAW: Mapping[Limitation, str] = MappingProxyType({
    Limitation.GENERAL: _YEAR,
    Limitation.WAGES: N_("Mediation and Arbitration Law, art. 27: one year from the end of employment"),
    Limitation.CIVIL: N_("Civil Code, art. 188: three years")})


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
        self.limits = _Section()
        self.limits.hide()
        self.add_section(tr("Parties"), self.parties)
        self.add_section(tr("Clocks"), self._clocks_and_limits())
        self.add_section(tr("Last events"), self.events)
        self.all_events = button(tr("All events"), "quiet")
        self.all_events.clicked.connect(self.events_wanted)
        self.sections.insertWidget(self.sections.count() - 1, self.all_events)
        self.add_section(tr("Mediators"), self.people)
        self.bench: CaseBench | None = None
        self.sharing: SharingPanel | None = None
        self._asked: dict[UUID, PartyNumbers] = {}
        self._view: CaseView | None = None

    def _clocks_and_limits(self) -> QWidget:
        """The limitation is said later than the clocks, for it has to be worked out first."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self.clocks)
        column.addWidget(self.limits)
        return made

    def work_at(self, bench: CaseBench) -> None:
        """From now on numbers can be asked for, and colleagues put on the case."""
        self.bench, self.sharing = bench, SharingPanel(bench)
        self.people.fill([self.sharing])

    def show_case(self, view: CaseView, today: date) -> None:
        """Show the case; its events follow with ``show_events``."""
        case, self._view = view.case, view
        nobody: list[QWidget] = [label(tr("Enter the parties under Intake."), "small", wrap=True)]
        self.parties.fill(self._cards(case.parties) or nobody)
        self.clocks.fill([_clock(clock, today) for clock in view.clocks])
        if self.sharing is not None:
            self.sharing.show_case(view)
        else:
            self.people.fill([label(account.name) for account in view.mediators])
        if self.bench is not None:
            self.bench.read(limitation.nearest, done=lambda limit: self._show_limit(view, limit))

    def _show_limit(self, view: CaseView, limit: NearestLimit | None) -> None:
        """Say what was worked out, unless the case was read anew meanwhile."""
        if view is self._view:
            self.limits.fill([_limit(limit)] if limit else [])
            self.limits.setVisible(limit is not None)

    # -- parties -------------------------------------------------------------------------

    def _cards(self, parties: Sequence[Party]) -> list[QWidget]:
        """Each part in the case under its own word, the first of many shown."""
        cards: list[QWidget] = []
        for role in Role:
            there = [party for party in parties if party.role is role]
            if there:
                cards.append(label(tr("{role} ({count})", role=tr(role.label), count=len(there)), "small"))
            cards += [self._party(party) for party in there[:SHOWN_OF_A_ROLE]]
            if len(there) > SHOWN_OF_A_ROLE:
                cards.append(label(tr("and {count} more", count=len(there) - SHOWN_OF_A_ROLE), "small"))
        return cards

    def _party(self, party: Party) -> QWidget:
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
        numbers = _numbers(party, self._asked.get(party.id))
        if numbers:
            words.addWidget(label(numbers, "small", wrap=True))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if self.bench is not None and (party.id_number or party.phone):
            row.addWidget(self._eye(party), 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _eye(self, party: Party) -> QToolButton:
        """Asks for a party's whole numbers, or masks them again."""
        shown = party.id in self._asked
        made = QToolButton()
        made.setIcon(icon("eye-slash" if shown else "eye", "muted"))
        made.setIconSize(QSize(look().px(16), look().px(16)))
        made.setToolTip(tr("Mask the numbers again: {name}", name=party.name) if shown else
                        tr("Show the whole numbers of {name}; the events keep that you asked",
                           name=party.name))
        made.setAccessibleName(made.toolTip())
        made.clicked.connect(lambda: self._ask(party.id))
        return made

    def _ask(self, party_id: UUID) -> None:
        assert self.bench is not None
        if self._asked.pop(party_id, None) is not None:
            self.bench.reload()
            return
        self.bench.run(unmasking.unmask, party_id, done=self._told)

    def _told(self, numbers: PartyNumbers) -> None:
        self._asked[numbers.party_id] = numbers

    def show_events(self, lines: Sequence[TimelineLine], zone: tzinfo) -> None:
        """Show the last things done, the latest first."""
        done: dict[object, TimelineLine] = {}
        for line in reversed(lines):
            done.setdefault(line.entry.work_id, line)
            if len(done) == SHOWN_EVENTS:
                break
        self.events.fill([_event(line, zone) for line in done.values()])


def _numbers(party: Party, asked: PartyNumbers | None) -> str:
    """A party's numbers, masked unless somebody asked for them."""
    if asked is not None:
        return "  ".join(filter(None, (asked.id_number or asked.credit_code, asked.phone)))
    number = mask_id(party.id_number) if party.id_number else party.credit_code
    return "  ".join(filter(None, (number, mask_phone(party.phone))))


def _clock(clock: Clock, today: date) -> QWidget:
    words, day = standing_words(clock, today), clock.due_on.isoformat()
    said = tr("{days}, {day}", days=words, day=day) if clock.running and day not in words else words
    return _period(tr(clock.kind.label), marked(said, clock.unannounced if clock.running else ()),
                   urgency(clock, today), tr(LAW[clock.kind]))


def _limit(limit: NearestLimit) -> QWidget:
    """Until when the first of the claims can be taken to arbitration."""
    words = marked(tr("{days}, {day}", days=left_words(limit.days_left), day=limit.ends_on.isoformat()),
                   limit.unannounced)
    meaning = "overdue" if limit.days_left < 0 else "disputed" if limit.days_left <= LIMIT_SOON_DAYS else ""
    return _period(tr("Limitation: {claim}", claim=tr_sentence(claim_names()[limit.claim])), words, meaning,
                   tr(LIMIT_LAW[limit.rule]))


def _period(name: str, words: str, meaning: str, law: str) -> QWidget:
    """A period by its name, what is left of it beneath, and its law for whoever asks."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(name, wrap=True))
    standing = label(words, "small")
    standing.setProperty("meaning", meaning)
    column.addWidget(standing)
    made.setToolTip(law)
    made.setAccessibleDescription(law)
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
