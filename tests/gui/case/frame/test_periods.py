"""Lines about time say what is left, and what lies with other offices until when."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.case.frame.periods import awaited_line, away_line

TODAY = date(2024, 12, 3)


def said(qtbot: QtBot, line: QWidget) -> list[tuple[str, object]]:
    """Each label of the line, with its meaning."""
    qtbot.addWidget(line)
    return [(one.text(), one.property("meaning")) for one in line.findChildren(QLabel)]


def test_what_lies_with_another_office_says_since_when_and_is_red_once_it_is_late(qtbot: QtBot) -> None:
    late = away_line("社保中心", date(2024, 11, 26), date(2024, 12, 2), TODAY)
    (name, _), (left, meaning) = said(qtbot, late)
    assert "社保中心" in name and "2024-12-02" in left and meaning == "overdue"
    _, (_, meaning) = said(qtbot, away_line("社保中心", date(2024, 11, 26), date(2024, 12, 9), TODAY))
    assert not meaning
    assert len(said(qtbot, away_line("社保中心", date(2024, 11, 26), None, TODAY))) == 1


def test_papers_on_their_way_are_counted(qtbot: QtBot) -> None:
    _, (words, meaning) = said(qtbot, awaited_line(2, date(2024, 12, 2), TODAY))
    assert words.startswith("2 papers") and meaning == "overdue"
