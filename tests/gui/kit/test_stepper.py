"""The stations across the top: what is done is green, what only was passed or ended is not."""

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
