"""What was said in some places of a case, read without the thousands that a mass claim has elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Set
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session as OrmSession

from mediation_desk.domain.sorting.statements import ElementEntry
from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.tables.cases import claims, entries, parties

Place = tuple[str, UUID | None]  # element, and the worker or None for the whole case


class Sayings:
    """The element entries of cases by their places."""

    def __init__(self, session: OrmSession) -> None:
        self._session = session

    def at(self, case_id: UUID, places: Iterable[Place]) -> dict[Place, ElementEntry]:
        """The entries that stand in these places, and what was said there for the whole case."""
        wanted = set(places)
        workers = [worker for _, worker in wanted if worker is not None]
        found = self._session.scalars(
            select(ElementEntry).order_by(entries.c.id).where(
                entries.c.case_id == case_id, entries.c.removed_at.is_(None),
                entries.c.element.in_({element for element, _ in wanted}),
                or_(entries.c.worker_id.is_(None), entries.c.worker_id.in_(workers))))
        return {(entry.element, entry.worker_id): entry for entry in found}

    def require_parties(self, case_id: UUID, wanted: Set[UUID]) -> None:
        """Refuse what is said of somebody who is no longer among the parties.

        :raises DeskError: where one of them is not
        """
        standing = select(func.count()).where(
            parties.c.case_id == case_id, parties.c.removed_at.is_(None), parties.c.id.in_(wanted))
        if wanted and self._session.scalar(standing) != len(wanted):
            raise DeskError(N_("That entry is no longer there; it may have been removed."))

    def add(self, entry: ElementEntry) -> None:
        """Keep what was said in a place where nothing stood."""
        self._session.add(entry)

    def claims_made(self, case_id: UUID) -> list[str]:
        """The claims of the workers who still apply, each once: they decide which elements are asked."""
        made = (select(claims.c.claim).distinct().join(parties, parties.c.id == claims.c.worker_id).where(
            claims.c.case_id == case_id, claims.c.removed_at.is_(None), parties.c.removed_at.is_(None),
            parties.c.role == Role.APPLICANT))
        return list(self._session.scalars(made))
