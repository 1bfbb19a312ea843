"""How far a referral is follows from the days that were entered, and from nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain import journal_tables
from mediation_desk.domain.referral.referrals import (
    OUT,
    HandOff,
    Referral,
    ReferralState,
    check_referral,
    is_open,
    is_out,
    open_first,
    state_of,
    told,
    whole_at,
)
from mediation_desk.domain.travel.tables import JOURNEYS, Goes
from mediation_desk.domain.words import DeskError

TODAY = date(2024, 12, 3)
MONDAY = date(2024, 12, 2)
DAYS = st.none() | st.integers(-20, 0).map(lambda days: TODAY + timedelta(days=days))


def referral(**said: object) -> Referral:
    """The contributions, handed to the social insurance office on Monday."""
    there = {"office": "社保中心", "part": "社会保险费", "reason": "属于其职责", "drafted_on": MONDAY,
             "handed_on": MONDAY, "manner": HandOff.LETTER} | said
    return Referral(id=UUID(int=1), case_id=UUID(int=2), **there)  # type: ignore[arg-type]


def test_it_is_told_in_the_timeline_and_travels_with_its_case() -> None:
    columns = journal_tables.TABLES["referrals"].columns
    assert columns["answered_on"].label and columns["urged_on"].label and not columns["papers"].label
    assert JOURNEYS["referrals"].goes is Goes.WITH_CASE


@pytest.mark.parametrize(("said", "state"), [
    ({"handed_on": None, "manner": None}, ReferralState.DRAFTED),
    ({"handed_on": None, "manner": None, "due_on": date(2024, 12, 1)}, ReferralState.DRAFTED),
    ({}, ReferralState.HANDED_OVER),
    ({"due_on": TODAY}, ReferralState.HANDED_OVER),
    ({"due_on": MONDAY}, ReferralState.OVERDUE),
    ({"received_on": TODAY}, ReferralState.RECEIVED),
    ({"received_on": MONDAY, "due_on": MONDAY}, ReferralState.OVERDUE),
    ({"due_on": MONDAY, "answered_on": TODAY, "result": "已补缴"}, ReferralState.ANSWERED),
    ({"due_on": MONDAY, "returned_on": TODAY, "returned_why": "不属于职责"}, ReferralState.RETURNED)])
def test_how_far_it_is(said: dict[str, object], state: ReferralState) -> None:
    one = referral(**said)
    check = replace(one, due_on=None) if state is ReferralState.DRAFTED else one
    check_referral(check, TODAY)
    assert state_of(one, TODAY) is state
    assert is_out(one) is (state in OUT)


@given(DAYS, DAYS, DAYS, DAYS, DAYS)
def test_whatever_days_are_entered_it_has_one_state_that_agrees_with_what_is_asked_of_it(
        handed: date | None, due: date | None, received: date | None, answered: date | None,
        returned: date | None) -> None:
    one = referral(handed_on=handed, due_on=due, received_on=received, answered_on=answered,
                   returned_on=returned)
    state = state_of(one, TODAY)
    assert is_open(one) is (state not in (ReferralState.ANSWERED, ReferralState.RETURNED))
    assert is_out(one) is (state in OUT) and (not is_out(one) or is_open(one))
    assert (state is ReferralState.OVERDUE) is (is_out(one) and due is not None and due < TODAY)
    later = state_of(one, TODAY + timedelta(days=400))
    assert later is state or later is ReferralState.OVERDUE  # time alone only makes it late
    assert str(told(one, TODAY))


@given(DAYS, DAYS, DAYS, DAYS)
def test_what_is_let_in_is_in_the_order_in_which_things_happen(
        handed: date | None, received: date | None, answered: date | None, returned: date | None) -> None:
    one = referral(handed_on=handed, received_on=received, answered_on=answered, returned_on=returned,
                   result="好" if answered else "", returned_why="否" if returned else "")
    try:
        check_referral(one, TODAY)
    except DeskError as error:
        assert error.field in ("received_on", "answered_on", "returned_on")
        return
    days = [day for day in (handed, received, answered or returned) if day is not None]
    assert days == sorted(days) and not (answered and returned)
    assert handed is not None or not days


@pytest.mark.parametrize(("said", "field"), [
    ({"office": " "}, "office"), ({"part": ""}, "part"), ({"reason": ""}, "reason"),
    ({"due_on": date(2024, 12, 1)}, "due_on"), ({"handed_on": date(2024, 12, 4)}, "handed_on"),
    ({"manner": None}, "manner"), ({"received_by": "钱某"}, "received_on"),
    ({"received_on": date(2024, 12, 1)}, "received_on"), ({"received_on": date(2024, 12, 4)}, "received_on"),
    ({"handed_on": None, "manner": None, "received_on": TODAY}, "received_on"),
    ({"answered_on": TODAY}, "result"), ({"result": "已补缴"}, "answered_on"),
    ({"returned_on": TODAY}, "returned_why"), ({"returned_why": "不属于职责"}, "returned_on"),
    ({"answered_on": date(2024, 12, 1), "result": "好"}, "answered_on"),
    ({"answered_on": date(2024, 12, 4), "result": "好"}, "answered_on"),
    ({"handed_on": None, "manner": None, "answered_on": TODAY, "result": "好"}, "answered_on"),
    ({"answered_on": TODAY, "result": "好", "returned_on": TODAY, "returned_why": "否"}, "returned_on")])
def test_what_cannot_be_is_said_beside_its_field(said: dict[str, object], field: str) -> None:
    with pytest.raises(DeskError) as refused:
        check_referral(referral(**said), TODAY)
    assert refused.value.field == field


def test_the_whole_matter_needs_no_part_and_its_office_takes_the_case_over() -> None:
    whole = referral(whole=True, part="")
    check_referral(whole, TODAY)
    assert whole_at([referral(), whole]) == "社保中心"
    assert not whole_at([referral(), replace(whole, handed_on=None)])
    assert not whole_at([replace(whole, returned_on=TODAY)])


def test_what_is_open_and_due_first_stands_first() -> None:
    late, soon, done, draft = (replace(referral(), id=UUID(int=at)) for at in range(4))
    late.due_on, soon.due_on, done.answered_on = MONDAY, TODAY, TODAY
    assert open_first([draft, done, soon, late]) == [late, soon, draft, done]


def test_where_it_is_is_said_in_one_sentence() -> None:
    assert str(told(referral(due_on=MONDAY), TODAY)) == (
        "With 社保中心 since 2024-12-02; the answer was asked for by 2024-12-02")
    assert str(told(referral(returned_on=TODAY, returned_why="不属于职责"), TODAY)) == (
        "Returned by 社保中心 on 2024-12-03: 不属于职责")
