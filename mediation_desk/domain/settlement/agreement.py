"""The agreement as it is drafted, signed and frozen: shares, instalments, and how they cross."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.calendar import RestDayRule
from mediation_desk.domain.money import Money
from mediation_desk.domain.settlement.claim_terms import ClaimTerm
from mediation_desk.domain.settlement.debtors import Debtor
from mediation_desk.domain.vocabulary import (
    DefaultClause,
    OwedHow,
    PaymentMethod,
    ShareKind,
    SplitKind,
    TaxHandling,
)


@dataclass(eq=False, kw_only=True)
class Share:
    """What one worker receives of the total."""

    id: UUID
    case_id: UUID
    agreement_id: UUID
    worker_id: UUID
    position: int
    amount: Money
    removed_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class InstalmentShare:
    """What one worker receives of one instalment."""

    id: UUID
    case_id: UUID
    instalment_id: UUID
    worker_id: UUID
    amount: Money
    removed_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class Instalment:
    """A part of the total with the day it falls due."""

    id: UUID
    case_id: UUID
    agreement_id: UUID
    number: int
    due_on: date
    amount: Money
    paid_before: bool | None = None  # stands for what had been paid when the agreement was changed
    shares_all: list[InstalmentShare] = field(default_factory=list)
    removed_at: datetime | None = None

    @property
    def shares(self) -> list[InstalmentShare]:
        """The workers' parts that stand."""
        return [share for share in self.shares_all if not share.removed_at]


@dataclass(eq=False, kw_only=True)
class Agreement:
    """The terms; once ``signed_on`` is set and the paper frozen they change no more."""

    id: UUID
    case_id: UUID
    total: Money
    share_kind: ShareKind = ShareKind.BY_CLAIM
    split_kind: SplitKind = SplitKind.EQUAL
    rest_day_rule: RestDayRule = RestDayRule.SAME_DAY
    method: PaymentMethod = PaymentMethod.TRANSFER
    default_clause: DefaultClause = DefaultClause.ACCELERATE
    grace_days: int = 5
    responsibility: str = ""
    other_terms: str = ""
    copies: int = 3
    signed_on: date | None = None
    signing_place: str = ""
    paper_sha256: str = ""
    owed_how: OwedHow | None = None  # None: there is one debtor, or nobody said
    paid_from: str | None = None  # can it be paid: from what money
    account_holder: str | None = None  # the same: from whose account
    other_debts: str | None = None  # the same: what else the debtor owes
    tax: TaxHandling | None = None  # None: nothing is said of the tax
    penalty: Money | None = None  # what default costs besides, where that is agreed
    supplements_id: UUID | None = None  # the signed agreement that this one changes; None: it is the first
    supplements_why: str | None = None  # why it is changed
    debtors_all: list[Debtor] = field(default_factory=list)
    claim_terms_all: list[ClaimTerm] = field(default_factory=list)
    shares_all: list[Share] = field(default_factory=list)
    instalments_all: list[Instalment] = field(default_factory=list)
    removed_at: datetime | None = None

    @property
    def debtors(self) -> list[Debtor]:
        """Who owes it and who guarantees it, in their order."""
        return sorted((d for d in self.debtors_all if not d.removed_at), key=lambda d: (d.position, d.id))

    @property
    def claim_terms(self) -> list[ClaimTerm]:
        """What becomes of each claim, as far as it is said."""
        return sorted((t for t in self.claim_terms_all if not t.removed_at), key=lambda t: (t.position, t.id))

    @property
    def shares(self) -> list[Share]:
        """Each worker's share, in the workers' order."""
        return sorted((s for s in self.shares_all if not s.removed_at), key=lambda s: s.position)

    @property
    def instalments(self) -> list[Instalment]:
        """The instalments in their order."""
        return sorted((i for i in self.instalments_all if not i.removed_at), key=lambda i: i.number)

    def ordinal(self, number: int) -> int:
        """How the paper that the parties signed counts an instalment: a supplementary one begins with one at
        what is still to be paid."""
        before = sum(bool(one.paid_before) for one in self.instalments)
        return number - before if number > before else number
