"""The agreement on its way to be signed: previewed, printed, and what a signing freezes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from mediation_desk.domain.agreeing.handling import handled_on
from mediation_desk.domain.agreeing.owing import carried_on
from mediation_desk.domain.case import Case
from mediation_desk.domain.settlement.terms import TermsDraft, drawn_up, plan
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import making
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.papers.told import Told, asked_by_worker
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class ToSign:
    """The agreement that is signed. ``kept``: the store has it, for it was printed; ``outdated``: the
    case was changed since then, and would say something else on paper now."""

    paper: Paper
    kept: bool = False
    outdated: bool = False


def about_to_be_signed(desk: Desk, case_id: UUID) -> ToSign:
    """The agreement that a signing freezes: what was last printed of the terms that stand."""
    with desk.case_reading(case_id) as (work, case):
        return to_sign(desk, work, case)


def to_sign(desk: Desk, work: Work, case: Case) -> ToSign:
    """The same within a unit of work. Raises DeskError where the case's agreement cannot be printed."""
    now = making.printed(Told.of(desk, work, case), AGREEMENT)
    printed = work.papers.printed_of(now.to_sign) if now.to_sign else None
    if printed is None or printed.sha256 == now.sha256:
        return ToSign(now, printed is not None)
    return ToSign(replace(now, title=printed.title, pdf=work.papers.pdf(printed),
                          origin=work.papers.origin(printed)), kept=True, outdated=True)


def preview_agreement(desk: Desk, case_id: UUID, wanted: TermsDraft) -> Paper:
    """The agreement as it would look with these terms, marked as a draft; nothing is kept."""
    with desk.case_reading(case_id) as (work, case):
        claims = list(asked_by_worker(case).items())
        wanted = carried_on(case, wanted)
        worked = plan(wanted.terms, claims, desk.calendar)
        made = drawn_up(case.id, handled_on(case, wanted, worked), worked, work.new_key)
        told = replace(Told.of(desk, work, case), agreement=made)
        return making.printed(told, AGREEMENT, draft=True)
