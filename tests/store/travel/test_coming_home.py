"""A case of the bag beside the office's: begun on the road, changed there, home already, or not ours."""

from __future__ import annotations

import shutil
from datetime import date

import pytest
from msgspec.structs import replace

from mediation_desk.domain.vocabulary import Role
from mediation_desk.services import editing
from mediation_desk.services.editing import Edit
from mediation_desk.services.entry import sign_in
from mediation_desk.services.intake import registering
from mediation_desk.services.travel import bringing, homecoming, returning
from mediation_desk.store.store import in_folder
from mediation_desk.store.travel import loads
from mediation_desk.store.travel.coming_home import News, NotOurs, arriving
from tests.offices import PASSWORD
from tests.services.travel.roads import Road


def test_news_of_each_kind(accepted_road: Road) -> None:
    road, laptop = accepted_road, accepted_road.laptop()
    editing.save(laptop, road.case_id, [Edit("case", road.case_id, "cause", "", "欠薪")])
    new = registering.register(laptop, registering.IntakeDraft(date(2025, 1, 20), parties=[
        registering.PartyDraft(Role.APPLICANT, "新来的人")])).result
    editing.save(road.desk, road.case_id, [Edit("case", road.case_id, "source_reference", "", "12345")])
    path = road.pack()
    seen = {one.case_id: one for one in homecoming.look(road.desk, path).cases}
    assert {case_id: one.news for case_id, one in seen.items()} == {road.case_id: News.CHANGED, new: News.NEW}
    assert seen[road.case_id].meanwhile == 1, "the office wrote once; what left and came is not counted"
    assert seen[road.case_id].brings == {"cases": 1}
    bringing.bring_home(road.desk, path)
    assert {one.news for one in homecoming.look(road.desk, path).cases} == {News.HOME}


def test_a_laptop_that_was_set_back_behind_its_homecoming_is_told(accepted_road: Road) -> None:
    road = accepted_road
    shutil.copytree(road.folder / "lenovo", road.folder / "earlier")
    editing.save(road.laptop(), road.case_id, [Edit("case", road.case_id, "cause", "", "欠薪")])
    bringing.bring_home(road.desk, road.pack())
    before = road.rows()
    earlier = sign_in.sign_in(in_folder(road.folder / "earlier"), "chen", PASSWORD, road.office.around)
    road.office.opened.append(earlier)
    for stands, after in (("", "加班"), ("加班", "欠薪及加班")):
        editing.save(earlier, road.case_id, [Edit("case", road.case_id, "cause", stands, after)])
    returning.pack(earlier, road.folder / "earlier.mdbag")
    (coming,) = homecoming.look(road.desk, road.folder / "earlier.mdbag").cases
    assert coming.trouble is not None
    receipt = bringing.bring_home(road.desk, road.folder / "earlier.mdbag")
    assert [len(receipt.kept), len(receipt.waiting)] == [0, 1]
    assert "set back" in str(receipt.waiting[0][1])
    assert road.rows() == before



def test_a_case_that_left_from_another_store_is_told(accepted_road: Road) -> None:
    """As after a backup from before the departure: its chain does not have the entry at which it left."""
    road = accepted_road
    editing.save(road.laptop(), road.case_id, [Edit("case", road.case_id, "cause", "", "欠薪")])
    path = road.pack()
    outside, key = homecoming.ours(road.desk, path)
    load = loads.read(path, key)
    (travelling,) = load.inside.cases
    with road.desk.reading() as work, pytest.raises(NotOurs, match="another store"):
        arriving(work, load, replace(travelling, digest=b"x" * 32), outside.laptop_id)
