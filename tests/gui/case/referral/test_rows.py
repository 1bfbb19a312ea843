"""A line tells to whom, which part, until when, how far, and when it came back."""

from __future__ import annotations

from mediation_desk.gui.case.referral.rows import columns
from tests.domain.referral.test_referrals import MONDAY, TODAY, referral


def test_what_came_back_is_told_by_its_day_whichever_way_it_came() -> None:
    told = {one.key: one.value for one in columns(lambda: TODAY)}
    assert told["back"](referral()) is None
    assert told["back"](referral(answered_on=TODAY)) == TODAY
    assert told["back"](referral(returned_on=MONDAY)) == MONDAY
    assert "Answer overdue" in str(told["state"](referral(due_on=MONDAY)))
    assert told["part"](referral(whole=True)) == "The whole matter"
