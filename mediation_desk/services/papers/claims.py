"""Claims on paper: what each worker asks for, for which time, and what each receives of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from mediation_desk.documents.views import shared as views
from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.people import Claim
from mediation_desk.domain.sorting.statements import SILENCE, applicants_answer
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.papers.told import Told

Shares = Mapping[UUID, Mapping[str, Money]]  # worker -> claim -> amount
Known = Mapping[UUID, Mapping[str, Money | None]]  # the same; None: not computed yet

# The elements whose days say for which time a claim is made.
SPANS: Mapping[str, tuple[str, str]] = {
    "unpaid_wages": ("unpaid_from", "unpaid_until"),
    "economic_compensation": ("employed_from", "employed_until"),
    "unlawful_termination": ("employed_from", "employed_until"),
}


def ordered(told: Told) -> list[Claim]:
    """The claims, worker by worker, each worker's in the order of the vocabulary."""
    places = {name: place for place, name in enumerate(CLAIMS)}
    workers = {worker.id: place for place, worker in enumerate(told.case.applicants)}
    return sorted(told.case.claims, key=lambda claim: (workers[claim.worker_id], places[claim.claim]))


def require_figures(told: Told) -> None:
    """Papers that promise money need every claim in figures."""
    if not told.case.claims:
        raise DeskError(N_("Enter what the applicants claim under Intake before printing."), field="claims")
    for claim in ordered(told):
        if claim.asked is None:
            raise DeskError(N_("Put the claim “{claim}” in figures under Sorting before printing."),
                            field="claims", claim=CLAIMS[claim.claim].label)


def rows(told: Told) -> tuple[views.ClaimRow, ...]:
    """What is asked for; an amount not yet in figures is zero."""
    return tuple(row(told, claim) for claim in ordered(told))


def row(told: Told, claim: Claim) -> views.ClaimRow:
    """One of them."""
    return views.ClaimRow(told.name(claim.worker_id), told.claim(claim.claim), claim.asked or ZERO,
                          period(told, claim))


def period(told: Told, claim: Claim) -> str:
    """The time that the claim is made for, on the applicants' version; nothing when it is not known."""
    worth = told.sorting.worths.get(claim.worker_id, {}).get(claim.claim)
    if claim.claim == "double_wage" and worth and worth.applicant.award:
        for step in worth.applicant.award.steps:
            if {"first", "last"} <= step.label.particulars.keys():
                return _span(told, step.label.particulars["first"], step.label.particulars["last"])
    if claim.claim in SPANS:
        first, last = (_day(told, element, claim.worker_id) for element in SPANS[claim.claim])
        return _span(told, first, last)
    return ""


def _span(told: Told, first: object, last: object) -> str:
    if not isinstance(first, date) or not isinstance(last, date):
        return ""
    if first.year == last.year:
        return told.say(N_("from {first} to {month}-{day}"), first=first, month=last.month, day=last.day)
    return told.say(N_("from {first} to {last}"), first=first, last=last)


def _day(told: Told, element: str, worker: UUID) -> date | None:
    cell = told.sorting.cells.get((element, worker))
    word = cell.word if cell else SILENCE
    said = applicants_answer(cell.element, word) if cell else None
    return date.fromisoformat(said) if said else None


def split(told: Told, shares: Mapping[UUID, Money]) -> Shares:
    """Each worker's share over that worker's claims, in proportion to what is asked, to the fen.

    Shares themselves are exact, so that rows and columns add up to the total.
    """
    own: dict[UUID, list[Claim]] = {}
    for claim in ordered(told):
        own.setdefault(claim.worker_id, []).append(claim)
    if any(worker not in own for worker in shares):
        raise DeskError(N_("Not every applicant has a claim; enter what each claims under Intake."),
                        field="claims")
    return {worker: _parts(share, own[worker]) for worker, share in shares.items()}


def _parts(share: Money, claims: Sequence[Claim]) -> dict[str, Money]:
    asked = [(claim.asked or ZERO).fen for claim in claims]
    parts = share.split(asked if any(asked) else [1] * len(claims))
    return {claim.claim: part for claim, part in zip(claims, parts, strict=True)}


def share_table(told: Told, shares: Known) -> views.ShareTable:
    """Workers down, claims across, with the sums of both."""
    names = [name for name in CLAIMS if any(name in row for row in shares.values())]
    rows_ = tuple(_share_row(told, worker, row, names) for worker, row in shares.items())
    return views.ShareTable(
        tuple(told.claim(name) for name in names), rows_, total(row.claimed for row in rows_),
        tuple(total(row.amounts[at] or ZERO for row in rows_) for at in range(len(names))),
        total(row.total for row in rows_))


def _share_row(told: Told, worker: UUID, row: Mapping[str, Money | None],
               names: Sequence[str]) -> views.ShareRow:
    amounts = tuple(row.get(name, ZERO) for name in names)
    return views.ShareRow(told.name(worker), told.asked[worker], amounts,
                          total(amount or ZERO for amount in amounts))
