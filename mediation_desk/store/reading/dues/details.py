"""What an instalment's line tells besides its case: agreed amounts, who owes, the last promise."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, select

from mediation_desk.domain.money import Money
from mediation_desk.domain.payments.dues import Due
from mediation_desk.domain.payments.promises import Promise
from mediation_desk.domain.summary import CaseRow
from mediation_desk.domain.vocabulary import Duty, Role
from mediation_desk.store.reading.dues.conditions import last_promises
from mediation_desk.store.tables.cases import agreements, debtors, instalments, parties

Terms = Mapping[tuple[UUID, int], tuple[date, Money, int]]  # case, number: its day, its amount, days of grace


class Details:
    """Of some cases, in four queries, however many instalments they have."""

    def __init__(self, connection: Connection, case_ids: Collection[UUID]) -> None:
        self._connection, self._keys = connection, list(case_ids)
        self._terms = self._read_terms() if self._keys else {}
        self._debtors = self._read_debtors() if self._keys else {}
        self._respondents = self._read_respondents() if self._keys else {}
        self._promises = self._read_promises() if self._keys else {}

    def due(self, case: CaseRow, number: int, due_on: date, owed: Money, first: int) -> Due:
        """The whole line of an instalment."""
        agreed_on, amount, grace = self._terms[case.case_id, number]
        payers = self._debtors.get(case.case_id) or self._respondents.get(case.case_id, [])
        return Due(case=case, number=number, due_on=due_on, agreed_on=agreed_on, payers=tuple(payers),
                   amount=amount, owed=owed, grace_days=grace, promise=self._promises.get(case.case_id),
                   is_first=number == first)

    def _read_terms(self) -> Terms:
        query = (select(instalments.c.case_id, instalments.c.number, instalments.c.due_on,
                        instalments.c.amount, agreements.c.grace_days)
                 .join(agreements, agreements.c.id == instalments.c.agreement_id)
                 .where(instalments.c.case_id.in_(self._keys), instalments.c.removed_at.is_(None),
                        agreements.c.removed_at.is_(None), agreements.c.signed_on.is_not(None)))
        return {(row.case_id, row.number): (row.due_on, row.amount, row.grace_days)
                for row in self._connection.execute(query)}

    def _read_debtors(self) -> Mapping[UUID, list[str]]:
        query = (select(debtors.c.case_id, parties.c.name)
                 .join(parties, parties.c.id == debtors.c.party_id)
                 .join(agreements, agreements.c.id == debtors.c.agreement_id)
                 .where(debtors.c.case_id.in_(self._keys), debtors.c.removed_at.is_(None),
                        debtors.c.duty == Duty.OWES, agreements.c.removed_at.is_(None),
                        agreements.c.signed_on.is_not(None))
                 .order_by(debtors.c.position, debtors.c.id))
        return _by_case(self._connection, query)

    def _read_respondents(self) -> Mapping[UUID, list[str]]:
        query = (select(parties.c.case_id, parties.c.name)
                 .where(parties.c.case_id.in_(self._keys), parties.c.role == Role.RESPONDENT,
                        parties.c.removed_at.is_(None), parties.c.declined_on.is_(None))
                 .order_by(parties.c.position))
        return _by_case(self._connection, query)

    def _read_promises(self) -> Mapping[UUID, Promise]:
        made = last_promises(self._keys)
        return {row.case_id: Promise(row.spoken_on, row.promised_on, row.promised, Money(int(row.paid_)))
                for row in self._connection.execute(select(made))}


def _by_case(connection: Connection, query: Select[Any]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {}
    for case_id, name in connection.execute(query):
        found.setdefault(case_id, []).append(name)
    return found
