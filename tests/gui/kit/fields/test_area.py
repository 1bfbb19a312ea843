"""Running text that grows with what is written in it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.fields.kinds import TextArea
from tests.gui.kit.fields.hands import kept, leave, shown


def test_running_text_grows_and_is_kept_when_left(qtbot: QtBot) -> None:
    field = TextArea("Facts", lines=2, most=6)
    window, told = shown(qtbot, field), kept(field)
    low = field.area.height()
    field.setFocus()
    for line in range(4):
        QTest.keyClicks(field.area, f"line {line}")
        QTest.keyClick(field.area, Qt.Key.Key_Return)
    assert field.area.height() > low
    QTest.keyClick(field.area, Qt.Key.Key_Tab)
    assert told == ["line 0\nline 1\nline 2\nline 3"]
    leave(window)


def test_more_than_the_limit_is_said_and_never_cut(qtbot: QtBot) -> None:
    field = TextArea("Note", name="note", limit=10)
    shown(qtbot, field)
    field.area.setPlainText("十" * 11)
    assert not field.commit() and "longer than 10" in field.error()
    assert field.typed() == "十" * 11 and field.value() == ""
    field.area.setPlainText("十" * 10)
    assert field.commit() and field.value() == "十" * 10 and field.error() == ""


def test_lines_and_blank_lines_are_kept_as_they_were_written(qtbot: QtBot) -> None:
    field = TextArea("Note", name="note")
    shown(qtbot, field)
    written = "第一行\n\n　　第三行"
    field.area.setPlainText(written)
    assert field.commit() and field.value() == written
    field.set_value("")
    assert field.typed() == ""


def test_a_required_area_left_empty_says_so(qtbot: QtBot) -> None:
    field = TextArea("Reason", name="reason", required=True)
    shown(qtbot, field)
    field.area.setPlainText("  \n ")
    assert not field.commit() and field.error() == "This must be filled in."
