"""Enter and Space press; the second half of a double click meets no other meaning than the first."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.fields.kinds import CheckField
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.page import Page
from tests.gui.desks import show

LEFT = Qt.MouseButton.LeftButton


def test_enter_and_space_press_the_button_in_focus(qtbot: QtBot, dressed: QApplication) -> None:
    pressed = list[str]()
    page, plain, tool = Page("A page"), button("Plain"), QToolButton()
    plain.clicked.connect(lambda: pressed.append("plain"))
    tool.clicked.connect(lambda: pressed.append("tool"))
    page.add(plain)
    page.add(tool)
    show(qtbot, page)
    for made in (plain, tool):
        made.setFocus()
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            QTest.keyClick(made, key)
    assert pressed == ["plain"] * 3 + ["tool"] * 3


def test_a_double_click_presses_twice_what_means_the_same(qtbot: QtBot, dressed: QApplication) -> None:
    pressed = list[bool]()
    next_page = button("Next page")
    next_page.clicked.connect(lambda: pressed.append(True))
    show(qtbot, next_page)
    double_click(next_page)
    assert pressed == [True, True]


def test_a_double_click_on_keep_does_not_sign(qtbot: QtBot, dressed: QApplication) -> None:
    """The first press gives the button another meaning; the second was never meant for it."""
    done = list[str]()
    press = button("Keep the terms")

    def act() -> None:
        done.append(press.text())
        press.setText("Sign …")

    press.clicked.connect(act)
    show(qtbot, press)
    double_click(press)
    assert done == ["Keep the terms"]
    QTest.mouseClick(press, LEFT)  # a press of its own, meant as it reads now
    assert done == ["Keep the terms", "Sign …"]


def test_a_double_click_that_ends_on_another_button_presses_it_not(qtbot: QtBot,
                                                                   dressed: QApplication) -> None:
    """The page moved between the two presses: the second one met what came under the pointer."""
    pressed = list[bool]()
    other = button("Refer elsewhere")
    other.clicked.connect(lambda: pressed.append(True))
    show(qtbot, other)
    second_press(other)
    assert not pressed


def double_click(widget: QWidget) -> None:
    """Press, release, and both again as the window system tells of a double click."""
    QTest.mouseClick(widget, LEFT)
    second_press(widget)


def second_press(widget: QWidget) -> None:
    """Only the second press of a double click, as a widget gets it that moved under the pointer."""
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        QApplication.sendEvent(widget, QMouseEvent(kind, QPointF(5, 5), QPointF(5, 5), LEFT, LEFT,
                                                   Qt.KeyboardModifier.NoModifier))


def test_enter_ticks_a_lone_box(qtbot: QtBot, dressed: QApplication) -> None:
    page, tick = Page("A page"), CheckField("Ticked")
    page.add(tick)
    show(qtbot, page)
    tick.setFocus()
    QTest.keyClick(tick.tick, Qt.Key.Key_Return)
    assert tick.value() is True
