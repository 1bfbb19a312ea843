"""The receipt of a homecoming printed later is the one that was printed first, to whoever may read it."""

from __future__ import annotations

import json
from dataclasses import replace

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.travel.homecoming import Decision, Whose
from mediation_desk.domain.travel.register import Homecoming
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.office import accounts
from mediation_desk.services.papers import homecoming as papers
from mediation_desk.services.travel import bringing, receipts
from mediation_desk.services.travel.receipts import Receipt
from mediation_desk.store.tables.cases import homecomings
from tests.services.travel.roads import Road, begun
from tests.services.two_desks import LENT


def wrote_both(road: Road) -> None:
    for desk, text in ((road.laptop(), "园区里"), (road.desk, "机构里")):
        editing.save(desk, road.case_id, [Edit("case", road.case_id, "cause", "", text)])


def home(road: Road, *, decide: bool = True) -> Receipt:
    path = road.pack()
    coming = road.look(path)
    assert coming is not None
    chosen = {one.name: Decision(Whose.LAPTOP) for one in coming.questions if decide}
    return bringing.bring_home(road.desk, path, {road.case_id: chosen})


def said(desk: Desk, receipt: Receipt) -> object:
    """The paper's facts, and what the words of its decisions are made of."""
    facts = replace(receipt, changes=Changes(), known={}, waiting=())
    return facts, papers.view(desk, receipt, ())


def test_it_is_the_same_when_the_case_has_moved_on(accepted_road: Road) -> None:
    road = accepted_road
    begun(road.laptop())
    wrote_both(road)
    first = home(road)
    assert len(first.kept) == 2 and first.lacking is None
    editing.save(road.desk, road.case_id, [Edit("case", road.case_id, "cause", "园区里", "后来改的")])
    [again] = receipts.of_bag(road.desk, first.bag_id)
    assert said(road.desk, again) == said(road.desk, first)
    [question] = next(one for one in again.kept if one.case_id == road.case_id).questions
    assert (question.conflict.mine, question.conflict.stands) == ("园区里", "机构里")
    road.assert_whole()


def test_each_time_has_its_own_and_says_what_waited_then(accepted_road: Road) -> None:
    road = accepted_road
    begun(road.laptop())
    wrote_both(road)
    waited = home(road, decide=False)
    assert [len(waited.kept), len(waited.waiting)] == [1, 1]
    done = home(road)
    kept = receipts.of_bag(road.desk, done.bag_id)
    assert [(len(one.kept), len(one.waiting)) for one in kept] == [(1, 0), (1, 1)]
    assert [papers.view(road.desk, one, ()) for one in kept] == [
        papers.view(road.desk, one, ()) for one in (done, waited)]
    bringing.bring_home(road.desk, road.pack())
    assert len(receipts.of_bag(road.desk, done.bag_id)) == 2, "nothing came, and nothing is added"


def test_words_are_for_the_mediators_of_the_case_alone(accepted_road: Road) -> None:
    road = accepted_road
    wrote_both(road)
    bag_id = home(road).bag_id
    for login, role in (("sun", AccountRole.SUPERVISOR), ("guan", AccountRole.ADMINISTRATOR)):
        accounts.add(road.desk, accounts.AccountDraft(login, login, frozenset({role}), LENT))
    [told] = receipts.of_bag(road.office.desk("sun", LENT), bag_id)
    [kept] = told.kept
    assert told.known == {} and "园区里" not in repr(told)
    assert papers.view(road.desk, told, ()).veiled == len(kept.decisions) == 1
    [counted] = receipts.of_bag(road.office.desk("guan", LENT), bag_id)
    assert (counted.kept, counted.hidden) == ((), 1)


def test_of_a_homecoming_of_before_it_says_what_it_cannot_say(accepted_road: Road) -> None:
    road = accepted_road
    wrote_both(road)
    first = home(road)
    with road.desk.reading() as work:
        [row] = work.rows_of(Homecoming, road.case_id)
        assert json.loads(row.decisions)["decisions"]
    with road.desk.store.engine.begin() as connection:
        connection.execute(homecomings.update().values(bringing=None, receipt=None))
        connection.exec_driver_sql("UPDATE bags SET receipts = NULL")
    [told] = receipts.of_bag(road.desk, first.bag_id)
    assert told.lacking is not None and "没有留存" in str(papers.view(road.desk, told, ()).lacking)
    [kept] = told.kept
    assert (kept.label, kept.laptop_head, kept.office_head) == (
        first.kept[0].label, first.kept[0].laptop_head, first.kept[0].office_head)
