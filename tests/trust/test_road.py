"""What a bag and a travel desk tell: the carrier all that they may read, the office what is not sealed."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import Side
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import accounts
from mediation_desk.services.travel import bringing, homecoming
from mediation_desk.store.travel import bag, loads
from mediation_desk.store.travel.bag import NotYours
from mediation_desk.store.travel.loads import Load
from tests.services.papers_desk import case_of
from tests.services.travel.conftest import accepted_road, embedded_roads, roads, shared_roads
from tests.services.travel.roads import Road
from tests.services.two_desks import LENT
from tests.trust.test_canaries import files_below, found_in

__all__ = ["accepted_road", "embedded_roads", "roads", "shared_roads"]
SAID, WRITTEN = "玉笛飞声", "海棠依旧传媒"


def travelled(road: Road) -> Path:
    """Something is said alone and something written on the laptop."""
    caucus.note(road.laptop(), road.case_id, Side.APPLICANT, SAID)
    case_of(road.laptop(), road.case_id)
    editing.save(road.laptop(), road.case_id, [Edit("case", road.case_id, "cause", "", WRITTEN)])
    return road.pack()


def supervisor(road: Road) -> Desk:
    accounts.add(road.desk, accounts.AccountDraft("sun", "孙督导", frozenset({AccountRole.SUPERVISOR}), LENT))
    return road.office.desk("sun", LENT)


def opened(road: Road, path: Path) -> Load:
    """As the office opens it, with everything that the office's store key lays open."""
    return loads.read(path, homecoming.ours(road.desk, path)[1])


def test_neither_word_is_in_any_byte_of_bags_or_of_the_laptop(accepted_road: Road) -> None:
    travelled(accepted_road)
    content = files_below(accepted_road.folder / "lenovo")
    content += b"".join(path.read_bytes() for path in accepted_road.folder.glob("*.mdbag"))
    assert len(content) > 10_000
    assert not found_in(content, [SAID, WRITTEN, "温若晴", "lenovo"])


def test_the_office_opens_the_bag_and_reads_nothing_sealed_in_it(accepted_road: Road) -> None:
    load = opened(accepted_road, travelled(accepted_road))
    told = repr(load.rows) + repr(msgspec.to_builtins(load.inside))
    assert WRITTEN in told
    assert not found_in(told.encode(), [SAID])


def test_no_colleagues_key_is_in_either_bag(accepted_road: Road) -> None:
    road = accepted_road
    me = str(road.desk.who.account_id)
    outward = road.folder / "lenovo.mdbag"
    key = bag.key_for_carrier(bag.look_at(outward), road.desk.store.opened.private_key)
    for load in (loads.read(outward, key), opened(road, travelled(road))):
        wraps = load.of(road.case_id, "case_key_wraps")
        assert len(wraps) == 2
        assert all(not row["wrapped"] for row in wraps if row["account_id"] != me)


def test_a_colleague_and_a_supervisor_do_not_open_an_outward_bag(accepted_road: Road) -> None:
    road = accepted_road
    seen = bag.look_at(road.folder / "lenovo.mdbag")
    for desk in (road.office.desk("wang", LENT), supervisor(road)):
        with pytest.raises(NotYours):
            bag.key_for_carrier(seen, desk.store.opened.private_key)


def test_a_supervisor_brings_a_colleagues_bag_home_and_reads_nothing_of_what_was_said_alone(
        accepted_road: Road) -> None:
    road = accepted_road
    path, theirs = travelled(road), supervisor(road)
    (coming,) = homecoming.look(theirs, path).cases
    assert not coming.may_decide
    assert not found_in(repr(coming).encode(), [SAID])
    receipt = bringing.bring_home(theirs, path)
    assert [one.label for one in receipt.kept] == [case_of(road.desk, road.case_id).number]
    assert not found_in(repr(receipt).encode(), [SAID])
    with pytest.raises(NotAllowed):
        caucus.talk(theirs, road.case_id)
    assert SAID in {word.text for word in caucus.talk(road.desk, road.case_id).words}
    road.assert_whole()


def test_who_does_not_mediate_a_case_decides_nothing_in_it(accepted_road: Road) -> None:
    road = accepted_road
    path, theirs = travelled(road), supervisor(road)
    editing.save(road.desk, road.case_id, [Edit("case", road.case_id, "cause", "", "所里写的")])
    before = road.rows()
    (coming,) = homecoming.look(theirs, path).cases
    assert len(coming.questions) == 1
    receipt = bringing.bring_home(theirs, path)
    assert [len(receipt.kept), len(receipt.waiting)] == [0, 1]
    assert road.rows() == before
