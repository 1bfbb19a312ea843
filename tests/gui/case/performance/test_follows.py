"""What follows from default, with one press each: for one worker, and on what is enforced."""

from datetime import date

from PySide6.QtWidgets import QLabel

from mediation_desk.domain.performance.steps import Fitness, Step
from mediation_desk.services import history
from tests.documents.reading import run_together
from tests.gui.case.performance.hands import on
from tests.gui.case.rooms import Room
from tests.gui.desks import SetClock


def test_on_each_side_of_the_grace_day_the_papers_say_whether_they_fit_and_are_made(
        room: Room, clock: SetClock) -> None:
    """Due on 10 December with five days' grace: from the 16th on."""
    page = on(room, clock, date(2024, 12, 15))
    part = page.follows
    assert not part.advice  # out of sight until it is asked for
    room.click(part.unfold)
    assert {one.fitness for one in part.advice if one.step is Step.DEMAND} == {Fitness.NOT_YET}
    assert Step.DEMAND not in part.buttons and Step.CERTIFICATE in part.buttons
    assert any("It opens on 16 December 2024" in one.text() for one in part.findChildren(QLabel))
    page = on(room, clock, date(2024, 12, 16))
    assert set(part.buttons) == {Step.DEMAND, Step.PAYMENT_ORDER, Step.ARBITRATION, Step.ENFORCEMENT,
                                 Step.CONFIRMATION, Step.CERTIFICATE}  # review ended on the 10th
    room.click(part.buttons[Step.DEMAND])
    assert "到期未付合计30,264.00元" in run_together(page.papers.pane.paper._data)
    room.click(page.papers.pane.back)
    worker = room.case.applicants[1]
    part.worker.combo.setCurrentIndex(2)
    part.worker.combo.activated.emit(2)
    room.click(part.buttons[Step.ENFORCEMENT])
    room.type(part.title.number, "西城劳仲〔2025〕1号")
    room.click(part.title.made)
    paper = run_together(page.papers.pane.paper._data)
    assert "西城劳仲〔2025〕1号" in paper and worker.name in paper and "□仲裁调解书" in paper
    assert room.case.applicants[0].name not in paper
    told = {one.entry.work_id for one in history.timeline(room.desk, room.case_id)
            if one.entry.verb == "prepare_paper"}
    assert len(told) == 2
