"""What was written on a screen when an agreement was signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(eq=False, kw_only=True)
class Signature:
    """One hand on an agreement as it was put out.

    ``party_id``: who is bound by it, None for a mediator; ``signer``: the name of whoever signed; ``line``:
    the line that says who that is, as it was read and confirmed before; ``strokes``: what was written, as
    vectors; ``paper_sha256``: the fingerprint of the paper that lay before them.
    """

    id: UUID
    case_id: UUID
    agreement_id: UUID
    party_id: UUID | None
    signer: str
    line: str
    strokes: str
    signed_at: datetime
    paper_sha256: str
    removed_at: datetime | None = None
