"""Referral: a matter or a part of it in another department's hands, from the draft to its answer (转办)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.referral.offices import OfficeKind
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_, DeskError, Sentence, say


class HandOff(Term):
    """How a referral goes out; all of them without a network."""

    LETTER = "letter", N_("Printed letter")
    PACKAGE = "package", N_("Sealed package")
    FILES = "files", N_("Plain files")


@dataclass(eq=False, kw_only=True)
class Referral:
    """One referral to one receiving office.

    ``office_id``: of the office's list; ``office`` and ``office_kind`` stay as they were then. ``whole``: the
    whole matter; else ``part`` says in words which part it is, ``claims`` which claims of whom, as
    "worker/claim" parted by blanks. ``number``: of its letter, given once. ``papers``: keys of papers as the
    case's file names them, ``exhibits``: keys of exhibits, parted by blanks. ``asked``: who is asked to
    answer; ``urged_on``: when an answer was last asked for. ``package_id``, ``package_sha256``: of the sealed
    package, by which its receipt and its answer are known; ``answer_key``: the key that signs them, in
    hexadecimal.
    """

    id: UUID
    case_id: UUID
    number: str = ""
    office_id: UUID | None = None
    office: str
    office_kind: OfficeKind = OfficeKind.OTHER
    whole: bool = False
    part: str = ""
    claims: str = ""
    reason: str = ""
    asked: str = ""
    papers: str = ""
    exhibits: str = ""
    drafted_on: date
    due_on: date | None = None
    manner: HandOff | None = None
    handed_on: date | None = None
    handed_by: str = ""
    package_id: UUID | None = None
    package_sha256: str = ""
    answer_key: str = ""
    received_on: date | None = None
    received_by: str = ""
    number_there: str = ""
    urged_on: date | None = None
    answered_on: date | None = None
    result: str = ""
    returned_on: date | None = None
    returned_why: str = ""
    removed_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class CaseOrigin:
    """From where a case came in a sealed package, and what is owed to whoever sent it.

    ``sha256``: of the package; ``signing_key``, ``public_key``: the sender's, in hexadecimal: the one signed
    it, the answer is encrypted for the other. ``due_on``: until when an answer is asked for. ``receipt_at``,
    ``answered_at``: when they were written.
    """

    id: UUID
    case_id: UUID
    package_id: UUID
    store_id: UUID
    office: str
    sender: str = ""
    number: str
    reason: str = ""
    part: str = ""
    asked: str = ""
    sent_at: datetime
    due_on: date | None = None
    sha256: str
    signing_key: str
    public_key: str
    taken_at: datetime
    receipt_at: datetime | None = None
    answered_at: datetime | None = None
    result: str = ""
    returned_why: str = ""
    removed_at: datetime | None = None


class ReferralState(Term):
    """How far a referral is."""

    DRAFTED = "drafted", N_("Drafted")
    HANDED_OVER = "handed_over", N_("Handed off")
    RECEIVED = "received", N_("Received there")
    OVERDUE = "overdue", N_("Answer overdue")
    ANSWERED = "answered", N_("Answered")
    RETURNED = "returned", N_("Returned to us")


OUT = (ReferralState.HANDED_OVER, ReferralState.RECEIVED, ReferralState.OVERDUE)
"""In another department's hands: an answer is awaited."""


def state_of(referral: Referral, today: date) -> ReferralState:
    """How far it is, seen from ``today``. What came back is neither late nor awaited, whatever its day."""
    if referral.returned_on is not None:
        return ReferralState.RETURNED
    if referral.answered_on is not None:
        return ReferralState.ANSWERED
    if referral.handed_on is None:
        return ReferralState.DRAFTED
    if referral.due_on is not None and referral.due_on < today:
        return ReferralState.OVERDUE
    return ReferralState.HANDED_OVER if referral.received_on is None else ReferralState.RECEIVED


def is_out(referral: Referral) -> bool:
    """Whether it lies with the receiving office, and nothing came back yet."""
    return referral.handed_on is not None and referral.answered_on is None and referral.returned_on is None


