"""Decisions left and taken up again: for whoever left them, of that bag, and readable nowhere."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from mediation_desk.domain.travel.homecoming import Decision, Whose
from mediation_desk.services import editing
from mediation_desk.services.editing import Edit
from mediation_desk.services.travel import bringing, deciding, homecoming, register
from mediation_desk.store.tables.desk import drafts
from tests.services.papers_desk import case_of
from tests.services.travel.roads import Road
from tests.services.two_desks import LENT


def test_decisions_are_taken_up_where_they_were_left(accepted_road: Road) -> None:
    road = accepted_road
    facts = case_of(road.desk, road.case_id).facts_in_brief
    for desk, text in ((road.laptop(), "路上写的"), (road.desk, "所里写的")):
        editing.save(desk, road.case_id, [Edit("case", road.case_id, "facts_in_brief", facts, text)])
    path = road.pack()
    bag_id = homecoming.look(road.desk, path).bag_id
    (question,) = homecoming.look(road.desk, path).cases[0].questions
    left = {road.case_id: {question.name: Decision(Whose.BOTH, "路上写的；所里写的")}}
    deciding.keep(road.desk, bag_id, left)
    assert deciding.kept(road.desk, bag_id) == left
    with road.desk.reading() as work:
        sealed = b"".join(bytes(row.sealed) for row in work.connection.execute(select(drafts.c.sealed)))
    assert "路上写的".encode() not in sealed
    assert deciding.kept(road.office.desk("wang", LENT), bag_id) == {}, "they are hers who left them"
    bringing.bring_home(road.desk, path, deciding.kept(road.desk, bag_id))
    assert case_of(road.desk, road.case_id).facts_in_brief == "路上写的；所里写的"
    road.assert_whole()


def test_nothing_was_left_and_what_is_emptied_is_gone(accepted_road: Road) -> None:
    bag_id = register.bags(accepted_road.desk)[0].bag.id
    assert deciding.kept(accepted_road.desk, bag_id) == {}
    deciding.keep(accepted_road.desk, bag_id, {accepted_road.case_id: {"x": Decision(Whose.OFFICE)}})
    deciding.keep(accepted_road.desk, bag_id, {})
    assert deciding.kept(accepted_road.desk, bag_id) == {}
    assert deciding.kept(accepted_road.desk, UUID(int=7)) == {}
