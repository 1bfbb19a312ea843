"""The work order that brought a case: as it came, what was done to it step by step, and the reply to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.vocabulary import Source, Term
from mediation_desk.domain.words import N_


class OrderStepKind(Term):
    """What an office does to a work order, and what is done to it from outside."""

    SIGNED_IN = "signed_in", N_("Signed in")
    CONTACTED = "contacted", N_("Citizen contacted")
    EXTENDED = "extended", N_("Time extended")
    RETURNED = "returned", N_("Returned: not this office's")
    URGED = "urged", N_("Urged")
    FINISHED = "finished", N_("Order finished")


class CameBy(Term):
    """How a matter got into the program."""

    TYPED = "typed", N_("Typed")
    PASTED = "pasted", N_("Pasted text")
    LIST = "list", N_("List imported")
    PACKAGE = "package", N_("Package of another office")


class FoundTrue(Term):
    """Whether what the citizen said was found to be so (诉求是否属实)."""

    YES = "yes", N_("Found true")
    PARTLY = "partly", N_("Found true in part")
    NO = "no", N_("Not found true")


@dataclass(eq=False, kw_only=True)
class WorkOrder:
    """One order of a hotline or of another office, as it came.

    Hours are those of the office's zone. ``rule``: the kind of order in the table of its source under
    ``forms/sources/``, after which its clocks run; ``terms``: the periods as that table had them when the
    order was taken in (``domain/intake/order/terms.py``), so that a table changed later moves nothing and
    another office counts as the sender did; ``given_until``: the end that the order itself names; it
    prevails. ``kind``, ``urgency``: in the words of whoever sent it. ``original``: the row or the text as it
    came, whole; ``row_sha256``: its fingerprint, by which it is known when it comes again.
    """

    id: UUID
    case_id: UUID
    source: Source
    rule: str = ""
    terms: str = ""
    number: str = ""
    arrived_at: datetime
    given_until: datetime | None = None
    title: str = ""
    content: str = ""
    kind: str = ""
    urgency: str = ""
    caller: str = ""
    caller_phone: str = ""
    confidential: bool = False
    reply_wanted: bool = True
    supervised: bool = False
    former_number: str = ""
    came_by: CameBy = CameBy.TYPED
    original: str = ""
    row_sha256: str = ""
    removed_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class OrderStep:
    """Something that was done to an order. ``until``: the new end, of an extension; ``reason``: why it was
    extended or returned, or how and at which number the citizen was contacted; ``by``: who did it."""

    id: UUID
    case_id: UUID
    order_id: UUID
    kind: OrderStepKind
    at: datetime
    until: datetime | None = None
    reason: str = ""
    by: str = ""
    removed_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class OrderReply:
    """What the office answers to an order; None where nobody said.

    ``handling``: what was done, for whoever sent the order; ``public_answer``: what anybody may read, which
    holds no personal data. ``released_at``: when that text was found clean and released, by whom, and its
    fingerprint: another text is not released. ``proofs_of_identity``, ``proofs_of_contact``,
    ``proofs_of_result``: the numbers of exhibits that go with it, as a text.
    """

    id: UUID
    case_id: UUID
    order_id: UUID
    found_true: FoundTrue | None = None
    beyond_duty: bool | None = None
    beyond_kind: str = ""
    contacted: bool | None = None
    contacted_number: str = ""
    contacted_at: datetime | None = None
    solved: bool | None = None
    unsolved_why: str = ""
    handling: str = ""
    public_answer: str = ""
    proofs_of_identity: str = ""
    proofs_of_contact: str = ""
    proofs_of_result: str = ""
    released_at: datetime | None = None
    released_by: UUID | None = None
    public_sha256: str = ""
    removed_at: datetime | None = None
