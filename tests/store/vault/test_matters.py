"""What is entered of a matter that waits opens in its own row, under a key of the store, and nowhere else."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.store.vault.matters import seal_matter, unseal_matter
from mediation_desk.store.vault.seals import SealBroken

KEY, FORMER, ROW = b"k" * 32, b"f" * 32, UUID(int=1)


def test_it_opens_under_the_present_key_or_one_before_it() -> None:
    for key in (KEY, FORMER):
        assert unseal_matter([KEY, FORMER], ROW, seal_matter(key, ROW, "卓玛措")) == "卓玛措"


@pytest.mark.parametrize(("row", "changed"), [(2, ""), (1, "A"), (1, "!"), (1, "é")])
def test_it_opens_in_no_other_row_and_not_altered(row: int, changed: str) -> None:
    sealed = seal_matter(KEY, ROW, "卓玛措")
    with pytest.raises(SealBroken):
        unseal_matter([KEY], UUID(int=row), changed + sealed)
    with pytest.raises(SealBroken):
        unseal_matter([FORMER], ROW, sealed)


def test_how_long_it_is_does_not_show() -> None:
    assert len(seal_matter(KEY, ROW, "短")) == len(seal_matter(KEY, ROW, "一二三四五六七八"))
