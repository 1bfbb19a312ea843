"""The narrow column at the right of a case."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.context import ContextColumn


def test_the_overview_folds_in_a_narrow_window_unless_it_was_asked_for(qtbot: QtBot) -> None:
    window = QWidget()
    column = ContextColumn(window)
    column.add_section("Parties", QLabel("Shen"))
    qtbot.addWidget(window)
    window.resize(1366, 700)
    window.show()
    column.follow(window)
    assert not column.folded
    window.resize(1365, 700)
    assert column.folded
    QTest.mouseClick(column.toggle, Qt.MouseButton.LeftButton)
    assert not column.folded
    window.resize(1000, 700)
    assert not column.folded


def test_a_page_that_needs_the_width_folds_it_and_the_next_unfolds_it(qtbot: QtBot) -> None:
    window, column = QWidget(), ContextColumn()
    qtbot.addWidget(window)
    qtbot.addWidget(column)
    window.resize(1500, 768)
    column.follow(window)
    assert not column.folded
    column.make_room("sorting", 1400)
    assert column.folded
    column.make_room("intake", 0)
    assert not column.folded
    column.make_room("sorting", 1400)
    column.toggle.click()  # somebody wants to see it all the same
    assert not column.folded and column.toggle.accessibleName() == "Hide the overview"
    column.make_room("intake", 0)
    column.toggle.click()
    column.make_room("sorting", 1400)
    assert not column.folded  # each page as a person left it
    column.make_room("intake", 0)
    assert column.folded
