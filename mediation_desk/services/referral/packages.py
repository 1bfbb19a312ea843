"""Sealing a referral into a package: what will be in it, for whom it opens, and noting that it went out.

The way: :func:`outline` shows what the package would hold; :func:`seal_into` writes it and hands the referral
over by it; the receiving office takes it in (``incoming``) and answers (``going_back``); ``replies`` reads
what comes back into the referral.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

from msgspec.structs import replace

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.referral import passphrase as passphrases
from mediation_desk.domain.referral.offices import ReceivingOffice
from mediation_desk.domain.referral.referrals import HandOff, Referral
from mediation_desk.domain.referring import chosen as referred
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import looking
from mediation_desk.services.referral import contents, keys, package_files, referring
from mediation_desk.services.referral.contents import Chosen, Papers
from mediation_desk.services.referral.leaving import standing
from mediation_desk.services.referral.referring import Handing
from mediation_desk.store.pace import AT_EASE, Cancelled, Pace, Progress
from mediation_desk.store.referral import package
from mediation_desk.store.referral.manifest import Referred
from mediation_desk.store.referral.office_card import OfficeCard
from mediation_desk.store.referral.outside import Lock
from mediation_desk.store.referral.package_keys import PackageKeys
from mediation_desk.store.work.work import Work

VALID_DAYS = 30
"""How many days a package can be taken in unless somebody says otherwise."""
MOST_VALID_DAYS = 366
_UNSIGNED = OfficeCard(store_id=UUID(int=0), office="-", public_key=bytes(32), signing_key=bytes(32))


@dataclass(frozen=True)
class Sealing:
    """What somebody wants of a package. ``passphrase``: empty for a package that opens with the receiving
    office's key; else one that was told, or will be, by telephone (:func:`proposed_passphrase`).
    ``valid_until``: the last day on which it is taken in; None: VALID_DAYS from today."""

    chosen: Chosen = field(default_factory=Chosen)
    passphrase: str = field(default="", repr=False)
    valid_until: date | None = None


@dataclass(frozen=True)
class Outline:
    """What a package would hold, to be looked at before it is written. ``has_key``: the receiving office's
    card was read and compared, so that it needs no passphrase. ``size``: bytes of its papers and exhibits."""

    office: str
    has_key: bool
    parties: tuple[str, ...]
    claims: tuple[str, ...]
    orders: tuple[str, ...]
    papers: tuple[str, ...]
    exhibits: tuple[str, ...]
    size: int
    valid_until: date


@dataclass(frozen=True)
class Packed:
    """A package that was written. ``sha256``: of the file, in hexadecimal."""

    path: Path
    package_id: UUID
    sha256: str
    size: int
    changes: Changes


def proposed_passphrase() -> str:
    """Five groups of four digits, another one each time, to be told by telephone and never written beside the
    file."""
    return passphrases.made_up()


def proposed_name(desk: Desk, case_id: UUID, referral_id: UUID) -> str:
    """What the file is called unless somebody wants otherwise: case number, office, day."""
    with desk.case_reading(case_id, Verb.REFER_CASE, whole=False) as (_work, case):
        office = standing(case, referral_id).office
        return package_files.proposed("referral", case.number, office, desk.today)


def outline(desk: Desk, case_id: UUID, referral_id: UUID, sealing: Sealing | None = None) -> Outline:
    """What would be in it. Makes its papers once, so that what a paper lacks is said now: DeskError."""
    wanted = sealing or Sealing()
    ready = _ready(desk, case_id, referral_id, wanted)
    told = ready.told
    return Outline(ready.referral.office, bool(ready.office and ready.office.public_key),
                   tuple(one.name for one in told.parties), tuple(one.words for one in told.claims),
                   tuple(one.number or one.title for one in told.orders),
                   tuple(one.title for one in told.papers), tuple(one.name for one in told.exhibits),
                   sum(one.size for one in told.contents), told.valid_until)


def seal(desk: Desk, case_id: UUID, referral_id: UUID, sealing: Sealing, target: Path, pace: Pace = AT_EASE,
         seen: Seen | None = None) -> Packed:
    """Write the package into a new file, and note that the referral was handed over by it today.

    A package written before for the same referral counts no more once this one is written: what comes back
    to it is refused. DeskError
    beside ``passphrase``, ``valid_until``, ``papers``, ``office``, ``file`` or ``folder``; NeedsOffice on a
    laptop; Stopped. Where it does not come to an end, nothing was handed over and no file is left.
    """
    _check(desk, sealing)
    ready = _ready(desk, case_id, referral_id, sealing)
    lock = _lock(ready, sealing)
    with package_files.writing(target):
        own = _begun(desk, ready, seen)
        told = replace(ready.told, sender=keys.card(desk, own))
        sha256 = package.write(target, told, lock, own, _files(desk, ready), pace)
        changes = _handed_over(desk, ready, sha256, seen)
    return Packed(target, told.package_id, sha256, target.stat().st_size, changes)


def seal_into(desk: Desk, case_id: UUID, referral_id: UUID, sealing: Sealing, folder: str, name: str, *,
              progress: Progress, cancelled: Cancelled, seen: Seen | None = None) -> Packed:
    """The same, at a place as somebody typed it. DeskError beside ``folder`` and ``file`` too."""
    _check(desk, sealing)
    target = package_files.new_file(folder, name, package_files.ENDINGS["referral"])
    return seal(desk, case_id, referral_id, sealing, target, Pace(progress, cancelled), seen)


def _check(desk: Desk, sealing: Sealing) -> None:
    if sealing.passphrase:
        passphrases.require_good(sealing.passphrase)
    last = sealing.valid_until
    if last is not None and not 0 <= (last - desk.today).days <= MOST_VALID_DAYS:
        raise DeskError(N_("A package is valid from today on, for a year at most."), field="valid_until")


@dataclass(frozen=True)
class _Ready:
    """The case as it was read, all but who signs it."""

    referral: Referral
    office: ReceivingOffice | None
    told: Referred
    papers: Papers
    exhibits: tuple[UUID, ...]


def _ready(desk: Desk, case_id: UUID, referral_id: UUID, sealing: Sealing) -> _Ready:
    with desk.case_reading(case_id, Verb.REFER_CASE) as (work, case):
        desk.require_office()
        referral = standing(case, referral_id)
        _require_open(referral)
        names = referral.papers.split()
    papers = contents.papers(desk, case_id, names)
    with desk.case_reading(case_id, Verb.REFER_CASE) as (work, case):
        referral = standing(case, referral_id)
        office = _office(work, referral)
        return _Ready(referral, office, _told(desk, work, case, referral, sealing, papers), papers,
                      tuple(one.id for one in contents.exhibits_of(work, referral)))


def _require_open(referral: Referral) -> None:
    if referral.answered_on or referral.returned_on:
        raise DeskError(N_("This referral was answered or returned already. Draft a new one."))
    if referral.received_on is not None:  # what comes back is to the package that they have
        raise DeskError(N_("It was received there on {day}; no other package is written for it. Draft a new "
                           "referral."), field="received_on", day=referral.received_on)
    if referral.handed_on is not None and referral.manner is not HandOff.PACKAGE:
        raise DeskError(N_("It was handed over already."), field="handed_on")


def _office(work: Work, referral: Referral) -> ReceivingOffice | None:
    return next((one for one in work.all_of(ReceivingOffice)
                 if one.id == referral.office_id and not one.removed_at), None)


def _told(desk: Desk, work: Work, case: Case, referral: Referral, sealing: Sealing, papers: Papers
          ) -> Referred:
    chosen, people = sealing.chosen, contents.parties_of(case, referral, sealing.chosen)
    return Referred(
        sender=_UNSIGNED, package_id=work.new_key(), made_at=work.who.now, number=case.number,
        sent_by=desk.who.name, valid_until=sealing.valid_until or desk.today + timedelta(VALID_DAYS),
        due_on=referral.due_on, asked=referral.asked, reason=referral.reason,
        part="" if referral.whole else referral.part, received_on=case.received_on, source=case.source,
        kind_of_work=case.kind_of_work, cause=case.cause, facts=case.facts_in_brief if chosen.facts else "",
        confidential=case.confidential, parties=contents.parties(people, chosen),
        claims=contents.claims(referred.claims_of(case, referral), people),
        orders=contents.orders(case, chosen) if chosen.orders else (), papers=papers.told,
        exhibits=contents.exhibits(contents.exhibits_of(work, referral), people))


def _lock(ready: _Ready, sealing: Sealing) -> Lock:
    """Whom it opens for; a passphrase prevails over the office's key, for somebody asked for it."""
    if sealing.passphrase:
        return Lock(passphrase=sealing.passphrase)
    if ready.office is None or not ready.office.public_key:
        raise DeskError(N_("This office's card was not read yet, so there is no key to encrypt for. Read "
                           "its card under Office, or take a passphrase."), field="office")
    return Lock(public_key=bytes.fromhex(ready.office.public_key))


