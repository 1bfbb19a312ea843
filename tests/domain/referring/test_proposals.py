"""What the data propose: parts that the case has first, offices of the kinds first, and the day."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.referral.offices import OfficeKind, ReceivingOffice
from mediation_desk.domain.referring.proposals import Proposals, ReferredPart, answer_day, fitting
from mediation_desk.domain.sorting.answer_types import Label
from tests.domain import cases

NOTHING = Label("", "")
FRIDAY = date(2024, 11, 29)


def part(name: str, claims: frozenset[str] = frozenset(), causes: frozenset[str] = frozenset(),
         days: int | None = None) -> ReferredPart:
    return ReferredPart(name, Label(name, name), (OfficeKind.INSPECTION, OfficeKind.UNION), claims, causes,
                        NOTHING, NOTHING, days)


def office(kind: OfficeKind, days: int | None = None) -> ReceivingOffice:
    return ReceivingOffice(id=UUID(int=1), kind=kind, name="某单位", answer_days=days)


def test_what_the_case_has_claims_or_a_cause_for_stands_first() -> None:
    known = Proposals((part("crime"), part("wages", frozenset({"unpaid_wages"})),
                       part("insurance", causes=frozenset({"社会保险"}))), MappingProxyType({}))
    case = cases.received()
    assert [one.id for one in known.of(case)] == ["wages", "crime", "insurance"]
    case.cause = "社会保险"
    assert [one.id for one in known.of(case)] == ["wages", "insurance", "crime"]
    assert known.part("crime") is known.parts[0] and known.part("nothing") is None


def test_offices_of_the_kinds_come_first_in_their_order() -> None:
    police, union, inspection = (office(kind) for kind in (OfficeKind.POLICE, OfficeKind.UNION,
                                                           OfficeKind.INSPECTION))
    assert fitting([police, union, inspection], part("x").kinds) == [inspection, union, police]


def test_an_answer_is_asked_for_after_the_offices_own_days_else_the_parts_else_the_usual() -> None:
    """From Friday: Monday is the first working day, the fifth the next Friday, the fifteenth 20 December."""
    calendar = WorkCalendar()
    assert answer_day(calendar, FRIDAY, office(OfficeKind.POLICE, 1), part("x", days=5)) == date(2024, 12, 2)
    assert answer_day(calendar, FRIDAY, office(OfficeKind.POLICE), part("x", days=5)) == date(2024, 12, 6)
    assert answer_day(calendar, FRIDAY, None, None) == date(2024, 12, 20)
