"""What pages and lists show, and to whom."""

from __future__ import annotations

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
from mediation_desk.services.intake import registering
from mediation_desk.services.office import accounts
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import RECEIVED, WORKERS, accepted, registered


def test_numbers_and_names_of_any_length_are_filed_for_searching(office: Office) -> None:
    made = registering.register(office.first, registering.IntakeDraft(RECEIVED, parties=[
        registering.PartyDraft(Role.APPLICANT, sign * 5000) for sign in "9薪"])).result
    assert [row.case_id for row in reading.find(office.first, "9999999999")] == [made]


def test_whoever_mediates_no_more_sees_no_case_in_any_list(office: Office) -> None:
    registered(office.first)
    wang = colleague(office, "wang", AccountRole.MEDIATOR)
    case_id = accepted(office.desk("wang", LENT))
    accounts.change(office.first, wang, "Wang", frozenset({AccountRole.ADMINISTRATOR}))
    desk = office.desk("wang", LENT)
    assert reading.page(desk, CaseFilter(), 0, 10) == []
    assert reading.count(desk, CaseFilter()) == 0
    assert reading.find(desk, WORKERS[0]) == []
    assert reading.day(desk, 3650).items == ()
    with pytest.raises(DeskError):
        reading.case(desk, case_id)


def test_who_was_disabled_or_mediates_no_more_is_offered_for_no_case_but_their_cases_are_still_found(
        office: Office) -> None:
    wang, yang = (colleague(office, name, AccountRole.MEDIATOR) for name in ("wang", "yang"))
    colleague(office, "sun", AccountRole.ADMINISTRATOR)
    me = office.first.who.account_id
    assert {account for account, _ in reading.mediators(office.first)} == {me, wang, yang}
    accounts.disable(office.first, wang)
    assert {account for account, _ in reading.mediators(office.first)} == {me, yang}
    assert {account: mediates for account, _, mediates in reading.in_charge(office.first)} == {
        me: True, wang: False, yang: True}
