"""Which kind of office a part of a matter goes to, and why, as the data say; what such an office takes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.case import Case
from mediation_desk.domain.referral.offices import OfficeKind, ReceivingOffice
from mediation_desk.domain.sorting.answer_types import Label

USUAL_DAYS = 15  # working days in which an answer is asked for where nothing says otherwise


@dataclass(frozen=True)
class ReferredPart:
    """A part that a matter can have, and where it goes: ``kinds`` of office, the first before the others.

    ``claims`` and ``causes`` bring it up; ``why``: the reason in words, ``basis``: its source, where one was
    read; ``days``: working days in which an answer is usually asked for.
    """

    id: str
    label: Label
    kinds: tuple[OfficeKind, ...]
    claims: frozenset[str]
    causes: frozenset[str]
    why: Label
    basis: Label
    days: int | None = None

    def fits(self, claims: Collection[str], cause: str) -> bool:
        """Whether the case has what brings it up."""
        return not self.claims.isdisjoint(claims) or cause in self.causes


@dataclass(frozen=True)
class UsualOffice:
    """What an office of a kind usually takes, and in how many working days it answers."""

    takes: Label
    days: int | None = None


@dataclass(frozen=True)
class Proposals:
    """What the data propose."""

    parts: tuple[ReferredPart, ...]
    usual: Mapping[OfficeKind, UsualOffice]

    def part(self, part_id: str) -> ReferredPart | None:
        """The part of that name."""
        return next((one for one in self.parts if one.id == part_id), None)

    def of(self, case: Case) -> list[ReferredPart]:
        """All of them, those first that the case has claims or a cause for."""
        claims = {one.claim for one in case.claims}
        return sorted(self.parts, key=lambda one: not one.fits(claims, case.cause))


def fitting(offices: Iterable[ReceivingOffice], kinds: Iterable[OfficeKind]) -> list[ReceivingOffice]:
    """The offices of the list, those of the proposed kinds first, in the order of the kinds."""
    order = {kind: at for at, kind in enumerate(kinds)}
    return sorted(offices, key=lambda one: order.get(one.kind, len(order)))


def answer_day(calendar: WorkCalendar, on: date, office: ReceivingOffice | None, part: ReferredPart | None
               ) -> date:
    """Until when an answer is asked for: the working days of the office itself, else of the part, else the
    usual ones, counted from ``on``."""
    days = (office.answer_days if office else None) or (part.days if part else None) or USUAL_DAYS
    return calendar.after_workdays(on, days)
