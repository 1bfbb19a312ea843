"""Who can vouch for a list of holders: whoever holds the case's key, and nobody who never held one before."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.mediation.holders import Holder, HolderState, ListBroken, next_state
from mediation_desk.store.vault.seals import new_case_key
from mediation_desk.store.vault.vouching import ListPlace, former_key, pin, prove, vouch

CASE, ZHAO = UUID(int=0xCA5E), UUID(int=0xA)
AT = datetime(2025, 1, 20, tzinfo=UTC)
PLACE = ListPlace(UUID(int=9), CASE)
MINE = os.urandom(32)


class Book:
    """A list as its holders keep it."""

    def __init__(self) -> None:
        self.states: list[HolderState] = []
        self.key: bytes = new_case_key()
        self.write()

    def write(self, *, renews: bool = False) -> None:
        before = self.states[-1] if self.states else None
        old, self.key = self.key, new_case_key() if renews else self.key
        line = Holder(ZHAO, b"m" * 16, 0, ZHAO, AT)
        state = next_state(before, UUID(int=len(self.states) + 1), CASE, [line], by=ZHAO, at=AT,
                           generation=before.generation + renews if before else 1,
                           former_key=former_key(old, self.key, PLACE) if renews else b"")
        vouch(state, self.key, PLACE)
        self.states.append(state)


@given(st.lists(st.booleans(), max_size=6))
def test_whoever_holds_the_key_follows_the_list_back_to_its_beginning(renewals: list[bool]) -> None:
    book = Book()
    for renews in renewals:
        book.write(renews=renews)
    assert prove(book.states, book.key, PLACE) is book.states[-1]
    for key in (new_case_key(), b"\x00" * 32):
        with pytest.raises(ListBroken):
            prove(book.states, key, PLACE)


def test_a_list_of_another_case_or_store_is_no_list_of_this_one() -> None:
    book = Book()
    for other in (replace(PLACE, case_id=ZHAO), replace(PLACE, store_id=ZHAO)):
        with pytest.raises(ListBroken):
            prove(book.states, book.key, other)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_no_state_of_any_generation_can_be_altered_even_with_its_chain_mended(number: int) -> None:
    """The digests can be made anew by anybody; the MACs of former generations cannot."""
    book = Book()
    book.write(renews=True)
    book.write(renews=True)
    book.states[number].holders = "[]"
    for before, state in zip(book.states[number:], book.states[number + 1:], strict=False):
        state.former = before.digest()
    with pytest.raises(ListBroken):
        prove(book.states, book.key, PLACE)


def test_a_key_from_outside_does_not_follow_a_genuine_one() -> None:
    book = Book()
    genuine, forged = book.states[-1], new_case_key()
    for former in (b"", os.urandom(60), former_key(new_case_key(), forged, PLACE)):
        state = next_state(genuine, UUID(int=7), CASE, [], by=ZHAO, at=AT, generation=2, former_key=former)
        vouch(state, forged, PLACE)
        with pytest.raises(ListBroken):
            prove([genuine, state], forged, PLACE)


def test_who_wrote_at_a_later_state_notices_an_older_list_and_another_one() -> None:
    book = Book()
    book.write()
    seen = pin(book.states[-1], MINE, PLACE)
    prove(book.states, book.key, PLACE, [seen], MINE)
    book.write(renews=True)
    prove(book.states, book.key, PLACE, [seen], MINE)  # it went on from there
    other = Book()
    other.write()
    for states, key in ((other.states, other.key), (Book().states, other.key)):
        with pytest.raises(ListBroken):
            prove(states, key, PLACE, [seen], MINE)


def test_a_pin_of_lost_keys_or_that_somebody_wrote_says_nothing() -> None:
    book, other = Book(), Book()
    other.write()
    pinned = pin(other.states[-1], MINE, PLACE)
    for nothing in (b"", b"x", pinned[:-1] + bytes([pinned[-1] ^ 1]), pinned[:40]):
        assert prove(book.states, book.key, PLACE, [nothing], MINE) is book.states[-1]
    assert prove(book.states, book.key, PLACE, [pinned], os.urandom(32)) is book.states[-1]
