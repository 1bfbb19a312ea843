"""A signed agreement is changed: what is left of it set anew, put before everybody, signed and frozen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.domain.agreeing.handling import handled_of
from mediation_desk.domain.agreeing.owing import owing_of
from mediation_desk.domain.agreeing.supplement import (
    check_changeable,
    is_told_by,
    rest_by_worker,
    restated,
)
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.money import Money, total
from mediation_desk.domain.settlement import handling
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.debtors import shared_anew
from mediation_desk.domain.settlement.terms import Plan, Terms, TermsDraft, drawn_up, plan
from mediation_desk.domain.vocabulary import PaymentMethod
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import checking, making
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.papers.supplement import SUPPLEMENT
from mediation_desk.services.papers.told import Told
from mediation_desk.services.removing import take_out
from mediation_desk.services.settlement import settling
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class RestDraft:
    """How what is left is paid from now on, and why that is changed.

    ``terms``: over what is left alone; ``method`` None: as it was agreed; ``further``: what else is agreed,
    a clause a line.
    """

    terms: Terms
    why: str
    method: PaymentMethod | None = None
    further: str = ""
    signing_place: str = ""


def rest(desk: Desk, case_id: UUID) -> list[tuple[UUID, Money]]:
    """What each worker is still owed. DeskError where the agreement cannot be changed."""
    with desk.case_reading(case_id, whole=False) as (_work, case):
        return _rest(case)


def work_out(desk: Desk, case_id: UUID, terms: Terms) -> Plan:
    """Shares, instalments and the matrix of what is left, without keeping anything."""
    with desk.case_reading(case_id, whole=False) as (_work, case):
        return plan(terms, _rest(case), desk.calendar)


def draft(desk: Desk, case_id: UUID, wanted: RestDraft, seen: Seen | None = None) -> Changes:
    """Keep what is to change the signed agreement; a draft that stood is replaced."""
    with desk.case_work(case_id, "draft_supplement", seen) as (work, case):
        former = case.signed_agreement
        worked = plan(wanted.terms, _rest(case), desk.calendar)
        made = drawn_up(case_id, _as_terms(case, wanted, worked), worked, work.new_key)
        checking.require_consistent(desk, case, made)
        restated(former, case.payments, made, wanted.why, work.new_key)
        if case.supplement:
            take_out(work, case, "agreements", case.supplement.id)
        case.agreements_all.append(made)
        return work.commit(result=made.id)


def drop(desk: Desk, case_id: UUID, seen: Seen | None = None) -> Changes:
    """Take the draft out; the agreement stays as it was signed."""
    with desk.case_work(case_id, "drop_supplement", seen) as (work, case):
        take_out(work, case, "agreements", _drafted(case).id)
        return work.commit()


def put_out(desk: Desk, case_id: UUID, paper: Paper, seen: Seen | None = None) -> Changes:
    """It was printed or saved, to be signed: keep it byte for byte, as with the agreement itself."""
    with desk.case_work(case_id, "put_out_supplement", seen) as (work, case):
        if _drafted(case).id != paper.to_sign:
            raise DeskError(N_("The terms were drafted anew meanwhile. Print the agreement that stands now "
                               "and let everybody sign that one."))
        settling.keep_print(work, case_id, paper)
        return work.commit()


def sign(desk: Desk, case_id: UUID, on: date, seen: Seen | None = None, *, shown: str = "") -> Changes:
    """Everybody has signed: freeze it as it was last printed; from now on it is the agreement.

    What was paid meanwhile must be in it. ``shown``: the fingerprint of the paper that was looked at.
    """
    with desk.case_work(case_id, "sign_supplement", seen) as (work, case):
        made, former = _drafted(case), case.signed_agreement
        _check_day(desk, case, made, on)
        paper, kept = _to_sign(desk, work, case, made)
        if shown not in ("", paper.sha256):
            work.settle()
            raise DeskError(N_("The paper has changed since it was shown here. Look at it before signing."))
        made.signed_on, made.paper_sha256 = on, paper.sha256
        if not kept:
            settling.keep_print(work, case_id, paper)
        take_out(work, case, "agreements", former.id)
        return work.commit(lists=("cases", "agenda"))


def about_to_be_signed(desk: Desk, case_id: UUID) -> Paper:
    """The paper that a signing freezes: what was last printed of the draft that stands."""
    with desk.case_reading(case_id) as (work, case):
        return _to_sign(desk, work, case, _drafted(case))[0]


# -- within ------------------------------------------------------------------------------------


def _drafted(case: Case) -> Agreement:
    if case.supplement is None:
        raise DeskError(N_("Nothing is drafted that would change the agreement."))
    return case.supplement


def _rest(case: Case) -> list[tuple[UUID, Money]]:
    former = case.signed_agreement
    check_changeable(former, case.payments)
    return rest_by_worker(former, case.payments)


def _as_terms(case: Case, wanted: RestDraft, worked: Plan) -> TermsDraft:
    """What the change says nothing of goes on as it was agreed. Of other sums the debtors' shares and what is
    paid for each claim keep their proportion."""
    former = case.signed_agreement
    received = dict(_received(former, case))
    shares = {worker: received[worker] + share for worker, share in zip(worked.workers, worked.shares,
                                                                        strict=True)}
    return TermsDraft(wanted.terms, method=wanted.method or former.method,
                      default_clause=former.default_clause, grace_days=former.grace_days,
                      responsibility=former.responsibility, other_terms=wanted.further,
                      copies=former.copies, signing_place=wanted.signing_place,
                      owing=shared_anew(owing_of(former), total(shares.values())),
                      handled=handling.shared_anew(handled_of(former), shares), penalty=former.penalty,
                      paid_from=former.paid_from, account_holder=former.account_holder,
                      other_debts=former.other_debts)


def _received(former: Agreement, case: Case) -> Iterator[tuple[UUID, Money]]:
    left = dict(rest_by_worker(former, case.payments))
    return ((share.worker_id, share.amount - left[share.worker_id]) for share in former.shares)


def _check_day(desk: Desk, case: Case, made: Agreement, on: date) -> None:
    if on > desk.today:
        raise DeskError(N_("That day lies in the future."), field="signed_on")
    former = case.signed_agreement.signed_on
    if former and on < former:
        raise DeskError(N_("The change cannot be signed before the agreement was signed on {day}."),
                        field="signed_on", day=former)
    last = max((one.due_on for one in made.instalments if one.paid_before), default=on)
    if on < last:
        raise DeskError(N_("The change says that money was received on {day}; it is signed on that day at "
                           "the earliest."), field="signed_on", day=last)
    coming = [one for one in made.instalments if not one.paid_before]
    if coming and coming[0].due_on < on:
        raise DeskError(N_("The first instalment falls due before the change is signed. Set its day anew."),
                        field="signed_on")
    if not is_told_by(made, case.signed_agreement, case.payments):
        raise DeskError(N_("A payment was booked or reversed since the change was drafted. Draft it anew."))


def _to_sign(desk: Desk, work: Work, case: Case, made: Agreement) -> tuple[Paper, bool]:
    """The paper, and whether the store has it, for it was printed."""
    printed = work.papers.printed_of(made.id)
    if printed is not None:
        return Paper(SUPPLEMENT, printed.title, work.papers.pdf(printed), made.id), True
    return making.printed(Told.of(desk, work, case), SUPPLEMENT), False
