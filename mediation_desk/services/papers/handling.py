"""What becomes of each claim, on paper: paid, waived, or something else that is done by a day."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from mediation_desk.documents.views.settlement import HandledRow, HandledTable, InsteadRow, WaivedRow
from mediation_desk.domain.agreeing.handling import asked_by_place
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.claim_terms import ClaimTerm
from mediation_desk.domain.vocabulary import ClaimHandling, InKind
from mediation_desk.domain.words import N_
from mediation_desk.services.papers import claims
from mediation_desk.services.papers.told import Told

INSTEAD: Mapping[InKind, str] = {
    InKind.DOCUMENTS: N_("hand the documents over to {name}"), InKind.ACCOUNT: N_("restore {name}'s account"),
    InKind.APOLOGY: N_("apologise to {name}"), InKind.INSURANCE: N_("make up {name}'s social insurance"),
    InKind.DEPOSIT: N_("return the deposit to {name}"), InKind.OTHER: N_("perform to {name}")}


def split(told: Told, made: Agreement) -> claims.Shares:
    """Each worker's share over the claims: as it is said, else in proportion to what is asked."""
    shares = {share.worker_id: share.amount for share in made.shares}
    said: dict[UUID, dict[str, Money]] = {}
    for one in made.claim_terms:
        parts = said.setdefault(one.worker_id, {})
        if one.amount:
            parts[one.claim] = one.amount
    return {worker: said.get(worker, parts) for worker, parts in claims.split(told, shares).items()}


def table(told: Told, made: Agreement) -> HandledTable | None:
    """Every claim of which something is said, in the order of the claims; None where nothing is."""
    if not made.claim_terms:
        return None
    asked = asked_by_place(told.case)
    rows = tuple(HandledRow(told.name(one.worker_id), told.claim(one.claim), _asked(asked, one),
                            told.label(one.handling), one.amount or ZERO) for one in made.claim_terms)
    return HandledTable(
        rows, total(row.asked for row in rows), total(row.paid for row in rows),
        instead(told, made),
        tuple(WaivedRow(told.name(one.worker_id), told.claim(one.claim), _asked(asked, one), one.note)
              for one in made.claim_terms if one.handling is ClaimHandling.WAIVED))


def instead(told: Told, made: Agreement) -> tuple[InsteadRow, ...]:
    """What is done instead of paying, in the order of the claims."""
    return tuple(_instead(told, one) for one in made.claim_terms if one.in_kind is not None)


def _asked(asked: Mapping[tuple[UUID, str], Money | None], one: ClaimTerm) -> Money:
    return asked.get((one.worker_id, one.claim)) or ZERO


def _instead(told: Told, one: ClaimTerm) -> InsteadRow:
    assert one.in_kind is not None
    name = told.name(one.worker_id)
    return InsteadRow(name, told.claim(one.claim), told.say(INSTEAD[one.in_kind], name=name), one.by,
                      one.note)
