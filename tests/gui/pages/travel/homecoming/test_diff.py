"""A text beside what it was, never read as markup."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.pages.travel.homecoming.diff import DiffText


def test_what_was_put_in_is_underlined_and_what_was_taken_out_struck(qtbot: QtBot,
                                                                     dressed: QApplication) -> None:
    made = DiffText("十月的工资没有发。", "十月的加班费没有发。")
    qtbot.addWidget(made)
    cursor, marked = made.textCursor(), {}
    for at in range(1, len(made.toPlainText()) + 1):
        cursor.setPosition(at)
        form = cursor.charFormat()
        marked[made.toPlainText()[at - 1]] = (form.fontUnderline(), form.fontStrikeOut())
    assert marked["资"] == (False, True) and marked["费"] == (True, False) and marked["没"] == (False, False)
    assert made.accessibleDescription() == "taken out: 工资; put in: 加班费"


def test_a_hostile_text_stays_characters(qtbot: QtBot, dressed: QApplication) -> None:
    made = DiffText("", "<b>粗</b><img src='x'>{text}")
    qtbot.addWidget(made)
    assert made.toPlainText() == "<b>粗</b><img src='x'>{text}"
