"""What a report can be narrowed to: the mediators, platforms, causes and matters that there are."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from mediation_desk.domain.accounts import Role
from mediation_desk.services.desk import Desk
from mediation_desk.services.office.sites import Choice, choices_in
from mediation_desk.services.reports.overview import ALL, reading

MOST = 500  # of a list that one can still choose from; those that most cases have


@dataclass(frozen=True)
class Choices:
    """The choices that lead to a case at all. ``mediators``: key and name, of the office;
    ``sites``: none in an office without."""

    mediators: tuple[tuple[UUID, str], ...]
    platforms: tuple[str, ...]
    causes: tuple[str, ...]
    claims: tuple[str, ...]
    sites: tuple[Choice, ...] = ()


def choices(desk: Desk) -> Choices:
    """What the person at the desk can narrow their figures to."""
    with desk.reading() as work:
        tallies = reading(desk, work, ALL)
        mediators = tuple((one.id, one.name) for one in work.accounts.all() if Role.MEDIATOR in one.roles)
        platforms, causes, claims = (tuple(tallies.commonest(name, MOST))
                                     for name in ("platform", "cause", "claim"))
        return Choices(mediators, platforms, causes, claims, tuple(choices_in(work)))
