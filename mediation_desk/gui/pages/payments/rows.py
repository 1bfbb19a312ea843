"""The columns of what is still to be paid, and how its rows are fetched a page at a time."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from uuid import UUID

from mediation_desk.domain.payments.dues import SORTABLE, Due, DueFilter, DueTotals, Sum
from mediation_desk.gui.kit.tables.table import Answer, Ask, Column, Kind
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.payments.words import promise_state, when_state
from mediation_desk.gui.pages.titles import case_title
from mediation_desk.services.desk import Desk
from mediation_desk.services.payments import dues


def columns(desk: Desk, mediators: Mapping[UUID, str]) -> list[Column]:
    """Which case, who pays, when, how late, how much, what was promised, whose. Keys are what can be sorted
    by."""
    return [
        Column("number", tr("Case number"), lambda due: due.case.number, width=20, whole=True),
        Column("payers", tr("Who pays"), lambda due: "、".join(due.payers), width=14, sortable=False,
               stretch=True),
        Column("parties", tr("Parties"), lambda due: case_title(due.case), width=26, sortable=False,
               yields=4),
        Column("instalment", tr("No."), lambda due: due.number, Kind.NUMBER, width=4, sortable=False,
               yields=3),
        Column("due_on", tr("Due"), lambda due: due.due_on, Kind.DATE, width=11),
        Column("late", tr("Days"), lambda due: when_state(due, desk.today), Kind.STATE, width=13,
               sortable=False, yields=1),
        Column("owed", tr("Owed"), lambda due: due.owed, Kind.MONEY, width=12),
        Column("promise", tr("Promise"), lambda due: promise_state(due, desk.today), Kind.STATE, width=18,
               sortable=False, yields=2),
        Column("mediator", tr("Mediator"), partial(_mediator, mediators), width=8, sortable=False, yields=5),
    ]


def _mediator(mediators: Mapping[UUID, str], due: Due) -> str:
    """Whose case it is; where there is but one mediator, nobody asks."""
    return mediators.get(due.case.mediator_id, "") if len(mediators) > 1 else ""


class Fetch:
    """Fetches pages of one list, on reader threads; its sums are added up apart, for they take longer.

    ``totals``: what is known of them: of a list that differs in its section alone, or as they were before
    something changed. Until they are there, the list is said to be as long as the rows that are.
    ``drop`` makes what is still waiting its turn come back empty at once.
    """

    def __init__(self, desk: Desk, wanted: DueFilter, totals: DueTotals | None = None) -> None:
        self._desk, self._wanted, self.totals = desk, wanted, totals
        self._dropped = threading.Event()

    def drop(self) -> None:
        """Another list is wanted."""
        self._dropped.set()

    @property
    def listed(self) -> Sum | None:
        """How many there are in the list, as far as is known."""
        return self.totals.of(self._wanted.section) if self.totals is not None else None

    def __call__(self, ask: Ask) -> Answer:
        """The rows asked for, and how many there are in all."""
        if self._dropped.is_set():
            return Answer(0, ())
        rows = dues.page(self._desk, self.sorted(ask.sort, ask.descending), ask.offset, ask.limit)
        there = ask.offset + len(rows)
        if len(rows) < ask.limit and (rows or not ask.offset):
            return Answer(there, rows)
        return Answer(max(there, self.listed.count if self.listed else 0), rows)

    def add_up(self) -> DueTotals | None:
        """The sums as they are now; None: nobody looks at the list any more."""
        return None if self._dropped.is_set() else dues.totals(self._desk, self._wanted)

    def sorted(self, sort: str, descending: bool) -> DueFilter:
        """The list in an order."""
        return replace(self._wanted, sort=sort, descending=descending) if sort in SORTABLE else self._wanted
