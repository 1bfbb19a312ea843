"""How lists and the head of a case say that it is on the road, and that work here may go on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, tzinfo

from mediation_desk.domain.travel.register import Away
from mediation_desk.gui.kit.words import tr

PICTURE = "suitcase-simple"


def away_words(away: Iterable[Away], zone: tzinfo) -> str:
    """``with 王调解 on “联想” since 2024-11-25``, for each laptop that has it; or to whom of which office it
    was handed over."""
    return "; ".join(_where(one, f"{one.since.astimezone(zone):%Y-%m-%d}") for one in away)


def _where(one: Away, day: str) -> str:
    if one.office:
        return tr("handed over to {office}, {person}, since {day}", office=one.office, person=one.laptop,
                  day=day)
    return tr("with {carrier} on “{laptop}” since {day}", carrier=one.carrier, laptop=one.laptop, day=day)


def away_brief(away: Iterable[Away], today: date, zone: tzinfo) -> str:
    """The same for a cell of a list: ``王调解, 联想, since 11-25``; a day of another year with its year."""
    return "; ".join(tr("{carrier}, {laptop}, since {day}", carrier=one.office or one.carrier,
                        laptop=one.laptop, day=_brief(one.since.astimezone(zone).date(), today))
                     for one in away)


def _brief(day: date, today: date) -> str:
    return f"{day:%m-%d}" if day.year == today.year else day.isoformat()


def calm_words() -> str:
    """What that means for whoever works on the case here."""
    return tr("You may go on working on it here. What both sides write is laid side by side when it comes "
              "home; nothing is lost and nothing written over.")
