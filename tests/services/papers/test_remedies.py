"""The ways that stay open: the office's own bodies by name, or by their kind where it has not named them."""

from __future__ import annotations

from mediation_desk.services.papers.remedies import remedies
from mediation_desk.services.papers.told import Told
from tests.offices import Office
from tests.services.papers_desk import case_of, headed, registered


def test_three_ways_each_with_the_body_that_takes_it(office: Office) -> None:
    desk = headed(office.first)
    ways = remedies(Told(desk, case_of(desk, registered(desk)), {}, None))
    assert [way.where for way in ways] == [
        "西宁市城中区劳动人事争议仲裁委员会", "用工所在地的人力资源和社会保障部门", "西宁市城中区人民法院"]
    assert "仲裁" in ways[0].way and "一年" in ways[0].until
    assert "监察" in ways[1].way and "起诉" in ways[2].way


def test_an_office_that_names_no_bodies_points_to_those_that_have_jurisdiction(office: Office) -> None:
    desk = office.first
    ways = remedies(Told(desk, case_of(desk, registered(desk)), {}, None))
    assert ways[0].where == "有管辖权的劳动人事争议仲裁委员会" and ways[2].where == "有管辖权的人民法院"
