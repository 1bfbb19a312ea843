"""A bag between offices: what of a case goes into it, and what never does."""

from __future__ import annotations

from mediation_desk.domain.travel.tables import MERGED, STAYING_HERE
from mediation_desk.store.travel import bag, handing, loads
from tests.services.travel.handovers import Handover


def test_the_case_goes_with_its_whole_chain_and_without_what_stays(handed: Handover) -> None:
    path = handed.again()
    outside = bag.look_at(path)
    load = loads.read(path, bag.key_for_carrier(outside, handed.laptop().store.opened.private_key))
    (travelling,) = load.inside.cases
    assert (travelling.base, travelling.number) == (0, travelling.end)
    assert len(load.of(handed.case_id, "journal")) == travelling.end
    assert load.rows[handed.case_id].keys() <= set(MERGED) - STAYING_HERE | {"journal"}
    assert not STAYING_HERE & load.inside.counts.keys()
    assert outside.store_id == handed.desk.store.place.vault.read().store_id


def test_only_those_who_worked_on_the_case_are_named(handed: Handover) -> None:
    path = handed.again()
    key = bag.key_for_carrier(bag.look_at(path), handed.laptop().store.opened.private_key)
    named = loads.read(path, key).inside.names
    assert named[str(handed.desk.who.account_id)] == ("陈守信", "")
    with handed.desk.reading() as work:
        assert named.items() <= handing.people(work).items()
        everybody = {str(one.id) for one in work.accounts.all()}
    assert len(everybody) > len(named), "wang is on the case and wrote nothing in it"


def test_on_the_way_back_only_what_was_done_there_goes(handed: Handover) -> None:
    path = handed.pack()
    key = bag.key_for_carrier(bag.look_at(path), handed.laptop().store.opened.private_key)
    inside = loads.read(path, key).inside
    assert (inside.cases, inside.still, len(inside.bags)) == ([], [handed.case_id], 1)
