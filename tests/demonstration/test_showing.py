"""The demonstration is told in Chinese as a person would say it, and its papers lie side by side."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mediation_desk.demonstration import stage, streamers
from mediation_desk.demonstration.payments import REMINDER
from mediation_desk.demonstration.showing import CASE_FILE, OFFICE, RECEIPT, TRAVEL, StageClock, finish, show
from mediation_desk.demonstration.travelling import HOME, LEFT
from mediation_desk.domain.vocabulary import Station
from mediation_desk.library.words import Words
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.library import Library
from tests.documents.binding.papers import outline
from tests.documents.reading_word import word_text
from tests.offices import CHEAP


@pytest.fixture
def around(tmp_path: Path, library_shelf: Library) -> Surroundings:
    return Surroundings(StageClock(), ZoneInfo("Asia/Shanghai"), tmp_path / "notes", library_shelf, CHEAP)


def test_the_stage_clock_stands_at_four_in_the_afternoon_in_china() -> None:
    clock = StageClock(date(2024, 12, 31))
    assert clock() == clock() == datetime(2024, 12, 31, 8, tzinfo=UTC)
    clock.turn_to(date(2025, 1, 1))
    assert clock().astimezone(ZoneInfo("Asia/Shanghai")) == datetime(
        2025, 1, 1, 16, tzinfo=ZoneInfo("Asia/Shanghai"))


def test_each_station_is_told_once_and_the_papers_of_each_side_are_its_own(tmp_path: Path,
                                                                           around: Surroundings) -> None:
    told: list[str] = []
    out = tmp_path / "demo"
    made = show(out, around, told.append)
    heads = [line for line in told if line.startswith("【")]
    assert heads[-6:] == [f"【{Words.of('zh_CN').translate(station.label)}】" for station in Station]
    assert "    协议总额：30,264.00元" in told and "    存在协商区间：是" in told
    assert not any("True" in line or "None" in line or "2025-01-15" in line for line in told)
    assert len(set(made.papers)) == len(made.papers) and all(
        file.read_bytes().startswith(b"%PDF") for file in made.papers)
    ours, theirs = (out / f"arbitration-outlook-{side}.pdf" for side in ("applicant", "respondent"))
    assert ours.read_bytes() != theirs.read_bytes()
    assert "30,264.00元" in word_text((out / "mediation-agreement.docx").read_bytes())
    assert (out / "closing-form.docx").is_file() and not (out / "signed-copy.docx").exists()
    marks = str(outline((out / CASE_FILE).read_bytes()))
    assert all(title in marks for title in ("正卷", "受理登记表", "调解协议书", "副卷", "结案审批表"))
    assert (out / OFFICE / "office.db").is_file() and (out / REMINDER).is_file()
    assert (out / "collective" / "mediation-agreement.pdf").is_file()
    with made.desk.case_reading(made.case_id) as (_work, case):
        assert [party.name for party in case.applicants] == [worker[0] for worker in streamers.WORKERS]
    finish(made)
    assert {file.name for file in (out / TRAVEL).iterdir()} == {LEFT, HOME, RECEIPT}
    listed = json.dumps(json.loads((out / stage.MARK).read_text("utf-8")), ensure_ascii=False)
    assert all(name in listed for name in (REMINDER, *(file.name for file in made.papers))), (
        "only what is written down is cleared away")
