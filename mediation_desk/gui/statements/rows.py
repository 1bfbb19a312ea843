"""The lines of a statement as they are listed: read or not, booked or not, and what each may have paid."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain.money import Money
from mediation_desk.domain.payments.statements.lines import Unread
from mediation_desk.domain.payments.statements.matching import Candidate, Strength, sure
from mediation_desk.domain.text import masks
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.tables.table import Column, Kind
from mediation_desk.gui.kit.words import tr, tr_error, words
from mediation_desk.services.payments.statements.matching import Matched

_CHIPS: Mapping[Strength, tuple[str, str]] = MappingProxyType({
    Strength.STRONG: ("agreed", ""), Strength.FAIR: ("disputed", "question"),
    Strength.WEAK: ("muted", "question")})
TICKED, UNTICKED = "☑", "☐"


@dataclass
class ShownLine:
    """A row of the list. ``choice``: what it shall be booked as; ``refused``: why it was not."""

    row: int
    matched: Matched | None = None
    unread: Unread | None = None
    choice: Candidate | None = None
    ticked: bool = False
    refused: DeskError | None = None

    @property
    def can_be_booked(self) -> bool:
        """Whether there is something that it may be booked as."""
        return self.choice is not None and self.matched is not None and self.matched.booked is None

    @property
    def sure(self) -> bool:
        """Whether it may be ticked with many others: not where a person has taken something less sure."""
        return (self.can_be_booked and self.matched is not None
                and self.choice == sure(self.matched.candidates))

    @property
    def day(self) -> date | None:
        """Of the line, where it was read."""
        return self.matched.line.day if self.matched else None

    @property
    def amount(self) -> Money | None:
        """The same."""
        return self.matched.line.amount if self.matched else None


def shown(matched: Sequence[Matched], unread: Sequence[Unread]) -> list[ShownLine]:
    """All rows in the file's order; nothing is ticked, and the likeliest is what would be booked."""
    lines = [ShownLine(one.line.row, one, choice=next(iter(one.candidates), None)) for one in matched]
    lines += [ShownLine(one.row, unread=one) for one in unread]
    return sorted(lines, key=lambda one: one.row)


def columns(name: Callable[[UUID], str]) -> list[Column]:
    """The list of lines."""
    return [Column("tick", tr("Tick"), _tick, width=5, whole=True),
            Column("row", tr("Row"), lambda line: line.row, Kind.NUMBER, width=5),
            Column("day", tr("Day"), lambda line: line.day, Kind.DATE, width=11),
            Column("amount", tr("Amount"), lambda line: line.amount, Kind.MONEY, width=14),
            Column("party", tr("Counterparty"), _party, width=14),
            Column("state", tr("State"), state, Kind.STATE, width=16),
            Column("as", tr("May be booked as"), lambda line: _as(line, name), width=22, stretch=True,
                   whole=True),
            Column("why", tr("Why"), why, width=16),
            Column("reference", tr("Purpose or remark"), lambda line: line.matched.line.reference
                   if line.matched else "", width=12, yields=1)]


def candidate_columns(name: Callable[[UUID], str]) -> list[Column]:
    """The list of what one line may have paid."""
    return [Column("case", tr("Case number"), lambda one: one.number, width=24),
            Column("worker", tr("To whom"), lambda one: to_whom(one, name), width=24),
            Column("strength", tr("State"), strength, Kind.STATE, width=16),
            Column("why", tr("Why"), reasons, width=36, stretch=True)]


def to_whom(candidate: Candidate, name: Callable[[UUID], str]) -> str:
    """The worker, or all of them."""
    return name(candidate.worker_id) if candidate.worker_id else tr("All workers, in proportion")


def strength(candidate: Candidate) -> State:
    """How much speaks for it, as a chip."""
    return State(tr(candidate.strength.label), *_CHIPS[candidate.strength])


def reasons(candidate: Candidate) -> str:
    """Why, in a line."""
    return str(words().shown([tr(one.label) for one in candidate.reasons]))


def state(line: ShownLine) -> State:
    """How a line stands."""
    if line.unread:
        return State(tr("Not read"), "overdue", "warning-circle")
    if line.refused:
        return State(tr("Not booked"), "overdue", "warning-circle")
    if line.matched and line.matched.booked:
        return State(tr("Booked"), "accent", "check")
    return strength(line.choice) if line.choice else State(tr("Matches nothing"), "missing")


def why(line: ShownLine) -> str:
    """What speaks for it, or what keeps it from being booked."""
    trouble = line.unread.why if line.unread else line.refused
    if trouble:
        return tr_error(trouble)
    return reasons(line.choice) if line.can_be_booked and line.choice else ""


def _tick(line: ShownLine) -> str:
    return "" if not line.can_be_booked else TICKED if line.ticked else UNTICKED


def _party(line: ShownLine) -> str:
    if line.matched is None:
        return line.unread.text if line.unread else ""
    return " ".join(filter(None, (line.matched.line.name, masks.number(line.matched.line.account))))


def booked_as(line: ShownLine) -> str:
    """Where it is booked; empty where it is not."""
    booked = line.matched.booked if line.matched else None
    where = booked.number or tr("a colleague's case") if booked else ""
    return tr("Booked in {case} on {day}", case=where, day=booked.paid_on) if booked else ""


def _as(line: ShownLine, name: Callable[[UUID], str]) -> str:
    if booked := booked_as(line):
        return booked
    return f"{line.choice.number} · {to_whom(line.choice, name)}" if line.choice else ""
