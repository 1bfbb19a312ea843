"""A row's widgets stand side by side from the left, and the room that is left stays free."""

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look


def test_two_buttons_stand_at_the_left_as_far_apart_as_was_asked(qtbot: QtBot, dressed: QApplication) -> None:
    for gap in (8, 12):
        around, one, other = QWidget(), button("Keep"), button("Cancel")
        around.setLayout(row_of(one, other, gap=gap))
        qtbot.addWidget(around)
        around.resize(600, 60)
        around.show()
        assert other.x() - one.geometry().right() - 1 == look().px(gap)
        assert other.geometry().right() < 400 and (one.width(), other.width()) == (
            one.sizeHint().width(), other.sizeHint().width())
