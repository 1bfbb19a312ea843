"""A referral's state is a word, an icon and a colour, each state its own."""

from __future__ import annotations

from mediation_desk.domain.referral.referrals import ReferralState
from mediation_desk.gui.case.referral.states import _SHOWN, referral_state
from tests.domain.referral.test_referrals import MONDAY, TODAY, referral


def test_every_state_is_shown_and_only_what_is_late_is_red() -> None:
    assert set(_SHOWN) == set(ReferralState)
    assert [state for state, (meaning, _picture) in _SHOWN.items() if meaning == "overdue"] == [
        ReferralState.OVERDUE]
    late = referral_state(referral(due_on=MONDAY), TODAY)
    assert (late.text, late.meaning) == ("Answer overdue", "overdue")
