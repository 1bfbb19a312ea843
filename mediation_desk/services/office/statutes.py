"""Statutory figures and holidays: the shipped ones joined with the office's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from mediation_desk.domain.calendar import HolidayYear
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.money import ZERO
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.law import parse_holiday_year
from mediation_desk.services.desk import Desk
from mediation_desk.services.own_law import FIGURES, HOLIDAYS, OfficeLaw, OwnFigure
from mediation_desk.store.work.work import Work


def _written(own: OwnFigure) -> dict[str, Any]:
    return {"kind": own.kind.value, "place": own.place, "place_name": own.place_name,
            "amount": own.amount.plain(), "since": own.since.isoformat(), "source": own.source,
            "until": own.until.isoformat() if own.until else None, "per": own.per.value}


def own_figures(desk: Desk) -> Sequence[OwnFigure]:
    """The office's figures."""
    return desk.law.own


def keep_figures(desk: Desk, figures: Sequence[OwnFigure]) -> Changes:
    """Replace the office's figures by these; all of them or none when one cannot be."""
    desk.require(Verb.EDIT_FIGURES)
    for own in figures:
        _check(own)
    with desk.work("edit_figures") as work:
        return _kept(desk, work, FIGURES, [_written(own) for own in figures])


def _check(own: OwnFigure) -> None:
    if not (len(own.place) == 6 and own.place.isdecimal()):
        raise DeskError(N_("A region is a six-digit code such as 630100."), field="place")
    if own.amount <= ZERO:
        raise DeskError(N_("Enter an amount above zero."), field="amount")
    if own.until and own.until < own.since:
        raise DeskError(N_("The figure ends before it begins."), field="until")
    if not own.source.strip():
        raise DeskError(N_("Say which document the figure comes from."), field="source")


def import_holidays(desk: Desk, text: str) -> Changes:
    """Take in a year of holidays from the text of a file with one [[year]]."""
    desk.require(Verb.EDIT_FIGURES)
    year = parse_holiday_year(text)
    return _keep_holidays(desk, lambda kept: {**kept, str(year.year): text})


def drop_holidays(desk: Desk, year: int) -> Changes:
    """Forget an imported year; a shipped one counts again."""
    desk.require(Verb.EDIT_FIGURES)
    return _keep_holidays(desk, lambda kept: {name: text for name, text in kept.items() if name != str(year)})


def _keep_holidays(desk: Desk, change: Callable[[dict[str, str]], dict[str, str]]) -> Changes:
    with desk.work("import_holidays") as work:
        return _kept(desk, work, HOLIDAYS, change(work.settings.read().get(HOLIDAYS, {})))


def holiday_years(desk: Desk) -> Sequence[tuple[HolidayYear, bool]]:
    """Every year at hand, and whether the office imported it."""
    years = desk.calendar.years
    return [(years[number], number in desk.law.years) for number in sorted(years)]


def _kept(desk: Desk, work: Work, name: str, value: Any) -> Changes:
    work.settings.write({name: value})
    law = OfficeLaw(work.settings.read())
    changes = work.commit(lists=("figures",))
    desk.law = law
    return changes
