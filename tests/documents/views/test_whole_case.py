"""The view of the papers that are told the whole case."""

from __future__ import annotations

from tests.documents import samples


def test_it_feeds_the_form_that_it_is_made_for() -> None:
    known = {one.template for one in samples.WHOLE_CASES}
    assert known >= {"consultation-letter", "election-of-representatives"}
