"""Who bears a mark in other cases, and which of these cases whoever asks may see."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, and_, case, distinct, false, func, or_, select, true

from mediation_desk.domain.intake.known import PersonLink
from mediation_desk.domain.intake.marks import Mark
from mediation_desk.domain.money import ZERO
from mediation_desk.domain.vocabulary import PartyKind, Role, Status
from mediation_desk.store.reading.lists import Lists
from mediation_desk.store.tables.cases import links, parties
from mediation_desk.store.tables.desk import case_rows, party_marks
from mediation_desk.store.tables.reports import case_facts

MOST = 200  # parties of other cases that one person is looked up in
PARTICULARS = ("kind", "role", "name", "id_kind", "id_number", "phone", "address", "credit_code",
               "legal_representative", "legal_representative_post", "business")


@dataclass(frozen=True)
class Met:
    """A party of another case. ``visible``: its case is one that whoever asks may see; of any other nothing
    but that there is one may be told."""

    party_id: UUID
    case_id: UUID
    number: str
    status: Status
    received_on: date
    mediator_id: UUID
    visible: bool
    party: dict[str, Any] = field(repr=False)

    @property
    def name(self) -> str:
        """What the party is called there."""
        return str(self.party["name"])

    @property
    def id_number(self) -> str:
        """The number of its document there."""
        return str(self.party["id_number"])

    @property
    def phone(self) -> str:
        """Its telephone there."""
        return str(self.party["phone"])

    @property
    def role(self) -> Role:
        """Its part in that case."""
        role: Role = self.party["role"]
        return role


@dataclass(frozen=True)
class CompanyCount:
    """In how many cases a company stands under one credit code (or none), of those visible or the others."""

    credit_code: str
    visible: bool
    cases: int
    open: int
    broken: int


def _visible(lists: Lists) -> ColumnElement[bool]:
    return case((lists.sees(), true()), else_=false()).label("visible")


def _standing(query: Select[Any], but: UUID | None) -> Select[Any]:
    """Of parties that stand, in cases that stand; without one case."""
    query = query.where(parties.c.removed_at.is_(None), case_rows.c.removed == false(),
                        case_rows.c.status != Status.VOIDED)
    return query.where(case_rows.c.case_id != but) if but else query


def bears(marked: Iterable[Mark]) -> ColumnElement[bool]:
    """Of rows of marks: those that are one of these."""
    return or_(false(), *(and_(party_marks.c.kind == str(one.kind), party_marks.c.mark == one.mark)
                          for one in sorted(marked)))


def _met(lists: Lists) -> Select[Any]:
    return select(parties.c.id.label("party_id"), *(parties.c[name].label(f"party_{name}")
                                                    for name in PARTICULARS),
                  *(case_rows.c[name] for name in ("case_id", "number", "status", "received_on",
                                                   "mediator_id")), _visible(lists))


def _as_met(row: Any) -> Met:
    return Met(row.party_id, row.case_id, row.number, row.status, row.received_on, row.mediator_id,
               bool(row.visible), {name: getattr(row, f"party_{name}") for name in PARTICULARS})


def bearing(connection: Connection, lists: Lists, marked: Iterable[Mark], but: UUID | None = None
            ) -> list[Met]:
    """The parties of other cases that bear one of these marks, the newest case first."""
    query = _met(lists).select_from(party_marks).join(
        parties, parties.c.id == party_marks.c.party_id).join(
        case_rows, case_rows.c.case_id == party_marks.c.case_id).where(bears(marked))
    ordered = _standing(query, but).order_by(case_rows.c.seq.desc()).limit(MOST)
    return list({row.party_id: _as_met(row) for row in connection.execute(ordered)}.values())


def companies(connection: Connection, lists: Lists, marked: Iterable[Mark], today: date,
              but: UUID | None = None) -> list[CompanyCount]:
    """In how many cases the companies that bear these marks stand; broken: money is owed under a signed
    agreement after its last day."""
    is_broken = and_(case_facts.c.signed_on.is_not(None), case_facts.c.outstanding > ZERO,
                     case_facts.c.last_due_on < today)
    query = select(parties.c.credit_code, _visible(lists), case_rows.c.seq,
                   case((case_rows.c.status == Status.OPEN, case_rows.c.seq)).label("open"),
                   case((is_broken, case_rows.c.seq)).label("broken"))
    query = query.select_from(party_marks).join(parties, parties.c.id == party_marks.c.party_id).join(
        case_rows, case_rows.c.case_id == party_marks.c.case_id).outerjoin(
        case_facts, and_(case_facts.c.case_id == party_marks.c.case_id,
                         case_rows.c.outstanding > ZERO)).where(bears(marked))  # the others owe nothing
    met = _standing(query, but).subquery()
    counted = select(met.c.credit_code, met.c.visible, *(
        func.count(distinct(met.c[one])).label(name) for name, one in (
            ("cases", "seq"), ("open", "open"), ("broken", "broken"))))
    return [CompanyCount(row.credit_code, bool(row.visible), int(row.cases), int(row.open), int(row.broken))
            for row in connection.execute(counted.group_by(met.c.credit_code, met.c.visible))]


def parties_of(connection: Connection, lists: Lists, case_ids: Collection[UUID], kind: PartyKind
               ) -> list[Met]:
    """Everybody of that kind in those cases, as far as they may be seen, in the order of the cases."""
    query = _met(lists).select_from(parties).join(
        case_rows, case_rows.c.case_id == parties.c.case_id).where(
        parties.c.case_id.in_(list(case_ids)), parties.c.kind == kind, parties.c.name != "", lists.visible())
    places = {case_id: at for at, case_id in enumerate(case_ids)}
    found = [_as_met(row) for row in connection.execute(
        _standing(query, None).order_by(parties.c.position))]
    return sorted(found, key=lambda one: places[one.case_id])


def of_keys(connection: Connection, lists: Lists, party_ids: Collection[UUID]) -> dict[UUID, Met]:
    """These parties, with their cases."""
    query = _met(lists).select_from(parties).join(
        case_rows, case_rows.c.case_id == parties.c.case_id).where(parties.c.id.in_(list(party_ids)))
    return {row.party_id: _as_met(row) for row in connection.execute(_standing(query, None))}


def joined_with(connection: Connection, party_ids: Collection[UUID]) -> list[PersonLink]:
    """Every joining that leads to these parties, however many others lie between."""
    known, fresh = set(party_ids), set(party_ids)
    found: dict[UUID, PersonLink] = {}
    while fresh:
        query = select(links).where(links.c.removed_at.is_(None), or_(
            links.c.party_id.in_(list(fresh)), links.c.same_as.in_(list(fresh))))
        rows = [PersonLink(**row) for row in connection.execute(query).mappings()]
        found.update({row.id: row for row in rows})
        fresh = {key for row in rows for key in (row.party_id, row.same_as)} - known
        known |= fresh
    return list(found.values())
