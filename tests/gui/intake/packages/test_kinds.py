"""The endings by which the window knows what another office sent."""

from __future__ import annotations

from mediation_desk.gui.intake.packages.kinds import ENDINGS
from mediation_desk.store.referral import manifest


def test_they_are_those_that_are_written() -> None:
    assert set(ENDINGS) == set(manifest.ENDINGS.values())
