"""The office's own version of a form, and its own typefaces."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(eq=False, kw_only=True)
class OwnForm:
    """A text that stands for a shipped one. ``path``: under ``forms/``, as documents/rights-notice.md."""

    id: UUID
    path: str
    text: str
    removed_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class OwnTypeface:
    """A TrueType file for characters that no shipped face has; its content is kept as evidence's is.
    ``size`` counts bytes."""

    id: UUID
    name: str
    sha256: str
    size: int
    position: int
    removed_at: datetime | None = None
