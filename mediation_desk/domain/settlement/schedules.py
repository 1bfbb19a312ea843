"""Schedules: amounts over the instalments, and due days that keep their order when they leave rest days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from mediation_desk.domain.calendar import DAY, RestDayRule, WorkCalendar
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.vocabulary import SplitKind
from mediation_desk.domain.words import N_, DeskError

WITH_EDGE = (SplitKind.FIRST_LARGER, SplitKind.LAST_LARGER, SplitKind.ON_SIGNING)
"""Ways of splitting in which one instalment has its own amount and the others share the rest equally."""


def edged(whole: Money, count: int, kind: SplitKind, edge: Money | None) -> list[Money]:
    """One instalment of its own amount, first or last, and the others equal; exact to the fen.

    ``edge``: the amount of that one. A single instalment is all of it. Raises DeskError beside ``edge``
    where nothing would be left for the others, or the larger one is none.
    """
    if count == 1:
        return [whole]
    if edge is None or not ZERO < edge < whole:
        raise DeskError(N_("Enter what the first or last instalment comes to: more than nothing, less than "
                           "{total}."), field="edge", total=whole)
    rest = (whole - edge).split([1] * (count - 1))
    if kind is not SplitKind.ON_SIGNING and edge <= rest[0]:
        raise DeskError(N_("The larger instalment must be more than {other}, which the others come to."),
                        field="edge", other=rest[0])
    return [*rest, edge] if kind is SplitKind.LAST_LARGER else [edge, *rest]


def in_order(days: Sequence[date], rule: RestDayRule, calendar: WorkCalendar) -> tuple[date, ...]:
    """The days, each moved off a rest day as the rule says, no two on one day and none before the one before.

    Where two meet, the later one gives way to the next working day; where days move back, the earlier one
    gives way to the working day before.
    """
    placed = [calendar.placed(day, rule) for day in days]
    if rule is RestDayRule.NEXT_WORKDAY:
        for at in range(1, len(placed)):
            if placed[at] <= placed[at - 1]:
                placed[at] = calendar.next_workday(placed[at - 1] + DAY)
    elif rule is RestDayRule.PREVIOUS_WORKDAY:
        for at in reversed(range(len(placed) - 1)):
            if placed[at] >= placed[at + 1]:
                placed[at] = calendar.previous_workday(placed[at + 1] - DAY)
    return tuple(placed)


def interval_of(days: Sequence[date]) -> int | None:
    """The same number of days between each two of three or more; None where there is none."""
    steps = {(later - earlier).days for earlier, later in pairwise(days)}
    return steps.pop() if len(steps) == 1 and len(days) > 2 else None


def before_first(days: Sequence[date], today: date) -> date:
    """The day that stands for the day of signing until there is one: today, or the day before the first
    that is due after it."""
    return min(today, days[0] - timedelta(days=1)) if days else today
