"""Calendar: sessions, statutory days, instalments and return visits by day, week and month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.calendar import add_months
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.planning.entries import CalendarEntry, EntryKind, Span, days_of
from mediation_desk.domain.vocabulary import SessionForm
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.unannounced import marked
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.calendar import marks
from mediation_desk.gui.pages.calendar.board import Board
from mediation_desk.gui.pages.calendar.day_list import DayList
from mediation_desk.gui.pages.calendar.moves import Moves
from mediation_desk.gui.pages.calendar.out import CalendarOut
from mediation_desk.gui.pages.calendar.paper import InvitationPane
from mediation_desk.gui.pages.calendar.strip import Strip
from mediation_desk.services import reading
from mediation_desk.services.calendar import clashing, planning
from mediation_desk.services.calendar.planning import InView
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import sites

LETTERS = {"d": Span.DAY, "w": Span.WEEK, "m": Span.MONTH}
SIDE = 300  # px at 100 % of the list of the day


class CalendarPage(Page):
    """``case_wanted(case_id, station)`` opens a case, ``changed(Changes)`` tells that a session was moved."""

    case_wanted = Signal(object, object)
    changed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(tr("Calendar"), scroll=False, parent=parent)
        self._desk, self._tasks = desk, tasks
        self._view: InView | None = None
        self.strip = Strip(memory, self)
        self.board = Board(lambda: desk.today, self._now, lambda: desk.calendar, self)
        self.list = DayList(lambda: desk.today, self)
        self.moves = Moves(desk, tasks, self)
        self.out = CalendarOut(desk, tasks, memory, self)
        self.invitation = InvitationPane(desk, tasks, self)
        self.day_title, self.nothing = label("", "group", wrap=True), label("", "muted", wrap=True)
        self.open = button(tr("Open the case"), picture="folder-open")
        self.invite = button(tr("Invitation"), picture="envelope-simple")
        self._lay()
        self._listen()
        self.leaves(self.moves, self.moves.put_away)
        self.leaves(self.invitation, self.invitation.close_paper)
        self.set_primary(tr("Calendar file"), self._offer_file, picture="export")
        tasks.read(reading.in_charge, desk, done=self._show_mediators, receiver=self)

    def _now(self) -> datetime:
        return self._desk.now.astimezone(self._desk.zone).replace(tzinfo=None)

    def _lay(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(look().px(8))
        side.addWidget(self.day_title)
        side.addWidget(self.nothing)
        side.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addWidget(self.invite)
        row.addStretch(1)
        side.addLayout(row)
        self.side = QWidget(self)
        side.setContentsMargins(0, 0, 0, 0)
        self.side.setLayout(side)
        self.side.setFixedWidth(look().px(SIDE))
        self.work = QWidget(self)
        beside = QHBoxLayout(self.work)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(look().px(16))
        beside.addWidget(self.board, 1)
        beside.addWidget(self.side)
        self.body.setSpacing(look().px(8))
        for widget, stretch in ((self.strip, 0), (self.work, 1), (self.moves, 0), (self.invitation, 1)):
            self.body.addWidget(widget, stretch)

    def _listen(self) -> None:
        self.strip.turned.connect(self._turn_over)
        self.strip.changed.connect(self._read)
        self.strip.kinds_changed.connect(self._fill)
        self.board.day_chosen.connect(self._day_chosen)
        self.board.entry_chosen.connect(lambda _entry: self._show_day())
        self.board.listed.connect(self.list.go_first)
        self.list.entry_chosen.connect(self._from_list)
        self.list.nudged.connect(lambda entry, by: self.moves.propose(entry, entry.starts_at + by)
                                 if entry.starts_at else None)
        for part in (self.board, self.list):
            part.opened.connect(self._open)
        self.list.selectionModel().selectionChanged.connect(lambda *_two: self._offer())
        self.board.hovering.connect(self._hover)
        self.board.dropped.connect(self.moves.propose)
        self.moves.moved.connect(self._moved)
        self.moves.taken_back.connect(self._taken_back)
        self.moves.left.connect(lambda: self.board.setFocus(Qt.FocusReason.OtherFocusReason))
        self.open.clicked.connect(lambda: self._open(self.board.chosen))
        self.invite.clicked.connect(self._invite)
        self.out.told.connect(lambda text: self.bar.notice(text, meaning="agreed"))
        for made in (self.moves.trouble, self.out.trouble, self.invitation.trouble):
            made.connect(self.show_error)
        self.invitation.opened.connect(lambda: self._turn(True))
        self.invitation.closed.connect(lambda: self._turn(False))

    # -- reading -------------------------------------------------------------------------

    def shown(self) -> None:
        """The calendar as it is now."""
        self._tasks.read(sites.choices, self._desk, done=self.strip.set_sites, receiver=self)
        self._read()

    def on_changed(self, changes: object) -> None:
        """Something was saved; behind other pages the calendar waits until it is looked at again."""
        if self.isVisible() and isinstance(changes, Changes) and (changes.cases or changes.lists):
            self._read()

    def _read(self) -> None:
        """The days in view, read anew; their frame is there at once."""
        self.board.show_days(self.strip.chosen_span, self.board.day)
        self._say_period()
        since, until = days_of(self.board.span, self.board.day)
        self._tasks.read(planning.between, self._desk, since, until, self.strip.wanted, done=self._show,
                         receiver=self)

    def _show(self, view: InView) -> None:
        if (view.since, view.until) != days_of(self.board.span, self.board.day):
            return  # one has gone on meanwhile
        self._view = view
        held = {one.place for one in view.entries if one.form is SessionForm.OFFICE and one.place}
        self.strip.set_rooms({*view.rooms, *held})
        self._fill()

    def _fill(self) -> None:
        """What is there of the kinds that are wanted."""
        by_day: dict[date, list[CalendarEntry]] = defaultdict(list)
        for entry in self._in_view():
            by_day[entry.on].append(entry)
        self.board.show_entries(by_day)
        self._show_day()

    def _in_view(self) -> list[CalendarEntry]:
        kinds = set(self.strip.chosen_kinds)
        return [one for one in self._view.entries if one.kind in kinds] if self._view else []

    def _show_mediators(self, known: Sequence[tuple[UUID, str, bool]]) -> None:
        self.strip.set_mediators([(account, name) for account, name, _mediates in known])

    # -- what is in view -----------------------------------------------------------------

    def _say_period(self) -> None:
        since, until = days_of(self.board.span, self.board.day)
        said = marks.period_words(self.board.span, since, until, self.board.day)
        days = (since, until) if self.board.span is not Span.MONTH else (self.board.day,)
        self.set_title(tr("Calendar"), marked(said, self._desk.calendar.unannounced(*days)))

    def _turn_over(self, by: int) -> None:
        """So many days, weeks or months on; 0 is today."""
        day = self.board.day
        if by == 0:
            self.board.day = self._desk.today
        elif self.board.span is Span.MONTH:
            self.board.day = add_months(day, by)
        else:
            self.board.day = day + by * timedelta(days=1 if self.board.span is Span.DAY else 7)
        self.board.choose(None)
        self._read()

    def _day_chosen(self, day: date) -> None:
        """Another day; where it lies outside, the view follows."""
        known = self._view
        if known is None or not known.since <= day <= known.until or (
                self.board.span is Span.MONTH and days_of(Span.MONTH, day) != (known.since, known.until)):
            self._read()
        else:
            self._show_day()

    def _show_day(self) -> None:
        """The list follows the board."""
        day = self.board.day
        told = (marks.period_words(Span.DAY, day, day, day), marks.day_words(day, self._desk.calendar))
        self.day_title.setText(" · ".join(filter(None, told)))
        found = self.board.of_day(day)
        self.list.show_entries(found, self.board.chosen)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.nothing.setText(self._nothing_words())
        self._offer()

    def _nothing_words(self) -> str:
        if self.strip.narrows:
            return tr("Nothing of what is chosen above stands on this day.")
        return tr("Nothing stands on this day. Sessions that are planned under Mediation come here by "
                  "themselves, and so do statutory days, instalments and return visits; of colleagues' "
                  "sessions only the hours are seen.")

    def _from_list(self, entry: CalendarEntry) -> None:
        self.board.choose(entry)
        self._offer()

    def _offer(self) -> None:
        """What can be done with the chosen entry."""
        entry = self.board.chosen
        self.open.setEnabled(entry is not None and not entry.busy)
        self.invite.setEnabled(entry is not None and entry.kind is EntryKind.SESSION and not entry.busy)

    # -- doing ---------------------------------------------------------------------------

    def _open(self, entry: CalendarEntry | None) -> None:
        if entry is not None and entry.case is not None:
            self.case_wanted.emit(entry.case.case_id, marks.station_of(entry))

    def _invite(self) -> None:
        entry = self.board.chosen
        if entry is not None and entry.case is not None and entry.kind is EntryKind.SESSION:
            self.invitation.open(entry)

    def _turn(self, paper: bool) -> None:
        """The paper takes the place of the calendar."""
        for widget in (self.strip, self.work):
            widget.setVisible(not paper)
        self.set_primary(tr("Calendar file"), None if paper else self._offer_file, picture="export")
        if not paper:
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_file(self) -> None:
        chosen = self.list.chosen()
        if self.board.chosen is not None and self.board.chosen not in chosen:
            chosen = [self.board.chosen]
        self.out.offer(chosen, self._in_view(), self.primary.mapToGlobal(QPoint(0, self.primary.height())))

    def _hover(self, entry: CalendarEntry, to: datetime) -> None:
        """Say while it is dragged what it would clash with there."""
        if entry.case is not None and entry.row_id is not None:
            self._tasks.read(
                clashing.clashes_of_move, self._desk, entry.case.case_id, entry.row_id, to,
                done=lambda found: self.board.say_clash(entry, to, marks.clash_words(found)),
                failed=self.show_error, receiver=self)

    def _moved(self, changes: Changes, entry: CalendarEntry, to: datetime) -> None:
        self.board.day = to.date()
        self.board.chosen = entry
        self.bar.notice(tr("The session is moved: {what}", what=marks.moved_words(entry, to)),
                        action=tr("Undo"), on_action=self.undo)
        self.changed.emit(changes)
        self._read()

    def _taken_back(self, changes: Changes) -> None:
        self.bar.notice(tr("The session is back at its hour."))
        self.changed.emit(changes)
        self._read()

    # -- what a page can do --------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """D, W and M change how much is in view, T goes to today, Page Up and Page Down turn over."""
        turns = {int(Qt.Key.Key_PageUp): -1, int(Qt.Key.Key_PageDown): 1, int(Qt.Key.Key_T): 0}
        span = LETTERS.get(event.text().lower())
        if event.modifiers() or not self.invitation.isHidden():
            super().keyPressEvent(event)
        elif span is not None:
            self.strip.choose_span(span)
        elif event.key() in turns:
            self._turn_over(turns[event.key()])
        else:
            super().keyPressEvent(event)

    def undo(self) -> None:
        """Ctrl+Z takes the last move back."""
        self.moves.take_back()

    def print_page(self) -> None:
        """Ctrl+P: the invitation to the chosen session."""
        if not self.invitation.isHidden():
            self.invitation.paper.print_page()
        elif self.invite.isEnabled():
            self._invite()
        else:
            self.bar.notice(tr("Choose a session first: what is printed here is its invitation."))

    def help_text(self) -> str:
        """F1."""
        return tr(
            "D, W and M show a day, a week or a month, Page Up and Page Down turn over, T goes back to "
            "today. Arrows move from day to day, and in a day or a week up and down from entry to entry; "
            "Enter opens the case where the work is done.\n\n"
            "Drag a session that is still to be held to another hour or day, or press Ctrl and an arrow. "
            "Where the mediator, the room or a party would be in two places at once, that is said before "
            "anything is kept; Ctrl+Z takes the move back. Where nobody said how long a session lasts, an "
            "hour is assumed.\n\n"
            "Rest days lie on a darker ground; holidays and make-up workdays say so. Of colleagues' sessions "
            "only the hours are seen. “Calendar file” writes sessions for Outlook, Thunderbird or a "
            "telephone: the case's number, the hours and the place, and the parties only if you choose so.")
