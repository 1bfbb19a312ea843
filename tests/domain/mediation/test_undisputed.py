"""Undisputed wages: what every side's own version gives."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

from mediation_desk.domain.mediation.undisputed import undisputed
from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.sorting.parts import ClaimWorth
from mediation_desk.domain.sorting.sorting import Sorting
from mediation_desk.domain.sorting.valuation import Worth

WORKER, PLATFORM, EMPLOYER = UUID(int=1), UUID(int=2), UUID(int=3)


def worth(amount: Money | None, *, unsaid: bool = False) -> Worth:
    return Worth("unpaid_wages", amount, unsaid=unsaid)


def sure(**claims: ClaimWorth) -> Money:
    made = cast(Sorting, cast(Any, SimpleNamespace(worths={WORKER: claims})))
    return undisputed(made)[WORKER]


def of(ours: Worth, *theirs: Worth) -> ClaimWorth:
    each = dict(zip((PLATFORM, EMPLOYER), theirs, strict=False)) if len(theirs) > 1 else {}
    return ClaimWorth(ours, theirs[0], ours, each)


def test_the_lower_version_of_the_wages_is_undisputed() -> None:
    """Story: 4,300.00 asked, 3,000.00 admitted; the double wage is no pay for work and is disputed whole."""
    double = of(worth(yuan("4300")), worth(yuan("4300")))
    assert sure(unpaid_wages=of(worth(yuan("4300")), worth(yuan("3000"))), double_wage=double) == yuan("3000")


def test_nothing_is_undisputed_while_a_side_has_not_spoken_or_nothing_can_be_computed() -> None:
    assert sure(unpaid_wages=of(worth(yuan("4300")), worth(None, unsaid=True))) == Money(0)
    assert sure(unpaid_wages=of(worth(None), worth(yuan("3000")))) == Money(0)


def test_where_the_respondents_differ_the_lowest_of_them_counts() -> None:
    three = of(worth(yuan("4300")), worth(yuan("3000")), worth(yuan("2500")))
    assert sure(unpaid_wages=three) == yuan("2500")
