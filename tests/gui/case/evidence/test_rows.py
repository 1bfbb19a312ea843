"""The list of exhibits, as a person reads it."""

from __future__ import annotations

import pytest

from mediation_desk.gui.case.evidence.rows import size_words


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1024, "1 KB"),
        (34_500, "34 KB"),
        (1_300_000, "1.2 MB"),
        (500 * 1024 * 1024, "500.0 MB"),
        (3 * 1024**3, "3.0 GB"),
    ],
)
def test_sizes_are_said_as_people_say_them(size: int, words: str) -> None:
    assert size_words(size) == words
