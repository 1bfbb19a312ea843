"""The list of what is to be paid as a file: the same instalments, the same sum, whole or not at all."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from mediation_desk.domain.money import yuan
from mediation_desk.domain.payments.dues import DueFilter, Section, Sum
from mediation_desk.domain.words import DeskError
from mediation_desk.services.payments import due_list, following
from mediation_desk.services.payments.due_list import ListKind
from mediation_desk.store.pace import Stopped
from tests.offices import Office
from tests.services.payments.owed import FIRST, SECOND, owing, pay


def test_both_kinds_of_file_list_the_same_with_its_total(office: Office, tmp_path: Path) -> None:
    """3,000.00 less the 1,000.00 that came, 1,500.00 promised for the second day; and 3,000.00 then."""
    desk = office.first
    case_id = owing(desk)
    pay(desk, case_id, FIRST, "1000.00")
    following.note(desk, case_id, following.NoteDraft(FIRST, promised_on=SECOND, promised=yuan("1500")))
    sheet = due_list.export(desk, DueFilter(), str(tmp_path / "list"), ListKind.XLSX, "en")
    plain = due_list.export(desk, DueFilter(), str(tmp_path / "list"), ListKind.CSV, "zh_CN")
    rows = list(load_workbook(sheet.path).worksheets[0].iter_rows(values_only=True))
    assert sheet.listed == plain.listed == Sum(2, yuan("5000"))
    assert rows[0][:2] == ("Case number", "Parties") and len(rows) == 4
    assert [row[8] for row in rows[1:]] == [2000, 3000, 5000] and rows[3][0] == "Total"
    assert [row[10:13] for row in rows[1:3]] == [("Promised", rows[1][11], 1500)] * 2
    told = list(csv.reader(plain.path.read_text("utf-8-sig").splitlines()))
    assert told[0][0] == "案号" and [row[8] for row in told[1:]] == ["2000.00", "3000.00", "5000.00"]


def test_a_list_that_is_stopped_or_has_no_place_leaves_no_file(office: Office, tmp_path: Path) -> None:
    owing(office.first)
    wanted, place = DueFilter(Section.WEEK), tmp_path / "list.csv"
    with pytest.raises(Stopped):
        due_list.export(office.first, wanted, str(place), ListKind.CSV, "en", cancelled=lambda: True)
    assert not place.exists()
    place.touch()
    with pytest.raises(DeskError, match="already is a file") as told:
        due_list.export(office.first, wanted, str(place), ListKind.CSV, "en")
    assert told.value.field == "path" and place.read_bytes() == b""
