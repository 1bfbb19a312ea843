"""The demonstration's day in the park leaves something to show: two bags, and one decision to make."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from mediation_desk.demonstration import travelling
from mediation_desk.services import reading
from mediation_desk.services.travel import homecoming
from mediation_desk.services.upkeep import upkeep
from tests.offices import PASSWORD, Office
from tests.services.papers_desk import accepted


def test_a_case_goes_to_the_park_and_comes_back_with_one_decision(office: Office, tmp_path: Path) -> None:
    accepted(office.first, (travelling.WHO,))
    road = travelling.walk(office.first, tmp_path / "travel", PASSWORD, office.around)
    assert sorted(one.name for one in (tmp_path / "travel").iterdir()) == [travelling.HOME, travelling.LEFT]
    (coming,) = homecoming.look(office.first, road.homeward).cases
    assert coming.case_id == road.case_id
    assert [one.conflict.place.field for one in coming.questions] == ["facts_in_brief"]
    assert upkeep.prove(office.first) == []


def test_it_comes_home_as_was_decided_and_the_receipt_says_what_was_left_out(office: Office,
                                                                           tmp_path: Path) -> None:
    accepted(office.first, (travelling.WHO,))
    road = travelling.walk(office.first, tmp_path / "travel", PASSWORD, office.around)
    paper = travelling.come_home(office.first, road)
    case = reading.case(office.first, road.case_id).case
    assert "园区管委会可以作证" in case.facts_in_brief and case.applicants[0].phone == "13900000031"
    said = "".join(page.extract_text() for page in PdfReader(BytesIO(paper.pdf)).pages)
    assert "归并回执" in said and "公司来电" in said
    assert upkeep.prove(office.first) == []
