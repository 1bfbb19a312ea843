"""Nothing under the pointer moves by itself."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.steady import SteadyArea, after_press
from tests.gui.desks import show

LEFT = Qt.MouseButton.LeftButton


class Tall(SteadyArea):
    """Twenty buttons, and above them what may come and go."""

    def __init__(self) -> None:
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.above = label("A sentence\nof three\nlines")
        self.column.addWidget(self.above)
        self.above.hide()
        self.buttons = [button(f"Button {at}") for at in range(20)]
        for made in self.buttons:
            self.column.addWidget(made)
        super().__init__(inner)
        self.resize(300, 300)

    def point_at(self, at: int) -> None:
        """Move the pointer onto a button."""
        for spot in (QPoint(4, 4), QPoint(12, 8)):
            QTest.mouseMove(self.buttons[at], spot)
            QTest.qWait(5)

    def where(self, at: int) -> int:
        """How far down a button stands in the window."""
        return self.buttons[at].mapTo(self, QPoint(0, 0)).y()


def test_what_is_under_the_pointer_stays_when_something_comes_and_goes_above(
        qtbot: QtBot, dressed: QApplication) -> None:
    area = Tall()
    show(qtbot, area)
    QTest.qWait(10)
    area.point_at(3)
    before = area.where(3)
    area.above.show()
    QTest.qWait(10)
    assert area.above.isVisible() and area.verticalScrollBar().value() > 0
    assert area.where(3) == before
    area.above.hide()
    QTest.qWait(10)
    assert area.where(3) == before


def test_what_comes_beneath_the_pointer_scrolls_nothing(qtbot: QtBot, dressed: QApplication) -> None:
    area = Tall()
    show(qtbot, area)
    QTest.qWait(10)
    area.point_at(3)
    area.column.addWidget(label("More\nof it"))
    QTest.qWait(10)
    assert area.verticalScrollBar().value() == 0


def test_without_a_pointer_in_it_the_page_just_grows(qtbot: QtBot, dressed: QApplication) -> None:
    area = Tall()
    show(qtbot, area)
    area.above.show()
    QTest.qWait(10)
    assert area.verticalScrollBar().value() == 0


def test_what_arrives_between_press_and_release_waits_for_the_click(qtbot: QtBot,
                                                                    dressed: QApplication) -> None:
    told = list[str]()
    press = button("Press")
    press.clicked.connect(lambda: told.append("clicked"))
    show(qtbot, press)
    QTest.mousePress(press, LEFT)
    after_press(press, lambda: told.append("arrived"))
    QTest.qWait(20)
    assert told == []
    QTest.mouseRelease(press, LEFT)
    QTest.qWait(5)
    assert told == ["clicked", "arrived"]
    after_press(press, lambda: told.append("at once"))
    assert told[-1] == "at once"
