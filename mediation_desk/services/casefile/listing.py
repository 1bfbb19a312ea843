"""What lies in the file of a case: every paper that has a place in it, and the evidence, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from mediation_desk.documents.binding.book import count
from mediation_desk.documents.template.filters import cndate
from mediation_desk.domain.case import Case
from mediation_desk.domain.casefile.entries import EVIDENCE, Entry, Part, State, in_order
from mediation_desk.domain.casefile.missing import Missing, missing
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_, DeskError, say
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import making
from mediation_desk.services.papers.evidence import rows
from mediation_desk.services.papers.mediation import joint_sessions
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.papers.supplement import SUPPLEMENT
from mediation_desk.services.papers.told import SIDES, Told
from mediation_desk.store.pace import Cancelled, Pace, Progress, goes_on, nobody_looks
from mediation_desk.store.work.work import Work

ONCE_SIGNED = frozenset({AGREEMENT, SUPPLEMENT, "signed-copy", "signing-checks"})
"""Papers that are none of the file before an agreement is signed."""

PARTS = {part.value: part for part in Part}


@dataclass(frozen=True)
class CaseFile:
    """The file of a case as it could be bound now, and what the program sees to be missing."""

    number: str
    entries: tuple[Entry, ...]
    missing: tuple[Missing, ...]


def listed(desk: Desk, case_id: UUID, *, progress: Progress = nobody_looks, cancelled: Cancelled = goes_on
           ) -> CaseFile:
    """Every paper is made once, to see whether it can be and how many pages it has. Stopped."""
    found, pace = outline(desk, case_id), Pace(progress, cancelled)
    entries = []
    for at, one in enumerate(found.entries):
        pace.step(at, len(found.entries))
        entries.append(_looked_at(desk, case_id, one) if one.is_ready and one.exhibit is None else one)
    return replace(found, entries=tuple(entries))


def outline(desk: Desk, case_id: UUID) -> CaseFile:
    """The same without a paper being made: none is known to be incomplete yet."""
    with desk.case_reading(case_id) as (work, case):
        exhibits = work.evidence.of(case_id)
        kept = {one.sha256 for one in work.papers.of_case(case_id)}
        entries = [*_papers(desk, case, len(exhibits)), *_signed(desk, case, kept),
                   *_evidence(desk, work, case, exhibits)]
        return CaseFile(case.number, in_order(entries), missing(case, exhibits, kept))


def lacking(desk: Desk, case_id: UUID) -> tuple[Missing, ...]:
    """What of the file the program sees to be missing."""
    with desk.case_reading(case_id) as (work, case):
        kept = {one.sha256 for one in work.papers.of_case(case_id)}
        return missing(case, work.evidence.of(case_id), kept)


def paper(desk: Desk, case_id: UUID, entry: Entry) -> bytes:
    """The pages of a paper: as the store holds it, byte for byte, or made now. DeskError."""
    if not entry.sha256:
        return making.make(desk, case_id, entry.template, side=entry.side, session=entry.session,
                           referral=entry.referral).pdf
    with desk.case_reading(case_id, whole=False) as (work, _case):
        for one in work.papers.of_case(case_id):
            if one.sha256 == entry.sha256:
                return work.papers.pdf(one)
    raise DeskError(N_("The frozen agreement is missing from the store; restore it from a backup."))


def _looked_at(desk: Desk, case_id: UUID, entry: Entry) -> Entry:
    try:
        return replace(entry, pages=count(paper(desk, case_id, entry)))
    except DeskError as error:
        return entry.lacking(error.sentence)


# -- papers ----------------------------------------------------------------------------------


def _papers(desk: Desk, case: Case, exhibits: int) -> Iterator[Entry]:
    """Everything that is offered now and has a place; one of each side or session where there are such."""
    for kind in making.available(case, exhibits, desk.forms):
        if kind.order is None or kind.template in (AGREEMENT, SUPPLEMENT):
            continue
        if kind.template in ONCE_SIGNED and not case.is_signed:
            continue
        yield from _copies(case, kind)


def _copies(case: Case, kind: making.PaperKind) -> Iterator[Entry]:
    template, title = kind.template, kind.title.zh
    group, place = kind.order or (0, 0)
    whole = Entry(template, (group, place, 0), PARTS[kind.part], title, State.MADE, kind.station, template)
    if "session" in kind.copies:
        for at, session in enumerate(joint_sessions(case)):
            yield replace(whole, key=f"{template}:{session.id}", order=(group, place, at),
                          title=f"{title}（{cndate(session.starts_at.date())}）", session=session.id)
    elif "referral" in kind.copies and case.referrals:
        for at, one in enumerate(one for one in case.referrals if one.handed_on is not None):
            yield replace(whole, key=f"{template}:{one.id}", order=(group, place, at),
                          title=f"{title}（{one.office}）", referral=one.id)
    elif "side" in kind.copies and "whole" not in kind.copies:
        words = Words.of(CHINESE)
        for at, side in enumerate(Side):
            yield replace(whole, key=f"{template}:{side.value}", order=(group, place, at), side=side,
                          title=f"{title}（{words.translate(SIDES[side].label)}）")
    else:
        yield whole


def _signed(desk: Desk, case: Case, kept: set[str]) -> Iterator[Entry]:
    """The agreement and each that changed it, as they were signed."""
    for at, one in enumerate(case.signed_agreements):
        template = SUPPLEMENT if one.supplements_id else AGREEMENT
        kind = making.kind(template, desk.forms)
        group, place = kind.order or (8, 1)
        sha256 = one.paper_sha256 or ""
        entry = Entry(f"{template}:{one.id}", (group, place, at), PARTS[kind.part], kind.title.zh,
                      State.KEPT, kind.station, template, sha256=sha256,
                      remark=cndate(one.signed_on) if one.signed_on else "")
        yield entry if sha256 in kept else entry.lacking(
            say(N_("The frozen agreement is missing from the store; restore it from a backup.")))


# -- evidence --------------------------------------------------------------------------------


def _evidence(desk: Desk, work: Work, case: Case, exhibits: Sequence[Exhibit]) -> Iterator[Entry]:
    given = {row.number: row.given_by for row in rows(Told.of(desk, work, case, exhibits=True))}
    for one in exhibits:
        name = one.name
        yield Entry(f"exhibit:{one.id}", (*EVIDENCE, one.position), Part.SHOWN, f"{one.label}　{name}",
                    State.EVIDENCE, "evidence", exhibit=one.id, pages=one.pages,
                    remark=given.get(str(one.position), ""))
