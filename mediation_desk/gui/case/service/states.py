"""How far a paper is, as a word, an icon and a colour."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from mediation_desk.domain.serving import ServiceReceipt, ServiceState, state_of
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.words import tr

_SHOWN: Mapping[ServiceState, tuple[str, str]] = MappingProxyType({
    ServiceState.TO_SEND: ("missing", "tray"), ServiceState.UNDER_WAY: ("accent", "paper-plane-tilt"),
    ServiceState.LATE: ("overdue", ""), ServiceState.SERVED: ("agreed", ""),
    ServiceState.LEFT: ("agreed", "map-pin"), ServiceState.REFUSED: ("disputed", "")})


def service_state(receipt: ServiceReceipt, today: date) -> State:
    """What its chip says."""
    state = state_of(receipt, today)
    meaning, picture = _SHOWN[state]
    return State(tr(state.label), meaning, picture)
