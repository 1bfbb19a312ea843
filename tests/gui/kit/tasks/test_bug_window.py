"""A bug is told calmly, and its report can be read before it goes anywhere."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.tasks.bug_window import BugWindow


def test_the_report_of_a_bug_can_be_read_before_it_is_saved(qtbot: QtBot, tmp_path: Path) -> None:
    window = BugWindow("KeyError\nmediation_desk/x.py:1 verb\n")
    qtbot.addWidget(window)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    assert window.report.toPlainText().startswith("KeyError")
    window.write(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text("utf-8").startswith("KeyError")
    assert window.told.text() == "Saved."
    window.write(tmp_path / "no" / "report.txt")
    assert "could not be saved" in window.told.text()


def test_a_report_that_cannot_be_saved_is_told_and_can_be_saved_elsewhere(qtbot: QtBot,
                                                                          tmp_path: Path) -> None:
    window = BugWindow("ValueError\nmediation_desk/gui/frame.py:7 go")
    qtbot.addWidget(window)
    window.write(tmp_path / "no" / "such" / "report.txt")
    assert window.told.text() == "It could not be saved there. Choose another folder."
    window.write(tmp_path / "report.txt")
    assert window.told.text() == "Saved."
    assert (tmp_path / "report.txt").read_text("utf-8") == window.report.toPlainText()
    assert window.report.isReadOnly()
