"""Receipts and answers that come back: looked at first, then read into the referral that they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.evidence import next_position
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.referral.offices import ReceivingOffice
from mediation_desk.domain.referral.referrals import HandOff, Referral, check_referral
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.text.storable import line
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.referral import arriving, opening
from mediation_desk.services.referral.arriving_files import arriving_files
from mediation_desk.services.referral.leaving import standing
from mediation_desk.services.referral.office_cards import NotCompared
from mediation_desk.store.pace import AT_EASE, Cancelled, Pace, Progress
from mediation_desk.store.referral import known
from mediation_desk.store.referral.manifest import Answer, Receipt
from mediation_desk.store.referral.office_card import check_number
from mediation_desk.store.referral.package import Whole
from mediation_desk.store.work.work import Work

Told = Receipt | Answer


@dataclass(frozen=True)
class Reply:
    """A receipt or an answer that was looked at; nothing was changed. ``number``: of the case here;
    ``number_there``: what it is called there. ``is_known``: it is signed by the key that the package was made
    for; where it was made for a passphrase, nobody knows that key before the ``check`` number was compared.
    ``papers``: title and size in bytes."""

    path: Path
    case_id: UUID
    referral_id: UUID
    number: str
    office: str
    check: str
    is_known: bool
    is_answer: bool
    number_there: str
    by: str
    day: date
    result: str = ""
    returned: str = ""
    papers: tuple[tuple[str, int], ...] = ()


class NoReply(DeskError):
    """The file is a package that somebody refers."""

    def __init__(self) -> None:
        super().__init__(N_("This file is neither a receipt nor an answer: it is a matter that another "
                            "office refers. Take it in as a new case."), field="package")


class NotOurs(DeskError):
    """Nothing went out that it could belong to."""

    def __init__(self) -> None:
        super().__init__(N_("This belongs to no referral of this office, or to a package that was written "
                            "anew since. Nothing was changed."), field="package")


class AnotherSigner(DeskError):
    """It is signed by another key than the package was made for."""

    def __init__(self, office: str) -> None:
        super().__init__(N_("This is signed by another key than the one that “{office}” is known by. "
                            "Nothing was changed. If that office has new keys, read its new card under "
                            "Office first, and compare its number."), field="package", office=office)


def look(desk: Desk, path: Path, pace: Pace = AT_EASE) -> Reply:
    """Look at a receipt or an answer; nothing is changed. DeskError beside ``package``; NeedsOffice; Stopped.

    Refused: what is damaged, of a later program, to no referral of this office, signed by another key, or
    read already; and what belongs to a case that is not one's own.
    """
    whole = opening.whole(desk, path, pace=pace)
    told = _told(whole)
    with desk.case_reading(_case_id(desk, told), Verb.REFER_CASE) as (work, case):
        referral = _referral(work, case, told, desk.today)
        return _reply(path, case, referral, told, _is_known(work, referral, told))


def look_into(desk: Desk, typed: str, *, progress: Progress, cancelled: Cancelled) -> Reply:
    """The same of a file whose place was typed, chosen or dropped."""
    return look(desk, opening.envelope(typed).path, Pace(progress, cancelled))


def take(desk: Desk, path: Path, *, compared: str = "", pace: Pace = AT_EASE, seen: Seen | None = None
         ) -> Changes:
    """Read it into its referral: that it was received, by whom and as what; or the result or the return, its
    papers as exhibits. Undone as one step.

    ``compared``: the check number that somebody read out, where the signer is not known yet; NotCompared
    beside ``compared`` without it. DeskError as :func:`look`.
    """
    with arriving_files(desk) as arrived:
        told = _told(opening.whole(desk, path, take=arrived.take, pace=pace))
        case_id = _case_id(desk, told)
        with desk.case_work(case_id, "read_answer", seen) as (work, case):
            desk.require_office()
            referral = _referral(work, case, told, desk.today)
            if not _is_known(work, referral, told) and compared != check_number(told.sender):
                raise NotCompared
            _keep(referral, told)
            check_referral(referral, desk.today)
            if isinstance(told, Answer):
                first = next_position(work.evidence.of(case_id, removed_too=True))
                arrived.keep(work, arriving.papers_of(work, told.papers, case_id, referral.office, first,
                                                      arrived.kinds, desk.today))
            return work.commit(lists=("cases", "agenda", "evidence", "referrals"), result=referral.id)


def take_chosen(desk: Desk, path: Path, compared: str = "", *, progress: Progress, cancelled: Cancelled
                ) -> Changes:
    """The same, told how far it is."""
    return take(desk, path, compared=compared, pace=Pace(progress, cancelled))


def _told(whole: Whole) -> Told:
    if not isinstance(whole.manifest, Receipt | Answer):
        raise NoReply
    return whole.manifest


def _case_id(desk: Desk, told: Told) -> UUID:
    with desk.reading() as work:
        desk.require_office()
        found = known.went_out(work, told.to_package)
        if found is None:
            raise NotOurs
        return found.case_id


def _referral(work: Work, case: Case, told: Told, today: date) -> Referral:
    """The referral that it belongs to, and still waits for it."""
    found = known.went_out(work, told.to_package)
    if found is None or (found.package_sha256 and found.package_sha256 != told.to_sha256):
        raise NotOurs
    referral = standing(case, found.id)
    if isinstance(told, Receipt) and referral.received_on:
        raise DeskError(N_("The receipt was read already, of {day}. Nothing was changed."), field="package",
                        day=referral.received_on)
    if over := referral.answered_on or referral.returned_on:
        raise DeskError(N_("An answer was read already, of {day}. Nothing was changed."), field="package",
                        day=over)
    if _day(told) > today:
        raise DeskError(N_("It names a day that lies in the future. Nothing was changed."), field="package")
    return referral


def _is_known(work: Work, referral: Referral, told: Told) -> bool:
    """Whether it is signed by the key that the package was made for, or the one that the office was compared
    with since. AnotherSigner."""
    office = next((one for one in work.all_of(ReceivingOffice) if one.id == referral.office_id), None)
    keys = {referral.answer_key, office.signing_key if office else ""} - {""}
    if not keys:
        return False
    if told.sender.signing_key.hex() not in keys:
        raise AnotherSigner(referral.office)
    return True


def _day(told: Told) -> date:
    return told.day if isinstance(told, Answer) else told.received_on


def _keep(referral: Referral, told: Told) -> None:
    referral.answer_key, referral.package_sha256 = told.sender.signing_key.hex(), told.to_sha256
    if referral.handed_on is None:  # the program was killed between file and note; by then it was handed over
        referral.manner, referral.handed_on = HandOff.PACKAGE, told.received_on
    if referral.received_on is None:
        referral.received_on, referral.received_by = told.received_on, line(told.received_by)
        referral.number_there = line(told.number)
    if isinstance(told, Receipt):
        return
    if told.returned:
        referral.returned_on, referral.returned_why = told.day, told.returned
    else:
        referral.answered_on, referral.result = told.day, told.result


def _reply(path: Path, case: Case, referral: Referral, told: Told, is_known: bool) -> Reply:
    answer = told if isinstance(told, Answer) else None
    return Reply(
        path=path, case_id=case.id, referral_id=referral.id, number=case.number,
        office=line(told.sender.office),
        check=check_number(told.sender), is_known=is_known, is_answer=answer is not None,
        number_there=line(told.number), day=_day(told),
        by=line(answer.answered_by if answer else told.received_by),
        result=answer.result if answer else "", returned=answer.returned if answer else "",
        papers=tuple((one.title, one.size) for one in answer.papers) if answer else ())
