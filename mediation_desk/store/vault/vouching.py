"""Who vouches for a case's list of holders: whoever holds its key, and each holder for what they last saw.

The MAC of a state needs the case's key of its generation. The key of the generation before lies under the
present one, so that a holder can follow the list back to where it began, or to where they last wrote:
nobody who never held the key can put a key and a list of their own behind the genuine states. What a
holder last saw is *pinned* with their own private key, so that an older list put back is noticed.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from secrets import token_bytes
from uuid import UUID

from mediation_desk.domain.mediation.holders import HolderState, ListBroken, require_chain
from mediation_desk.store.vault.keys import NONCE_BYTES, Key, WillNotOpen, derive, lock_up, open_up

_MAC_BYTES, _DIGEST_BYTES, _NUMBER_BYTES = 32, 32, 8


@dataclass(frozen=True)
class ListPlace:
    """Which list it is: the case's, of that store."""

    store_id: UUID
    case_id: UUID

    def bound(self) -> bytes:
        """What a MAC, a former key and a pin are bound to."""
        return self.store_id.bytes + self.case_id.bytes


def vouch(state: HolderState, key: bytes, place: ListPlace) -> None:
    """Give the state the MAC that only a holder of its key can give."""
    state.mac = _mac(state, key, place)


def former_key(key: bytes, new: bytes, place: ListPlace) -> bytes:
    """The present key under the one that follows, for the first state of the new generation."""
    return lock_up(_of_former_keys(new), key, place.bound(), token_bytes(NONCE_BYTES))


def prove(states: Sequence[HolderState], key: bytes, place: ListPlace, pins: Iterable[bytes] = (),
          private_key: bytes = b"") -> HolderState:
    """The latest state, once all of them are known to be as holders left them; else ListBroken.

    ``key``: the present one. ``pins``: what the account of ``private_key`` pinned of this list.
    """
    latest = require_chain(states)
    for number, digest in _seen(pins, private_key, place):
        if number > len(states) or states[number - 1].digest() != digest:
            raise ListBroken
    present: bytes = key
    for state, before in zip(reversed(states), [*reversed(states[:-1]), None], strict=True):
        if not hmac.compare_digest(_mac(state, present, place), state.mac):
            raise ListBroken
        if before is not None and before.generation != state.generation:
            present = _former(state, present, place)
    return latest


def earlier_keys(states: Sequence[HolderState], key: bytes, place: ListPlace) -> Iterator[tuple[int, bytes]]:
    """The generations before the present one, the latest first, each with its key; ListBroken."""
    present = key
    for state, before in zip(reversed(states), reversed(states[:-1]), strict=False):
        if before.generation != state.generation:
            present = _former(state, present, place)
            yield before.generation, present


def pin(state: HolderState, private_key: bytes, place: ListPlace) -> bytes:
    """The state as this account saw it when it wrote."""
    seen = state.number.to_bytes(_NUMBER_BYTES) + state.digest()
    return seen + _of_pin(seen, private_key, place)


def _seen(pins: Iterable[bytes], private_key: bytes, place: ListPlace) -> list[tuple[int, bytes]]:
    """What was pinned; a pin of a former key pair, or altered, says nothing (verify tells)."""
    read = []
    for one in pins:
        seen, mac = one[:-_MAC_BYTES], one[-_MAC_BYTES:]
        whole = len(seen) == _NUMBER_BYTES + _DIGEST_BYTES
        if whole and hmac.compare_digest(mac, _of_pin(seen, private_key, place)):
            read.append((int.from_bytes(seen[:_NUMBER_BYTES]), seen[_NUMBER_BYTES:]))
    return read


def _mac(state: HolderState, key: bytes, place: ListPlace) -> bytes:
    return hmac.digest(derive(key, b"holder list", salt=place.bound()), state.said(), "sha256")


def _of_pin(seen: bytes, private_key: bytes, place: ListPlace) -> bytes:
    return hmac.digest(derive(bytes(private_key), b"holder pin", salt=place.bound()), seen, "sha256")


def _of_former_keys(key: bytes) -> Key:
    return derive(key, b"former key")


def _former(state: HolderState, key: bytes, place: ListPlace) -> bytes:
    try:
        return open_up(_of_former_keys(key), state.former_key, place.bound())
    except WillNotOpen:
        raise ListBroken from None
