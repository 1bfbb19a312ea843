"""What goes back to whoever sent a package: the receipt of it, and the answer or the return."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.referral.referrals import CaseOrigin
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import looking
from mediation_desk.services.referral import contents, keys, package_files
from mediation_desk.services.referral.contents import Papers
from mediation_desk.store.pace import AT_EASE, Cancelled, Pace, Progress
from mediation_desk.store.referral import package
from mediation_desk.store.referral.manifest import ENDINGS, Answer, Kind, PaperTold, Receipt
from mediation_desk.store.referral.outside import Lock
from mediation_desk.store.referral.package_keys import PackageKeys

LONGEST = 20_000  # characters of a result or a reason


@dataclass(frozen=True)
class Answering:
    """What is answered: the ``result`` in words, or why the matter is ``returned``; never both. ``day``: of
    the answer. ``papers``: names of forms; ``exhibits``: keys of evidence that goes along, such as a
    decision."""

    day: date
    result: str = ""
    returned: str = ""
    papers: tuple[str, ...] = ()
    exhibits: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Written:
    """A file for whoever sent the package."""

    path: Path
    office: str
    changes: Changes


def origins(desk: Desk, case_id: UUID) -> tuple[CaseOrigin, ...]:
    """From where the case came in packages; empty for every other case. For looking only."""
    with desk.case_reading(case_id) as (_work, case):
        return tuple(case.origins)


def proposed_name(desk: Desk, case_id: UUID, origin_id: UUID, kind: Kind) -> str:
    """What the file is called unless somebody wants otherwise: their number, this office, day."""
    with desk.case_reading(case_id, whole=False) as (_work, case):
        origin = origin_of(case, origin_id)
        return package_files.proposed(kind, origin.number, desk.settings.name, desk.today)


def write_receipt(desk: Desk, case_id: UUID, origin_id: UUID, target: Path, pace: Pace = AT_EASE,
                  seen: Seen | None = None) -> Written:
    """Write the receipt into a new file, for the office that sent the package alone; it can be written again.

    DeskError beside ``folder`` or ``file``; NeedsOffice on a laptop.
    """
    own = _keys(desk, case_id, seen)
    with package_files.writing(target):
        return _receipt(desk, case_id, origin_id, target, own, pace, seen)


def _receipt(desk: Desk, case_id: UUID, origin_id: UUID, target: Path, own: PackageKeys, pace: Pace,
             seen: Seen | None) -> Written:
    with desk.case_work(case_id, "write_receipt", seen) as (work, case):
        origin = origin_of(case, origin_id)
        told = Receipt(
            sender=keys.card(desk, own), package_id=work.new_key(), made_at=work.who.now,
            to_package=origin.package_id, to_sha256=origin.sha256, number=case.number,
            received_on=origin.taken_at.astimezone(desk.zone).date(), received_by=desk.who.name)
        package.write(target, told, Lock(public_key=bytes.fromhex(origin.public_key)), own, lambda _one: (),
                      pace)
        origin.receipt_at = work.who.now
        office = origin.office
        changes = work.commit(lists=("cases",), result=origin_id)
    return Written(target, office, changes)


def write_receipt_into(desk: Desk, case_id: UUID, origin_id: UUID, folder: str, name: str,
                       seen: Seen | None = None) -> Written:
    """The same, at a place as somebody typed it."""
    target = package_files.new_file(folder, name, ENDINGS["receipt"])
    return write_receipt(desk, case_id, origin_id, target, seen=seen)


def write_answer(desk: Desk, case_id: UUID, origin_id: UUID, answering: Answering, target: Path,
                 pace: Pace = AT_EASE, seen: Seen | None = None) -> Written:
    """Write the answer into a new file, for the office that sent the package alone, and note what was
    answered.

    DeskError beside ``result``, ``returned``, ``day``, ``papers``, ``folder`` or ``file``; Stopped. The
    office that sent the package reads one answer; what is written again serves where the first was lost.
    """
    _check(desk, answering)
    own = _keys(desk, case_id, seen)
    papers, exhibits = _papers(desk, case_id, answering)
    with package_files.writing(target):
        with desk.case_reading(case_id, Verb.REFER_CASE, whole=False) as (work, case):
            origin = origin_of(case, origin_id)
            told = Answer(
                sender=keys.card(desk, own), package_id=work.new_key(), made_at=work.who.now,
                to_package=origin.package_id, to_sha256=origin.sha256, number=case.number,
                received_on=origin.taken_at.astimezone(desk.zone).date(), day=answering.day,
                answered_by=desk.who.name, result=answering.result.strip(),
                returned=answering.returned.strip(), papers=papers.told)
            lock = Lock(public_key=bytes.fromhex(origin.public_key))
        content = contents.content_of(papers, exhibits, partial(looking.chunks, desk, case_id))
        package.write(target, told, lock, own, content, pace)
        office, changes = _noted(desk, case_id, origin_id, told, seen)
    return Written(target, office, changes)


def write_answer_into(desk: Desk, case_id: UUID, origin_id: UUID, answering: Answering, folder: str,
                      name: str, *, progress: Progress, cancelled: Cancelled, seen: Seen | None = None
                      ) -> Written:
    """The same, at a place as somebody typed it."""
    _check(desk, answering)
    target = package_files.new_file(folder, name, ENDINGS["answer"])
    return write_answer(desk, case_id, origin_id, answering, target, Pace(progress, cancelled), seen)


def origin_of(case: Case, origin_id: UUID) -> CaseOrigin:
    """How the case came, as it stands; NotThere."""
    found = next((one for one in case.origins if one.id == origin_id), None)
    if found is None:
        raise NotThere(origin_id)
    return found


def _keys(desk: Desk, case_id: UUID, seen: Seen | None) -> PackageKeys:
    """The office's pairs, asked for before anything is written: whoever may not write this makes none."""
    with desk.case_work(case_id, "write_receipt", seen) as (work, _case):
        own = keys.present(desk, work)
        work.commit()
        return own


