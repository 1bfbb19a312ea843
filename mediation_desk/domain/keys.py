"""Row keys: UUIDv7, so that rows made on two machines never collide and sort by age."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from uuid import UUID


def new_key(now: datetime) -> UUID:
    """A fresh version 7 UUID for that instant (RFC 9562, section 5.7)."""
    milliseconds = int(now.timestamp() * 1000) & (1 << 48) - 1
    random = secrets.randbits(74)
    high = milliseconds << 80 | 0x7 << 76 | (random >> 62) << 64
    return UUID(int=high | 0b10 << 62 | random & (1 << 62) - 1)


def made_at(key: UUID) -> datetime:
    """The instant, to the millisecond, for which a version 7 UUID was made."""
    return datetime.fromtimestamp((key.int >> 80) / 1000, UTC)
