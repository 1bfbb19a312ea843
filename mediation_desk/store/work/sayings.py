"""What was said in some places of a case, read without the thousands that a mass claim has elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Set
from uuid import UUID

from sqlalchemy import ColumnElement, Table, or_, select
from sqlalchemy.orm import Session as OrmSession

from mediation_desk.domain.sorting.statements import ElementEntry, Place, RespondentStatement
from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.words import NotThere
from mediation_desk.store.tables.cases import claims, entries, parties, statements

Row = ElementEntry | RespondentStatement
Key = tuple[str, UUID | None, UUID | None]  # element, worker or None for the case, respondent for itself


class Sayings:
    """The element entries and single respondents' statements of cases, by their places."""

    def __init__(self, session: OrmSession) -> None:
        self._session = session

    def at(self, case_id: UUID, places: Iterable[Place]) -> dict[Key, Row]:
        """What stands in these places, and what was said there for the whole case."""
        wanted = set(places)
        said = self._session.scalars(select(ElementEntry).where(*_stand(entries, case_id, wanted)))
        alone = self._session.scalars(select(RespondentStatement).where(*_stand(statements, case_id, wanted)))
        rows: dict[Key, Row] = {(one.element, one.worker_id, None): one for one in said}
        return rows | {(one.element, one.worker_id, one.party_id): one for one in alone}

    def require_parties(self, case_id: UUID, wanted: frozenset[UUID] | set[UUID]) -> None:
        """Refuse what is said of somebody who is no longer among the parties.

        :raises NotThere: where one of them is not
        """
        standing = select(parties.c.id).where(
            parties.c.case_id == case_id, parties.c.removed_at.is_(None), parties.c.id.in_(wanted))
        gone = wanted.difference(self._session.scalars(standing)) if wanted else ()
        for party_id in gone:
            raise NotThere(party_id)

    def add(self, row: Row) -> None:
        """Keep what was said in a place where nothing stood."""
        self._session.add(row)

    def claims_made(self, case_id: UUID) -> list[str]:
        """The claims of the workers who still apply, each once: they decide which elements are asked."""
        made = (select(claims.c.claim).distinct().join(parties, parties.c.id == claims.c.worker_id).where(
            claims.c.case_id == case_id, claims.c.removed_at.is_(None), parties.c.removed_at.is_(None),
            parties.c.role == Role.APPLICANT))
        return list(self._session.scalars(made))


def _stand(table: Table, case_id: UUID, places: Set[Place]) -> tuple[ColumnElement[bool], ...]:
    workers = [worker for _, worker in places if worker is not None]
    return (table.c.case_id == case_id, table.c.removed_at.is_(None),
            table.c.element.in_({element for element, _ in places}),
            or_(table.c.worker_id.is_(None), table.c.worker_id.in_(workers)))
