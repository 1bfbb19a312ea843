"""Service: which paper was given to whom, how, when, and who confirms it (受送达人, 见证人)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_, DeskError


class ServiceManner(Term):
    """How a paper is given to somebody (Civil Procedure Law, arts. 88 to 95)."""

    DIRECT = "direct", N_("Handed over")
    LEFT = "left", N_("Left on the spot")
    ELECTRONIC = "electronic", N_("Sent electronically")
    POST = "post", N_("By post")
    ENTRUSTED = "entrusted", N_("Through another office")
    PASSED_ON = "passed_on", N_("Passed on by the employer or a unit")
    ANNOUNCED = "announced", N_("By announcement")


@dataclass(eq=False, kw_only=True)
class ServiceReceipt:
    """One paper on its way to one recipient (送达回证).

    ``template`` names the paper's form, ``title`` what it is called, ``number`` the paper's own number.
    ``sent_on``: when it was sent off; ``served_at``: day and hour of receipt in the office's zone, None while
    it is under way; ``signed_by`` and ``relation``: who signed, and who that is to the recipient;
    ``refused_why`` and ``witness``: why it was refused, and who witnessed that.
    """

    id: UUID
    case_id: UUID
    party_id: UUID | None = None  # None: somebody who is no party, by name
    recipient: str = ""
    template: str = ""
    title: str = ""
    number: str = ""
    copies: int = 1
    manner: ServiceManner = ServiceManner.DIRECT
    place: str = ""
    sent_by: str = ""
    sent_on: date | None = None
    due_on: date | None = None
    served_at: datetime | None = None
    signed_by: str = ""
    relation: str = ""
    refused_why: str = ""
    witness: str = ""
    note: str = ""
    removed_at: datetime | None = None


class ServiceState(Term):
    """How far a paper is on its way."""

    TO_SEND = "to_send", N_("To be sent")
    UNDER_WAY = "under_way", N_("On its way")
    LATE = "late", N_("Not received in time")
    SERVED = "served", N_("Received")
    LEFT = "left", N_("Refused and left")
    REFUSED = "refused", N_("Not taken")


OPEN_STATES = (ServiceState.TO_SEND, ServiceState.UNDER_WAY, ServiceState.LATE)
"""On which somebody has still to act."""


def state_of(receipt: ServiceReceipt, today: date) -> ServiceState:
    """How far it is, seen from ``today``; a paper that was refused counts as served where it was left."""
    if receipt.refused_why:
        return ServiceState.LEFT if receipt.manner is ServiceManner.LEFT else ServiceState.REFUSED
    if receipt.served_at is not None:
        return ServiceState.SERVED
    if receipt.due_on is not None and receipt.due_on < today:
        return ServiceState.LATE
    return ServiceState.TO_SEND if receipt.sent_on is None else ServiceState.UNDER_WAY


def is_open(receipt: ServiceReceipt, today: date) -> bool:
    """Whether somebody has still to act on it."""
    return state_of(receipt, today) in OPEN_STATES


def is_served(receipt: ServiceReceipt) -> bool:
    """Whether it counts as served: received, or refused and left on the spot; never what was not taken."""
    return receipt.served_at is not None and (not receipt.refused_why
                                              or receipt.manner is ServiceManner.LEFT)


def late_first(receipts: Iterable[ServiceReceipt], today: date) -> list[ServiceReceipt]:
    """Those on which somebody has still to act, what is due first before the others."""
    open_ones = [one for one in receipts if is_open(one, today)]
    return sorted(open_ones, key=lambda one: (one.due_on or date.max, one.id))


def check_receipt(receipt: ServiceReceipt, now: datetime) -> None:
    """Refuse what cannot be. ``now``: in the office's zone, naive as the receipt's own hour. DeskError beside
    its field."""
    if not (receipt.party_id or receipt.recipient.strip()):
        raise DeskError(N_("Say to whom it is served."), field="recipient")
    if not receipt.title.strip():
        raise DeskError(N_("Say which paper it is."), field="title")
    if receipt.copies < 1:
        raise DeskError(N_("At least one copy."), field="copies")
    if receipt.sent_on is not None and receipt.sent_on > now.date():
        raise DeskError(N_("That day lies in the future."), field="sent_on")
    if receipt.sent_on is None and receipt.due_on is None and not _is_told(receipt):
        raise DeskError(N_("Say when it was sent, or by when it has to be received."), field="due_on")
    if receipt.sent_on is not None and receipt.due_on is not None and receipt.due_on < receipt.sent_on:
        raise DeskError(N_("It cannot be due before it was sent."), field="due_on")
    _check_receiving(receipt, now)


def _is_told(receipt: ServiceReceipt) -> bool:
    """Whether it is known already how it ended."""
    return receipt.served_at is not None or bool(receipt.refused_why.strip())


def _check_receiving(receipt: ServiceReceipt, now: datetime) -> None:
    if receipt.served_at is not None:
        if receipt.served_at > now:
            raise DeskError(N_("That hour lies in the future."), field="served_at")
        if receipt.sent_on is not None and receipt.served_at.date() < receipt.sent_on:
            raise DeskError(N_("It cannot be received before it was sent."), field="served_at")
    elif receipt.signed_by.strip():
        raise DeskError(N_("Say when it was received."), field="served_at")
    _check_refusing(receipt)


def _check_refusing(receipt: ServiceReceipt) -> None:
    refused, is_left = bool(receipt.refused_why.strip()), receipt.manner is ServiceManner.LEFT
    if refused and not receipt.witness.strip():
        raise DeskError(N_("Say who witnessed that it was refused."), field="witness")
    if receipt.served_at is None or refused is is_left:
        return
    if is_left:
        raise DeskError(N_("A paper is left on the spot when it was refused; say why."), field="refused_why")
    raise DeskError(N_("It was either received or refused. Where it was refused and left there, choose “Left "
                       "on the spot” as the manner of service."), field="refused_why")
