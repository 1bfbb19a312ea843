"""The answer comes in with its papers, all of it or nothing, also after the end of the case."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing, looking
from mediation_desk.services.evidence.taking import FileSource, Stopped
from mediation_desk.services.referral import answering
from tests.offices import Office
from tests.services.referral.referred import INSPECTION, case_with_evidence, handed, one_of

PAPER = FileSource("决定书.txt", data="责令支付".encode())


@pytest.fixture
def desk(office: Office) -> Desk:
    """The first mediator's desk."""
    return office.first


def answered(desk: Desk, case_id: UUID, key: UUID, *papers: FileSource, result: str = "已责令支付") -> None:
    before = one_of(desk, case_id, key)
    answering.answer(desk, case_id, before, replace(before, answered_on=desk.today, result=result), papers)


def test_it_is_one_step_with_its_papers_and_is_taken_back_as_one(desk: Desk) -> None:
    case_id = case_with_evidence(desk)
    key = handed(desk, case_id)
    answered(desk, case_id, key, PAPER)
    *_there, made = filing.exhibits(desk, case_id).exhibits
    assert (made.name, made.source, made.position) == ("决定书.txt", INSPECTION, 3)
    assert made.received_on == desk.today
    assert looking.content(desk, case_id, made.id, 99) == PAPER.data
    history.undo(desk, case_id)
    assert len(filing.exhibits(desk, case_id).exhibits) == 2
    assert one_of(desk, case_id, key).answered_on is None


def test_also_of_a_case_that_is_over(desk: Desk) -> None:
    case_id = case_with_evidence(desk)
    key = handed(desk, case_id, whole=True)
    closing.close(desk, case_id, desk.today, Outcome.REFERRED, sure=True)
    answered(desk, case_id, key, PAPER)
    assert one_of(desk, case_id, key).result and len(filing.exhibits(desk, case_id).exhibits) == 3


def test_nothing_is_kept_where_the_answer_cannot_be_or_somebody_stops_it(desk: Desk, tmp_path: Path) -> None:
    case_id = case_with_evidence(desk)
    key = handed(desk, case_id)
    with pytest.raises(DeskError) as refused:
        answered(desk, case_id, key, PAPER, result=" ")
    assert refused.value.field == "result"
    before = one_of(desk, case_id, key)
    after = replace(before, answered_on=desk.today, result="好")
    with pytest.raises(Stopped):
        answering.answer(desk, case_id, before, after, [PAPER], cancelled=lambda: True)
    with pytest.raises(DeskError):
        answering.answer(desk, case_id, before, after, [PAPER, FileSource.of(tmp_path / "gone.pdf")])
    assert len(filing.exhibits(desk, case_id).exhibits) == 2
    assert one_of(desk, case_id, key).answered_on is None
