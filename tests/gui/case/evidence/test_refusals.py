"""What was not added stands in a list, each with its reason, until it is closed."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.evidence.refusals import MOST_LINES, Refusals


def test_each_is_named_with_its_reason_until_it_was_read(qtbot: QtBot) -> None:
    made = Refusals()
    qtbot.addWidget(made)
    assert made.isHidden()
    refused = [DeskError("“{name}” is empty. Check the file and add it again.", name=f"{at}.jpg")
               for at in range(1, MOST_LINES + 4)]
    made.tell(12, refused)
    assert not made.isHidden()
    assert made.title.text() == "12 exhibits added. 8 files were not added."
    lines = made.lines.toPlainText().splitlines()
    assert len(lines) == 8 and lines[7] == "“8.jpg” is empty. Check the file and add it again."
    assert made.lines.height() < 8 * made.lines.fontMetrics().lineSpacing() < 20 * made.lines.height()
    made.close_button.click()
    assert made.isHidden()
    made.tell(0, refused[:1])
    assert made.title.text() == "1 file was not added."
