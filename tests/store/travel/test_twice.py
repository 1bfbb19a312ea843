"""Suspects come off the search index: open cases alone, whoever's they are, however names are written."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.office import accounts
from mediation_desk.store.travel.twice import suspects
from tests.offices import Office
from tests.services.papers_desk import case_of
from tests.services.travel.test_twice import LI, MA, entered
from tests.services.two_desks import LENT


def found(desk: Desk, case_id: UUID) -> list[UUID]:
    case = case_of(desk, case_id)
    with desk.reading() as work:
        return suspects(work, case.applicants, case.respondents)


def test_the_newest_first_and_only_where_both_are_named(office: Office) -> None:
    desk = office.first
    first, second = entered(desk, MA), entered(desk, LI, MA)
    entered(desk, MA, company="别的公司")
    entered(desk, LI)
    assert found(desk, first) == [second, first]


def test_a_colleagues_case_is_found_and_one_that_is_over_is_not(office: Office) -> None:
    desk = office.first
    accounts.add(desk, accounts.AccountDraft("sun", "孙", frozenset({AccountRole.MEDIATOR}), LENT))
    theirs, over, mine = entered(office.desk("sun", LENT), MA), entered(desk, MA), entered(desk, MA)
    registering.void(desk, over, desk.today, "登记有误")
    assert found(desk, mine) == [mine, theirs]
