"""Bringing home: one person entered twice is one or two as somebody says, one file comes for two cases."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from mediation_desk.domain.vocabulary import Role
from mediation_desk.services import editing
from mediation_desk.services.closing import closing
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing, looking
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.intake import registering
from mediation_desk.services.travel import bringing
from tests.services.travel.roads import Road, begun


def test_the_same_person_entered_on_both_sides_is_one_once_somebody_says_so(accepted_road: Road) -> None:
    road = accepted_road
    made = []
    for desk in (road.laptop(), road.desk):
        who = registering.add_party(desk, road.case_id, registering.PartyDraft(
            Role.RESPONDENT, "和顺传媒")).result
        assert who
        editing.save(desk, road.case_id, [Edit("party", who, "phone", "", "0971-8123456")])
        made.append(("parties", str(who)))
    editing.save(road.laptop(), road.case_id, [Edit("party", UUID(made[0][1]), "address", "", "西宁市")])
    path = road.pack()
    coming = road.look(path)
    assert coming is not None
    assert [(one.laptop, one.office) for one in coming.same] == [(made[0], made[1])]
    bringing.bring_home(road.desk, path, joined={road.case_id: {made[0]: made[1]}})
    rows = road.rows()
    assert made[0] not in rows
    assert rows[made[1]]["address"] == "西宁市"
    road.assert_whole()
    editing.save(road.laptop(), road.case_id, [Edit("party", UUID(made[0][1]), "phone", "0971-8123456",
                                                    "0971-8123457")])
    closing.visit(road.laptop(), road.case_id, closing.VisitDraft(date(2025, 1, 20),
                                                                  party_id=UUID(made[0][1])))
    receipt = bringing.bring_home(road.desk, road.pack())
    assert receipt.waiting == ()
    assert road.rows()[made[1]]["phone"] == "0971-8123457", "joined once, joined for good"
    road.assert_whole()


def test_nobody_is_joined_unasked(accepted_road: Road) -> None:
    road = accepted_road
    for desk in (road.laptop(), road.desk):
        draft = registering.PartyDraft(Role.RESPONDENT, "和顺")
        who = registering.add_party(desk, road.case_id, draft).result
        assert who
        editing.save(desk, road.case_id, [Edit("party", who, "phone", "", "0971-8123456")])
    bringing.bring_home(road.desk, road.pack())
    assert [row["name"] for key, row in road.rows().items() if key[0] == "parties"].count("和顺") == 2


def test_one_photograph_in_two_cases_comes_home_for_both(accepted_road: Road) -> None:
    road, photograph = accepted_road, b"one photograph " * 40_000
    laptop = road.laptop()
    other = begun(laptop)
    for case_id in (road.case_id, other):
        filing.add_files(laptop, case_id, [FileSource("考勤.jpg", data=photograph)])
    receipt = bringing.bring_home(road.desk, road.pack())
    assert {one.case_id for one in receipt.kept} == {road.case_id, other} and not receipt.waiting
    for case_id in (road.case_id, other):
        here = filing.exhibits(road.desk, case_id).exhibits
        mine = next(one for one in here if one.size == len(photograph))
        assert looking.content(road.desk, case_id, mine.id, 1_000_000) == photograph
    road.assert_whole()
