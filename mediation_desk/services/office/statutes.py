"""Statutory figures and holidays: the shipped ones joined with the office's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from mediation_desk.domain.calendar import HolidayYear
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Key, Row
from mediation_desk.domain.money import ZERO
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.law import parse_holiday_year
from mediation_desk.services.desk import Desk
from mediation_desk.services.office.merging import merged_rows
from mediation_desk.services.own_law import FIGURES, HOLIDAYS, OfficeLaw, OwnFigure
from mediation_desk.store.work.work import Work


def _written(own: OwnFigure) -> dict[str, Any]:
    return {"kind": own.kind.value, "place": own.place, "place_name": own.place_name,
            "amount": own.amount.plain(), "since": own.since.isoformat(), "source": own.source,
            "until": own.until.isoformat() if own.until else None, "per": own.per.value}


def own_figures(desk: Desk) -> Sequence[OwnFigure]:
    """The office's figures."""
    return desk.law.own


def keep_figures(desk: Desk, figures: Sequence[OwnFigure], seen: Sequence[OwnFigure] | None = None
                 ) -> Changes:
    """Let these be the office's figures, all of them or none; those that a colleague added meanwhile stay.

    ``seen``: the figures as the person looked at them; None: those at hand.
    """
    desk.require(Verb.EDIT_FIGURES)
    for own in figures:
        _check(own)
    looked_at = desk.law.own if seen is None else seen
    with desk.work("edit_figures") as work:
        stands = _at_hand(desk, work)
        merged = merged_rows(desk, work, _rows(looked_at), _rows(figures), _rows(stands.own),
                             lambda _place: ("settings", FIGURES))
        return _kept(desk, work, FIGURES, list(merged.values()))


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
    return _keep_holidays(desk, parse_holiday_year(text).year, text)


def drop_holidays(desk: Desk, year: int) -> Changes:
    """Forget an imported year; a shipped one counts again."""
    desk.require(Verb.EDIT_FIGURES)
    return _keep_holidays(desk, year, None)


def _keep_holidays(desk: Desk, year: int, text: str | None) -> Changes:
    """Let the year be as in the text, None: as shipped. What was seen of it is what is at hand."""
    with desk.work("import_holidays") as work:
        seen = desk.law.texts
        mine = {number: known for number, known in seen.items() if number != year}
        mine |= {} if text is None else {year: text}
        merged = merged_rows(desk, work, _years(seen), _years(mine), _years(_at_hand(desk, work).texts),
                             lambda _place: ("settings", HOLIDAYS))
        return _kept(desk, work, HOLIDAYS, {name: row["text"] for (_, name), row in merged.items()})


def _years(texts: Mapping[int, str]) -> dict[Key, Row]:
    return {("holidays", str(year)): {"text": text} for year, text in texts.items()}


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
