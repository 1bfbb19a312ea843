"""The hotline's list: three of its rows become cases, one is refused with its reason, none comes twice."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from mediation_desk.demonstration import apart, listed, office
from mediation_desk.demonstration.showing import StageClock
from mediation_desk.domain.intake.lists.judging import Verdict
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.services import reading
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.library import Library
from tests.offices import CHEAP


def test_a_list_is_written_and_taken_in_once(tmp_path: Path, library_shelf: Library) -> None:
    around = Surroundings(StageClock(), ZoneInfo("Asia/Shanghai"), tmp_path / "notes", library_shelf, CHEAP)
    with apart.founded(office.SETTINGS, around) as desk:
        file = listed.write(desk, tmp_path)
        assert listed.take(desk, file).counts[Verdict.NEW] == len(listed.CALLERS) - 1
        again = listed.take(desk, file).counts
        assert again[Verdict.NEW] == 0 and again[Verdict.HERE] == len(listed.CALLERS) - 1
        names = {row.first_applicant for row in reading.page(desk, CaseFilter(), 0, 9)}
    assert names == {caller[1] for caller in listed.CALLERS if caller[1]}
