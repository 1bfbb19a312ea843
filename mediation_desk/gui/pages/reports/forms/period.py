"""The period of a form: a day, a month, a quarter or a year; earlier, later, or the one of a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediation_desk.domain.reports.forms.form import PeriodKind
from mediation_desk.domain.reports.period import DAY, Period
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.fields.kinds import DateField
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_error
from mediation_desk.gui.pages.filled.words import in_words

MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.YEAR: 12}


def period_around(kind: PeriodKind, day: date) -> Period:
    """The period of that kind in which the day lies."""
    if kind is PeriodKind.DAY:
        return Period.of_day(day)
    count = MONTHS[kind]
    return Period.months(day.year, (day.month - 1) // count * count + 1, count)


class FormPeriod(QWidget):
    """``changed`` when it is another one."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.period = PeriodKind.MONTH, period_around(PeriodKind.MONTH, today())
        self.day = DateField(tr("A day of the period"), name="day", today=today)
        self.told = label("", "strong")
        self.earlier = button(tr("Earlier"), picture="caret-left")
        self.later = button(tr("Later"), picture="caret-right")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        row.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        for widget in (self.earlier, self.later, self.told):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)
        self.earlier.clicked.connect(lambda: self._go(self.period.since - DAY))
        self.later.clicked.connect(lambda: self._go(self.period.until + DAY))
        self.day.committed.connect(lambda day: self._go(day) if isinstance(day, date) else None)

    def show_period(self, kind: PeriodKind, period: Period) -> None:
        """Show a period; tells nobody."""
        self.kind, self.period = kind, period
        self.day.set_value(period.since)
        self.told.setText(in_words(period))

    def _go(self, day: date) -> None:
        try:
            period = period_around(self.kind, day)
        except DeskError as error:  # too long ago for anybody's case
            self.day.set_error(tr_error(error))
            return
        self.show_period(self.kind, period)
        self.changed.emit()
