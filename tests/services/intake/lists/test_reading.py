"""A file is understood before anything is kept: its table, its headings, and what becomes of each row."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.domain.intake.lists.columns import Meaning, OrderColumns
from mediation_desk.domain.intake.lists.judging import Verdict
from mediation_desk.domain.vocabulary import Source
from mediation_desk.services.intake.lists import reading
from mediation_desk.services.intake.lists.remembered import KnownList
from mediation_desk.store.pace import Stopped
from tests.offices import Office
from tests.order_lists import HEADINGS, list_of, rows, workbook


def test_a_workbook_with_a_title_is_understood_by_its_headings(tmp_path: Path) -> None:
    [sheet] = reading.read_file(workbook(tmp_path / "一月.xlsx", rows(2)))
    understood = reading.understand(sheet, [])
    assert (understood.head_at, understood.headings, understood.known) == (1, HEADINGS, None)
    assert understood.columns.columns["旧工单编号"] is Meaning.FORMER_NUMBER
    assert "备注" not in understood.columns.columns


def test_what_is_remembered_of_a_list_goes_before_the_usual_names(tmp_path: Path) -> None:
    [sheet] = reading.read_file(workbook(tmp_path / "一月.xlsx", rows(1)))
    own = KnownList(UUID(int=1), Source.UNION, "月报", OrderColumns({"备注": Meaning.CONTENT}))
    understood = reading.understand(sheet, [own])
    assert (understood.known, understood.columns) == (own, own.columns)


def test_looking_keeps_nothing_and_can_be_stopped(office: Office) -> None:
    desk, told = office.first, list_of(rows(3))
    assert [one.verdict for one in reading.look(desk, told)] == [Verdict.NEW] * 3
    assert [one.verdict for one in reading.look(desk, told)] == [Verdict.NEW] * 3
    with pytest.raises(Stopped):
        reading.look(desk, told, cancelled=lambda: True)
