"""The stations across the top: what is done is green, what only was passed or ended is not."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.vocabulary import Progress
from mediation_desk.gui.kit.stepper import MARKS, Stepper

STEPS = [("intake", "Intake"), ("sorting", "Sorting"), ("mediation", "Mediation"),
         ("settlement", "Settlement"), ("performance", "Performance"), ("closing", "Closing")]


def test_only_what_is_done_is_green() -> None:
    green = {mark for mark, (colour, _, _) in MARKS.items() if colour == "agreed"}
    assert green == {Progress.DONE}


def test_each_mark_says_what_it_is_to_a_screen_reader(qtbot: QtBot) -> None:
    stepper = Stepper(STEPS)
    qtbot.addWidget(stepper)
    stepper.stand({"intake": Progress.PASSED, "closing": Progress.ENDED})
    assert stepper.steps["intake"].accessibleDescription() == "Station passed"
    assert stepper.steps["closing"].accessibleDescription() == "The case ended here"


def test_where_the_window_is_low_the_marks_stand_alone_but_for_the_page_in_front(qtbot: QtBot) -> None:
    stepper = Stepper(STEPS)
    qtbot.addWidget(stepper)
    stepper.resize(1200, 60)
    stepper.show()
    stepper.choose("sorting")
    wide = stepper.sizeHint().width()
    stepper.set_slim(True)
    sorting, intake = stepper.steps["sorting"], stepper.steps["intake"]
    assert stepper.sizeHint().width() < wide / 2
    assert sorting.minimumSizeHint().width() == sorting.wide_width()
    assert intake.minimumSizeHint().width() < intake.wide_width() / 2


def test_where_names_do_not_fit_beside_their_marks_they_stand_beneath_whole(qtbot: QtBot) -> None:
    stepper = Stepper([("intake", "Intake"), ("sorting", "Sorting"), ("mediation", "Mediation")])
    qtbot.addWidget(stepper)
    steps = list(stepper.steps.values())
    stepper.resize(sum(step.wide_width() for step in steps) + 40, 60)
    stepper.show()
    qtbot.waitUntil(lambda: not any(step.compact for step in steps))
    beside = sum(step.sizeHint().width() for step in steps)
    stepper.resize(beside - 40, 80)
    qtbot.waitUntil(lambda: all(step.compact for step in steps))
    assert all(step.width() >= step.sizeHint().width() for step in steps)


def test_the_stepper_says_how_far_a_case_is_and_goes_where_one_points(qtbot: QtBot) -> None:
    stepper = Stepper([("intake", "Intake"), ("sorting", "Sorting"), ("mediation", "Mediation")])
    qtbot.addWidget(stepper)
    stepper.show()
    chosen: list[str] = []
    stepper.chosen.connect(chosen.append)
    stepper.stand({"intake": Progress.DONE, "sorting": Progress.CURRENT})
    assert stepper.steps["intake"].accessibleDescription() == "Station done"
    assert stepper.steps["mediation"].accessibleDescription() == "Station ahead"
    QTest.mouseClick(stepper.steps["sorting"], Qt.MouseButton.LeftButton)
    assert stepper.choose_number(3)
    assert not stepper.choose_number(4)
    assert chosen == ["sorting", "mediation"]
    assert [key for key, step in stepper.steps.items() if step.isChecked()] == ["mediation"]


def test_the_stepper_is_walked_with_the_arrows(qtbot: QtBot) -> None:
    stepper = Stepper([("intake", "Intake"), ("sorting", "Sorting")])
    qtbot.addWidget(stepper)
    stepper.show()
    chosen: list[str] = []
    stepper.chosen.connect(chosen.append)
    stepper.steps["intake"].setFocus()
    QTest.keyClick(stepper.steps["intake"], Qt.Key.Key_Right)
    QTest.keyClick(stepper.steps["sorting"], Qt.Key.Key_Space)
    assert chosen == ["sorting"]
