"""What was taken in is told, and its rows are written out again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from mediation_desk.gui.intake.imported.done import DonePart
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.lists.importing import take
from mediation_desk.services.reports.original_rows import ListFile
from tests.gui.desks import SetClock, settle
from tests.order_lists import list_of, rows


def test_the_rows_are_written_where_one_says_and_a_name_that_is_taken_is_refused(
        qtbot: QtBot, desk: Desk, tasks: Tasks, clock: SetClock, tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch) -> None:
    clock.set(date(2025, 1, 20))
    part = DonePart(desk, tasks)
    qtbot.addWidget(part)
    told: list[str] = []
    refused: list[object] = []
    part.told.connect(told.append)
    part.trouble.connect(refused.append)
    part.show_taken(take(desk, list_of(rows(2)), {}))
    assert part.title.text() == "2 rows imported" and part.counts.text() == "New case: 2"
    path = tmp_path / "orders.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(path), ""))
    for _ in range(2):
        part.ask(ListFile.CSV)
        settle(tasks)
    assert told == [f"2 rows written: {path}"] and len(refused) == 1 and part.press.isEnabled()
    assert path.read_text("utf-8-sig").splitlines()[1].endswith("\"'=1+1\"")
