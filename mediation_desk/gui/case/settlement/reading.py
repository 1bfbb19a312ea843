"""From a kept agreement back to what a person set on the page, so that it can be changed and compared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import reduce
from math import gcd

from mediation_desk.domain.case import Case
from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.money import Money
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.services.settlement.settling import monthly

PER_CENT = 100


def accepted_offer(case: Case) -> Offer | None:
    """The offer whose figures the settlement takes over."""
    return next((offer for offer in case.offers if offer.accepted_at), None)


def is_monthly(days: Sequence[date]) -> bool:
    """Whether the days fall once a month from the first of them."""
    return tuple(days) == monthly(days[0], len(days)) if days else True


def weights_of(amounts: Sequence[Money], whole: Money) -> tuple[int, ...]:
    """The plainest whole shares that split the total into just these amounts: 1 : 2 of 100.00 yuan, though
    33.33 and 66.67 are no such shares of each other; the fen themselves where nothing plainer does."""
    fen = [amount.fen for amount in amounts]
    for together in range(len(fen), PER_CENT + 1 if whole.fen else 0):
        weights = tuple(round(one * together / whole.fen) for one in fen)
        if all(weights) and whole.split(weights) == list(amounts):
            return weights
    divisor = reduce(gcd, fen, 0) or 1
    return tuple(one // divisor for one in fen)


def signed(agreement: Agreement | None) -> bool:
    """Whether the agreement is signed and frozen."""
    return agreement is not None and agreement.signed_on is not None
