"""The joint minutes of a session, entry by entry: of open matter alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.mediation.presence import Came, may_agree
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import MinuteKind, NoResult, SessionMode, SessionResult
from mediation_desk.domain.words import N_, DeskError


@dataclass(eq=False, kw_only=True)
class MinuteEntry:
    """One entry of the minutes, in the words that the people at the table may read.

    ``party_id``: whose words it tells. ``about``: what in the open record it was taken from, as the kind of
    row and its key ("offers:…", "exhibits:…", "element_entries:…"), "" where somebody just wrote it.
    """

    id: UUID
    case_id: UUID
    session_id: UUID
    kind: MinuteKind
    party_id: UUID | None = None
    about: str = ""
    text: str = ""
    position: int = 0
    removed_at: datetime | None = None


def check_result(result: SessionResult | None, reason: NoResult | None) -> None:
    """Without an agreement the minutes say why, from the fixed list."""
    if result is SessionResult.NOT_AGREED and reason is None:
        raise DeskError(N_("Say why no agreement was reached."), field="no_result")


def require_joint(mode: SessionMode) -> None:
    """Minutes are kept of what both sides heard, and of nothing else."""
    if mode is SessionMode.CAUCUS:
        raise DeskError(N_("Minutes are kept of joint sessions alone. What a side said alone belongs under "
                           "“Said alone”."), field="minutes")


def require_both_sides(parties: Sequence[Party], came: Mapping[UUID, Came]) -> None:
    """Nobody agreed who neither came nor was represented by somebody with special authority; such minutes
    would lack a signature."""
    absent = [party.name for party in parties if not may_agree(came.get(party.id))]
    if absent:
        raise DeskError(N_("Minutes that say that the sides agreed are signed by both sides. {names} neither "
                           "came nor sent somebody whose special authority was seen."),
                        field="result", names=absent)
