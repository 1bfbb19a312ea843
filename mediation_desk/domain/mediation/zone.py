"""The bargaining zone: where both sides' bottom lines leave room to meet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Side


@dataclass(frozen=True)
class BottomLine:
    """How far a side would go, told alone, part by part; None: nothing was said of that part.

    ``party_id``: whose it is, None: the whole side's. Workers mean ``amount`` and ``first_share`` at least
    and ``last_on`` at the latest; respondents ``amount`` and ``first_share`` at most and ``last_on`` at the
    earliest. ``conditions``: in their words.
    """

    side: Side
    amount: Money
    most_instalments: int | None = None
    fewest_instalments: int | None = None
    first_share: Money | None = None
    last_on: date | None = None
    conditions: str = ""
    party_id: UUID | None = None


@dataclass(frozen=True)
class Zone:
    """From the least the workers take to the most the company pays; no zone when low > high."""

    low: Money
    high: Money
    fewest_instalments: int
    most_instalments: int | None

    @property
    def exists(self) -> bool:
        """Whether some amount and some number of instalments suits both sides."""
        suits = self.most_instalments is None or self.fewest_instalments <= self.most_instalments
        return self.low <= self.high and suits

    @property
    def middle(self) -> Money:
        """Half way between the two bottom lines, rounded down to the fen."""
        return Money((self.low.fen + self.high.fen) // 2)


def zone(lines: Iterable[BottomLine]) -> Zone | None:
    """The zone in amount and instalments of the latest line of each whole side; None until both are known.

    A single party's line says nothing of its side; :mod:`.full_zone` counts those too.
    """
    latest = {line.side: line for line in lines if line.party_id is None}
    if len(latest) < len(Side):
        return None
    least, most = latest[Side.APPLICANT], latest[Side.RESPONDENT]
    caps = [line.most_instalments for line in latest.values() if line.most_instalments is not None]
    floors = [line.fewest_instalments or 1 for line in latest.values()]
    return Zone(least.amount, most.amount, max(floors), min(caps, default=None))
