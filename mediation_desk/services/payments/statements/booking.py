"""Lines that a person confirmed, booked as payments: each once, each alone refused where it cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.payments.statements.lines import Line
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.performance.booking import PaymentDraft, put_down
from mediation_desk.store.pace import Cancelled, Progress, goes_on, nobody_looks
from mediation_desk.store.work.statement_lines import LineBooked

TIMES = 3  # that a case is tried where somebody else confirms the same lines at the same moment


@dataclass(frozen=True)
class Confirmed:
    """A line and what a person confirmed it as; ``worker_id`` None: all of the case in proportion."""

    line: Line
    case_id: UUID
    worker_id: UUID | None = None
    payer_id: UUID | None = None

    def draft(self) -> PaymentDraft:
        """The payment that it becomes; what the bank wrote goes along."""
        return PaymentDraft(self.line.day, self.line.amount, self.worker_id, voucher=self.line.serial,
                            note=self.line.reference, paid_by=self.payer_id, bank_line=self.line.fingerprint)


@dataclass(frozen=True)
class Refused:
    """A line that was not booked, by its row, and why."""

    row: int
    why: DeskError


@dataclass(frozen=True)
class Outcome:
    """The rows that were booked, those that were refused, and those not come to because somebody stopped."""

    booked: tuple[int, ...] = ()
    refused: tuple[Refused, ...] = ()
    left: tuple[int, ...] = ()
    changes: Changes = field(default_factory=Changes)

    def then(self, later: Outcome) -> Outcome:
        """Both as one."""
        return Outcome(self.booked + later.booked, self.refused + later.refused, self.left + later.left,
                       self.changes.then(later.changes))


def book_lines(desk: Desk, confirmed: Sequence[Confirmed], *, progress: Progress = nobody_looks,
               cancelled: Cancelled = goes_on) -> Outcome:
    """Book what was confirmed, case by case: the lines of one case are one step that can be undone. Where
    somebody stops, what is booked stays, and is told."""
    with desk.reading():
        desk.require(Verb.BOOK_PAYMENT, own_case=True)  # each case asks for its own besides
    ordered = sorted(confirmed, key=lambda one: (str(one.case_id), one.line.day, one.line.row))
    done, told = Outcome(), 0
    for case_id, lines in groupby(ordered, key=lambda one: one.case_id):
        mine = list(lines)
        if cancelled():
            done = done.then(Outcome(left=tuple(one.line.row for one in mine)))
            continue
        progress(told, len(ordered))
        done = done.then(_of_case(desk, case_id, mine))
        told += len(mine)
    progress(len(ordered), len(ordered))
    return done


def _of_case(desk: Desk, case_id: UUID, lines: Sequence[Confirmed]) -> Outcome:
    for _time in range(TIMES):
        try:
            return _once(desk, case_id, lines)
        except LineBooked:  # by somebody else since it was looked up: it is found now
            continue
        except DeskError as why:
            return _all_refused(lines, why)
    return _all_refused(lines, LineBooked())


def _all_refused(lines: Iterable[Confirmed], why: DeskError) -> Outcome:
    return Outcome(refused=tuple(Refused(one.line.row, why) for one in lines))


def _once(desk: Desk, case_id: UUID, lines: Sequence[Confirmed]) -> Outcome:
    booked: list[int] = []
    refused: list[Refused] = []
    with desk.case_work(case_id, "book_payment") as (work, case):
        taken = set(work.statement_lines.booked([one.line.fingerprint for one in lines]))
        for one in lines:
            try:
                if one.line.fingerprint in taken:
                    raise LineBooked
                put_down(work, case, one.draft(), desk.today)
            except DeskError as why:
                refused.append(Refused(one.line.row, why))
            else:
                booked.append(one.line.row)
                taken.add(one.line.fingerprint)
        changes = work.commit(lists=("cases", "agenda")) if booked else Changes()
    return Outcome(tuple(booked), tuple(refused), changes=changes)
