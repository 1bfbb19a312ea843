"""The figures of one export: what each says, how they add up, and what is shown of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction

from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_

CellKey = tuple[str, str, str]  # table, row, column, as a reader sees them


class Kind(Enum):
    """What a figure measures."""

    COUNT = "count"
    AMOUNT = "amount"
    MEAN = "mean"
    MEDIAN = "median"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure. Figures are never negative.

    ``value``: for a count the count, for an amount fen, otherwise a whole number in whatever unit is
    printed (days, tenths of a percent). ``count``: how many cases stand behind it, for a mean or median
    how many values. ``largest``: the largest part that one case has in an amount, in fen.
    ``numerator`` and ``denominator``: the figures a share or mean is the quotient of, where the export
    has them.
    """

    kind: Kind
    value: int
    count: int
    largest: int = 0
    numerator: CellKey | None = None
    denominator: CellKey | None = None

    def __post_init__(self) -> None:
        """A negative figure is a fault of whoever counted."""
        if self.value < 0 or self.count < 0:
            raise ValueError(f"a figure below nothing: {self}")


@dataclass(frozen=True, slots=True)
class Relation:
    """``total`` is the sum of ``parts`` less the sum of ``less``, exactly.

    A row or a column adds up to its total; stock and received less closed are the stock that is left.
    With one part and nothing less, both are the same figure, printed twice. Cells of several tables may
    stand in one relation.
    """

    total: CellKey
    parts: tuple[CellKey, ...]
    less: tuple[CellKey, ...] = ()

    @property
    def is_equality(self) -> bool:
        """Whether it says only that one figure is printed in two places."""
        return len(self.parts) == 1 and not self.less


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a figure says too much of one case; an office may set its own.

    The defaults are the usual rules of statistics offices. ``smallest_count``: a count below it, and an
    amount of fewer cases, is not shown. ``dominance``: an amount is hidden when one case makes up more
    than this part of it. ``fewest_values``: no mean or median of fewer. ``closeness``: an amount that
    must be hidden counts as worked out when it can be told to within this part of it.
    ``zero_shown``: nothing is shown as 0, since no case stands behind it; otherwise as few are.
    """

    smallest_count: int = 5
    dominance: Fraction = Fraction(4, 5)
    fewest_values: int = 5
    closeness: Fraction = Fraction(1, 10)
    zero_shown: bool = True

    @property
    def least_small(self) -> int:
        """The least count that is shown as below ``smallest_count``."""
        return 1 if self.zero_shown else 0

    def is_few(self, count: int) -> bool:
        """Whether that many cases are too few to be told of."""
        return self.least_small <= count < self.smallest_count


class Look(Term):
    """What the reader sees in a cell."""

    VALUE = "value", N_("The figure")
    SMALL = "small", N_("That it is a small count")
    HIDDEN = "hidden", N_("Withheld")


class Reason(Term):
    """Why a figure is not shown."""

    FEW = "few", N_("Too few cases stand behind it")
    DOMINANT = "dominant", N_("One case makes up most of it")
    FEW_VALUES = "few_values", N_("Too few values for a mean or a median")
    SECOND = "second", N_("Another withheld figure could be worked out from it")
    QUOTIENT = "quotient", N_("It would tell a withheld figure that it is made from")


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of one figure, and why not more."""

    look: Look
    reason: Reason | None = None


PLAIN = Shown(Look.VALUE)


@dataclass(frozen=True)
class Published:
    """An export as it will be read: its figures, how they add up, and what is shown of each.

    A cell that ``shown`` does not name is shown as it is.
    """

    cells: Mapping[CellKey, Cell]
    relations: tuple[Relation, ...]
    shown: Mapping[CellKey, Shown] = field(default_factory=dict)
    thresholds: Thresholds = Thresholds()

    def __post_init__(self) -> None:
        """To print a large count as a small one would be a lie, not a hiding."""
        for key, shown in self.shown.items():
            cell = self.cells[key]
            small = cell.kind is Kind.COUNT and self.thresholds.is_few(cell.value)
            if shown.look is Look.SMALL and not small:
                raise ValueError(f"no small count: {key}")

    def look(self, key: CellKey) -> Look:
        """What the reader sees there."""
        return self.shown.get(key, PLAIN).look

    def sign(self, key: CellKey) -> str | None:
        """What is printed in place of the figure; None: the figure itself."""
        signs = {Look.SMALL: f"<{self.thresholds.smallest_count}", Look.HIDDEN: "隐去"}
        return signs.get(self.look(key))
