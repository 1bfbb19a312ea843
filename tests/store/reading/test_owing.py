"""The cases that lines may have paid are found by names, accounts and amounts, among those in sight."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.money import yuan
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.settlement import settling
from mediation_desk.store.reading.owing import Owing
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import COMPANY, WORKERS, accepted, asked, case_of, terms
from tests.services.test_history import SIGNED


def found(desk: Desk) -> list[int]:
    """How many cases each way of looking finds."""
    with desk.reading() as work:
        owing = Owing(work.connection, work.lists)
        return [len(one) for one in (
            owing.numbers(), owing.named({WORKERS[0]}, ()), owing.named({COMPANY, "某人"}, ()),
            owing.named((), {"6222000011112222"}), owing.owing_just({yuan("12000"), yuan("1")}),
            owing.named({"某人"}, {"6228"}), owing.owing_just({yuan("6000")}))]


def test_open_cases_in_sight_are_found_and_no_others(office: Office) -> None:
    desk = office.first
    accepted(desk)  # nothing is owed on it yet
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms("12000.00", date(2024, 12, 20)))
    settling.sign(desk, case_id, SIGNED)
    worker = case_of(desk, case_id).applicants[0].id
    editing.save(desk, case_id, [editing.Edit("party", worker, "bank_account", "", "6222-0000 1111 2222")])
    assert found(desk) == [1, 1, 1, 1, 1, 0, 0]
    colleague(office, "wang", Role.MEDIATOR)
    assert found(office.desk("wang", LENT)) == [0] * 7