def _begun(desk: Desk, ready: _Ready, seen: Seen | None) -> PackageKeys:
    """The office's pairs; and the package's number, noted before there is a file: one that lies on a stick is
    known here whatever happens then. Where another one is on its way already, that one counts until this one
    is written, however long that takes and however it ends."""
    with desk.case_work(ready.referral.case_id, "write_package", seen) as (work, case):
        referral = standing(case, ready.referral.id)
        _require_open(referral)
        own = keys.present(desk, work)
        if not referral.package_sha256:
            referral.package_id, referral.answer_key = ready.told.package_id, _answer_key(ready)
        work.commit(lists=("cases",))
        return own


def _answer_key(ready: _Ready) -> str:
    """By which what comes back is signed; unknown for an office whose card was not read."""
    return ready.office.signing_key if ready.office else ""


def _handed_over(desk: Desk, ready: _Ready, sha256: str, seen: Seen | None) -> Changes:
    handing = Handing(HandOff.PACKAGE, desk.today, desk.who.name, ready.told.package_id, sha256,
                      _answer_key(ready))
    return referring.hand_off(desk, ready.referral.case_id, ready.referral.id, handing, seen)


def _files(desk: Desk, ready: _Ready) -> package.Files:
    ids = dict(zip((one.sha256 for one in ready.told.exhibits), ready.exhibits, strict=True))
    return contents.content_of(ready.papers, ids, partial(looking.chunks, desk, ready.referral.case_id))
