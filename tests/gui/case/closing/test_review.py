"""The seven points on the page: hints, answers, what is lacking, and the question before closing."""

from uuid import UUID

from mediation_desk.domain.file_review import PointDraft
from mediation_desk.domain.vocabulary import FilePoint, Outcome, Status
from mediation_desk.services.closing import closing, reviewing
from tests.gui.case.closing.hands import choose, page_of
from tests.gui.case.conftest import Opener


def test_what_is_lacking_is_said_kept_and_asked_about(performed: UUID, open_case: Opener) -> None:
    room = open_case(performed)
    closing.visit(room.desk, room.case_id, closing.VisitDraft(room.desk.today))
    room.window.bench.reload()
    room.settle()
    page = page_of(room)
    part = page.review
    holds, note = part.answers[FilePoint.BOUND]
    assert holds.value() is None and note.isHidden()
    assert "1 return visit is recorded" in part.answers[FilePoint.VISIT][0]._message.text()
    room.choose(holds, 1)
    room.click(part.keep)
    assert note.error() == "Say what is lacking." and room.case.review == []
    room.type(note, "no page numbers")
    for point in (one for one in FilePoint if one is not FilePoint.BOUND):
        room.choose(part.answers[point][0], 0)
    room.click(part.keep)
    assert [one.holds for one in room.case.review] == [True] * 6 + [False]
    choose(room, Outcome.PERFORMED)
    room.click(page.primary)
    assert "no page numbers" in page.doubt.words.text() and room.case.closed_on is None
    room.click(page.doubt.go)
    assert room.case.status is Status.CLOSED
    assert not part.keep.isEnabled() and note.typed() == "no page numbers"


def test_what_a_colleague_answers_meanwhile_is_not_taken_back_by_who_is_typing(performed: UUID,
                                                                               open_case: Opener) -> None:
    room = open_case(performed)
    part = page_of(room).review
    room.choose(part.answers[FilePoint.BOUND][0], 1)
    room.type(part.answers[FilePoint.BOUND][1], "no page")
    other, mine = FilePoint.AGREEMENT, part.answers[FilePoint.BOUND]
    for holds in (True, False):
        reviewing.review_file(room.desk, room.case_id, {other: PointDraft(holds, "" if holds else "not all")})
        room.window.bench.reload()
        room.settle()
        assert part.answers[other][0].value() is holds
    assert mine[0].typed() == "False" and mine[1].typed() == "no page"
    room.type(mine[1], " numbers")
    room.click(part.keep)
    assert {one.point: (one.holds, one.note) for one in room.case.review} == {
        other: (False, "not all"), FilePoint.BOUND: (False, mine[1].typed())}
