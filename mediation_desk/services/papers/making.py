"""Papers: from a case to every paper of its road, as PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from uuid import UUID

from mediation_desk.documents.context import Paper as Context
from mediation_desk.domain.case import Case
from mediation_desk.domain.keys import made_at
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.settlement.terms import TermsDraft, drawn_up, plan
from mediation_desk.domain.vocabulary import Outcome, SessionMode, Side
from mediation_desk.domain.words import N_, DeskError, Sentence, say
from mediation_desk.library.forms import document_template
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import agreement, notices, outlook, road, sorting
from mediation_desk.services.papers.told import Told, Wanted, asked_by_worker
from mediation_desk.store.work.work import Work

AGREEMENT = "mediation-agreement"


@dataclass(frozen=True)
class Paper:
    """A finished paper; ``title`` is its kind in Chinese and names no person.

    ``to_sign``: the draft of an agreement, when this is the paper that the parties are to sign.
    """

    template: str
    title: str
    pdf: bytes
    to_sign: UUID | None = None

    @property
    def sha256(self) -> str:
        """The fingerprint of its bytes, in hexadecimal."""
        return hashlib.sha256(self.pdf).hexdigest()


@dataclass(frozen=True)
class ToSign:
    """The agreement that is signed. ``kept``: the store has it, for it was printed; ``outdated``: the
    case was changed since then, and would say something else on paper now."""

    paper: Paper
    kept: bool = False
    outdated: bool = False


@dataclass(frozen=True)
class PaperKind:
    """A paper that can be printed; ``per_*`` say which choices its copies have.

    ``per_side``: without a side it is for both, or (notices) for the applicants; the arbitration
    outlook must be given one. ``per_session``: without a session it is of the latest.
    """

    template: str
    title: Sentence
    per_worker: bool = False
    per_side: bool = False
    per_session: bool = False


@dataclass(frozen=True)
class _Room:
    """One kind of paper: what it is fed by, when there is something to print, who may print it."""

    kind: PaperKind
    context: Callable[[Told], Context]
    ready: Callable[[Case], bool]
    right: Verb = Verb.READ_CASE


def _signed(case: Case) -> bool:
    return case.agreement is not None and case.agreement.signed_on is not None


def _both_sides(case: Case) -> bool:
    return bool(case.applicants and case.respondents)


def _sortable(case: Case) -> bool:
    return case.accepted_on is not None and _both_sides(case) and case.is_claimed


def _met(case: Case) -> bool:
    return any(session.mode is SessionMode.JOINT for session in case.sessions)


def _ended_without(case: Case) -> bool:
    return case.closed_on is not None and case.outcome in notices.ENDINGS


# In the order of the road.
_ROOMS: Mapping[str, _Room] = MappingProxyType({room.kind.template: room for room in (
    _Room(PaperKind("intake-register", say(N_("Intake register"))), notices.intake_register,
          lambda case: bool(case.applicants)),
    _Room(PaperKind("rights-notice", say(N_("Notice of rights and duties")), per_side=True),
          notices.rights_notice, _both_sides),
    _Room(PaperKind("acceptance-notice", say(N_("Notice of acceptance")), per_worker=True, per_side=True),
          notices.acceptance_notice, lambda case: case.accepted_on is not None),
    _Room(PaperKind("refusal-notice", say(N_("Notice of refusal")), per_worker=True), notices.refusal_notice,
          lambda case: case.outcome is Outcome.REFUSED or bool(case.left_out)),
    _Room(PaperKind("element-sheet", say(N_("Element sheet")), per_worker=True), sorting.element_sheet,
          _sortable),
    _Room(PaperKind("sorting-record", say(N_("Record of agreed facts and issues in dispute"))),
          sorting.sorting_record, _sortable),
    _Room(PaperKind("calculation-sheet", say(N_("Calculation sheet")), per_side=True),
          sorting.calculation_sheet, _sortable),
    _Room(PaperKind("relationship-assessment", say(N_("Assessment of the relationship"))),
          outlook.relationship_assessment, lambda case: case.accepted_on is not None and _both_sides(case)),
    _Room(PaperKind("arbitration-outlook", say(N_("Outlook on arbitration")), per_side=True),
          outlook.arbitration_outlook, _sortable, Verb.READ_SEALED),
    _Room(PaperKind("mediation-record", say(N_("Record of mediation")), per_session=True),
          road.mediation_record, _met),
    _Room(PaperKind(AGREEMENT, say(N_("Mediation agreement"))), agreement.agreement,
          lambda case: case.agreement is not None),
    _Room(PaperKind("performance-ledger", say(N_("Performance ledger"))), road.performance_ledger, _signed),
    _Room(PaperKind("return-visit", say(N_("Record of return visits"))), road.return_visit,
          lambda case: bool(case.visits)),
    _Room(PaperKind("termination-notice", say(N_("Notice of termination"))), notices.termination_notice,
          _ended_without),
    _Room(PaperKind("closing-form", say(N_("Closing form"))), road.closing_form,
          lambda case: case.closed_on is not None),
)})


def available(case: Case) -> tuple[PaperKind, ...]:
    """The papers that can be printed at the stage where the case stands, in the order of the road."""
    return tuple(room.kind for room in _ROOMS.values() if room.ready(case))


def compose(desk: Desk, case: Case, template: str, *, names: Mapping[UUID, str], side: Side | None = None,
            worker: UUID | None = None, session: UUID | None = None, draft: bool = False) -> Paper:
    """One paper of the case as it stands; nothing is read from or written to the store.

    Raises DeskError that says what to enter where when the case is not ready for it, or names a
    character that cannot be printed.
    """
    return _printed(Told(desk, case, names, case.agreement, Wanted(side, worker, session)), template, draft)


def _printed(told: Told, template: str, draft: bool) -> Paper:
    from mediation_desk.documents.render import pdf

    form = document_template(template)
    context = _room(template).context(told)
    to_sign = told.agreement.id if told.agreement and template == AGREEMENT and not draft else None
    # The terms as they were kept make the same paper, byte for byte, whenever it is printed.
    created = made_at(to_sign).astimezone(told.desk.zone) if to_sign else told.desk.now
    data = pdf(form, context, told.desk.library.fonts, created=created, draft=draft)
    return Paper(template, form.title, data, to_sign)


def _room(template: str) -> _Room:
    room = _ROOMS.get(template)
    if room is None:
        raise DeskError(N_("There is no form called “{path}”."), path=template)
    return room


def names(work: Work, case: Case) -> dict[UUID, str]:
    """The names of the case's mediators by account."""
    members = work.members.of(case.id)
    return {account.id: account.name for account in work.accounts.all() if account.id in members}