def is_open(referral: Referral) -> bool:
    """Whether somebody has still to act on it: hand it over, or wait for what comes back."""
    return referral.answered_on is None and referral.returned_on is None


def open_first(referrals: Iterable[Referral]) -> list[Referral]:
    """What is still open before the rest, what is due first before the others."""
    return sorted(referrals, key=lambda one: (not is_open(one), one.due_on or date.max, one.id))


def whole_at(referrals: Iterable[Referral]) -> str:
    """The office that has the whole matter by now, or had it last; empty where none was handed it."""
    handed = [one for one in referrals if one.whole and one.handed_on is not None and one.returned_on is None]
    return handed[-1].office if handed else ""


def told(referral: Referral, today: date) -> Sentence:
    """Where it is, in one sentence."""
    office = referral.office
    match state_of(referral, today):
        case ReferralState.RETURNED:
            return say(N_("Returned by {office} on {day}: {why}"), office=office, day=referral.returned_on,
                       why=referral.returned_why)
        case ReferralState.ANSWERED:
            return say(N_("Answered by {office} on {day}"), office=office, day=referral.answered_on)
        case ReferralState.DRAFTED:
            return say(N_("For {office}; not handed over yet"), office=office)
        case _ if referral.due_on is None:
            return say(N_("With {office} since {day}"), office=office, day=referral.handed_on)
        case ReferralState.OVERDUE:
            return say(N_("With {office} since {day}; the answer was asked for by {due}"), office=office,
                       day=referral.handed_on, due=referral.due_on)
        case _:
            return say(N_("With {office} since {day}; answer asked for by {due}"), office=office,
                       day=referral.handed_on, due=referral.due_on)


# What cannot be


def check_referral(referral: Referral, today: date) -> None:
    """Refuse what cannot be. DeskError beside its field."""
    if not referral.office.strip():
        raise DeskError(N_("Say to which office it goes."), field="office")
    if not (referral.whole or referral.part.strip() or referral.claims):
        raise DeskError(N_("Say which part of the matter it is, or choose its claims."), field="part")
    if not referral.reason.strip():
        raise DeskError(N_("Say why it is referred."), field="reason")
    _check_going(referral, today)
    if referral.due_on is not None and referral.due_on < (referral.handed_on or referral.drafted_on):
        raise DeskError(N_("An answer cannot be due before the referral goes out."), field="due_on")
    _check_coming_back(referral, today)


def _check_going(referral: Referral, today: date) -> None:
    handed, received = referral.handed_on, referral.received_on
    if handed is not None and handed > today:
        raise DeskError(N_("That day lies in the future."), field="handed_on")
    if handed is not None and referral.manner is None:
        raise DeskError(N_("Say how it was handed over."), field="manner")
    if received is None:
        if referral.received_by.strip() or referral.number_there.strip():
            raise DeskError(N_("Say when it was received there."), field="received_on")
        return
    if handed is None:
        raise DeskError(N_("Hand the referral over first."), field="received_on")
    if received > today:
        raise DeskError(N_("That day lies in the future."), field="received_on")
    if received < handed:
        raise DeskError(N_("It cannot be received before it was handed over."), field="received_on")


def _check_coming_back(referral: Referral, today: date) -> None:
    if referral.answered_on is not None and referral.returned_on is not None:
        raise DeskError(N_("A referral is either answered or returned; take the other one out first."),
                        field="returned_on")
    for field, day, words, told_in, lacking in (
            ("answered_on", referral.answered_on, referral.result, "result", N_("Say what the answer is.")),
            ("returned_on", referral.returned_on, referral.returned_why, "returned_why",
             N_("Say why it was returned."))):
        if day is None:
            if words.strip():
                raise DeskError(N_("Say on which day that was."), field=field)
            continue
        if referral.handed_on is None:
            raise DeskError(N_("Hand the referral over first."), field=field)
        if day > today:
            raise DeskError(N_("That day lies in the future."), field=field)
        if day < (referral.received_on or referral.handed_on):
            raise DeskError(N_("That was before the office had it."), field=field)
        if not words.strip():
            raise DeskError(lacking, field=told_in)
