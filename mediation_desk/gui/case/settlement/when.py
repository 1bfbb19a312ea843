"""When it is paid: how many instalments, on which days, in which amounts, with a calendar of the days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediation_desk.domain import dates
from mediation_desk.domain.calendar import RestDayRule
from mediation_desk.domain.money import Money
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.pasted import read_schedule
from mediation_desk.domain.settlement.schedules import WITH_EDGE, before_first, interval_of
from mediation_desk.domain.settlement.terms import MOST_INSTALMENTS, Plan
from mediation_desk.domain.vocabulary import PaymentMethod, SplitKind
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.settlement.due_calendar import DueCalendar
from mediation_desk.gui.case.settlement.grids import ByHand, ScheduleField
from mediation_desk.gui.case.settlement.late import terms_of
from mediation_desk.gui.case.settlement.reading import is_monthly, weights_of
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.fields.kinds import (
    ChoiceField,
    DateField,
    Form,
    IntegerField,
    MoneyField,
    SegmentField,
)
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.tables.spreadsheet import read_cells
from mediation_desk.gui.kit.words import tr, tr_error
from mediation_desk.services.settlement.rhythms import MOST_DAYS, every, monthly

DAYS_OF = {"weeks": 7, "days": 1}
MOST_WORKDAYS = 250


class Incomplete(Exception):
    """The terms have no total or no due day yet: nothing is wrong, there is only nothing to work out."""


@dataclass(frozen=True)
class Scheduled:
    """What is set of the schedule."""

    due_dates: tuple[date, ...]
    split_kind: SplitKind
    rest_day_rule: RestDayRule
    weights: tuple[int, ...]
    amounts: tuple[Money, ...]
    edge: Money | None


class WhenGroup:
    """The fields of the schedule, and what they show of it."""

    def __init__(self, form: Form, bench: CaseBench) -> None:
        self.form, self.bench = form, bench
        form.group(tr("When it is paid"))
        self.count = form.add(IntegerField(tr("Number of instalments"), name="instalments", required=True,
                                           least=1, most=MOST_INSTALMENTS))
        self.first = form.add(DateField(tr("First due on"), name="due_dates", today=bench.today,
                                        look="ahead"))
        self._fill_rhythm()
        self.split = form.add(ChoiceField(tr("Split over the instalments"), terms_of(SplitKind),
                                          name="split_kind", width=22))
        self.edge = form.add(MoneyField(tr("Of the first instalment"), name="edge"))
        self.method = form.add(ChoiceField(tr("Paid by"), terms_of(PaymentMethod), name="method"), wide=True)
        self.schedule = form.add(ScheduleField(bench.today), wide=True)
        self.paste = button(tr("Paste a schedule from a spreadsheet"), "quiet", picture="clipboard-text")
        form.add_widget(_at_left(self.paste))
        self.paste.clicked.connect(self._paste)
        self.calendar = form.add_widget(DueCalendar())

    def _fill_rhythm(self) -> None:
        form = self.form
        self.rhythm = form.add(SegmentField(
            tr("Due days"), [("monthly", tr("Once a month")), ("weeks", tr("By weeks")),
                             ("days", tr("By days")), ("hand", tr("By hand"))], name="rhythm",
            required=True), wide=True)
        self.every = form.add(IntegerField(tr("Every"), name="every", least=1, most=MOST_DAYS))
        self.after = form.add(IntegerField(tr("Or so many working days after signing"), name="", least=1,
                                           most=MOST_WORKDAYS))
        self.after.committed.connect(lambda _value: self._count_workdays())
        self.rule = form.add(ChoiceField(tr("A due day on a rest day"),
                                         [(rule, rest_day_words(rule)) for rule in RestDayRule],
                                         name="rest_day_rule", width=22))

    # -- what is kept --------------------------------------------------------------------

    def values(self, kept: Agreement | None) -> dict[str, object]:
        """The fields as the kept terms have them, and as terms begin."""
        if kept is None:
            return {"due_dates": None, "rhythm": "monthly", "every": None, "edge": None,
                    "rest_day_rule": RestDayRule.SAME_DAY, "split_kind": SplitKind.EQUAL,
                    "method": PaymentMethod.TRANSFER}
        days = [one.due_on for one in kept.instalments][self._signing(kept.split_kind):]
        rhythm, step = _rhythm_of(days)
        return {"instalments": len(kept.instalments), "rhythm": rhythm, "every": step,
                "due_dates": None if rhythm == "hand" or not days else days[0], "edge": _edge_of(kept),
                "rest_day_rule": kept.rest_day_rule, "split_kind": kept.split_kind, "method": kept.method}

    def hold(self, kept: Agreement) -> None:
        """The table's cells that were set by hand."""
        days = [one.due_on for one in kept.instalments]
        amounts = [one.amount for one in kept.instalments]
        by_hand = _rhythm_of(days[self._signing(kept.split_kind):])[0] == "hand"
        texts: dict[tuple[str, str], str] = {}
        for at, (day, amount, weight) in enumerate(zip(days, amounts, weights_of(amounts, kept.total),
                                                       strict=True)):
            if by_hand:
                texts[str(at), "due"] = dates.show(day)
            if kept.split_kind is SplitKind.BY_SHARE:
                texts[str(at), "weight"] = str(weight)
            if kept.split_kind is SplitKind.BY_HAND:
                texts[str(at), "amount"] = str(amount)
        self.schedule.put(texts)

    # -- what is set ---------------------------------------------------------------------

    @staticmethod
    def _signing(split: object) -> int:
        """How many instalments fall on the day of signing."""
        return 1 if split is SplitKind.ON_SIGNING else 0

    def scheduled(self) -> Scheduled:
        """What is set now. Raises Incomplete, or DeskError beside the field it concerns."""
        days, split = self.days(), self.split.value()
        assert isinstance(split, SplitKind)
        edge = self.edge.value()
        return Scheduled(
            days, split, self.rest_rule(),
            self.schedule.weights(len(days)) if split is SplitKind.BY_SHARE else (),
            self.schedule.amounts(len(days)) if split is SplitKind.BY_HAND else (),
            edge if split in WITH_EDGE and isinstance(edge, Money) else None)

    def days(self) -> tuple[date, ...]:
        """The due days; of a share on signing the first stands for the day of signing."""
        count = self.count.value()
        if not count:
            raise Incomplete
        signing = self._signing(self.split.value())
        if count == signing:
            return (self.bench.desk.today,)
        days = self._later_days(count, signing)
        return (before_first(days, self.bench.desk.today), *days) if signing else days

    def _later_days(self, count: int, signing: int) -> tuple[date, ...]:
        if self.is_by_hand:
            return self.schedule.dates_since(signing, count)
        first, step = self.first.value(), self.every.value()
        if first is None:
            raise Incomplete
        unit = DAYS_OF.get(str(self.rhythm.value()))
        if unit is None:
            return monthly(first, count - signing)
        if not step:
            raise Incomplete
        return every(first, count - signing, step * unit)

    @property
    def missing(self) -> Field:
        """The field for want of which there are no days yet."""
        if self.first.value() is None:
            return self.first
        return self.count if self.count.value() is None else self.every

    @property
    def is_by_hand(self) -> bool:
        """Whether the due days are typed one by one."""
        return self.rhythm.value() == "hand"

    def rest_rule(self) -> RestDayRule:
        """What happens to a due day on a rest day."""
        rule = self.rule.value()
        return rule if isinstance(rule, RestDayRule) else RestDayRule.SAME_DAY

    def settled(self, name: str, worked: Plan | None) -> None:
        """A field was left: what goes over to the hand begins with what was worked out before."""
        first, count = self.first.value(), self.count.value()
        signing = self._signing(self.split.value())
        if name == "rhythm" and self.is_by_hand and first and count:
            known = monthly(first, count - signing) if worked is None or len(worked.due_dates) != count \
                else worked.due_dates[signing:]
            self.schedule.begin("due", ["", *map(dates.show, known)][1 - signing:])
        elif name == "split_kind" and self.split.value() is SplitKind.BY_HAND and worked:
            self.schedule.begin("amount", [str(amount) for amount in worked.amounts])

    def _count_workdays(self) -> None:
        """The first due day so many working days after a signing today."""
        count = self.after.value()
        if count:
            today = self.bench.desk.today
            self.first.set_value(self.bench.desk.calendar.after_workdays(today, count))
            self.after.set_help(tr("counted from a signing on {day}", day=today))
            self.form.committed.emit("due_dates", self.first.value())

    # -- pasting -------------------------------------------------------------------------

    def _paste(self) -> None:
        """Take over a schedule that was copied from a spreadsheet; what is wrong names its row."""
        rows = read_cells(QGuiApplication.clipboard().text())
        try:
            found = read_schedule(rows, self.bench.desk.today)
        except DeskError as error:
            self.schedule.set_error(tr_error(error))
            return
        self.count.set_value(len(found))
        self.rhythm.set_value("hand")
        self.split.set_value(SplitKind.BY_HAND)
        self.schedule.fill({"due": [dates.show(day) for day, _ in found],
                            "amount": [str(amount) for _, amount in found]})

    # -- showing -------------------------------------------------------------------------

    def refresh(self, worked: Plan | None, *, read_only: bool) -> None:
        """Show which fields are asked, the table and the calendar."""
        split, rhythm = self.split.value(), str(self.rhythm.value())
        self.first.setVisible(not self.is_by_hand)
        self.after.setVisible(not self.is_by_hand and not read_only)
        self.every.setVisible(rhythm in DAYS_OF)
        self.every.set_label(tr("Weeks from one to the next") if rhythm == "weeks"
                             else tr("Days from one to the next"))
        self.edge.setVisible(split in WITH_EDGE)
        self.edge.set_label(self._edge_words(split))
        self.paste.setVisible(not read_only)
        self._show_schedule(worked, split, read_only=read_only)

    @staticmethod
    def _edge_words(split: object) -> str:
        if split is SplitKind.ON_SIGNING:
            return tr("Paid on the day of signing")
        last = split is SplitKind.LAST_LARGER
        return tr("Of the last instalment") if last else tr("Of the first instalment")

    def _show_schedule(self, worked: Plan | None, split: object, *, read_only: bool) -> None:
        count = self.count.value() or 0
        by_hand = ByHand(dates=self.is_by_hand, weights=split is SplitKind.BY_SHARE,
                         amounts=split is SplitKind.BY_HAND)
        days, calendar = self._shown_days(count), self.bench.desk.calendar
        falls = self.schedule.lay(days, worked.amounts if worked else (), by_hand, calendar,
                                  self.rest_rule(), read_only=read_only, on_signing=self._signing(split))
        self.schedule.setVisible(count > 0)
        self.calendar.show_days(days, falls, calendar, self._signing(split))

    def _shown_days(self, count: int) -> Sequence[date | None]:
        try:
            return self.days()
        except (Incomplete, DeskError):
            return [None] * count


def _at_left(made: QWidget) -> QWidget:
    """A row in which a button is as wide as its words."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(made)
    line.addStretch(1)
    return row


def _rhythm_of(days: Sequence[date]) -> tuple[str, int | None]:
    """By which rule the days follow each other, and in which step."""
    if is_monthly(days):
        return "monthly", None
    step = interval_of(days)
    if step is None or step > MOST_DAYS:
        return "hand", None
    return ("days", step) if step % 7 else ("weeks", step // 7)


def _edge_of(kept: Agreement) -> Money | None:
    if kept.split_kind not in WITH_EDGE or len(kept.instalments) < 2:
        return None
    return kept.instalments[-1 if kept.split_kind is SplitKind.LAST_LARGER else 0].amount


def rest_day_words(rule: RestDayRule) -> str:
    """What a rule does with a due day on a rest day."""
    if rule is RestDayRule.NEXT_WORKDAY:
        return tr("The next working day")
    return tr("The working day before") if rule is RestDayRule.PREVIOUS_WORKDAY else tr("The same day")
