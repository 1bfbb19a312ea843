"""The board of the calendar: what lies on it is chosen, opened and dragged, by pointer and by keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.planning.entries import CalendarEntry, Span, days_of
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tips import plain_tip
from mediation_desk.gui.kit.press import is_enter
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.calendar import marks, painting
from mediation_desk.gui.pages.calendar.laying import ByDay, Laid, of_hours, of_month

ONE, WEEK = timedelta(days=1), timedelta(weeks=1)
NUDGE = timedelta(minutes=30)
MOST_ABOVE = {Span.DAY: 6, Span.WEEK: 3}  # lines without an hour
KEY = Qt.Key


class Board(QWidget):
    """Days, hours and entries. ``day_chosen(date)``, ``entry_chosen(entry or None)`` and ``opened(entry)``;
    ``hovering(entry, datetime)`` while a session is dragged over another hour, ``dropped(entry, datetime)``
    where it is let go or was moved by keys; ``listed()`` asks for the list of the day."""

    day_chosen = Signal(object)
    entry_chosen = Signal(object)
    opened = Signal(object)
    hovering = Signal(object, object)
    dropped = Signal(object, object)
    listed = Signal()

    def __init__(self, today: Callable[[], date], now: Callable[[], datetime],
                 calendar: Callable[[], WorkCalendar], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._now, self._calendar = today, now, calendar
        self.span, self.day = Span.WEEK, today()
        self.chosen: CalendarEntry | None = None
        self._by_day: ByDay = {}
        self.laid = Laid()
        self._pressed: tuple[CalendarEntry, QPoint, timedelta] | None = None
        self._dragged: tuple[CalendarEntry, datetime] | None = None
        self.clash = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Calendar"))

    def sizeHint(self) -> QSize:
        """Room for a week."""
        return QSize(look().px(720), look().px(420))

    # -- what is shown -------------------------------------------------------------------

    def show_days(self, span: Span, day: date) -> None:
        """Other days."""
        self.span, self.day = span, day
        self._lay()

    def show_entries(self, by_day: ByDay) -> None:
        """What stands on them; the chosen one stays chosen where it still is."""
        self._by_day = by_day
        known = self.chosen
        self.chosen = next((one for one in self.of_day(self.day) if known and _is_same(one, known)), None)
        self._lay()

    def of_day(self, day: date) -> Sequence[CalendarEntry]:
        """The entries of a day, in their order."""
        return self._by_day.get(day, ())

    def choose(self, entry: CalendarEntry | None) -> None:
        """Show which entry is chosen."""
        self.chosen = entry
        self._say()
        self.update()

    def _lay(self) -> None:
        since, until = days_of(self.span, self.day)
        days = [since + ONE * at for at in range((until - since).days + 1)]
        area, sizes = self.rect().adjusted(0, 0, -1, -1), painting.sizes(self.span)
        if self.span is Span.MONTH:
            head = sizes.line  # the names of the weekdays
            self.laid = of_month(area.adjusted(0, head, 0, 0), days, self._by_day, sizes)
        else:
            self.laid = of_hours(area, days, self._by_day, sizes, MOST_ABOVE[self.span])
        self._say()
        self.update()

    def _say(self) -> None:
        """What stands under the cursor, for those who listen."""
        day, found = self.day, self.of_day(self.day)
        told = [marks.period_words(Span.DAY, day, day, day), marks.day_words(day, self._calendar()),
                tr("{count} entries", count=len(found)) if len(found) != 1 else tr("{count} entry", count=1)]
        if self.chosen is not None:
            told.append(marks.spoken(self.chosen, self._today()))
        self.setAccessibleDescription(" · ".join(filter(None, told)))

    # -- painting ------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything finds its place anew."""
        super().resizeEvent(event)
        self._lay()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The days, what stands on them, and what is being dragged."""
        painter = QPainter(self)
        scene = painting.Scene(self.span, self.day.month, self._today(), self._now(), self.day, self.chosen,
                               self.hasFocus(), self._calendar())
        if self.span is Span.MONTH:
            self._weekdays(painter)
        painting.paint(painter, self.laid, scene)
        if self._dragged is not None:
            painting.ghost(painter, self.laid, *self._dragged, self.clash)
        painter.end()

    def _weekdays(self, painter: QPainter) -> None:
        here = look()
        painter.setFont(here.font(9))
        painter.setPen(here.colour("muted"))
        for cell in self.laid.cells[:7]:
            spot = QRect(cell.rect.left() + here.px(6), 0, cell.rect.width(), cell.rect.top())
            painter.drawText(spot, int(painting.LEFT), marks.weekday(cell.day))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And where it is no more."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """A tip says an entry whole."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            entry = self.laid.entry_at(event.pos())
            text = plain_tip(marks.spoken(entry, self._today())) if entry else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    # -- the pointer ---------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what lies there; a session of one's own may be dragged from here."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        entry, more = self.laid.entry_at(point), self.laid.more_at(point)
        self._go(self.laid.day_at(point) or self.day, entry)
        if more is not None:
            self.listed.emit()
        elif entry is not None and entry.movable and entry.starts_at:
            held = self.laid.time_at(point, entry.starts_at.time()) or entry.starts_at
            self._pressed = entry, point, held - entry.starts_at if self.laid.hours else timedelta()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a session over the hours."""
        point = event.position().toPoint()
        if self._pressed is None:
            entry = self.laid.entry_at(point)
            hand = Qt.CursorShape.OpenHandCursor if entry and entry.movable else Qt.CursorShape.ArrowCursor
            self.setCursor(hand)
            return
        entry, pressed, held = self._pressed
        far = (point - pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._dragged is None and not far:
            return
        assert entry.starts_at is not None
        there = self.laid.time_at(point, entry.starts_at.time())
        if there is not None:
            self._drag(entry, there - held)

    def _drag(self, entry: CalendarEntry, to: datetime) -> None:
        if self._dragged != (entry, to):
            self._dragged, self.clash = (entry, to), ""
            self.hovering.emit(entry, to)
            self.update()

    def say_clash(self, entry: CalendarEntry, to: datetime, text: str) -> None:
        """What a session would clash with where it is being dragged."""
        if self._dragged == (entry, to):
            self.clash = text
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go where it is."""
        dragged, self._pressed, self._dragged = self._dragged, None, None
        self.update()
        if dragged is not None and dragged[1] != dragged[0].starts_at:
            self.dropped.emit(*dragged)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what lies there."""
        entry = self.laid.entry_at(event.position().toPoint())
        self._pressed = None
        if entry is not None and not entry.busy:
            self.opened.emit(entry)

    # -- the keys ------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, with Ctrl they move the chosen session; Enter opens it, Esc lets a dragged one go."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == KEY.Key_Escape and self._dragged is not None:
            self._pressed = self._dragged = None
            self.update()
        elif is_enter(event):
            self._enter()
        elif not ((control and self._nudge(event.key())) or (plain and self._arrow(event.key()))):
            super().keyPressEvent(event)

    def _enter(self) -> None:
        found = [one for one in self.of_day(self.day) if not one.busy]
        entry = self.chosen or (found[0] if len(found) == 1 else None)
        if entry is not None and not entry.busy:
            self.opened.emit(entry)
        elif found:
            self.listed.emit()

    def _nudge(self, key: int) -> bool:
        down = WEEK if self.span is Span.MONTH else NUDGE
        by = {int(KEY.Key_Left): -ONE, int(KEY.Key_Right): ONE, int(KEY.Key_Up): -down,
              int(KEY.Key_Down): down}.get(key)
        entry = self.chosen
        if by is None:
            return False
        if entry is not None and entry.starts_at is not None:
            self.dropped.emit(entry, entry.starts_at + by)
        return True

    def _arrow(self, key: int) -> bool:
        week = self.span is Span.MONTH
        days = {int(KEY.Key_Left): -ONE, int(KEY.Key_Right): ONE}
        if week:
            days |= {int(KEY.Key_Up): -WEEK, int(KEY.Key_Down): WEEK}
        by = days.get(key)
        if by is not None:
            self._go(self.day + by, None)
        elif not week and key in (KEY.Key_Up, KEY.Key_Down):
            self._step(1 if key == KEY.Key_Down else -1)
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        """To the next entry of the day, or the one before."""
        found = self.of_day(self.day)
        at = next((at for at, one in enumerate(found) if one == self.chosen), -1 if by > 0 else len(found))
        if 0 <= at + by < len(found):
            self._go(self.day, found[at + by])

    def _go(self, day: date, entry: CalendarEntry | None) -> None:
        if day != self.day:
            self.day = day
            self.chosen = entry
            self.day_chosen.emit(day)
        self.choose(entry)
        self.entry_chosen.emit(entry)


def _is_same(one: CalendarEntry, other: CalendarEntry) -> bool:
    """The same thing, perhaps at another hour."""
    if one.row_id or other.row_id:
        return one.row_id == other.row_id
    return one == other
