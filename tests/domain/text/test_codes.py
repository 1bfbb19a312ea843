"""Numbers of documents and cards: one however they are written."""

from __future__ import annotations

import pytest

from mediation_desk.domain.text import codes


@pytest.mark.parametrize(("typed", "kept"), [
    ("63010219900307002x", "63010219900307002X"), ("630102 19900307 002X", "63010219900307002X"),
    ("630102-19900307-002X", "63010219900307002X"),
    ("６３０１０２１９９００３０７００２Ｘ", "63010219900307002X"),
    ("\u202d63010219900307002X\u202c", "63010219900307002X"),
    ("91630100 MA75 2KX9 8H", "91630100MA752KX98H"), ("h12345678（01）", "H12345678(01)"),
    ("e1234 5678", "E12345678"), ("", "")])
def test_a_number_is_kept_readable(typed: str, kept: str) -> None:
    assert codes.kept(typed) == kept
    assert codes.kept(kept) == kept


@pytest.mark.parametrize(("one", "other", "same"), [
    ("63010219900307002X", "630102 19900307 002x", True),
    ("630102900307002", "63010219900307002X", True),  # the card of 15 digits before the one of 18
    ("630102900307002", "63010220900307002X", False),
    ("H1234567801", "H1234567802", True),  # renewed: the first nine are the person's
    ("H1234567801", "H1234567901", False), ("M12345678", "m12345678（03）", True),
    ("E12345678", "E12345679", False), ("", "", False), ("", "E12345678", False)])
def test_one_document_is_known_again(one: str, other: str, same: bool) -> None:
    assert codes.same(one, other) is same
    assert codes.same(other, one) is same
    assert (codes.person(one) == codes.person(other) != "") is same
