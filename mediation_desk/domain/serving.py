"""Service: which paper was given to whom, how, when, and who confirms it (受送达人, 见证人)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_


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
