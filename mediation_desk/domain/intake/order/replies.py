"""The reply to a work order: how far its public answer is, and what it may not say."""

from __future__ import annotations

import hashlib

from mediation_desk.domain.intake.orders import OrderReply
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_, DeskError

PROOFS = ("proofs_of_identity", "proofs_of_contact", "proofs_of_result")
"""What goes with a reply, of three kinds."""


class Release(Term):
    """How far a public answer is."""

    NONE = "none", N_("No public answer yet")
    NOT_YET = "not_yet", N_("Not released yet")
    CHANGED = "changed", N_("Changed since its release")
    RELEASED = "released", N_("Released")


def fingerprint(answer: str) -> str:
    """By which an answer is known again."""
    return hashlib.sha256(answer.encode()).hexdigest()


def release_of(reply: OrderReply | None) -> Release:
    """How far the answer is: another text than the released one is not released."""
    if reply is None or not reply.public_answer.strip():
        return Release.NONE
    if reply.released_at is None:
        return Release.NOT_YET
    return Release.RELEASED if reply.public_sha256 == fingerprint(reply.public_answer) else Release.CHANGED


def check_reply(reply: OrderReply) -> None:
    """Refuse a reply that contradicts itself, beside the field."""
    if reply.beyond_kind.strip() and reply.beyond_duty is not True:
        raise DeskError(N_("Say first that it is not this office's."), field="beyond_duty")
    if reply.solved is True and reply.unsolved_why.strip():
        raise DeskError(N_("The trouble is over, so there is no reason why it is not."), field="unsolved_why")
    if reply.contacted is False and (reply.contacted_number.strip() or reply.contacted_at):
        raise DeskError(N_("Nobody was contacted, so there is no number and no hour."), field="contacted")
