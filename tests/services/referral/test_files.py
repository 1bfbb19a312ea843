"""A referral as plain files: letter, papers, evidence and a workbook; all or nothing, and nothing sealed."""

from __future__ import annotations

import zipfile
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from mediation_desk.domain.referral.referrals import HandOff
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus
from mediation_desk.services.referral import files
from mediation_desk.store.pace import Stopped
from tests.offices import Office
from tests.services.papers_desk import WORKERS, headed
from tests.services.referral.referred import case_with_evidence, one_of, refer

CANARY = "金丝雀只在背对背里说过"


@pytest.fixture
def desk(office: Office) -> Desk:
    """The first mediator's desk, with a full heading."""
    return headed(office.first)


def words_in(folder: Path) -> str:
    """All that can be read in the folder: texts, pages, cells, names."""
    found = [str(one.relative_to(folder)) for one in folder.rglob("*")]
    for one in folder.rglob("*"):
        if one.suffix == ".pdf":
            found += [page.extract_text() for page in PdfReader(one).pages]
        elif one.suffix == ".xlsx":
            with zipfile.ZipFile(one) as whole:
                found += [whole.read(name).decode("utf-8", "replace") for name in whole.namelist()]
        elif one.is_file():
            found.append(one.read_bytes().decode("utf-8", "replace"))
    return "\n".join(found)


def test_the_folder_has_what_was_chosen_and_the_hand_off_is_noted_with_it(desk: Desk, tmp_path: Path) -> None:
    case_id = case_with_evidence(desk)
    caucus.note(desk, case_id, Side.RESPONDENT, CANARY)
    key = refer(desk, case_id)
    target = tmp_path / files.proposed_name(one_of(desk, case_id, key).number)
    made = files.write_files(desk, case_id, key, str(target), desk.today, "李调解")
    names = {str(one.relative_to(target)) for one in target.rglob("*") if one.is_file()}
    assert names == {"转办函.pdf", "文书/01 调解申请书.pdf", "证据/001 工资流水.txt", "转办内容.xlsx"}
    assert (made.files, made.left_out) == (4, ())
    kept = one_of(desk, case_id, key)
    assert (kept.manner, kept.handed_on, kept.handed_by) == (HandOff.FILES, desk.today, "李调解")
    said = words_in(target)
    assert WORKERS[0] in said and CANARY not in said
    letter = "".join(page.extract_text() for page in PdfReader(target / "转办函.pdf").pages)
    assert f"{desk.today.year}年{desk.today.month}月{desk.today.day}日" in letter
    assert WORKERS[1] not in "".join(letter.split()).split("附件：")[1]  # none of theirs was chosen
    history.undo(desk, case_id)
    assert one_of(desk, case_id, key).handed_on is None


def test_cells_are_numbers_where_they_count_and_text_whatever_it_begins_with(desk: Desk, tmp_path: Path
                                                                             ) -> None:
    case_id = case_with_evidence(desk)
    key = refer(desk, case_id, reason="=1+1 是单位写在工资条上的")
    files.write_files(desk, case_id, key, str(tmp_path / "out"), desk.today)
    book = load_workbook(tmp_path / "out" / files.DATA)
    claims = list(book["请求事项"].values)
    assert claims[1][:3] == (WORKERS[0], "欠付工资", 4300)
    about = {row[0]: row[1] for row in book["说明"].values}
    assert about["转办理由"] == "=1+1 是单位写在工资条上的" and about["承办单位"]
    assert all(cell.data_type != "f" for sheet in book for row in sheet.rows for cell in row)
    assert [row[0] for row in book["证据"].values][1:] == ["证据1"]


def test_nothing_is_noted_where_it_cannot_be_written_or_is_stopped(desk: Desk, tmp_path: Path) -> None:
    case_id = case_with_evidence(desk)
    key = refer(desk, case_id)
    (tmp_path / "there").mkdir()
    with pytest.raises(DeskError) as refused:
        files.write_files(desk, case_id, key, str(tmp_path / "there"), desk.today)
    assert refused.value.field == "path"
    with pytest.raises(Stopped):
        files.write_files(desk, case_id, key, str(tmp_path / "out"), desk.today, cancelled=lambda: True)
    with pytest.raises(DeskError):
        files.write_files(desk, case_id, UUID(int=5), str(tmp_path / "out"), desk.today)
    assert not (tmp_path / "out").exists() and not list((tmp_path / "there").iterdir())
    assert one_of(desk, case_id, key).handed_on is None
