"""The shelf: what is put there comes back as it was, and with the present store key alone."""

from __future__ import annotations

from secrets import token_bytes

import pytest
from msgspec.structs import replace

from mediation_desk.store.vault.document import Entry, VaultDamaged
from mediation_desk.store.vault.keys import Key
from mediation_desk.store.vault.shelf import shelved, taken_down
from tests.store.doors import QIAN, two_accounts


@pytest.mark.parametrize("boxes", [(), (b"one box",), (b"one box", b"another")])
def test_an_entry_comes_back_from_the_shelf_as_it_was(boxes: tuple[bytes, ...]) -> None:
    vault, opened = two_accounts()
    entry = vault.of(QIAN)
    if boxes:
        entry = replace(entry, handed=boxes)
    away = shelved(vault, entry, opened.store_key, token_bytes)
    assert away.disabled and away.store_wrap != entry.store_wrap
    assert len(away.boxes) == len(boxes) and not set(away.boxes) & set(boxes)
    back: Entry = taken_down(vault, away, opened.store_key)
    assert (back.store_wrap, back.boxes, back.disabled) == (entry.store_wrap, boxes, False)
    with pytest.raises(VaultDamaged):
        taken_down(vault, away, Key(bytes(32)))
