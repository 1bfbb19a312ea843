"""A workbook read back: real numbers, frozen heads, filters, charts, and no formula."""

from __future__ import annotations

import errno
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from mediation_desk.documents.workbook import write_report
from tests.documents.reports import REPORT


def written(folder: Path) -> bytes:
    target = io.BytesIO()
    assert write_report(target, folder, REPORT) == 5
    assert list(folder.iterdir()) == []  # what was written on the way is gone
    return target.getvalue()


def test_a_report_reads_back_with_numbers_that_can_be_counted_on_with(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(written(tmp_path)))
    assert book.sheetnames == ["说明", "一、来源", "到期"]
    cover = {row[0].value: row[1].value for row in book["说明"].iter_rows() if row[0].value}
    assert (cover["报表"], cover["使用范围"], cover["统计期间"]) == ("调解工作月报", "内部", "2024年12月")
    assert cover["制表"] == "李调解，2025-01-02"
    assert str(cover["指标解释"]).startswith("受理：")
    sheet = book["一、来源"]
    rows = [[cell.value for cell in row[:4]] for row in sheet.iter_rows(min_row=1, max_row=5)]
    assert rows == [["来源", "受理", "金额（元）", "占比"], ["合计", 1207, 30264.05, 0.8525],
                    ["=SUM(A1)", "<5", "隐去", "——"], ["来访申请", 9, 1, 0.0005],
                    ["企业", None, None, None]]
    assert sheet["C2"].number_format == "#,##0.00" and sheet["D2"].number_format == "0.00%"
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:D5"


def test_text_stays_text_and_nothing_computes(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(written(tmp_path)))
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
    assert book["到期"]["B2"].value == "@会议"


def test_the_chart_is_drawn_from_the_cells(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(written(tmp_path))) as opened:
        charts = [name for name in opened.namelist() if name.startswith("xl/charts/chart")]
        assert len(charts) == 1
        text = opened.read(charts[0]).decode()
    assert "一、来源" in text
    assert "!$B$4" in text


class FullDisk(io.BytesIO):
    """Refuses once; the library writes its end all the same when it is let go of."""

    refused = False

    def write(self, content: Any) -> int:
        if not self.refused:
            self.refused = True
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(content)


def test_a_full_disk_is_told_as_any_other_trouble_of_a_disk_is(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space left"):
        write_report(FullDisk(), tmp_path, REPORT)
    assert list(tmp_path.iterdir()) == []
