"""The page about the architecture names only rooms that stand."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`((?:[a-z_-]+/)+(?:[\w-]+\.(?:py|md|toml))?)`", PAGE)))


def test_the_page_follows_four_ways() -> None:
    assert PAGE.count("\n### ") >= 4
    assert len(NAMED) > 40


def test_the_page_counts_the_files_that_one_more_of_a_kind_touches() -> None:
    """What is named in a row is at least as much as it counts; a folder stands for a new file in it."""
    table = PAGE.partition("## One more of a kind")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ([^|]+) \| (\d+) \| ([^|]+) \|$", table, re.MULTILINE)
    assert {"particular of a party", "claim with a formula", "station", "page of the rail",
            "kind of statutory figure"} <= {kind for kind, _count, _which in rows}
    for kind, count, which in rows:
        first = which.partition(". ")[0]
        named = re.findall(r"`[\w/.-]+`", re.sub(r"\([^)]*\)", "", first))
        files = len(named) + first.count("the domain's class")
        assert files == int(count), kind


@pytest.mark.parametrize("named", NAMED)
def test_a_room_that_is_named_stands(named: str) -> None:
    assert (ROOT / named).exists() or (ROOT / "mediation_desk" / named).exists()
