"""What may be shown of a case that comes home: values to its mediators alone."""

from pathlib import Path

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import accounts
from mediation_desk.services.travel import homecoming
from tests.day_out import CANARY, NUMBERS, added, alone, facts, phone, together, travelled
from tests.offices import Office

LENT = "黄河之水天上来 88"
LAPTOPS, OFFICES = "园区里这样写", "机构里那样写"


def supervisor(office: Office, role: AccountRole) -> Desk:
    accounts.add(office.first, accounts.AccountDraft("wang", "王督导", frozenset({role}), LENT))
    return office.desk("wang", LENT)


@pytest.mark.parametrize("role", [AccountRole.SUPERVISOR, AccountRole.ADMINISTRATOR])
def test_who_may_not_decide_learns_that_there_is_something_and_no_word_of_it(
        office: Office, tmp_path: Path, role: AccountRole) -> None:
    with travelled(office.first, tmp_path / "out", office.around,
                   together(facts(LAPTOPS), phone(NUMBERS[0]), alone(CANARY)),
                   together(facts(OFFICES), phone(NUMBERS[1]))) as road:
        told = homecoming.look(supervisor(office, role), road.bag)
        mine = homecoming.look(office.first, road.bag)
    [case], [whole] = told.cases, mine.cases
    assert not case.may_decide and case.known is None and len(case.questions) == len(whole.questions) == 2
    for word in (LAPTOPS, OFFICES, *NUMBERS, CANARY):
        assert word not in repr(told)
    for word in (LAPTOPS, OFFICES, *NUMBERS):
        assert word in repr(whole)
    assert CANARY not in repr(whole)


def test_people_of_either_side_have_their_names(office: Office, tmp_path: Path) -> None:
    with travelled(office.first, tmp_path / "out", office.around, added("苏晓"), added("白鸽")) as road:
        [case] = homecoming.look(office.first, road.bag).cases
    assert case.known is not None
    assert {"温若晴", "苏晓", "白鸽"} <= {one.name for one in case.known.case.parties_all}


def test_whom_somebody_declared_one_person_is_still_told(office: Office, tmp_path: Path) -> None:
    with travelled(office.first, tmp_path / "out", office.around, added("苏晓", phone="13997000005"),
                   added("苏晓", phone="13997000005")) as road:
        [case] = homecoming.look(office.first, road.bag).cases
        [same] = case.same
        [joined] = homecoming.look(office.first, road.bag,
                                   joined={road.case_id: {same.laptop: same.office}}).cases
    assert joined.same == (same,)
    assert joined.known is not None
    assert [row["name"] for row in joined.known.both(same)] == ["苏晓", "苏晓"]
