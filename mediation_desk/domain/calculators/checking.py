"""What facts must be together: enough, in order, and not two answers to one question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from mediation_desk.domain.calculators.claim import Claim
from mediation_desk.domain.calculators.facts import FactError, Name, missing
from mediation_desk.domain.money import Money
from mediation_desk.domain.words import N_, Sentence, say

# The second of each pair is not before the first.
IN_ORDER = (("unpaid_from", "unpaid_until"), ("employed_from", "employed_until"),
            ("employed_from", "left_on"), ("employed_from", "claimed_on"),
            ("without_contract_from", "without_contract_until"), ("without_contract_from", "claimed_on"))
# The second of each pair is not before, or less than, the first as a rule: looked at again, not refused.
AS_A_RULE = (("contract_signed_on", "employed_until"),
             ("local_minimum_monthly_wage", "local_average_monthly_wage"))

Facts = Mapping[str, object]


def check(claim: Claim, facts: Facts) -> None:
    """Refuse facts of the wrong sort, contradictory, out of order or not enough (:class:`FactError`)."""
    for name, fact in claim.facts.items():
        value = facts.get(name)
        if value is not None:
            fact.check(value)
    told = {name: facts[name] for name in claim.facts if facts.get(name) is not None}
    _check_apart(claim, told)
    for first, last in IN_ORDER:
        _check_order(claim, told, first, last)
    lacking = [[name for name in names if name not in told] for names in claim.alternatives]
    if all(lacking):
        raise missing(claim.facts[min(lacking, key=len)[0]])


def _check_apart(claim: Claim, told: Facts) -> None:
    """Of the ways to answer one question only one may be taken."""
    taken = [next(name for name in way if name in told) for way in claim.apart
             if any(name in told for name in way)]
    if len(taken) > 1:
        raise FactError(N_("“{fact}” and “{other}” are two ways to say one thing: give one of them and leave "
                           "the other out."), at=taken[0], fact=Name.of(claim.facts[taken[0]]),
                        other=Name.of(claim.facts[taken[1]]))


def _check_order(claim: Claim, told: Facts, first: str, last: str) -> None:
    begun, ended = told.get(first), told.get(last)
    if isinstance(begun, date) and isinstance(ended, date) and ended < begun:
        raise FactError(N_("“{fact}” should be a date not before {begun}, the date of “{other}”."), at=last,
                        fact=Name.of(claim.facts[last]), other=Name.of(claim.facts[first]), begun=begun)


def remarks(claim: Claim, facts: Facts) -> Iterator[Sentence]:
    """What is odd about facts that can be: one that goes before another, values out of order."""
    labels = {name: fact.label for name, fact in claim.facts.items()}
    for kept, left in claim.prevails:
        if facts.get(kept) is not None and facts.get(left) is not None:
            yield goes_before(labels[kept], labels[left])
    for less, more in AS_A_RULE:
        if less in labels and more in labels and _greater(facts.get(less), facts.get(more)):
            yield say(N_("“{fact}”, {value}, goes beyond “{other}”, {more}. Look at both again."),
                      fact=labels[less], value=facts[less], other=labels[more], more=facts[more])


def goes_before(kept: object, left: object) -> Sentence:
    """That of two answers, named in words, the second was not used."""
    return say(N_("“{fact}” goes before “{other}”, which was not used."), fact=kept, other=left)


def _greater(one: object, other: object) -> bool:
    if isinstance(one, Money) and isinstance(other, Money):
        return one > other
    return isinstance(one, date) and isinstance(other, date) and one > other
