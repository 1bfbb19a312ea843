"""Statutory figures and holidays: the shipped ones joined with the office's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.calendar import HolidayYear
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.figures import Figure, FigureKind, Figures
from mediation_desk.domain.money import ZERO
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.words import N_, DeskError, Sentence, say
from mediation_desk.library.law import parse_holiday_year
from mediation_desk.services.desk import Desk
from mediation_desk.services.own_law import FIGURES, HOLIDAYS, OfficeLaw, OwnFigure


def _written(own: OwnFigure) -> dict[str, Any]:
    return {"kind": own.kind.value, "place": own.place, "place_name": own.place_name,
            "amount": own.amount.plain(), "since": own.since.isoformat(), "source": own.source,
            "until": own.until.isoformat() if own.until else None, "per": own.per.value,
            "months": list(own.months)}


def own_figures(desk: Desk) -> Sequence[OwnFigure]:
    """The office's figures."""
    return desk.law.own


@dataclass(frozen=True)
class Need:
    """A statutory figure that the office's region needs today, and what depends on it.

    ``figure`` is the one at hand and ``whose`` the place that it is of (the region itself, its city or
    its province); without one ``why`` says so.
    """

    kind: FigureKind
    claims: tuple[Sentence, ...]
    checks: tuple[Sentence, ...]
    figure: Figure | None = None
    whose: str = ""
    why: Sentence | None = None


CHECKS: Mapping[FigureKind, tuple[Sentence, ...]] = MappingProxyType({
    FigureKind.MINIMUM_WAGE: (say(N_("whether an award would be final (the outlook on arbitration)")),),
    FigureKind.AVERAGE_WAGE: (say(N_("the limit of three times the average wage")),),
    FigureKind.HEAT_ALLOWANCE: ()})


def needs(desk: Desk) -> Sequence[Need]:
    """Every statutory figure that claims and checks look up, with the one of the region at hand or why
    there is none."""
    region, figures = desk.settings.region or None, desk.figures
    return [_need(kind, figures, region, desk.today) for kind in FigureKind]


def _need(kind: FigureKind, figures: Figures, region: str | None, on: date) -> Need:
    claims = tuple(claim.label for claim in CLAIMS.values() if kind in claim.figures)
    found = figures.in_force(kind, region, on) if region else None
    if found is None:
        return Need(kind, claims, CHECKS[kind], why=figures.why_not(kind, region, on))
    return Need(kind, claims, CHECKS[kind], found[1], found[0])


def keep_figures(desk: Desk, figures: Sequence[OwnFigure]) -> Changes:
    """Replace the office's figures by these; all of them or none when one cannot be."""
    kept = [_checked(own) for own in figures]
    with desk.work("edit_figures", Verb.EDIT_FIGURES) as work:
        work.settings.write({FIGURES: [_written(own) for own in kept]})
        law = OfficeLaw(work.settings.read())
        changes = work.commit(lists=("figures",))
    desk.law = law
    return changes


def _checked(given: OwnFigure) -> OwnFigure:
    own = replace(given, place=plain(given.place))
    if not (len(own.place) == 6 and own.place.isascii() and own.place.isdigit()):
        raise DeskError(N_("A region is a six-digit code such as 630100."), field="place")
    if own.amount <= ZERO:
        raise DeskError(N_("Enter an amount above zero."), field="amount")
    if own.until and own.until < own.since:
        raise DeskError(N_("The figure ends before it begins."), field="until")
    if not own.source.strip():
        raise DeskError(N_("Say which document the figure comes from."), field="source")
    return own


def import_holidays(desk: Desk, text: str) -> Changes:
    """Take in a year of holidays from the text of a file with one [[year]]."""
    year = parse_holiday_year(text).year
    return _keep_holidays(desk, year, lambda kept: {**kept, str(year): text})


def drop_holidays(desk: Desk, year: int) -> Changes:
    """Forget an imported year; a shipped one counts again."""
    return _keep_holidays(desk, year, lambda kept: {name: text for name, text in kept.items()
                                                    if name != str(year)})


def _keep_holidays(desk: Desk, year: int, change: Callable[[dict[str, str]], dict[str, str]]) -> Changes:
    """Keep the imported years, and put the dates in the lists where they make them fall."""
    with desk.work("import_holidays", Verb.EDIT_FIGURES) as work:
        work.settings.write({HOLIDAYS: change(work.settings.read().get(HOLIDAYS, {}))})
        law = OfficeLaw(work.settings.read())
        work.refile(law.joined(desk.library.calendar), year)
        changes = work.commit(lists=("figures", "cases", "agenda"))
    desk.law = law
    return changes


def holiday_years(desk: Desk) -> Sequence[tuple[HolidayYear, bool]]:
    """Every year whose notice is at hand, and whether the office imported it."""
    years = desk.calendar.years
    return [(years[number], number in desk.law.years) for number in sorted(years)
            if years[number].announced]


def unannounced_years(desk: Desk) -> Sequence[int]:
    """This year and the next, where their notice is not at hand."""
    calendar, now = desk.calendar, desk.today.year
    return [year for year in (now, now + 1) if not calendar.of_year(year).announced]
