"""A small calendar of the months in which something falls due: due days, days that moved, rest days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediation_desk.domain import dates
from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr

CELL, GAP, MOST_MONTHS = 22, 20, 12  # px, px, months
WEEK, LINES = 7, 8  # days; the month's name, the days of the week, six weeks


class DueCalendar(QWidget):
    """The months one after the other, as many in a row as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.months: list[date] = []
        self.due: dict[date, int] = {}  # day -> number of the instalment
        self._moved: set[date] = set()
        self._calendar = WorkCalendar()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Calendar of the due days"))
        self.hide()

    def show_days(self, days: Sequence[date | None], falls: Sequence[date | None], calendar: WorkCalendar,
                  on_signing: int = 0) -> None:
        """``falls``: where each of the days comes to lie; the first of them may be the day of signing, which
        nobody knows yet."""
        numbered = enumerate(zip(days, falls, strict=True), start=1)
        known = [(number, day, fall) for number, (day, fall) in numbered
                 if number > on_signing and day is not None and fall is not None]
        self.due = {fall: number for number, _, fall in known}
        self._moved = {fall for _, day, fall in known if day != fall}
        self.months = sorted({fall.replace(day=1) for fall in self.due})[:MOST_MONTHS]
        self._calendar = calendar
        self.setAccessibleDescription(tr("Due on {days}", days=[dates.show(day) for day in self.due]))
        self.setVisible(bool(self.months))
        self.updateGeometry()
        self.update()

    # -- room ----------------------------------------------------------------------------

    def _columns(self, width: int) -> int:
        one = look().px(CELL * WEEK + GAP)
        return max(1, min(len(self.months) or 1, (width + look().px(GAP)) // one))

    def hasHeightForWidth(self) -> bool:
        """The months fold into rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many rows of months as that width takes."""
        rows = -(-len(self.months) // self._columns(width))
        return rows * look().px(CELL * LINES + GAP)

    def sizeHint(self) -> QSize:
        """Two months wide."""
        width = look().px((CELL * WEEK + GAP) * 2)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        """One month wide."""
        return QSize(look().px(CELL * WEEK), self.heightForWidth(max(self.width(), look().px(CELL * WEEK))))

    # -- drawing -------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the months."""
        painter = QPainter(self)
        columns = self._columns(self.width())
        for at, month in enumerate(self.months):
            self._month(painter, month, (at % columns) * look().px(CELL * WEEK + GAP),
                        (at // columns) * look().px(CELL * LINES + GAP))
        painter.end()

    def _month(self, painter: QPainter, month: date, left: int, top: int) -> None:
        cell = look().px(CELL)
        painter.setPen(look().colour("ink"))
        painter.setFont(look().font())
        painter.drawText(QRect(left, top, cell * WEEK, cell), Qt.AlignmentFlag.AlignVCenter,
                         tr("{year}-{month}", year=month.year, month=f"{month.month:02d}"))
        painter.setPen(look().colour("muted"))
        for at, name in enumerate(tr("M T W T F S S").split()):
            room = QRect(left + at * cell, top + cell, cell, cell)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, name)
        day = month
        while day.month == month.month:
            line = (day.day + month.weekday() - 1) // WEEK
            self._day(painter, day, QRect(left + day.weekday() * cell, top + (2 + line) * cell, cell, cell))
            day += timedelta(days=1)

    def _day(self, painter: QPainter, day: date, room: QRect) -> None:
        if day in self.due:
            meaning = "disputed" if day in self._moved else "accent"
            painter.fillRect(room.adjusted(1, 1, -1, -1), look().soft(meaning))
            painter.setPen(look().colour(meaning))
            painter.drawRect(room.adjusted(1, 1, -2, -2))
        else:
            painter.setPen(look().colour("ink" if self._calendar.is_workday(day) else "muted"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(day.day))
