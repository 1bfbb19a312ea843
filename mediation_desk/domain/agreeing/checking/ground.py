"""What the checks before signing look at, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.money import Money
from mediation_desk.domain.people import Party
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.vocabulary import SplitKind
from mediation_desk.domain.words import Sentence


@dataclass(frozen=True)
class LineSaid:
    """A line of the further terms: its title, and the clause of the library that has this title."""

    title: str
    text: str
    clause: str = ""
    excludes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ground:
    """What the checks look at. ``on``: the day of signing; ``last_day``: of mediation.

    ``undisputed``: wages that nobody disputes, by worker; ``least``: the minimum wage of the time for which
    nothing was paid, where the figures at hand tell it. ``default``: the clause on late payment; ``chosen``:
    the titles of other clauses that fields of the terms choose, by their ids.
    """

    case: Case
    agreement: Agreement
    on: date
    last_day: date | None = None
    undisputed: Mapping[UUID, Money] = field(default_factory=dict)
    least: Mapping[UUID, Money] = field(default_factory=dict)
    default: str = ""
    lines: tuple[LineSaid, ...] = ()
    chosen: Mapping[str, str] = field(default_factory=dict)

    @property
    def due_days(self) -> list[date]:
        """When each instalment falls due once it is signed on the day."""
        days = [one.due_on for one in self.agreement.instalments]
        return [self.on, *days[1:]] if self.agreement.split_kind is SplitKind.ON_SIGNING else days

    @property
    def workers(self) -> list[tuple[Party, Money]]:
        """The workers who still apply and have a share, with it."""
        shares = {share.worker_id: share.amount for share in self.agreement.shares}
        return [(worker, shares[worker.id]) for worker in self.case.applicants if worker.id in shares]


@dataclass(frozen=True)
class Said:
    """What a check has to say: where it is mended when that is not the check's own place, and of whom."""

    sentence: Sentence
    field: str = ""
    of: UUID | None = None
