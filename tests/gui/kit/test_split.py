"""Room between two parts is shared by a rule until somebody draws the line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.split import Split


class Slow(Later):
    """Asks for no room before it is made."""

    def make(self) -> QWidget:
        made = QWidget()
        made.setMinimumWidth(80)
        return made


def shown(qtbot: QtBot) -> Split:
    split = Split(Qt.Orientation.Horizontal, lambda width: (width // 2, width - width // 2))
    split.addWidget(Slow())
    split.addWidget(QWidget())
    qtbot.addWidget(split)
    split.resize(600, 200)
    split.show()
    return split


def test_a_part_made_later_has_its_share_from_the_first(qtbot: QtBot) -> None:
    split = shown(qtbot)
    one, other = split.sizes()
    assert abs(one - other) <= split.handleWidth()


def test_other_room_is_shared_by_the_same_rule(qtbot: QtBot) -> None:
    split = shown(qtbot)
    split.resize(900, 200)
    one, other = split.sizes()
    assert abs(one - other) <= split.handleWidth() and one > 400


def test_a_drawn_line_stays_where_it_was_drawn(qtbot: QtBot) -> None:
    split = shown(qtbot)
    handle = split.handle(1)
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle + QPoint(120, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle + QPoint(120, 0))
    one, other = split.sizes()
    assert one > other + 100
    split.share_room()
    assert split.sizes() == [one, other]
