"""Matters that wait to be registered: what was entered of them is kept closed to all but the open program.

The text holds names and numbers of people whose case there is not yet. Under a key of the store it stands in
no row, no journal value and no backup in readable form. Whoever has unlocked the store could open it; that
only those who may register cases are shown it is the services' to see to.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Iterable
from contextlib import suppress
from uuid import UUID

from mediation_desk.store.vault.keys import Key, derive
from mediation_desk.store.vault.seals import SealBroken, seal_draft, unseal_draft


def _key(store_key: bytes) -> Key:
    return derive(bytes(store_key), b"waiting matters")


def seal_matter(store_key: bytes, matter_id: UUID, text: str) -> str:
    """The text closed, bound to its row, in letters."""
    return b64encode(seal_draft(_key(store_key), text, place=str(matter_id))).decode()


def unseal_matter(store_keys: Iterable[bytes], matter_id: UUID, sealed: str) -> str:
    """The text again, under one of these store keys; SealBroken where it is another row's, or was altered."""
    try:
        closed = b64decode(sealed, validate=True)
    except (Error, ValueError):
        raise SealBroken from None
    for store_key in store_keys:
        with suppress(SealBroken):
            return unseal_draft(_key(store_key), closed, place=str(matter_id))
    raise SealBroken
