"""One press: a paper with whole numbers, and in the journal who asked for whose."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.money import yuan
from mediation_desk.domain.performance.steps import Fitness, Step
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history
from mediation_desk.services.papers.told import EnforcementTitle
from mediation_desk.services.performance import booking, preparing
from tests.offices import Office
from tests.services.papers.test_default import signed
from tests.services.papers_desk import case_of, headed, text_of

NUMBER = "11010519491231002X"


def test_a_worker_alone_gets_whole_numbers_and_the_journal_knows(office: Office) -> None:
    """Today is 20 January 2025, the rest of 30,264.00 due since 16 December."""
    desk = headed(office.first)
    case_id = signed(desk)
    first, second = case_of(desk, case_id).applicants
    editing.save(desk, case_id, [editing.Edit("party", first.id, "id_number", "", NUMBER)])
    offered = {one.step: one.fitness for one in preparing.offered(desk, case_id)}
    assert offered[Step.PAYMENT_ORDER] is Fitness.FITS and offered[Step.REVIEW] is Fitness.OVER
    made = preparing.prepare(desk, case_id, Step.PAYMENT_ORDER, first.id)
    assert NUMBER in text_of(made.paper) and "15,132.00元" in text_of(made.paper)
    other = preparing.prepare(desk, case_id, Step.ENFORCEMENT, second.id,
                              EnforcementTitle("statement", " 西城劳仲〔2025〕1号 ", date(2025, 1, 6)))
    assert NUMBER not in text_of(other.paper) and "西城劳仲〔2025〕1号" in text_of(other.paper)
    told = history.timeline(desk, case_id)
    assert len({one.entry.work_id for one in told if one.entry.verb == "prepare_paper"}) == 2
    booking.book(desk, case_id, booking.PaymentDraft(date(2025, 1, 20), yuan("30264")))
    with pytest.raises(DeskError, match="Everything is paid"):
        preparing.prepare(desk, case_id, Step.DEMAND)
