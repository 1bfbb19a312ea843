"""Where a bag comes from: a file, or a travel desk here; each refused beside its own field."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.pages.travel.homecoming.arriving import Arriving


def test_nothing_is_looked_into_before_something_is_named(qtbot: QtBot, dressed: QApplication) -> None:
    made = Arriving(lambda: "")
    wanted: list[str] = []
    qtbot.addWidget(made)
    made.bag_wanted.connect(wanted.append)
    made.look.click()
    assert wanted == [] and made.bag.error()
    made.bag.set_typed("/media/stick/home.mdbag")
    made.look.click()
    assert wanted == ["/media/stick/home.mdbag"]


def test_each_trouble_stands_beside_what_it_is_about(qtbot: QtBot, dressed: QApplication) -> None:
    made = Arriving(lambda: "")
    qtbot.addWidget(made)
    assert made.refuse(DeskError("a", field="bag")) and made.bag.error() == "a"
    assert made.refuse(DeskError("b", field="place")) and made.place.error() == "b"
    assert made.refuse(DeskError("c", field="password")) and made.password.error() == "c"
    assert not made.refuse(DeskError("d"))


def test_while_one_is_looked_into_no_other_is(qtbot: QtBot, dressed: QApplication) -> None:
    made = Arriving(lambda: "")
    qtbot.addWidget(made)
    made.wait(True)
    assert not made.look.isEnabled() and not made.look_here.isEnabled()
    made.wait(False)
    assert made.look.isEnabled()
