"""The review of the file: kept point by point, taken back, and asked about when the case is closed."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.doubts import Doubted
from mediation_desk.domain.file_review import PointDraft
from mediation_desk.domain.vocabulary import FilePoint, Outcome, Status
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history
from mediation_desk.services.closing import closing, reviewing
from mediation_desk.services.papers import making
from mediation_desk.services.settlement import settling
from tests.offices import Office
from tests.services.papers_desk import accepted, asked, case_of, terms, text_of

ALL = {point: PointDraft(True) for point in FilePoint}


def test_each_point_is_answered_by_a_person_and_a_no_is_asked_about_not_refused(office: Office) -> None:
    desk = office.first
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms())
    settling.sign(desk, case_id, date(2024, 12, 2))
    with pytest.raises(DeskError, match="Say what is lacking"):
        reviewing.review_file(desk, case_id, {FilePoint.BOUND: PointDraft(False)})
    reviewing.review_file(desk, case_id, ALL)
    reviewing.review_file(desk, case_id, {FilePoint.BOUND: PointDraft(False, " 没有编页码 ")})
    assert [(one.point, one.holds, one.note) for one in case_of(desk, case_id).review][-1] == (
        FilePoint.BOUND, False, "没有编页码")
    assert len(case_of(desk, case_id).review) == 7
    ending = (desk.today, Outcome.AGREEMENT, "余款另行跟进")
    with pytest.raises(Doubted) as told:
        closing.close(desk, case_id, *ending, asks_review=True)
    assert [one.particulars["note"] for one in told.value.doubts] == ["没有编页码"]
    history.undo(desk, case_id)
    assert all(one.holds for one in case_of(desk, case_id).review)
    reviewing.review_file(desk, case_id, {FilePoint.VISIT: PointDraft(None)})
    with pytest.raises(Doubted, match="Not looked at"):
        closing.close(desk, case_id, *ending, asks_review=True)
    closing.close(desk, case_id, *ending, asks_review=True, sure=True)
    assert case_of(desk, case_id).status is Status.CLOSED
    text = text_of(making.make(desk, case_id, "closing-form"))
    assert text.count("■是□否") == 6 and text.count("□是□否") == 1


def test_a_case_that_was_never_signed_is_asked_about_once_somebody_began_to_look(office: Office) -> None:
    desk = office.first
    case_id = accepted(desk)
    reviewing.review_file(desk, case_id, {FilePoint.ACCEPTED: PointDraft(True)})
    with pytest.raises(Doubted) as told:
        closing.close(desk, case_id, desk.today, Outcome.WITHDRAWN, asks_review=True)
    (open_,) = told.value.doubts
    assert len(open_.particulars["points"]) == 4  # type: ignore[arg-type]
    other = accepted(desk)
    closing.close(desk, other, desk.today, Outcome.WITHDRAWN, asks_review=True)
