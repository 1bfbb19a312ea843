"""Which packages this store knows: those that were taken in, and those that went out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast
from uuid import UUID

from sqlalchemy import or_, select

from mediation_desk.domain.referral.referrals import CaseOrigin, Referral
from mediation_desk.store.tables.cases import origins, referrals
from mediation_desk.store.work.work import Work


def taken_in(work: Work, package_id: UUID, sha256: str) -> CaseOrigin | None:
    """What came of that package here, if it was taken in: by its number, or as the same file."""
    wanted = select(CaseOrigin).where(or_(origins.c.package_id == package_id, origins.c.sha256 == sha256))
    found: Sequence[CaseOrigin] = work.chosen(wanted)
    return found[0] if found else None


def from_store(work: Work, store_id: UUID) -> Sequence[CaseOrigin]:
    """All that was taken in from that office."""
    wanted = select(CaseOrigin).where(origins.c.store_id == store_id, origins.c.removed_at.is_(None))
    return cast(Sequence[CaseOrigin], work.chosen(wanted))


def went_out(work: Work, package_id: UUID) -> Referral | None:
    """The referral that went out in that package."""
    wanted = select(Referral).where(referrals.c.package_id == package_id, referrals.c.removed_at.is_(None))
    found: Sequence[Referral] = work.chosen(wanted)
    return found[0] if found else None
