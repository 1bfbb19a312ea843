"""A homecoming taken back: the case as it was before it, by whoever brought it or mediates it."""

from __future__ import annotations

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing
from mediation_desk.services.editing import Edit
from mediation_desk.services.office import accounts
from mediation_desk.services.travel import bringing, homecoming, taking_back
from mediation_desk.store.travel.coming_home import News
from tests.services.papers_desk import case_of
from tests.services.travel.roads import Road, begun
from tests.services.two_desks import LENT


def edited(road: Road, text: str = "欠薪") -> None:
    editing.save(road.laptop(), road.case_id, [Edit("case", road.case_id, "cause", "", text)])


def test_the_case_is_as_before_and_the_same_bag_may_come_again(accepted_road: Road) -> None:
    road, before = accepted_road, accepted_road.rows()
    edited(road)
    path = road.pack()
    bringing.bring_home(road.desk, path)
    taking_back.take_back(road.desk, road.case_id)
    assert road.rows() == before
    assert homecoming.look(road.desk, path).cases[0].news is News.CHANGED
    bringing.bring_home(road.desk, path)
    assert case_of(road.desk, road.case_id).cause == "欠薪"
    road.assert_whole()


def test_a_case_begun_on_the_road_is_out_again_and_can_come_once_more(accepted_road: Road) -> None:
    road = accepted_road
    made = begun(road.laptop())
    path = road.pack()
    bringing.bring_home(road.desk, path)
    taking_back.take_back(road.desk, made)
    assert case_of(road.desk, made).removed_at is not None
    bringing.bring_home(road.desk, path)
    assert case_of(road.desk, made).removed_at is None
    road.assert_whole()


def test_what_others_built_upon_holds_it(accepted_road: Road) -> None:
    road = accepted_road
    edited(road)
    bringing.bring_home(road.desk, road.pack())
    wang = road.office.desk("wang", LENT)
    case_of(wang, road.case_id)
    editing.save(wang, road.case_id, [Edit("case", road.case_id, "cause", "欠薪", "欠薪及加班")])
    before = road.rows()
    with pytest.raises(Conflicts):
        taking_back.take_back(road.desk, road.case_id)
    assert road.rows() == before


def test_nothing_came_home_and_nothing_is_taken_back(accepted_road: Road) -> None:
    with pytest.raises(DeskError, match="Nothing of this case came home"):
        taking_back.take_back(accepted_road.desk, accepted_road.case_id)


def test_a_stranger_takes_nothing_back(accepted_road: Road) -> None:
    road = accepted_road
    edited(road)
    bringing.bring_home(road.desk, road.pack())
    accounts.add(road.desk, accounts.AccountDraft("sun", "孙", frozenset({AccountRole.SUPERVISOR}), LENT))
    with pytest.raises(NotAllowed):
        taking_back.take_back(road.office.desk("sun", LENT), road.case_id)
    assert case_of(road.desk, road.case_id).cause == "欠薪"
