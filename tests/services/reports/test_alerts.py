"""What a supervisor is alerted to, for whom, and that the most urgent stands first."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.agenda import Due
from mediation_desk.domain.reports.period import Period
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import ClockKind
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.reports import alerts
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.reports.matters import COMPANY, accepted, closed, received

NOBODY = alerts.Gatherings((), 0)


@pytest.fixture
def house(office: Office) -> Office:
    """Monday, 25 November 2024; Wang and Sun mediate too, Yang supervises."""
    office.clock.set(2024, 11, 25)
    for login, role in (("wang", Role.MEDIATOR), ("sun", Role.MEDIATOR), ("yang", Role.SUPERVISOR)):
        colleague(office, login, role)
    return office


def found(desk: Desk, due: Due, mediator: UUID | None = None) -> list[tuple[UUID, str, date]]:
    items = alerts.alerts(desk, mediator).pressing[due].items
    return [(row.case_id, row.kind, row.on) for row, _case in items]


def test_what_is_late_stands_by_mediator_the_last_to_become_late_on_top(house: Office) -> None:
    mine = accepted(house.first, date(2024, 11, 1))  # mediation ends on the 16th, with the fifteenth day
    wang = house.desk("wang", LENT)
    theirs = accepted(wang, date(2024, 11, 6))
    yang = house.desk("yang", LENT)
    late = found(yang, Due.OVERDUE)
    assert [(case, kind) for case, kind, _on in late] == [(theirs, ClockKind.MEDIATION_END),
                                                          (mine, ClockKind.MEDIATION_END)]
    assert late[0][2] > late[1][2]
    assert [case for case, _kind, _on in found(yang, Due.OVERDUE, wang.who.account_id)] == [theirs]
    counts = {load.name: load.pressing[Due.OVERDUE] for load in alerts.alerts(yang).loads}
    assert counts == {house.first.who.name: 1, "Wang": 1, "Sun": 0}


def test_a_long_list_says_how_many_there_are(house: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alerts, "MOST_DUE", 2)
    for day in (1, 3, 5, 7):
        last = accepted(house.first, date(2024, 11, day))
    late = alerts.alerts(house.desk("yang", LENT)).pressing[Due.OVERDUE]
    assert len(late.items) == 2 and late.total == 4
    assert late.items[0][0].case_id == last


def test_a_case_rests_from_the_seventh_day_without_an_event_the_longest_first(house: Office) -> None:
    house.clock.set(2024, 11, 10)
    first = received(house.first, date(2024, 11, 10))
    house.clock.set(2024, 11, 12)
    second = received(house.first, date(2024, 11, 12))
    over = closed(house.first, date(2024, 11, 10), date(2024, 11, 12))
    house.clock.set(2024, 11, 19, hour=8)
    yang = house.desk("yang", LENT)
    assert [row.case_id for row in alerts.alerts(yang).resting.cases] == [first]
    house.clock.set(2024, 11, 19, hour=10)
    told = alerts.alerts(yang)
    assert [row.case_id for row in told.resting.cases] == [first, second] and told.resting.total == 2
    assert over not in [row.case_id for row in told.resting.cases]
    assert {load.resting for load in told.loads if load.cases} == {2}


def test_three_cases_against_one_company_within_thirty_days_gather(house: Office) -> None:
    for day in (date(2024, 10, 26), date(2024, 10, 27), date(2024, 11, 20)):
        received(house.first, day)
    yang = house.desk("yang", LENT)
    assert alerts.alerts(yang).gatherings == NOBODY  # the first is a day too old
    last = received(house.desk("wang", LENT), date(2024, 11, 25), company="  河湟同城配送　有限公司 ")
    (one,) = alerts.alerts(yang).gatherings.companies
    assert (one.cases, one.people) == (3, 3)
    rows = alerts.against(yang, one.key, 0, 10)
    assert len(rows) == 3 and rows[0].case_id == last
    assert alerts.against(yang, one.key, 1, 1) == [rows[1]]


def test_two_cases_of_ten_workers_gather_and_one_of_twelve_alone_does_not(house: Office) -> None:
    received(house.first, date(2024, 11, 20), workers=12, company="独自一件有限公司")
    received(house.first, date(2024, 11, 20), workers=4)
    received(house.first, date(2024, 11, 21), workers=6)
    (one,) = alerts.alerts(house.desk("yang", LENT)).gatherings.companies
    assert (one.company, one.people, one.cases) == (COMPANY, 10, 2)


def test_of_many_companies_the_first_are_told_and_how_many_there_are(house: Office,
                                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alerts, "MOST_DUE", 2)
    for company, workers in (("甲配送有限公司", 4), ("乙配送有限公司", 6), ("丙配送有限公司", 5)):
        for _ in range(3):
            received(house.first, date(2024, 11, 20), workers=workers, company=company)
    found = alerts.alerts(house.desk("yang", LENT)).gatherings
    assert [one.company for one in found.companies] == ["乙配送有限公司", "丙配送有限公司"]
    assert found.total == 3


def test_voided_cases_gather_against_nobody(house: Office) -> None:
    made = [received(house.first, date(2024, 11, 20)) for _ in range(3)]
    registering.void(house.first, made[0], date(2024, 11, 25), "重复登记")
    assert alerts.alerts(house.desk("yang", LENT)).gatherings == NOBODY


def test_the_load_of_each_mediator_says_what_is_open_and_what_last_week_brought(house: Office) -> None:
    received(house.first, date(2024, 11, 17))  # the week before last
    received(house.first, date(2024, 11, 18), workers=5)
    closed(house.first, date(2024, 11, 19), date(2024, 11, 24))
    (one,) = (load for load in alerts.alerts(house.desk("yang", LENT)).loads
              if load.mediator_id == house.first.who.account_id)
    assert (one.cases, one.people, one.received, one.closed) == (2, 6, 2, 1)


def test_a_mediator_is_alerted_to_their_own_cases_alone(house: Office) -> None:
    for _ in range(3):
        accepted(house.first, date(2024, 11, 1))
    wang = house.desk("wang", LENT)
    own = accepted(wang, date(2024, 11, 2))
    told = alerts.alerts(wang)
    assert told.own and [load.name for load in told.loads] == ["Wang"]
    assert [row.case_id for row, _case in told.pressing[Due.OVERDUE].items] == [own]
    assert told.pressing[Due.OVERDUE].total == 1 and told.gatherings == NOBODY


def test_an_administrator_is_alerted_to_nothing(house: Office) -> None:
    colleague(house, "liu", Role.ADMINISTRATOR)
    desk = house.desk("liu", LENT)
    for verb in (lambda: alerts.alerts(desk), lambda: alerts.week_ahead(desk, Period.week_of(desk.today), 5)):
        with pytest.raises(NotAllowed):
            verb()


def test_the_week_ahead_stands_in_the_order_of_its_days(house: Office) -> None:
    later = accepted(house.first, date(2024, 11, 14))
    sooner = accepted(house.first, date(2024, 11, 12))
    accepted(house.first, date(2024, 11, 24))  # ends in the week after
    week = alerts.week_ahead(house.desk("yang", LENT), Period.week_of(date(2024, 11, 25)), 10)
    assert [row.case_id for row, _case in week.items] == [sooner, later] and week.total == 2
