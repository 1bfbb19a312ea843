"""A matter as it is first taken in, whole: who comes with what against whom, and the order that brought it.

However it comes (typed, pasted, in a list, in a package), it becomes a case by ``registering.register``, or
with others in one unit of work by ``registering.take_in``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, Role, Source
from mediation_desk.services.intake.orders import OrderDraft


@dataclass(frozen=True)
class ClaimDraft:
    """What somebody asks for: an id of the table of claims, the amount where it is known, and a note."""

    claim: str
    asked: Money | None = None
    note: str = ""


@dataclass(frozen=True)
class PartyDraft:
    """A party as first entered; everything but the role can follow later.

    ``claims``: what a worker asks for, each once. ``same_as``: the key of a party of another case who is this
    person, where somebody said so (that case must be one which whoever registers may see).
    """

    role: Role
    name: str = ""
    kind: PartyKind = PartyKind.PERSON
    particulars: Mapping[str, object] = field(default_factory=dict)
    claims: Sequence[ClaimDraft] = ()
    same_as: UUID | None = None


@dataclass(frozen=True)
class IntakeDraft:
    """A matter as first taken in. ``applicants_agree_on``: the day on which they consented to mediation;
    ``order``: the order that brought it; its source is the matter's, and without a number of its own it has
    the matter's. ``site_id``: the site that it belongs to, HERE for the office itself; None: where whoever
    registers it sits."""

    received_on: date
    source: Source = Source.WALK_IN
    source_reference: str = ""
    kind_of_work: KindOfWork = KindOfWork.OTHER
    cause: str = ""
    facts_in_brief: str = ""
    confidential: bool = False
    applicants_agree_on: date | None = None
    parties: Sequence[PartyDraft] = ()
    order: OrderDraft | None = None
    site_id: UUID | None = None

    @property
    def reference(self) -> str:
        """The number that the source knows it by."""
        return self.source_reference.strip() or (self.order.number.strip() if self.order else "")
