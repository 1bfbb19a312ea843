"""Referrals of a case: drafted, handed over, and what came of each, as it is noted step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from mediation_desk.documents.template.filters import cnnumber
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Place, Seen
from mediation_desk.domain.people import Party
from mediation_desk.domain.referral.offices import OfficeKind, ReceivingOffice
from mediation_desk.domain.referral.referrals import HandOff, Referral, check_referral, is_out
from mediation_desk.domain.referring import chosen
from mediation_desk.domain.referring.proposals import ReferredPart, answer_day
from mediation_desk.domain.text.storable import line, storable
from mediation_desk.domain.unmasking import Unmasking
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.enclosed import may_leave
from mediation_desk.services.referral.leaving import standing
from mediation_desk.services.removing import take_out
from mediation_desk.store.values import plain
from mediation_desk.store.work.work import Work

LISTS = ("agenda",)
TEXTS = frozenset({"part", "reason", "result", "returned_why"})
"""Words whose lines stay as they were typed; every other is kept in one line."""
COURSE = frozenset({"handed_on", "handed_by", "received_on", "received_by", "number_there", "urged_on",
                    "answered_on", "result", "returned_on", "returned_why", "due_on", "asked"})
"""What is still noted of a referral that went out; the rest stays as it went out."""


@dataclass(frozen=True)
class ReferralDraft:
    """A referral as it is entered. ``claims``: "worker/claim"; ``papers``: keys of the case's file."""

    office: str
    office_kind: OfficeKind = OfficeKind.OTHER
    office_id: UUID | None = None
    whole: bool = False
    part: str = ""
    claims: tuple[str, ...] = ()
    reason: str = ""
    asked: str = ""
    papers: tuple[str, ...] = ()
    exhibits: tuple[UUID, ...] = ()
    due_on: date | None = None


DRAFTED = tuple(one.name for one in fields(ReferralDraft))


@dataclass(frozen=True)
class Handing:
    """How a referral went out; with a sealed package, which one it was, and by which key it is answered."""

    manner: HandOff
    on: date
    by: str = ""
    package_id: UUID | None = None
    package_sha256: str = ""
    answer_key: str = ""


def referrals(desk: Desk, case_id: UUID) -> tuple[Referral, ...]:
    """Those of a case, in the order in which they were drafted; for looking only."""
    with desk.case_reading(case_id) as (_work, case):
        desk.looked_at(case)
        return tuple(replace(one) for one in case.referrals)


def proposed_day(desk: Desk, office: ReceivingOffice | None, part: ReferredPart | None) -> date:
    """Until when an answer is asked for unless somebody wants otherwise: in working days from today."""
    return answer_day(desk.calendar, desk.today, office, part)


# Drafting


def draft(desk: Desk, case_id: UUID, entered: ReferralDraft, seen: Seen | None = None) -> Changes:
    """Draft a referral; its letter's number is given with it, and to no other."""
    with desk.case_work(case_id, "draft_referral", seen) as (work, case):
        made = Referral(id=work.new_key(), case_id=case_id, number=_number(desk, case), office="",
                        drafted_on=desk.today)
        for name, value in _told(entered).items():
            setattr(made, name, value)
        _check(desk, work, case, made)
        case.referrals_all.append(made)
        return work.commit(lists=LISTS, result=made.id)


def _number(desk: Desk, case: Case) -> str:
    """The next letter's. A laptop puts its name to it: the office, or another laptop, drafts letters of the
    same case meanwhile, and none knows of the others' before the case is home."""
    marked = f"（{desk.branch.laptop}）" if desk.branch is not None else ""
    return f"{case.number}之{cnnumber(len(case.referrals_all) + 1)}{marked}"


def change(desk: Desk, case_id: UUID, before: Referral, entered: ReferralDraft, seen: Seen | None = None
           ) -> Changes:
    """Change a draft; what colleagues changed meanwhile in other fields stays. ``before``: the referral as
    the person looked at it."""
    mine = _told(entered)
    differing = [name for name in DRAFTED if getattr(before, name) != mine[name]]
    with desk.case_work(case_id, "draft_referral", telling(seen or desk.seen(case_id), before, differing)
                        ) as (work, case):
        referral = standing(case, before.id)
        if referral.handed_on is not None:
            raise DeskError(N_("It was handed over already; what went out stays as it was. Undo the hand-off "
                               "first, or draft another referral."))
        for name in differing:
            setattr(referral, name, mine[name])
        if "office" in differing:  # what was sealed for the former office is not this one's
            referral.package_id, referral.package_sha256, referral.answer_key = None, "", ""
        _check(desk, work, case, referral)
        return work.commit(lists=LISTS)