def make(desk: Desk, case_id: UUID, template: str, *, side: Side | None = None, worker: UUID | None = None,
         session: UUID | None = None, draft: bool = False) -> Paper:
    """A paper for preview and printing. A signed agreement comes as it was frozen, byte for byte."""
    with desk.case_reading(case_id, _room(template).right) as (work, case):
        if template == AGREEMENT and _signed(case):
            return _frozen(work, case)
        return compose(desk, case, template, names=names(work, case), side=side, worker=worker,
                       session=session, draft=draft)


def _frozen(work: Work, case: Case) -> Paper:
    signed = case.signed_agreement
    for paper in work.papers.of_case(case.id):
        if paper.template == AGREEMENT and paper.sha256 == signed.paper_sha256:
            return Paper(AGREEMENT, paper.title, work.papers.pdf(paper))
    raise DeskError(N_("The frozen agreement is missing from the store; restore it from a backup."))


def about_to_be_signed(desk: Desk, case_id: UUID) -> ToSign:
    """The agreement that a signing freezes: what was last printed of the terms that stand."""
    with desk.case_reading(case_id) as (work, case):
        return to_sign(desk, work, case)


def to_sign(desk: Desk, work: Work, case: Case) -> ToSign:
    """The same within a unit of work. Raises DeskError where the case's agreement cannot be printed."""
    now = compose(desk, case, AGREEMENT, names=names(work, case))
    printed = work.papers.printed_of(now.to_sign) if now.to_sign else None
    if printed is None or printed.sha256 == now.sha256:
        return ToSign(now, printed is not None)
    return ToSign(replace(now, title=printed.title, pdf=work.papers.pdf(printed)), kept=True, outdated=True)


def preview_agreement(desk: Desk, case_id: UUID, wanted: TermsDraft) -> Paper:
    """The agreement as it would look with these terms, marked as a draft; nothing is kept."""
    with desk.case_reading(case_id) as (work, case):
        claims = list(asked_by_worker(case).items())
        made = drawn_up(case.id, wanted, plan(wanted.terms, claims, desk.calendar), work.new_key)
        told = Told(desk, case, names(work, case), made)
        return _printed(told, AGREEMENT, draft=True)
