"""A statistical form: which tables it has, what each row and column counts, and what must add up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mediation_desk.domain.reports.figures import Unit
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_

NOBODY = Label("", "")


class Moment(StrEnum):
    """What is counted: what happened to cases in the period, or those open before it and at its end; and work
    orders of which that was asked on their last return visit in the period."""

    RECEIVED = "received"
    DECIDED = "decided"
    CLOSED = "closed"
    SIGNED = "signed"
    LAST_DUE = "last_due"
    OPEN_START = "open_start"
    OPEN_END = "open_end"
    CONTACT_ASKED = "contact_asked"
    SOLUTION_ASKED = "solution_asked"
    SATISFACTION_ASKED = "satisfaction_asked"


class Measure(StrEnum):
    """Of what is counted: how many cases, how many applicants, or how much money."""

    CASES = "cases"
    PEOPLE = "people"
    WOMEN = "women"
    MEN = "men"
    CLAIMED = "claimed"
    COMPUTED = "computed"
    AGREED = "agreed"
    PAID = "paid"
    OUTSTANDING = "outstanding"

    @property
    def unit(self) -> Unit:
        """In what it is told."""
        if self is Measure.CASES:
            return Unit.CASES
        return Unit.PEOPLE if self in (Measure.PEOPLE, Measure.WOMEN, Measure.MEN) else Unit.MONEY


class Span(StrEnum):
    """How long something took: from receipt to registration or to the decision, from acceptance to the
    end."""

    REGISTRATION = "registration"
    DECISION = "decision"
    END = "end"


MOMENT_OF = {Span.REGISTRATION: Moment.RECEIVED, Span.DECISION: Moment.DECIDED, Span.END: Moment.CLOSED}
ASKED = {Moment.CONTACT_ASKED: "contacted", Moment.SOLUTION_ASKED: "solved",
         Moment.SATISFACTION_ASKED: "satisfied"}
"""Moments at which orders are counted, not cases, each with what was asked."""
FLAGS = {"same_day": Moment.RECEIVED, "over": Moment.CLOSED, "kept": Moment.LAST_DUE,
         **{name: moment for moment, name in ASKED.items()}}
"""What is known yes or no of cases counted at that moment."""


class PeriodKind(Term):
    """How long the periods of a form are."""

    DAY = "day", N_("Day by day")
    MONTH = "month", N_("Monthly")
    QUARTER = "quarter", N_("Quarterly")
    YEAR = "year", N_("Yearly")


Where = tuple[tuple[str, tuple[str, ...]], ...]
"""What cases must be like to be counted: of each dimension or flag, the values that do; sorted by name."""


@dataclass(frozen=True)
class Count:
    """Counts cases, their people or their money at a moment."""

    moment: Moment
    measure: Measure
    where: Where = ()


@dataclass(frozen=True)
class Sum:
    """Adds other columns of the row up, or other rows of the column; ``less`` comes off."""

    parts: tuple[str, ...]
    less: tuple[str, ...] = ()


@dataclass(frozen=True)
class Share:
    """One column as a part of another, in hundredths of a percent."""

    part: str
    whole: str


@dataclass(frozen=True)
class Days:
    """Within how many days so many percent of the cases came to it: 50 the median, 90 nearly all."""

    span: Span
    percent: int
    where: Where = ()


@dataclass(frozen=True)
class Unknown:
    """What this program cannot know: left visibly blank, with the reason."""

    why: Label


Told = Count | Sum | Share | Days | Unknown


@dataclass(frozen=True)
class Column:
    """A column: what its cells tell, and how that is defined."""

    id: str
    label: Label
    told: Told
    definition: Label = NOBODY


@dataclass(frozen=True)
class By:
    """Rows one by one for every value of a dimension.

    ``top``: only so many, those with most in the first column (0: all); ``least``: only those with so much
    there; ``rest``: a last row for what the others leave over, or none.
    """

    dimension: str
    top: int = 0
    least: int = 0
    rest: Label | None = None

    @property
    def is_whole(self) -> bool:
        """Whether its rows are all that there are, so that they add up to the row without them."""
        return self.rest is not None or not (self.top or self.least)


@dataclass(frozen=True)
class Row:
    """A row of its own, or many of a dimension. ``told``: a sum of other rows, or what is unknown; None:
    the columns are counted for the cases ``where`` says."""

    id: str
    label: Label
    where: Where = ()
    by: By | None = None
    told: Sum | Unknown | None = None


@dataclass(frozen=True)
class Balance:
    """An identity inside a table: of columns, in every row; of rows, in every column that counts."""

    label: Label
    rows: bool
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table of a form. ``days``: it counts the last so many days up to the period's end (0: the period).
    ``chart``: the column that is drawn, or none."""

    id: str
    label: Label
    head: Label
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    balances: tuple[Balance, ...] = ()
    days: int = 0
    chart: str = ""
    note: Label = NOBODY


Ref = tuple[str, str, str]  # table, row, column, by their ids


@dataclass(frozen=True)
class Identity:
    """Both sides of cells of any tables add up to the same."""

    label: Label
    left: tuple[Ref, ...]
    right: tuple[Ref, ...]


@dataclass(frozen=True)
class Ahead:
    """A list of what falls due in the days after the period's end; for the inside alone."""

    label: Label
    days: int
    most: int


@dataclass(frozen=True)
class Form:
    """A form. ``own``: each mediator fills it with their own cases; a supervisor chooses whose."""

    id: str
    label: Label
    period: PeriodKind
    tables: tuple[Table, ...]
    order: int = 100
    note: Label = NOBODY
    own: bool = False
    identities: tuple[Identity, ...] = ()
    ahead: Ahead | None = None
