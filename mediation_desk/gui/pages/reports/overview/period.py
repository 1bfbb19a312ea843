"""Which period: one that has a name, or the days as they are entered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediation_desk.domain.reports.named_periods import NamedPeriod, period_of
from mediation_desk.domain.reports.period import Period
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.fields.kinds import ChoiceField, DateField
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_error

TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class PeriodChoice(QWidget):
    """A choice of names and two days; a name fills in the days, a day that is entered is a name no more.
    ``changed`` when there is another period."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.span = ChoiceField(tr("Period"), [(one, tr(one.label)) for one in NamedPeriod], name="span",
                                width=14)
        self.since = DateField(tr("From (day)"), name="since", today=today)
        self.until = DateField(tr("Until (day)"), name="until", today=today)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(12))
        for field in (self.span, self.since, self.until):
            row.addWidget(field, 0, TOP_LEFT)
        self.choose(NamedPeriod.THIS_MONTH)
        self.span.committed.connect(lambda span: self._named(span))
        self.since.committed.connect(lambda _day: self._entered())
        self.until.committed.connect(lambda _day: self._entered())

    def choose(self, span: NamedPeriod, days: Period | None = None) -> None:
        """Show a period; tells nobody."""
        self.span.set_value(span)
        self._show(period_of(span, self._today()) or days)

    def period(self) -> Period | None:
        """The period as it is chosen; None, with the reason beside the day, where the days are none."""
        since, until = self.since.value(), self.until.value()
        for day, field in ((since, self.since), (until, self.until)):
            if day is None:
                field.set_error(tr("This must be filled in."))
        if since is None or until is None:
            return None
        try:
            return Period(since, until)
        except DeskError as error:
            (self.since if error.field == "since" else self.until).set_error(tr_error(error))
            return None

    def renew(self) -> None:
        """A period that has a name is the one of today, also after midnight."""
        span = self.span.value()
        if isinstance(span, NamedPeriod):
            self._show(period_of(span, self._today()))

    def _show(self, period: Period | None) -> None:
        if period is not None:
            self.since.set_value(period.since)
            self.until.set_value(period.until)

    def _named(self, span: object) -> None:
        if not isinstance(span, NamedPeriod):
            return
        self._show(period_of(span, self._today()))
        if span is NamedPeriod.DATES:
            self.since.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.changed.emit()

    def _entered(self) -> None:
        self.span.set_value(NamedPeriod.DATES)
        if self.period() is not None:
            self.since.set_error(None)
            self.until.set_error(None)
            self.changed.emit()
