"""Kept or not: how many agreements were paid in full and on time, how soon, by kind of terms."""

from __future__ import annotations

from statistics import median_low

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.payments.kept import KeptLine, Performed, TermsKind, kept_lines, percent

AGREEMENTS = st.builds(Performed, st.integers(0, 40), st.integers(1, 12), st.booleans(), st.booleans(),
                       st.none() | st.integers(0, 400))


def line(kind: TermsKind, *performed: Performed) -> KeptLine:
    return next(one for one in kept_lines(performed) if one.kind is kind)


def test_a_first_share_on_signing_is_told_from_terms_that_only_begin_later() -> None:
    """Half within three days of the signing was paid, in full after 40 days; the other, a month later,
    was not. What is paid at once is of neither kind."""
    on_signing = Performed(3, 2, in_full=True, on_time=True, days=40)
    later = Performed(4, 2, in_full=False, on_time=False, days=None)
    at_once = Performed(0, 1, in_full=True, on_time=False, days=9)
    performed = on_signing, later, at_once
    assert line(TermsKind.FIRST_SHARE, *performed) == KeptLine(TermsKind.FIRST_SHARE, 1, 1, 1, 40)
    assert line(TermsKind.NO_FIRST_SHARE, *performed) == KeptLine(TermsKind.NO_FIRST_SHARE, 1, 0, 0, None)
    assert line(TermsKind.ONE, *performed) == KeptLine(TermsKind.ONE, 1, 1, 0, 9)
    assert line(TermsKind.ALL, *performed) == KeptLine(TermsKind.ALL, 3, 2, 1, 9)


@settings(max_examples=40)
@given(st.lists(AGREEMENTS, max_size=12))
def test_every_agreement_is_of_one_length_and_the_first_line_counts_them_all(made: list[Performed]) -> None:
    """1; 2 or 3; 4 to 6; 7 or more: nothing is counted twice and nothing is left out."""
    told = {one.kind: one for one in kept_lines(made)}
    lengths = [told[kind] for kind in (TermsKind.ONE, TermsKind.FEW, TermsKind.SOME, TermsKind.MANY)]
    begun = [told[kind] for kind in (TermsKind.ONE, TermsKind.FIRST_SHARE, TermsKind.NO_FIRST_SHARE)]
    whole = told[TermsKind.ALL]
    assert set(told) == set(TermsKind) and whole.agreements == len(made)
    for parts in (lengths, begun):
        assert sum(one.agreements for one in parts) == whole.agreements
        assert sum(one.in_full for one in parts) == whole.in_full
        assert sum(one.on_time for one in parts) == whole.on_time
    days = [one.days for one in made if one.days is not None]
    assert whole.days == (median_low(days) if days else None)


@pytest.mark.parametrize(("part", "whole", "share"),
                         [(0, 0, 0), (1, 3, 33), (2, 3, 67), (1, 200, 1), (5, 5, 100)])
def test_a_share_is_in_whole_per_cent_half_rounded_up(part: int, whole: int, share: int) -> None:
    assert percent(part, whole) == share
