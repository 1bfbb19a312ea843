"""The roads of the services' tests, for the rooms below them."""

from __future__ import annotations

from tests.services.travel.conftest import (
    accepted_road,
    embedded_handovers,
    embedded_roads,
    handed,
    handovers,
    roads,
    shared_handovers,
    shared_roads,
    signed_road,
)

__all__ = ["accepted_road", "embedded_handovers", "embedded_roads", "handed", "handovers", "roads",
           "shared_handovers", "shared_roads", "signed_road"]
