"""The office's key for bags, locked among the settings, and the secret that each laptop is given."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.store.travel import office_key
from mediation_desk.store.vault.keys import WillNotOpen


def test_it_opens_under_the_stores_key_alone() -> None:
    key, store_key = office_key.new(), b"k" * 32
    kept = office_key.locked(key, store_key)
    assert office_key.unlocked(kept, store_key) == key
    assert bytes(key.private).hex() not in kept
    with pytest.raises(WillNotOpen):
        office_key.unlocked(kept, b"l" * 32)


@pytest.mark.parametrize("altered", ["zz", "", "ab" * 40])
def test_what_somebody_altered_is_noticed(altered: str) -> None:
    with pytest.raises((WillNotOpen, ValueError)):
        office_key.unlocked(altered, b"k" * 32)


def test_every_laptop_has_a_secret_of_its_own() -> None:
    key = office_key.new()
    one, other = (key.salt_of(UUID(int=number)) for number in (1, 2))
    assert bytes(one) != bytes(other)
    assert bytes(one) == bytes(key.salt_of(UUID(int=1)))
    assert len(key.public) == 32
