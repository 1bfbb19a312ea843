"""The rows of a list as they are shown: what becomes of each, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from mediation_desk.domain.intake.lists.judging import Judged, Target, Verdict
from mediation_desk.domain.intake.lists.orders import ReadOrder
from mediation_desk.domain.text import masks
from mediation_desk.domain.words import Sentence
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.tables.table import Column, Kind
from mediation_desk.gui.kit.words import tr, tr_sentence
from mediation_desk.services.intake.lists.importing import Decision

_CHIPS: Mapping[Verdict, tuple[str, str]] = MappingProxyType({
    Verdict.NEW: ("agreed", "plus"), Verdict.JOIN: ("accent", "link"), Verdict.ASK: ("disputed", "question"),
    Verdict.HERE: ("muted", "check"), Verdict.LEFT: ("muted", "minus"),
    Verdict.REFUSED: ("overdue", "warning-circle")})

@dataclass
class ShownRow:
    """A row, and what a person made of it; None: as it is judged."""

    judged: Judged
    decision: Decision | None = None

    @property
    def row(self) -> int:
        """Where it stands in the file."""
        return self.judged.row

    @property
    def verdict(self) -> Verdict:
        """What becomes of it now."""
        return self.decision.verdict if self.decision else self.judged.verdict

    @property
    def target(self) -> Target | None:
        """What it joins now, else what it would join first."""
        chosen = self.decision.target if self.decision else self.judged.chosen
        return chosen or next(iter(self.judged.targets), None)

    @property
    def order(self) -> ReadOrder | None:
        """What it says, where it was read."""
        return self.judged.read if isinstance(self.judged.read, ReadOrder) else None

    def decide(self, verdict: Verdict, target: Target | None = None) -> bool:
        """Make that of it; False where it cannot be that."""
        if verdict not in self.judged.choices():
            return False
        self.decision = Decision(verdict, (target or self.target) if verdict is Verdict.JOIN else None)
        return True

    def go_on(self) -> None:
        """The next thing that it can be."""
        choices = self.judged.choices()
        if choices:
            at = choices.index(self.verdict) + 1 if self.verdict in choices else 0
            self.decide(choices[at % len(choices)])


def columns() -> list[Column]:
    """The list of rows."""
    return [Column("row", tr("Row"), lambda one: one.row, Kind.NUMBER, width=5),
            Column("verdict", tr("What becomes of it"), state, Kind.STATE, width=14, whole=True),
            Column("number", tr("Number of the order"), lambda one: one.judged.read.number,
                   width=19, whole=True),
            Column("day", tr("Came on"), _day, Kind.DATE, width=11),
            Column("caller", tr("Caller"), _caller, width=20),
            Column("against", tr("Whom it is about"), _against, width=22, yields=1),
            Column("why", tr("Where it belongs, or why not"), why, width=34, stretch=True)]


def target_columns() -> list[Column]:
    """The list of what one row may join."""
    return [Column("where", tr("Belongs to"), where, width=30),
            Column("why", tr("Why"), lambda one: tr(one.tie.label), width=36, stretch=True)]


def state(one: ShownRow) -> State:
    """What becomes of it, as a chip."""
    return State(tr(one.verdict.label), *_CHIPS[one.verdict])


def where(target: Target) -> str:
    """A case by its number, or the new case of another row."""
    return target.home.number if target.home else tr("the new case of row {number}", number=target.row)


def why(one: ShownRow) -> str:
    """What it joins, or what is said about it."""
    if one.verdict is Verdict.JOIN and one.target:
        return tr("{case}: {reason}", case=where(one.target), reason=tr(one.target.tie.label))
    if one.verdict is Verdict.ASK and one.target:
        return tr("{case}? {reason}", case=where(one.target), reason=tr(one.target.tie.label))
    said: Sentence | None = one.judged.why
    return tr_sentence(said) if said is not None else ""


def counts(rows: Iterable[ShownRow]) -> Mapping[Verdict, int]:
    """How many rows there are of each verdict."""
    told = [one.verdict for one in rows]
    return {verdict: told.count(verdict) for verdict in Verdict}


def decisions(rows: Sequence[ShownRow]) -> dict[int, Decision]:
    """What a person made of rows, by row."""
    return {one.row: one.decision for one in rows if one.decision}



def _day(one: ShownRow) -> date | None:
    return one.order.arrived_at.date() if one.order else None


def _caller(one: ShownRow) -> str:
    return " ".join(filter(None, (one.judged.read.caller, masks.phone(one.judged.read.phone))))


def _against(one: ShownRow) -> str:
    return "、".join(one.order.respondents) if one.order else ""
