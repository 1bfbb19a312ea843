"""What a referral does to the clocks of its case, and what it does not: each with its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.deadlines import mediation_end
from mediation_desk.domain.limitation import Interruption, InterruptionKind
from mediation_desk.domain.referral.offices import OfficeKind
from mediation_desk.domain.referral.referrals import Referral
from mediation_desk.domain.referring.chosen import claims_of
from mediation_desk.domain.vocabulary import Source, Status
from mediation_desk.domain.words import N_, Sentence, say

COMPETENT = frozenset({OfficeKind.INSPECTION, OfficeKind.ARBITRATION, OfficeKind.COURT,
                       OfficeKind.SOCIAL_INSURANCE})
"""Departments that can grant relief: asking one of them lets the time for arbitration run anew."""
_APPLICATION: Mapping[OfficeKind, str] = MappingProxyType({
    OfficeKind.ARBITRATION: N_("A referral is no application for arbitration: the applicants hand that in "
                               "themselves, in writing and in time."),
    OfficeKind.COURT: N_("A referral is no lawsuit: the applicants bring that themselves, in time.")})
_ART_27 = N_("Mediation and Arbitration Law, art. 27; Arbitration Case Rules, art. 27")
_ART_28 = N_("Mediation and Arbitration Law, arts. 28 and 29")
_ART_29 = N_("Consultation and Mediation Provisions, art. 29; Mediation and Arbitration Law, art. 14")
_OF_ORDER = N_("The table of the order's source; practice of the hotlines, set by the city")


@dataclass(frozen=True)
class Effect:
    """One thing that the referral does to a clock, or leaves as it is: in words, with its ``source``."""

    words: Sentence
    source: Sentence


def counts(referral: Referral) -> bool:
    """Whether limitation runs anew from its hand-off: a department that can grant relief has it, and did not
    send it back as none of its business."""
    return (referral.handed_on is not None and referral.returned_on is None
            and referral.office_kind in COMPETENT)


def interruptions(case: Case) -> Mapping[tuple[UUID, str], tuple[Interruption, ...]]:
    """What referrals have made run anew, by worker and claim; only the claims that were referred. The day of
    the hand-off counts, the earliest that can be meant, so that nobody is promised too much time."""
    found: dict[tuple[UUID, str], tuple[Interruption, ...]] = {}
    for one in case.referrals:
        if not counts(one) or one.handed_on is None:
            continue
        event = Interruption(one.handed_on, InterruptionKind.REFERRAL)
        for claim in claims_of(case, one):
            key = (claim.worker_id, claim.claim)
            found[key] = (*found.get(key, ()), event)
    return found


def effects(case: Case, referral: Referral, today: date) -> list[Effect]:
    """What to know of the clocks while it is drafted or out, in the order in which it presses."""
    return [*_on_limitation(case, referral), *_on_mediation(case, referral, today), *_on_order(case)]


def _on_limitation(case: Case, referral: Referral) -> Iterator[Effect]:
    source = say(_ART_27)
    if referral.returned_on is not None:
        yield Effect(say(N_("It was returned, so that this program does not let limitation run anew from "
                            "it.")), source)
    elif referral.office_kind in COMPETENT and claims_of(case, referral):
        yield Effect(_anew(referral), source)
    elif referral.office_kind in COMPETENT:
        yield Effect(say(N_("No claim was chosen: limitation of the claims runs on as before.")), source)
    else:
        yield Effect(say(N_("This office grants no relief in labour matters: limitation runs on as "
                            "before.")), source)
    if referral.office_kind in _APPLICATION:
        yield Effect(say(_APPLICATION[referral.office_kind]), say(_ART_28))


def _anew(referral: Referral) -> Sentence:
    if referral.handed_on is not None:
        return say(N_("Limitation of the claims referred runs anew from {day}; that of all others runs on."),
                   day=referral.handed_on)
    return say(N_("Limitation of the claims referred runs anew from the day of the hand-off; that of all "
                  "others runs on."))


def _on_mediation(case: Case, referral: Referral, today: date) -> Iterator[Effect]:
    if case.status is not Status.OPEN or case.is_signed or case.accepted_on is None:
        return
    end, source = mediation_end(case), say(_ART_29)
    if end < today:
        return
    if referral.whole:
        yield Effect(say(N_("The mediation period ends on {day} all the same; close the case as referred "
                            "where the whole matter is out of hand."), day=end), source)
    else:
        yield Effect(say(N_("The mediation period is not stopped: mediation of the rest goes on and ends on "
                            "{day}."), day=end), source)


def _on_order(case: Case) -> Iterator[Effect]:
    if case.source is Source.HOTLINE or case.orders:
        yield Effect(say(N_("The clocks of the work order go on: this office answers it. What is not this "
                            "office's at all is returned within two days instead of being referred.")),
                     say(_OF_ORDER))
