"""What is kept of a PIN proves it to its own account alone, and shows it to nobody."""

from __future__ import annotations

import json
from uuid import UUID

import pytest

from mediation_desk.store.vault.document import OFFICE_COST, Cost
from mediation_desk.store.vault.keys import Key, Opened
from mediation_desk.store.vault.pins import fits, kept

PIN = "830517"
CHEAP = Cost(memory_kib=8, passes=1, lanes=1)


def opened(account: int = 1, key: bytes = b"k" * 32) -> Opened:
    return Opened(UUID(int=account), Key(b"s" * 32), Key(key))


def test_it_fits_and_no_other_does() -> None:
    proof = kept(PIN, opened(), CHEAP)
    assert fits(PIN, proof, opened()) and fits("８３０５１７", proof, opened())
    assert not any(fits(other, proof, opened()) for other in ("830518", "", "8305170"))


def test_it_is_worth_nothing_to_another_account_or_another_key() -> None:
    proof = kept(PIN, opened(), CHEAP)
    assert not fits(PIN, proof, opened(account=2)) and not fits(PIN, proof, opened(key=b"x" * 32))


def test_the_same_pin_is_kept_otherwise_each_time_and_never_in_the_clear() -> None:
    one, other = kept(PIN, opened(), CHEAP), kept(PIN, opened(), CHEAP)
    assert one != other and PIN.encode() not in one


def test_it_costs_what_a_password_costs() -> None:
    """The price stands in it, as the office's passwords have it."""
    cost = json.loads(kept(PIN, opened(), OFFICE_COST))["cost"]
    assert cost == {"memory_kib": 64 * 1024, "passes": 3, "lanes": 4}


@pytest.mark.parametrize("torn", [b"", b"{}", b"\xff\xfe", b"null"])
def test_what_was_altered_fits_nothing(torn: bytes) -> None:
    assert not fits(PIN, torn, opened())


def test_a_price_that_no_office_pays_is_not_tried() -> None:
    altered = json.loads(kept(PIN, opened(), CHEAP))
    altered["cost"]["memory_kib"] = 1 << 30
    assert not fits(PIN, json.dumps(altered).encode(), opened())
