"""Settlement: terms worked out to the fen, the agreement drafted, signed and frozen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from mediation_desk.domain.agreeing.checks import Finding
from mediation_desk.domain.agreeing.handling import handled_on
from mediation_desk.domain.agreeing.owing import carried_on
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.keys import new_key
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.money import Money
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.terms import FEWEST_COPIES, Plan, Terms, TermsDraft, drawn_up, plan
from mediation_desk.domain.vocabulary import SplitKind, Station
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import checking, signing
from mediation_desk.services.papers import settlement as papers
from mediation_desk.services.papers.finishing import Paper, finished
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.papers.told import Told, asked_by_worker
from mediation_desk.services.removing import take_out
from mediation_desk.services.settlement import on_screen
from mediation_desk.services.settlement.rhythms import monthly
from mediation_desk.services.sorting.sorting import computed
from mediation_desk.store.work.work import Work

MOMENT = timedelta(microseconds=1)  # the finest that the store keeps: the last print is one

__all__ = ["AGREEMENT", "TermsDraft", "default_words", "draft", "in_capitals", "monthly", "put_out",
           "sign", "work_out"]


def in_capitals(amount: Money) -> str:
    """The amount as the agreement writes it out: ``叁万零贰佰陆拾肆元整``; nothing for one below zero."""
    from mediation_desk.documents.template.capitals import capitals

    return capitals(amount) if amount.fen >= 0 else ""


def default_words(case: Case) -> str:
    """What the case's agreement says of a late payment, in Chinese as it stands on the paper."""
    if case.agreement is None:
        return ""
    clause = papers.default_clause(case.agreement, case.claimed)
    return f"{clause.title}。{clause.text}。"


def work_out(desk: Desk, case_id: UUID, terms: Terms) -> Plan:
    """Shares, instalments and the matrix, without keeping anything."""
    with desk.case_reading(case_id, whole=False) as (_work, case):
        return plan(terms, _claims(case), desk.calendar)


def draft(desk: Desk, case_id: UUID, wanted: TermsDraft, seen: Seen | None = None) -> Changes:
    """Keep the terms; the draft that was seen is replaced, another one that a colleague kept is not."""
    with desk.case_work(case_id, "draft_agreement", seen) as (work, case):
        _check(wanted)
        wanted = carried_on(case, wanted)
        worked = plan(wanted.terms, _claims(case), desk.calendar)
        wanted = handled_on(case, wanted, worked)
        if case.agreement:
            take_out(work, case, "agreements", case.agreement.id)
        agreement = drawn_up(case.id, wanted, worked, work.new_key)
        case.agreements_all.append(agreement)
        case.advance(Station.SETTLEMENT)
        return work.commit(result=agreement.id)


def put_out(desk: Desk, case_id: UUID, paper: Paper, seen: Seen | None = None) -> Changes:
    """The agreement was printed or saved, to be signed: keep it byte for byte, for what is signed is
    what is frozen. What was kept of these terms before stays too; the last one counts."""
    with desk.case_work(case_id, "put_out_agreement", seen) as (work, case):
        if case.agreement is None or case.agreement.id != paper.to_sign:
            raise DeskError(N_("The terms were drafted anew meanwhile. Print the agreement that stands now "
                               "and let everybody sign that one."))
        keep_print(work, case_id, paper)
        return work.commit()


def keep_print(work: Work, case_id: UUID, paper: Paper) -> None:
    """Keep a paper that is to be signed, unless it is the last that was kept of its terms."""
    assert paper.to_sign is not None
    kept = work.papers.printed_of(paper.to_sign)
    if kept is None or kept.sha256 != paper.sha256:
        later = max(work.who.now, kept.made_at + MOMENT) if kept else work.who.now
        work.papers.freeze(work.new_key(), case_id, paper.template, paper.title, later, paper.pdf,
                           paper.to_sign, origin=paper.origin)


def sign(desk: Desk, case_id: UUID, on: date, seen: Seen | None = None, *, shown: str = "",
         looked_at: frozenset[str] | None = None) -> Changes:
    """Everybody has signed: freeze the agreement as it was last printed, with its SHA-256.

    What was signed is what was seen: nothing that the paper says may have changed since.
    ``shown``: the fingerprint of the paper that was looked at; refused when it is another one by now.
    ``looked_at``: the warnings that a person looked at, by their keys; a record of them is kept with the
    case. None: whoever calls shows none. What must be mended stops the signing in any case.
    """
    with desk.case_work(case_id, "sign_agreement", seen) as (work, case):
        agreement = _signable(desk, case, on)
        warnings = checking.require(checking.found(desk, case, agreement, on), looked_at)
        found = signing.to_sign(desk, work, case)
        if shown not in ("", found.paper.sha256):
            work.settle()  # who changed what says more than that the paper differs
            raise DeskError(N_("The paper has changed since it was shown here. Look at it before signing."))
        on_screen.require_whole(desk, work, case, found.paper.sha256, on)
        agreement.signed_on, agreement.paper_sha256 = on, found.paper.sha256
        if agreement.split_kind is SplitKind.ON_SIGNING:  # a rule on the paper, from now on a day
            agreement.instalments[0].due_on = on
        if not found.kept:
            work.papers.freeze(work.new_key(), case_id, AGREEMENT, found.paper.title, work.who.now,
                               found.paper.pdf, agreement.id, origin=found.paper.origin)
        if warnings:
            _keep_record(desk, work, case, warnings, on)
        case.computed = computed(desk, case)
        case.advance(Station.PERFORMANCE)
        return work.commit(lists=("cases", "agenda"))


def _keep_record(desk: Desk, work: Work, case: Case, warnings: Sequence[Finding], on: date) -> None:
    """Keep with the case, and so in its journal, what was looked at before signing, and by whom. Its key is
    of a millisecond later, for papers stand in the order of their keys, and the agreement goes before."""
    paper = finished(desk, checking.record(Told.of(desk, work, case), warnings, on,
                                           desk.who.name))
    work.papers.freeze(new_key(work.who.now + timedelta(milliseconds=1)), case.id, paper.template,
                       paper.title, work.who.now, paper.pdf, origin=paper.origin)


def _signable(desk: Desk, case: Case, on: date) -> Agreement:
    if case.agreement is None:
        raise DeskError(N_("Draft the terms first."))
    if on > desk.today:
        raise DeskError(N_("That day lies in the future."), field="signed_on")
    if case.accepted_on and on < case.accepted_on:
        raise DeskError(N_("The agreement cannot be signed before the case was accepted."), field="signed_on")
    return case.agreement


def _claims(case: Case) -> list[tuple[UUID, Money]]:
    return list(asked_by_worker(case).items())


def _check(wanted: TermsDraft) -> None:
    if not 0 <= wanted.grace_days <= 90:
        raise DeskError(N_("Grace is between 0 and 90 days."), field="grace_days")
    if wanted.copies is not None and wanted.copies < FEWEST_COPIES:
        raise DeskError(N_("Print at least {least} copies, one for each side."), field="copies",
                        least=FEWEST_COPIES)
