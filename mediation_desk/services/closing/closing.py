"""Closing: return visits, the outcome, taking back a decision just made, reopening with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.domain import deciding
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.closing import ReturnVisit
from mediation_desk.domain.doubts import Doubted, doubts, referral_doubts, review_doubts
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.performance.ledger import ledger
from mediation_desk.domain.referral.referrals import whole_at
from mediation_desk.domain.verbs import DECISIONS, VERBS, Undoing
from mediation_desk.domain.vocabulary import Outcome, Satisfaction, Station, VisitManner, VisitOccasion
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.removing import take_out
from mediation_desk.services.sorting.sorting import computed
from mediation_desk.store.journal import entries
from mediation_desk.store.work.rows import apply_fields
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class VisitDraft:
    """A return visit as it is entered."""

    visited_on: date
    manner: VisitManner = VisitManner.PHONE
    party_id: UUID | None = None
    performed: bool = True
    satisfaction: Satisfaction = Satisfaction.SATISFIED
    contacted: bool | None = None
    solved: bool | None = None
    note: str = ""
    occasion: VisitOccasion | None = None
    visited_by: str = ""
    spoken_with: str = ""
    result: str = ""
    order_id: UUID | None = None
    connected: bool | None = None


def visit(desk: Desk, case_id: UUID, draft: VisitDraft, seen: Seen | None = None) -> Changes:
    """Record that a party was called back."""
    with desk.case_work(case_id, "return_visit", seen) as (work, case):
        return work.commit(lists=("agenda",), result=_visited(desk, work, case, draft))


def visit_for_order(desk: Desk, case_id: UUID, draft: VisitDraft, seen: Seen | None = None) -> Changes:
    """Record that somebody was called back because of a work order, which has to be named; open in a decided
    case too."""
    with desk.case_work(case_id, "visit_for_order", seen) as (work, case):
        if draft.order_id is None:
            raise DeskError(N_("Say for which work order the call was made."), field="order_id")
        return work.commit(lists=("agenda",), result=_visited(desk, work, case, draft))


def _visited(desk: Desk, work: Work, case: Case, draft: VisitDraft) -> UUID:
    if draft.order_id is not None:
        case.order(draft.order_id)
    elif draft.connected is not None:
        raise DeskError(N_("Say for which work order the call was made."), field="order_id")
    if draft.visited_on > desk.today:
        raise DeskError(N_("That day lies in the future."), field="visited_on")
    if draft.party_id is not None:
        case.party(draft.party_id)
    made = ReturnVisit(id=work.new_key(), case_id=case.id, visited_on=draft.visited_on,
                       manner=draft.manner, party_id=draft.party_id, performed=draft.performed,
                       satisfaction=draft.satisfaction, contacted=draft.contacted, solved=draft.solved,
                       note=draft.note.strip(), occasion=draft.occasion,
                       visited_by=draft.visited_by.strip() or None,
                       spoken_with=draft.spoken_with.strip() or None, result=draft.result.strip() or None,
                       order_id=draft.order_id, connected=draft.connected)
    case.visits_all.append(made)
    return made.id


def remove_visit(desk: Desk, case_id: UUID, visit_id: UUID, seen: Seen | None = None) -> Changes:
    """Take a return visit out; it can be restored."""
    with desk.case_work(case_id, "remove_visit", seen) as (work, case):
        take_out(work, case, "return_visits", visit_id)
        return work.commit(lists=("agenda",))


def close(desk: Desk, case_id: UUID, on: date, outcome: Outcome, note: str = "",
          seen: Seen | None = None, *, referred_to: str = "", sure: bool = False,
          asks_review: bool = False) -> Changes:
    """Close the case; it is read-only from then on.

    ``referred_to``: the office that takes over; empty: the one that has the whole matter by now. An outcome
    that contradicts the case is asked about (Doubted) unless somebody is ``sure``; with ``asks_review`` so is
    what the review of the file leaves.
    """
    with desk.case_work(case_id, "close_case", seen) as (work, case):
        if on > desk.today:
            raise DeskError(N_("That day lies in the future."), field="closed_on")
        if outcome is Outcome.REFUSED:
            raise DeskError(N_("Refuse an application under Intake, with its reason."), field="outcome")
        referred_to = referred_to.strip() or whole_at(case.referrals)
        if outcome is Outcome.REFERRED and not referred_to:
            raise DeskError(N_("Enter the office that takes the matter over."), field="referred_to")
        owed = _owed(case, on)
        case.close(on, outcome, note.strip(), owed=owed, referred_to=referred_to)
        deciding.require_papers(case)
        found = [*doubts(case, outcome, on, owed), *referral_doubts(case),
                 *(review_doubts(case) if asks_review else ())]
        if found and not sure:
            raise Doubted(found, "outcome")
        case.computed = computed(desk, case)
        case.advance(Station.CLOSING)
        return work.commit(lists=("cases", "agenda"))


def _owed(case: Case, on: date) -> Money:
    agreement = case.agreement
    if agreement is None or agreement.signed_on is None:
        return ZERO
    return ledger(agreement, case.payments, on).outstanding


def take_back(desk: Desk, case_id: UUID, seen: Seen | None = None) -> Changes:
    """Take back the decision that this person has just made: closing, refusing or voiding the case.

    Only while nothing was done in the case since, and on the same day; later it is reopened, with a
    reason.
    """
    with desk.case_work(case_id, "take_back", seen) as (work, case):
        done = [one for one in entries.works(work.connection, case.id) if not _is_aside(one.verb)]
        changed = entries.of_work(work.connection, case.id, done[-1].work_id)
        last = changed[-1]
        same_day = last.at.astimezone(desk.zone).date() == desk.today
        if last.verb not in DECISIONS or last.account_id != desk.who.account_id or not same_day:
            raise DeskError(N_("Something was done since, so the decision stands. Reopen the case with a "
                               "reason."))
        for entry in changed:
            apply_fields(work, entry.table, entry.row_id,
                         {name: before for name, (before, _after) in entry.fields.items()})
        return work.commit(undoes=last.work_id, lists=("cases", "agenda"))


def _is_aside(verb: str) -> bool:
    return verb in VERBS and VERBS[verb].undoing is Undoing.ASIDE


def reopen(desk: Desk, case_id: UUID, reason: str, seen: Seen | None = None) -> Changes:
    """Open a closed case again; the reason stays with it and in the journal."""
    with desk.case_work(case_id, "reopen_case", seen) as (work, case):
        case.reopen(reason)
        return work.commit(lists=("cases", "agenda"))
