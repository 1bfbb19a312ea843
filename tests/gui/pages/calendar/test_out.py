"""The calendar file from the page: the chosen session, those chosen, all in view; names only if chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.gui.pages.calendar.hands import Week, at
from tests.services.calendar.weeks import plan


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person says that it shall lie."""
    made = tmp_path / "week.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked, **_more: (str(made), ""))
    return made


def test_all_sessions_in_view_go_out_without_names(week: Week, file: Path) -> None:
    plan(week.desk, week.second, at(14))
    week.page.shown()
    week.settle()
    out = week.page.out
    out.fill(week.page.list.chosen(), week.page._in_view())
    one, every = out.menu.actions()[:2]
    assert not one.isEnabled() and every.text() == "All 2 sessions in view"
    every.trigger()
    week.settle()
    text = file.read_text("utf-8")
    assert text.count("BEGIN:VEVENT") == 2 and "张晓雯" not in text
    assert str(file) in week.page.bar.words.text()


def test_the_chosen_one_goes_out_and_names_its_parties_where_that_is_ticked(week: Week, file: Path) -> None:
    week.choose()
    out = week.page.out
    out.fill(week.page.list.chosen(), week.page._in_view())
    out.named.trigger()
    out.menu.actions()[0].trigger()
    week.settle()
    text = file.read_bytes().replace(b"\r\n ", b"").decode()
    assert text.count("BEGIN:VEVENT") == 1 and "张晓雯 v. 云上湟水文化传媒有限公司" in text


def test_a_file_that_is_there_is_not_written_over(week: Week, file: Path) -> None:
    file.write_text("mine")
    out = week.page.out
    out.fill((), week.page._in_view())
    out.menu.actions()[1].trigger()
    week.settle()
    assert file.read_text() == "mine" and "already is a file" in week.page.bar.words.text()