def remove(desk: Desk, case_id: UUID, referral_id: UUID, seen: Seen | None = None) -> Changes:
    """Take a referral out; it can be restored. One that lies with another office is not taken out."""
    with desk.case_work(case_id, "remove_referral", seen) as (work, case):
        if any(one.id == referral_id and is_out(one) for one in case.referrals):
            raise DeskError(N_("It lies with the other office; note first what came back."))
        take_out(work, case, "referrals", referral_id)
        return work.commit(lists=LISTS)


def _told(entered: ReferralDraft) -> dict[str, object]:
    told = {name: _kept(name, getattr(entered, name)) for name in DRAFTED}
    told["claims"], told["papers"] = chosen.joined(entered.claims), chosen.joined(entered.papers)
    told["exhibits"] = chosen.joined(map(str, entered.exhibits))
    return told if not entered.whole else told | {"part": "", "claims": ""}


def _kept(name: str, value: object) -> object:
    if type(value) is not str:
        return value
    return storable(value).strip() if name in TEXTS else line(value)


def _check(desk: Desk, work: Work, case: Case, referral: Referral) -> None:
    """Nothing is chosen that is not there, or that may not leave."""
    claims = {chosen.claim_key(one) for one in case.claims}
    if gone := [one for one in referral.claims.split() if one not in claims]:
        raise NotThere(gone[0])
    for exhibit_id in chosen.exhibits_of(referral) - {one.id for one in work.evidence.of(case.id)}:
        raise NotThere(exhibit_id)
    if not all(may_leave(one.partition(":")[0], desk.forms) for one in referral.papers.split()):
        raise DeskError(N_("One of these papers may not leave the office."), field="papers")
    check_referral(referral, desk.today)


# On its way


def hand_off(desk: Desk, case_id: UUID, referral_id: UUID, handing: Handing, seen: Seen | None = None
             ) -> Changes:
    """Note that it went out. With plain files or a package the numbers of the people concerned leave whole,
    which the case's events keep."""
    with desk.case_work(case_id, "hand_off", seen) as (work, case):
        referral = standing(case, referral_id)
        again = handing.manner is HandOff.PACKAGE and referral.manner is HandOff.PACKAGE  # its stick was lost
        if referral.handed_on is not None and not again:
            raise DeskError(N_("It was handed over already."), field="handed_on")
        referral.manner, referral.handed_on = handing.manner, handing.on
        referral.handed_by = line(handing.by)
        referral.package_id, referral.package_sha256 = handing.package_id, handing.package_sha256
        referral.answer_key = handing.answer_key
        _check(desk, work, case, referral)
        if handing.manner is not HandOff.LETTER:
            _note_numbers(desk, work, case, chosen.parties_of(case, referral))
        return work.commit(lists=LISTS)


def _note_numbers(desk: Desk, work: Work, case: Case, parties: Sequence[Party]) -> None:
    for party in parties:
        work.cases.asked(Unmasking(id=work.new_key(), case_id=case.id, party_id=party.id,
                                   account_id=desk.who.account_id, at=work.who.now))


def note(desk: Desk, case_id: UUID, before: Referral, after: Referral, seen: Seen | None = None) -> Changes:
    """Note what became of it; what colleagues noted meanwhile in other fields stays. ``before``: as the
    person looked at it; ``after``: as they want it. DeskError beside the field that cannot be."""
    differing = noted_fields(before, after)
    with desk.case_work(case_id, "note_referral", telling(seen or desk.seen(case_id), before, differing)
                        ) as (work, case):
        write_note(case, before.id, after, differing, desk.today)
        return work.commit(lists=LISTS)


def noted_fields(before: Referral, after: Referral) -> list[str]:
    """What a note changes."""
    return sorted(name for name in COURSE if getattr(before, name) != getattr(after, name))


def write_note(case: Case, referral_id: UUID, after: Referral, names: Sequence[str], today: date) -> Referral:
    """Write these fields, in a unit of work that is under way. NotThere, DeskError."""
    referral = standing(case, referral_id)
    for name in names:
        setattr(referral, name, _kept(name, getattr(after, name)))
    check_referral(referral, today)
    return referral


def telling(seen: Seen, before: Referral, names: Sequence[str]) -> Seen:
    """What the person knows, with these fields as they looked at them."""
    shown = {Place("referrals", str(before.id), name): plain(getattr(before, name)) for name in names}
    return seen.telling(shown)
