"""How a chain is linked: what an entry says, the digest that ties it to the one before, and its stamp.

Each case has a chain of its own, numbered from 1, and the office's own matters (accounts, settings) have
one more. Nothing in an entry depends on other cases, so a chain can go with its case to another store:

- ``digest`` = SHA-256(digest before + SHA-256(what the entry says)) needs no key, so whoever is handed a
  chain and its head can check that it is whole;
- the stamp, HMAC-SHA-256 under a key of the store, says that somebody with the store open wrote it. A
  store that takes a chain in checks the digests and stamps the entries with its own key.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from mediation_desk.store.vault.keys import Key, derive

OFFICE = UUID(int=0)
"""The chain of what belongs to no case; no case has this key."""
ORIGIN = b"\0" * 32
"""What the first entry of a chain links to in a store that never had the first journal."""


@dataclass(frozen=True, kw_only=True)
class Head:
    """The end of a chain: its last number (0 before the first entry), digest and instant.

    ``origin`` is what the first entry links to: in the store where the chain began, the end of the first,
    store-wide journal. A chain of a case that was taken along begins where the case's own chain stood.
    """

    chain: UUID
    case_id: UUID | None
    origin: bytes
    number: int
    digest: bytes
    at: datetime


def journal_key(store_key: bytes) -> Key:
    """The key of the store that stamps its journal."""
    return derive(store_key, b"journal chain")


def chain_of(case_id: UUID | None) -> UUID:
    """The chain that a case's rows are told in, or the office's."""
    return OFFICE if case_id is None else case_id


def said(entry: Mapping[Any, Any]) -> bytes:
    """SHA-256 of all that an entry says, its place in its chain included; fields as the table names them."""
    at: datetime = entry["at"]
    return _hashed([str(entry["chain"]), entry["number"], str(entry["work_id"]),
                    at.astimezone(UTC).isoformat(), str(entry["account_id"]), str(entry["case_id"]),
                    entry["verb"], str(entry["undoes"]), entry["table_name"], entry["row_id"],
                    entry["action"], entry["changes"]])


def linked(before: bytes, content: bytes) -> bytes:
    """The digest of an entry with that content behind that digest."""
    return hashlib.sha256(before + content).digest()


def entry_stamp(key: bytes, content: bytes, digest: bytes) -> bytes:
    """Vouches for an entry's content and for all before it."""
    return hmac.digest(key, b"entry" + content + digest, "sha256")


def head_stamp(key: bytes, head: Head) -> bytes:
    """Vouches for where a chain ends."""
    content = _hashed([str(head.chain), str(head.case_id), head.origin.hex(), head.number,
                       head.digest.hex(), head.at.astimezone(UTC).isoformat()])
    return hmac.digest(key, b"head" + content, "sha256")


def ledger_said(number: int, at: datetime, total: int, lines: str) -> bytes:
    """SHA-256 of all that an entry of the ledger says."""
    return _hashed([number, at.astimezone(UTC).isoformat(), total, lines])


def ledger_stamp(key: bytes, content: bytes, digest: bytes) -> bytes:
    """Vouches for an entry of the ledger and for all before it."""
    return hmac.digest(key, b"ledger" + content + digest, "sha256")


def same(one: bytes, other: bytes) -> bool:
    """Whether two digests or stamps are equal, in constant time; anything else stands for no stamp."""
    return isinstance(one, bytes) and isinstance(other, bytes) and hmac.compare_digest(one, other)


def _hashed(parts: list[Any]) -> bytes:
    content = json.dumps(parts, ensure_ascii=False, default=str)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).digest()
