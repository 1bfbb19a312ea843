"""Statutory figures and holidays: the shipped ones joined with the office's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.calendar import HolidayYear
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.figures import Figure, FigureKind, Figures
from mediation_desk.domain.merging import Key, Row
from mediation_desk.domain.money import ZERO
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.words import N_, DeskError, Sentence, say
from mediation_desk.library.law import parse_holiday_year
from mediation_desk.services.desk import Desk
from mediation_desk.services.office.merging import merged_rows
from mediation_desk.services.own_law import FIGURES, HOLIDAYS, OfficeLaw, OwnFigure
from mediation_desk.store.work.work import Work


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


def keep_figures(desk: Desk, figures: Sequence[OwnFigure], seen: Sequence[OwnFigure] | None = None
                 ) -> Changes:
    """Let these be the office's figures, all of them or none; those that a colleague added meanwhile stay.

    ``seen``: the figures as the person looked at them; None: those at hand.
    """
    wanted = [_checked(own) for own in figures]
    looked_at = desk.law.own if seen is None else seen
    with desk.work("edit_figures", Verb.EDIT_FIGURES) as work:
        stands = _at_hand(desk, work)
        merged = merged_rows(desk, work, _rows(looked_at), _rows(wanted), _rows(stands.own),
                             lambda _place: ("settings", FIGURES))
        work.settings.write({FIGURES: list(merged.values())})
        law = OfficeLaw(work.settings.read())
        changes = work.commit(lists=("figures",))
    desk.law = law
    return changes


def _at_hand(desk: Desk, work: Work) -> OfficeLaw:
    """The office's law as it stands, which is at hand from now on: a conflict with it is shown."""
    desk.law = OfficeLaw(work.settings.read())
    return desk.law


def _rows(figures: Sequence[OwnFigure]) -> dict[Key, Row]:
    """Figures by what they are of: kind, place, and the day from which they count."""
    rows: dict[Key, Row] = {}
    for own in figures:
        of = "/".join((own.kind.value, own.place, own.since.isoformat()))
        rows["figures", f"{of}/{sum(key.startswith(of) for _, key in rows)}"] = _written(own)
    return rows


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
    return _keep_holidays(desk, parse_holiday_year(text).year, text)


def drop_holidays(desk: Desk, year: int) -> Changes:
    """Forget an imported year; a shipped one counts again."""
    return _keep_holidays(desk, year, None)


def _keep_holidays(desk: Desk, year: int, text: str | None) -> Changes:
    """Let the year be as in the text, None: as shipped; the dates in the lists fall where it makes them.

    What was seen of it is what is at hand.
    """
    with desk.work("import_holidays", Verb.EDIT_FIGURES) as work:
        seen = desk.law.texts
        mine = {number: known for number, known in seen.items() if number != year}
        mine |= {} if text is None else {year: text}
        merged = merged_rows(desk, work, _years(seen), _years(mine), _years(_at_hand(desk, work).texts),
                             lambda _place: ("settings", HOLIDAYS))
        work.settings.write({HOLIDAYS: {name: row["text"] for (_, name), row in merged.items()}})
        law = OfficeLaw(work.settings.read())
        work.refile(law.joined(desk.library.calendar), year)
        changes = work.commit(lists=("figures", "cases", "agenda"))
    desk.law = law
    return changes


def _years(texts: Mapping[int, str]) -> dict[Key, Row]:
    return {("holidays", str(year)): {"text": text} for year, text in texts.items()}


def holiday_years(desk: Desk) -> Sequence[tuple[HolidayYear, bool]]:
    """Every year whose notice is at hand, and whether the office imported it."""
    years = desk.calendar.years
    return [(years[number], number in desk.law.years) for number in sorted(years)
            if years[number].announced]


def unannounced_years(desk: Desk) -> Sequence[int]:
    """This year and the next, where their notice is not at hand."""
    calendar, now = desk.calendar, desk.today.year
    return [year for year in (now, now + 1) if not calendar.of_year(year).announced]
