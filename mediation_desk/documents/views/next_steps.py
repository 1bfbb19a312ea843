"""What the sheet “what happens next” may say: to one side, with every day that follows from the signing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.settlement import InsteadRow, PayeeRow
from mediation_desk.documents.views.shared import CaseView, OfficeView
from mediation_desk.domain.money import Money


@dataclass(frozen=True, slots=True)
class StepRow:
    """One instalment; ``shares`` follow :attr:`NextSteps.workers`. ``broken_from``: from which day on the
    agreement is broken while it is not paid."""

    ordinal: int
    due_on: date
    amount: Money
    shares: tuple[Money, ...]
    broken_from: date


@dataclass(frozen=True, slots=True)
class PayerRow:
    """Who pays; with a ``duty`` in words, who guarantees. ``amount`` where it is not all of it."""

    name: str
    duty: str = ""
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class RouteRow:
    """A route that is open: ``route`` is review, confirmation, payment_order, suit or arbitration.

    ``until``: its last day in words, with what may still move it. ``in_part``: for a part of the claims.
    """

    route: str
    until: str = ""
    in_part: bool = False


@dataclass(frozen=True, slots=True)
class NextSteps(Paper):
    """协议签订后事项告知单: for one side; ``joint`` are the routes of both sides, ``alone`` those of the
    workers. ``pays_alone``: one respondent pays, and nobody else. ``method``: as :class:`PaymentMethod` has
    it; ``default``: acceleration, resume_claim, penalty or none. ``unannounced``: the years in which days
    were placed though their holidays are not known yet."""

    TEMPLATE = "next-steps"
    office: OfficeView
    case: CaseView
    applicant: bool
    signed_on: date
    payers: tuple[PayerRow, ...]
    pays_alone: bool
    owed_how: str
    method: str
    payees: tuple[PayeeRow, ...]
    workers: tuple[str, ...]
    rows: tuple[StepRow, ...]
    unannounced: tuple[int, ...]
    totals: tuple[Money, ...]
    total: Money
    default: str
    claimed: Money
    grace_days: int
    joint: tuple[RouteRow, ...]
    alone: tuple[RouteRow, ...]
    penalty: Money | None = None
    instead: tuple[InsteadRow, ...] = ()
    changed_on: tuple[date, ...] = ()
