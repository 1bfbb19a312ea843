"""The workbook of a referral: what was chosen of the people, and a long text goes on in the next cell."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from mediation_desk.services import editing
from mediation_desk.services.casefile.outlets import Kept
from mediation_desk.services.referral import book, leaving
from tests.offices import Office
from tests.services.papers_desk import WORKERS, case_of
from tests.services.referral.referred import case_with_evidence, refer


def test_people_files_and_a_long_text_are_whole(office: Office, tmp_path: Path) -> None:
    desk = office.first
    case_id = case_with_evidence(desk)
    worker = case_of(desk, case_id).applicants[0]
    editing.save(desk, case_id, [editing.Edit("party", worker.id, "phone", "", "13897100001")])
    reason = "理由" * 30_000
    those = leaving.leaving(desk, case_id, refer(desk, case_id, reason=reason))
    target = BytesIO()
    book.write(desk, case_id, those, [Kept("转办函.pdf", 1234, "ab" * 32)], target, tmp_path)
    made = load_workbook(target)
    people = list(made["当事人"].values)
    assert [row[1] for row in people[1:]] == [WORKERS[0], case_of(desk, case_id).respondents[0].name]
    assert people[1][4] == "13897100001"
    assert list(made["文件"].values)[1] == ("转办函.pdf", 1234, "ab" * 32)
    assert "".join(str(row[1]) for row in made["说明"].values if row[0] == "转办理由") == reason
