"""A bag on the laptop: cases taken in whole, or brought to where the office has them; never over its work."""

from __future__ import annotations

from pathlib import Path

import pytest

from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.intake import registering
from mediation_desk.services.travel import bringing, leaving, opening, register
from mediation_desk.store.travel.taking_in import opened_at
from tests.services.papers_desk import case_of
from tests.services.travel.roads import Road, rows_of


def next_bag(road: Road, name: str = "second") -> Path:
    """A further bag for the first laptop."""
    target = road.folder / f"{name}.mdbag"
    known = next(one.id for one in register.laptops(road.desk) if one.name == "lenovo")
    leaving.pack(road.desk, leaving.Leaving((road.case_id,), laptop_id=known), target)
    return target


def test_a_further_bag_brings_the_case_to_where_the_office_has_it(accepted_road: Road) -> None:
    road = accepted_road
    worker = case_of(road.desk, road.case_id).applicants[-1]
    registering.remove_party(road.desk, road.case_id, worker.id)
    registering.add_party(road.desk, road.case_id, registering.PartyDraft(Role.AGENT, "郑代理"))
    files = [FileSource(f"{name}.txt", data=name.encode()) for name in "xy"]
    filing.add_files(road.desk, road.case_id, files)
    filing.remove(road.desk, road.case_id, filing.exhibits(road.desk, road.case_id).exhibits[-1].id)
    opening.open_bag(road.laptop(), next_bag(road))
    assert rows_of(road.laptop(), road.case_id) == rows_of(road.desk, road.case_id)
    road.assert_whole()


def test_work_that_is_not_home_is_not_written_over(accepted_road: Road) -> None:
    road = accepted_road
    editing.save(road.laptop(), road.case_id, [Edit("case", road.case_id, "cause", "", "欠薪")])
    before = rows_of(road.laptop(), road.case_id)
    with pytest.raises(DeskError, match="not home yet"):
        opening.open_bag(road.laptop(), next_bag(road))
    assert rows_of(road.laptop(), road.case_id) == before
    road.assert_whole()


def test_what_is_home_is_no_hindrance_and_goes_on_from_there(accepted_road: Road) -> None:
    road = accepted_road
    editing.save(road.laptop(), road.case_id, [Edit("case", road.case_id, "cause", "", "欠薪")])
    bringing.bring_home(road.desk, road.pack())
    editing.save(road.desk, road.case_id, [Edit("case", road.case_id, "cause", "欠薪", "欠薪及加班")])
    opening.open_bag(road.laptop(), next_bag(road))
    assert case_of(road.laptop(), road.case_id).cause == "欠薪及加班"
    editing.save(road.laptop(), road.case_id, [Edit("case", road.case_id, "cause", "欠薪及加班", "加班")])
    bringing.bring_home(road.desk, road.pack())
    assert case_of(road.desk, road.case_id).cause == "加班"
    road.assert_whole()


def test_an_older_bag_is_refused(accepted_road: Road) -> None:
    road = accepted_road
    older = next_bag(road, "older")
    editing.save(road.desk, road.case_id, [Edit("case", road.case_id, "cause", "", "欠薪")])
    opening.open_bag(road.laptop(), next_bag(road, "newer"))
    with pytest.raises(DeskError, match="older than the one"):
        opening.open_bag(road.laptop(), older)
    assert case_of(road.laptop(), road.case_id).cause == "欠薪"
    road.assert_whole()


def test_a_case_that_was_begun_here_came_with_no_bag(accepted_road: Road) -> None:
    with accepted_road.laptop().reading() as work:
        assert opened_at(work, None) == 0
