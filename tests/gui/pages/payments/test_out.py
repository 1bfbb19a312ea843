"""The list goes out as it is narrowed and sorted, as either kind of file; what cannot be is told."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from mediation_desk.domain.payments.dues import Section
from tests.gui.pages.payments.hands import Seat


def test_what_is_listed_is_written_and_the_sum_told(
        seat: Seat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, file = seat.page.out, tmp_path / "list.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked, **_more: (str(file), ""))
    seat.page.table.sort_by("due_on", descending=True)
    seat.settle()
    _xlsx, plain = out.menu.actions()
    plain.trigger()
    seat.settle()
    rows = list(csv.reader(file.read_text("utf-8-sig").splitlines()))
    assert [row[3] for row in rows] == ["Instalment", "2", "1", ""]
    assert seat.said == f"2 instalments written, 6,000.00 yuan owed: {file}"
    plain.trigger()
    seat.settle()
    assert "already is a file" in seat.said and out.press.isEnabled()
    seat.section(Section.BROKEN)
    assert not out.press.isEnabled()
