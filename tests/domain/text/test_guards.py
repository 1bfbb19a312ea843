"""No cell that is written starts a formula, and every one is read again as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.text.guards import BEGINS_A_FORMULA, guarded, meant, unguarded


@given(st.text("'=+-@ \t\n1号a＝", max_size=6))
def test_what_was_guarded_is_read_as_it_was(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(BEGINS_A_FORMULA)


@pytest.mark.parametrize(("text", "written"), [
    ("=1+1", "'=1+1"), ("'=1+1", "''=1+1"), ("-5", "'-5"), ("'90后", "'90后"), ("0971", "0971"), ("", "")])
def test_only_what_would_be_computed_stands_behind_an_apostrophe(text: str, written: str) -> None:
    assert guarded(text) == written


@pytest.mark.parametrize(("cell", "said"), [
    ('="0012"', "0012"), ("'6222002", "6222002"), (" 马晓岚\u200b\n", "马晓岚"), ("\ue863某", "䶮某")])
def test_a_cell_is_read_without_what_programs_put_around_it(cell: str, said: str) -> None:
    assert meant(cell) == said
