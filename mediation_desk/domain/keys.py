"""Row keys: UUIDv7, so that rows made on two machines never collide and sort by age."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from uuid import UUID

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def new_key(now: datetime) -> UUID:
    """A fresh version 7 UUID for that instant (RFC 9562, section 5.7)."""
    milliseconds = (now - _EPOCH) // _MILLISECOND & (1 << 48) - 1
    random = secrets.randbits(74)
    high = milliseconds << 80 | 0x7 << 76 | (random >> 62) << 64
    return UUID(int=high | 0b10 << 62 | random & (1 << 62) - 1)


def made_at(key: UUID) -> datetime:
    """The instant, to the millisecond, for which a version 7 UUID was made."""
    return _EPOCH + (key.int >> 80) * _MILLISECOND
