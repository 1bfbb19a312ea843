"""Whose cases a person may count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, CompoundSelect, Select, select, union_all

from mediation_desk.store.tables.cases import case_key_wraps
from mediation_desk.store.tables.reports import case_facts


@dataclass(frozen=True)
class Reach:
    """Whose cases a person may count: all of the office, or those that they mediate."""

    account_id: UUID
    all_cases: bool

    def within(self, case_id: ColumnElement[UUID]) -> Sequence[ColumnElement[bool]]:
        """The condition for cases in reach."""
        if self.all_cases:
            return ()
        return (case_id.in_(self._held()),)

    def facts(self) -> CompoundSelect[Any] | None:
        """The running numbers of the facts in reach; None: all. Whoever holds a case mostly handles it too:
        these are found side by side, and only the others one by one."""
        if self.all_cases:
            return None
        handled = case_facts.c.mediator_id == self.account_id
        others = self._held().except_(select(case_facts.c.case_id).where(handled))
        return union_all(select(case_facts.c.seq).where(handled, case_facts.c.case_id.in_(self._held())),
                         select(case_facts.c.seq).where(case_facts.c.case_id.in_(others)))

    def _held(self) -> Select[Any]:
        return select(case_key_wraps.c.case_id).where(
            case_key_wraps.c.account_id == self.account_id, case_key_wraps.c.removed_at.is_(None))
