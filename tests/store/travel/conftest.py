"""The roads of the services' tests, for the rooms below them."""

from __future__ import annotations

from tests.services.travel.conftest import accepted_road, embedded_roads, roads, shared_roads, signed_road

__all__ = ["accepted_road", "embedded_roads", "roads", "shared_roads", "signed_road"]
