"""Of a paper that an older program froze nothing is known, and nothing is made up."""

from __future__ import annotations

from dataclasses import astuple

from mediation_desk.domain.paper_origin import UNKNOWN, PaperOrigin


def test_what_nobody_kept_is_unknown_and_not_empty() -> None:
    assert astuple(UNKNOWN) == (None, None, None)
    assert PaperOrigin("{}", "0" * 64, "0.1.0") != UNKNOWN
