"""CSV that every spreadsheet opens as it is meant."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.documents.separated import Value, report_rows, write_rows
from mediation_desk.domain.money import yuan
from tests.documents.reports import REPORT


@pytest.mark.parametrize("text", ["=1+1", "+86 199", "-5", "@SUM(A1)", "\t=1", "＝1", "\r=1"])
def test_text_that_begins_a_formula_stays_text(text: str) -> None:
    target = io.BytesIO()
    write_rows(target, [[text, "来访=1"]])
    assert next(csv.reader(io.StringIO(target.getvalue().decode("utf-8-sig"), newline=""))) == [
        f"'{text}", "来访=1"]


def test_rows_carry_plain_numbers_days_and_the_mark_of_utf8() -> None:
    target = io.BytesIO()
    rows: list[list[Value]] = [["案号", "金额", "日期", None], ["=x", yuan("30264.05"), date(2025, 1, 2), 7]]
    assert write_rows(target, rows) == 2
    data = target.getvalue()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").split("\r\n")[:2] == ["案号,金额,日期,", "'=x,30264.05,2025-01-02,7"]


def test_a_report_reads_back() -> None:
    target = io.BytesIO()
    write_rows(target, report_rows(REPORT))
    rows = list(csv.reader(io.StringIO(target.getvalue().decode("utf-8-sig"))))
    assert ["使用范围", "内部"] in rows
    assert ["合计", "1207", "30264.05", "85.25%"] in rows
    assert ["'=SUM(A1)", "<5", "隐去", "——"] in rows
    assert ["2025-01-03", "'@会议"] in rows
    assert ["受理：收到日期在本期内的案件。"] in rows


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r\n"), max_size=12))
def test_whatever_is_written_no_cell_begins_a_formula(text: str) -> None:
    target = io.BytesIO()
    write_rows(target, [[text]])
    (cell,) = next(csv.reader(io.StringIO(target.getvalue().decode("utf-8-sig"), newline="")), [""]) or [""]
    assert not cell.startswith(("=", "+", "-", "@"))
