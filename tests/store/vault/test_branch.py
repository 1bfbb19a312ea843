"""The vault of a travel desk: the carrier's own keys, and of everybody else what they are known by."""

from __future__ import annotations

from uuid import UUID

import pytest
from msgspec.structs import replace

from mediation_desk.domain.words import DeskError
from mediation_desk.store.vault.branch import Colleague, found_branch, private_key, with_colleagues
from mediation_desk.store.vault.document import Vault, VaultDamaged
from mediation_desk.store.vault.keys import Opened, public_half
from mediation_desk.store.vault.vault import WrongPassword, trusted_public_key, unlock
from tests.store.doors import CHEAP, QIAN, QIAN_PASSWORD, STORE, ZHAO, ZHAO_PASSWORD, two_accounts


def travelling() -> tuple[Vault, Opened, Vault]:
    """Zhao's laptop, and the office's vault."""
    office, opened = two_accounts()
    private = private_key(STORE, office.of(ZHAO), ZHAO_PASSWORD)
    me = Colleague(ZHAO, "zhao", public_half(private))
    made, mine = found_branch(STORE, me, private, ZHAO_PASSWORD, CHEAP)
    colleague = Colleague(QIAN, "qian", office.of(QIAN).public_key)
    assert private == opened.private_key
    return with_colleagues(made, mine, [me, colleague], office.escrow_public_key), mine, office


def test_the_carrier_signs_in_with_the_offices_password_and_has_the_same_keys() -> None:
    laptop, mine, office = travelling()
    again = unlock(laptop, "zhao", ZHAO_PASSWORD)
    assert (again.store_key, again.private_key) == (mine.store_key, mine.private_key)
    assert laptop.of(ZHAO).public_key == office.of(ZHAO).public_key


def test_the_laptops_store_key_is_its_own() -> None:
    _laptop, mine, office = travelling()
    assert mine.store_key != unlock(office, "zhao", ZHAO_PASSWORD).store_key


def test_a_wrong_password_opens_nothing() -> None:
    _laptop, _mine, office = travelling()
    with pytest.raises(WrongPassword):
        private_key(STORE, office.of(ZHAO), "竹外桃花三两枝春天")
    with pytest.raises(WrongPassword):
        private_key(UUID(int=7), office.of(ZHAO), ZHAO_PASSWORD)


def test_a_colleague_is_known_by_their_key_and_signs_in_nowhere() -> None:
    laptop, mine, office = travelling()
    assert trusted_public_key(laptop, mine, QIAN) == office.of(QIAN).public_key
    with pytest.raises(DeskError):
        unlock(laptop, "qian", QIAN_PASSWORD)
    assert laptop.of(QIAN).store_wrap == laptop.of(QIAN).private_wrap == b""


def test_a_colleague_with_new_keys_is_known_anew_and_the_carriers_entry_stays() -> None:
    laptop, mine, _office = travelling()
    fresh = Colleague(QIAN, "qian", public_half(mine.private_key))
    later = with_colleagues(laptop, mine, [fresh, Colleague(ZHAO, "zhao", b"x" * 32)], None)
    assert trusted_public_key(later, mine, QIAN) == fresh.public_key
    assert later.of(ZHAO) == laptop.of(ZHAO)
    assert with_colleagues(later, mine, [fresh], None) is later, "nothing new, nothing written"


def test_a_line_put_in_by_somebody_else_counts_for_nothing() -> None:
    laptop, mine, _office = travelling()
    forged = laptop.with_entry(replace(laptop.of(QIAN), public_key=b"f" * 32))
    with pytest.raises(VaultDamaged):
        trusted_public_key(forged, mine, QIAN)
