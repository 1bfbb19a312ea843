"""The register as pages tell it: whose laptops, which bags, and a bag that is declared lost."""

from __future__ import annotations

import pytest

from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing
from mediation_desk.services.editing import Edit
from mediation_desk.services.travel import bringing, homecoming, register
from tests.services.papers_desk import case_of
from tests.services.travel.roads import Road
from tests.services.two_desks import LENT


def test_a_person_sees_their_own_laptops_the_latest_first(accepted_road: Road) -> None:
    assert [one.name for one in register.laptops(accepted_road.desk)] == ["thinkpad", "lenovo"]


def test_a_lost_bag_is_on_the_road_no_more_and_comes_home_with_a_reason(accepted_road: Road) -> None:
    road = accepted_road
    editing.save(road.laptop(), road.case_id, [Edit("case", road.case_id, "cause", "", "欠薪")])
    path = road.pack()
    for line in register.bags(road.desk):
        register.declare_lost(road.desk, line.bag.id, "公交车上丢的")
    assert register.away(road.desk, [road.case_id]) == {}
    assert not register.is_any_out(road.desk)
    assert homecoming.look(road.desk, path).lost
    with pytest.raises(DeskError) as refused:
        bringing.bring_home(road.desk, path)
    assert refused.value.field == "reason"
    assert case_of(road.desk, road.case_id).cause == ""
    receipt = bringing.bring_home(road.desk, path, reason="失物招领处找到了")
    assert receipt.reason == "失物招领处找到了"
    assert case_of(road.desk, road.case_id).cause == "欠薪"
    road.assert_whole()


def test_only_an_administrator_declares_a_bag_lost(accepted_road: Road) -> None:
    road = accepted_road
    wang = road.office.desk("wang", LENT)
    (first, *_) = register.bags(road.desk)
    with pytest.raises(NotAllowed):
        register.declare_lost(wang, first.bag.id, "丢了")
    assert register.bag(road.desk, first.bag.id).bag.is_out
