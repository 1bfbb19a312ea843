"""Lines, parties and tables as the tests of the meeting point need them; the story's among them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from mediation_desk.domain.mediation.covering import side_line
from mediation_desk.domain.mediation.full_zone import FullZone, full_zone
from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.packages.layout import Table
from mediation_desk.domain.mediation.packages.limits import Asked, Law, Limits, limits
from mediation_desk.domain.mediation.worth import Assessment
from mediation_desk.domain.mediation.zone import BottomLine
from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import PartyKind, Role, Side
from mediation_desk.library.law import shipped_calendar

CALENDAR = shipped_calendar()
TODAY, FIRST = date(2024, 11, 25), date(2024, 12, 10)
CASE, COMPANY = UUID(int=900), UUID(int=100)
WORKERS = tuple(UUID(int=number) for number in range(1, 6))
CLAIMS = (*([yuan("8600")] * 4), yuan("4300"))
STORY_LAW = Law(yuan("15000"), yuan("38700"), dict.fromkeys(WORKERS, yuan("3000")))
STORY = (BottomLine(Side.APPLICANT, yuan("29000"), most_instalments=2),
         BottomLine(Side.RESPONDENT, yuan("31000"), fewest_instalments=2))
NO_LAW = Law()


def party(key: UUID, role: Role, **told: object) -> Party:
    return Party(id=key, case_id=CASE, position=key.int, role=role, name=f"甲{key.int}", **told)  # type: ignore[arg-type]


def people(workers: Sequence[UUID] = WORKERS, respondents: Sequence[UUID] = (COMPANY,)) -> list[Party]:
    return [*(party(one, Role.APPLICANT) for one in workers),
            *(party(one, Role.RESPONDENT, kind=PartyKind.ORGANISATION) for one in respondents)]


def zone_of(lines: Iterable[BottomLine], parties: Sequence[Party] | None = None,
            claims: Sequence[Money] = CLAIMS) -> FullZone:
    """The zone of these lines among these people."""
    told, everybody = list(lines), people() if parties is None else parties
    workers = [one.id for one in everybody if one.role is Role.APPLICANT]
    asked = dict(zip(workers, claims, strict=True))
    return full_zone(side_line(Side.APPLICANT, told, everybody, asked),
                     side_line(Side.RESPONDENT, told, everybody))


def asked(workers: Sequence[UUID] = WORKERS, claims: Sequence[Money] = CLAIMS, most: int = 12) -> Asked:
    return Asked(tuple(workers), tuple(claims), FIRST, CALENDAR, most)


def offer(side: Side, amount: str, instalments: int, number: int = 2, first: str = "",
          last: date | None = None) -> Offer:
    return Offer(id=UUID(int=700 + number), case_id=CASE, round=number, side=side, amount=yuan(amount),
                 instalments=instalments, first_share=yuan(first) if first else None, last_on=last)


ROUND_TWO = (offer(Side.APPLICANT, "33000", 2), offer(Side.RESPONDENT, "28000", 3))


def table(zone: FullZone, law: Law = NO_LAW, how: Assessment | None = None,
          last: Sequence[Offer] = ()) -> Table:
    return Table(zone, law, tuple(last), how or Assessment(), TODAY)


def limits_of(lines: Iterable[BottomLine], law: Law = NO_LAW, wanted: Asked | None = None) -> Limits:
    """The limits where there is room."""
    found = limits(zone_of(lines), law, wanted or asked())
    assert isinstance(found, Limits)
    return found