def _check(desk: Desk, answering: Answering) -> None:
    result, returned = answering.result.strip(), answering.returned.strip()
    if bool(result) == bool(returned):
        raise DeskError(N_("Say what came of it, or why it is returned."), field="result")
    if len(result) > LONGEST or len(returned) > LONGEST:
        raise DeskError(N_("An answer has {most} characters at most; send the rest as a paper."),
                        field="result" if result else "returned", most=LONGEST)
    if answering.day > desk.today:
        raise DeskError(N_("That day lies in the future."), field="day")


def _papers(desk: Desk, case_id: UUID, answering: Answering) -> tuple[Papers, dict[str, UUID]]:
    """Papers and exhibits, all of them papers of the answer; which exhibit has which content."""
    papers = contents.papers(desk, case_id, answering.papers)
    with desk.case_reading(case_id, Verb.REFER_CASE, whole=False) as (work, _case):
        standing = {one.id: one for one in work.evidence.of(case_id)}
        rows = [standing[key] if key in standing else _gone(key) for key in answering.exhibits]
    told = (*papers.told, *(PaperTold(name=one.name, title=one.name[:200], sha256=one.sha256, size=one.size)
                            for one in rows))
    return Papers(told, papers.content), {one.sha256: one.id for one in rows}


def _gone(key: UUID) -> Exhibit:
    raise NotThere(key)


def _noted(desk: Desk, case_id: UUID, origin_id: UUID, told: Answer, seen: Seen | None
           ) -> tuple[str, Changes]:
    with desk.case_work(case_id, "answer_package", seen) as (work, case):
        origin = origin_of(case, origin_id)
        origin.answered_at = work.who.now
        origin.result, origin.returned_why = told.result, told.returned
        return origin.office, work.commit(lists=("cases", "agenda"), result=origin_id)
