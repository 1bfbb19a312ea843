"""What both sides may look at together: the two sides, agreed facts, what was released, the schedule.

By construction it takes nothing sealed: it is made of rows of the open case, each of them copied out of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.told import ToldFact
from mediation_desk.domain.money import Money
from mediation_desk.domain.people import Party
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.sorting.elements import Element
from mediation_desk.domain.sorting.record import AgreedFact
from mediation_desk.domain.vocabulary import Side


@dataclass(frozen=True)
class JointFact:
    """A fact that both sides state alike; ``workers``: whom it concerns by name, none when all of them."""

    element: Element
    value: str
    workers: tuple[str, ...]


@dataclass(frozen=True)
class JointTold:
    """What a side allowed to be told, in the words in which it may be told. ``shown``: the other side saw it
    before, so that it is out for good; it changes nothing of what is seen."""

    id: UUID
    side: Side
    text: str
    shown: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class JointOffer:
    """An offer that its side let be told; ``last_on``: the day of its last instalment; ``shown`` as of what
    was told."""

    id: UUID
    side: Side
    round: int
    amount: Money
    instalments: int
    first_share: Money | None
    last_on: date | None
    terms: str
    accepted: bool
    shown: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class JointInstalment:
    """A part of the total and the day on which it falls due."""

    number: int
    due_on: date
    amount: Money


@dataclass(frozen=True)
class JointTerms:
    """The terms as they are drafted, or signed."""

    total: Money
    instalments: tuple[JointInstalment, ...]
    signed: bool


@dataclass(frozen=True)
class JointView:
    """All that stands on the turned screen. ``sorted``: False where the statements could not be compared,
    so that nothing is known of what is agreed."""

    applicants: tuple[str, ...]
    respondents: tuple[str, ...]
    facts: tuple[JointFact, ...] = ()
    told: tuple[JointTold, ...] = ()
    offers: tuple[JointOffer, ...] = ()
    terms: JointTerms | None = None
    sorted: bool = True

    def latest(self, side: Side) -> JointOffer | None:
        """The side's offer of the last round."""
        return next((offer for offer in reversed(self.offers) if offer.side is side), None)

    def earlier(self, side: Side) -> tuple[JointOffer, ...]:
        """The side's offers of the rounds before, the first of them first."""
        return tuple(offer for offer in self.offers if offer.side is side)[:-1]

    def news_to(self, side: Side) -> tuple[UUID, ...]:
        """What this side sees of the other for the first time: once shown, no release is taken back."""
        released: tuple[JointOffer | JointTold, ...] = (*self.offers, *self.told)
        return tuple(one.id for one in released if one.side is not side and not one.shown)

    @property
    def discussed(self) -> JointOffer | None:
        """The offer whose instalments are talked about while no terms are drafted: the accepted one, else
        that of the last round, and in one round the respondents', who pay."""
        accepted = next((offer for offer in self.offers if offer.accepted), None)
        return accepted or max(self.offers, key=lambda offer: (offer.round, offer.side is Side.RESPONDENT),
                               default=None)


def facts_of(agreed: Iterable[AgreedFact], workers: Sequence[Party]) -> tuple[JointFact, ...]:
    """The agreed facts, with the names of those whom each concerns where it is not all."""
    names = {worker.id: worker.name for worker in workers}
    return tuple(JointFact(fact.element, fact.value, _named(fact.workers, names)) for fact in agreed)


def _named(workers: Sequence[UUID], names: dict[UUID, str]) -> tuple[str, ...]:
    return () if len(workers) == len(names) else tuple(names[worker] for worker in workers)


def told_of(told: Iterable[ToldFact]) -> tuple[JointTold, ...]:
    """What was released to be told, in its order."""
    return tuple(JointTold(one.id, one.side, one.text, one.shown_at is not None) for one in told)


def offers_of(offers: Iterable[Offer]) -> tuple[JointOffer, ...]:
    """The offers that were released, round by round."""
    return tuple(JointOffer(one.id, one.side, one.round, one.amount, one.instalments, one.first_share,
                            one.last_on, one.terms, one.accepted_at is not None,
                            one.sealed_id is None or one.shown_at is not None)
                 for one in sorted(offers, key=lambda offer: (offer.round, offer.side)))


def terms_of(agreement: Agreement | None) -> JointTerms | None:
    """The drafted or signed terms; None while there are none."""
    if agreement is None:
        return None
    parts = tuple(JointInstalment(one.number, one.due_on, one.amount) for one in agreement.instalments)
    return JointTerms(agreement.total, parts, agreement.signed_on is not None)
