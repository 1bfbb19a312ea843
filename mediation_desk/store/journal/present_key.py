"""Which store key is the present one, and those before it: a setting of the office, told in its chain.

A desk that unlocked the store before its key was renewed elsewhere knows by it that its own key is a
former one: nothing it would write could be vouched for. The former keys lie under the present one. They
open no new row; with them are read what was sealed with their help and never passes through an
administrator's hands (wrapped case keys, unsaved typing), the first journal, and backups' manifests.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Sequence
from secrets import token_bytes
from typing import Any

from sqlalchemy import Connection, select

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.journal.chain import journal_key
from mediation_desk.store.tables.desk import settings
from mediation_desk.store.vault.keys import NONCE_BYTES, Key, WillNotOpen, derive, lock_up, open_up

NAME = "store_key"
_FORMER = b"former store key"


class KeyRenewed(DeskError):
    """The store key is another one than this desk unlocked."""

    def __init__(self) -> None:
        super().__init__(N_("The store key was renewed by somebody else meanwhile. Nothing more can be read "
                            "or saved here until you sign in again."))


class FormerKey(DeskError):
    """The key file is of before the store key was renewed."""

    def __init__(self) -> None:
        super().__init__(N_("The key file is an older one, of before the store key was renewed: it opens "
                            "nothing any more. Put the newest key file back (the last backup has it) and "
                            "sign in again."), field="login")


def require_present(connection: Connection, journal_key: bytes) -> None:
    """KeyRenewed unless the store is vouched for with that key (or its key was never renewed)."""
    present = _note(connection).get("present")
    if isinstance(present, str) and not hmac.compare_digest(present.encode(), _mark(journal_key).encode()):
        raise KeyRenewed


def former_keys(connection: Connection, store_key: bytes) -> list[Key]:
    """The store keys before this one, the oldest first; what is not as it was written is left out."""
    found = []
    for number, locked in enumerate(_listed(connection)):
        try:
            found.append(open_up(_of_former(store_key), bytes.fromhex(locked), _place(number)))
        except (WillNotOpen, ValueError, TypeError):
            continue
    return found


def following(connection: Connection, store_key: bytes, new: bytes) -> dict[str, Any]:
    """What the setting says once the new key is the present one."""
    former = [*former_keys(connection, store_key), store_key]
    return {"present": _mark(journal_key(new)),
            "former": [lock_up(_of_former(new), key, _place(number), token_bytes(NONCE_BYTES)).hex()
                       for number, key in enumerate(former)]}


def _listed(connection: Connection) -> Sequence[str]:
    former = _note(connection).get("former")
    return former if isinstance(former, list) else []


def _note(connection: Connection) -> dict[str, Any]:
    """Nothing where somebody damaged it, which the verification tells."""
    value = connection.scalar(select(settings.c.value).where(settings.c.name == NAME))
    try:
        note = json.loads(value or "{}")
    except (ValueError, TypeError):
        return {}
    return note if isinstance(note, dict) else {}


def _mark(journal_key: bytes) -> str:
    """By which the key is known without being told."""
    return hmac.digest(journal_key, b"present store key", "sha256").hex()


def _of_former(store_key: bytes) -> Key:
    return derive(store_key, b"former store keys")


def _place(number: int) -> bytes:
    return _FORMER + f"/{number}".encode()
