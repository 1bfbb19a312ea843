"""A laptop is gone: its cases' keys are renewed, and what comes home under the old ones still opens."""

from __future__ import annotations

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.vocabulary import Side
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import accounts
from mediation_desk.services.travel import bringing, lost, register
from tests.services.travel.roads import Road
from tests.services.two_desks import LENT

BEFORE, ON_THE_ROAD, MEANWHILE = "两万也行", "路上说的话", "所里说的话"


def texts(road: Road) -> set[str]:
    found = caucus.talk(road.desk, road.case_id)
    assert found.closed == ()
    return {word.text for word in found.words}


def test_keys_are_renewed_and_what_was_sealed_on_the_road_before_opens_and_is_sealed_anew(
        accepted_road: Road) -> None:
    road = accepted_road
    caucus.note(road.laptop(), road.case_id, Side.APPLICANT, ON_THE_ROAD)
    bag_id = register.bags(road.desk)[0].bag.id
    caucus.note(road.desk, road.case_id, Side.APPLICANT, BEFORE)
    assert lost.renew_keys(road.desk, bag_id).cases == 1
    caucus.note(road.desk, road.case_id, Side.RESPONDENT, MEANWHILE)
    bringing.bring_home(road.desk, road.pack())
    assert texts(road) == {BEFORE, MEANWHILE, ON_THE_ROAD}
    road.assert_whole()
    with road.desk.reading() as work:
        old = {item.id: bytes(item.sealed) for item in work.caucus.items(road.case_id)}
    lost.renew_keys(road.desk, bag_id)
    with road.desk.reading() as work:
        new = {item.id: bytes(item.sealed) for item in work.caucus.items(road.case_id)}
    assert old.keys() == new.keys()
    assert all(old[key] != new[key] for key in old), "every one is sealed anew"
    assert texts(road) == {BEFORE, MEANWHILE, ON_THE_ROAD}
    road.assert_whole()


def test_who_does_not_hold_a_key_is_told_whose_cases_are_left(accepted_road: Road) -> None:
    road = accepted_road
    bag_id = register.bags(road.desk)[0].bag.id
    accounts.add(road.desk, accounts.AccountDraft("sun", "孙", frozenset({AccountRole.SUPERVISOR}), LENT))
    made = lost.renew_keys(road.office.desk("sun", LENT), bag_id)
    assert made.cases == 0
    assert len(made.not_held) == 1
