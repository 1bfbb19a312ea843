"""The demonstration's bulletin and month, read back."""

from pathlib import Path

from openpyxl import load_workbook
from pypdf import PdfReader

from mediation_desk.demonstration import figures
from tests.offices import Office
from tests.services.reports.offices import with_cases


def test_the_bulletin_and_the_month_are_written(office: Office, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    look = with_cases(office)
    made = figures.write(look, folder)
    assert sorted(one.name for one in made) == ["bulletin.pdf", "month.pdf", "month.xlsx"]
    assert "调解工作日报" in "".join(PdfReader(folder / "bulletin.pdf").pages[0].extract_text().split())
    row = [cell.value for cell in load_workbook(folder / "month.xlsx")["一、案件"][2]]
    assert row[:5] == ["全部案件", 0, 4, 1, 3]
