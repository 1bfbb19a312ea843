"""The demonstration's day in the park leaves something to show: two bags, and one decision to make."""

from __future__ import annotations

from pathlib import Path

from mediation_desk.demonstration import travelling
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
