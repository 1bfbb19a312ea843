"""Whether agreements are kept: how many were paid in full and on time, how soon, by kind of terms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from statistics import median_low
from types import MappingProxyType

from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_

ON_SIGNING = 3  # days after the signing within which a first share counts as paid on it


class TermsKind(Term):
    """The kinds of terms that are told apart; the first is every agreement."""

    ALL = "all", N_("All agreements")
    FIRST_SHARE = "first_share", N_("With a first share on signing")
    NO_FIRST_SHARE = "no_first_share", N_("Without a first share on signing")
    ONE = "one", N_("Paid at once")
    FEW = "few", N_("2 or 3 instalments")
    SOME = "some", N_("4 to 6 instalments")
    MANY = "many", N_("7 instalments or more")


@dataclass(frozen=True)
class Performed:
    """An agreement whose last instalment's day has come.

    ``first_after``: days from the signing to the first instalment's day. ``on_time``: every instalment was
    paid in time, grace included. ``days``: from the signing to the last payment, where all is paid.
    """

    first_after: int
    instalments: int
    in_full: bool
    on_time: bool
    days: int | None


@dataclass(frozen=True)
class KeptLine:
    """What became of the agreements of one kind; ``days``: the median to the last payment of those paid in
    full, None where there are none."""

    kind: TermsKind
    agreements: int = 0
    in_full: int = 0
    on_time: int = 0
    days: int | None = None


_BELONGS: Mapping[TermsKind, Callable[[Performed], bool]] = MappingProxyType({
    TermsKind.ALL: lambda _one: True,
    TermsKind.FIRST_SHARE: lambda one: one.instalments > 1 and one.first_after <= ON_SIGNING,
    TermsKind.NO_FIRST_SHARE: lambda one: one.instalments > 1 and one.first_after > ON_SIGNING,
    TermsKind.ONE: lambda one: one.instalments == 1,
    TermsKind.FEW: lambda one: 2 <= one.instalments <= 3,
    TermsKind.SOME: lambda one: 4 <= one.instalments <= 6,
    TermsKind.MANY: lambda one: one.instalments >= 7,
})


def kept_lines(performed: Iterable[Performed]) -> tuple[KeptLine, ...]:
    """A line for each kind of terms, also where no agreement is of it."""
    known = list(performed)
    return tuple(_line(kind, [one for one in known if belongs(one)]) for kind, belongs in _BELONGS.items())


def _line(kind: TermsKind, known: list[Performed]) -> KeptLine:
    days = [one.days for one in known if one.days is not None]
    return KeptLine(kind, len(known), sum(one.in_full for one in known), sum(one.on_time for one in known),
                    median_low(days) if days else None)


def percent(part: int, whole: int) -> int:
    """A share in whole per cent, half rounded up; 0 of nothing."""
    return (200 * part + whole) // (2 * whole) if whole else 0
