"""How far a referral is, as a word, an icon and a colour."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from mediation_desk.domain.referral.referrals import Referral, ReferralState, state_of
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.words import tr

_SHOWN: Mapping[ReferralState, tuple[str, str]] = MappingProxyType({
    ReferralState.DRAFTED: ("missing", "pencil-simple"),
    ReferralState.HANDED_OVER: ("accent", "paper-plane-tilt"),
    ReferralState.RECEIVED: ("accent", "tray"), ReferralState.OVERDUE: ("overdue", ""),
    ReferralState.ANSWERED: ("agreed", ""),
    ReferralState.RETURNED: ("disputed", "arrow-u-up-left")})


def referral_state(referral: Referral, today: date) -> State:
    """What its chip says."""
    state = state_of(referral, today)
    meaning, picture = _SHOWN[state]
    return State(tr(state.label), meaning, picture)
