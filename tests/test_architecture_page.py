"""The page about the architecture names only rooms that stand."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`((?:[a-z_-]+/)+(?:[\w-]+\.(?:py|md))?)`", PAGE)))


def test_the_page_follows_four_ways() -> None:
    assert PAGE.count("\n### ") >= 4
    assert len(NAMED) > 40


@pytest.mark.parametrize("named", NAMED)
def test_a_room_that_is_named_stands(named: str) -> None:
    assert (ROOT / named).exists() or (ROOT / "mediation_desk" / named).exists()
