"""A case of another office in this store: how it came in is known, and what stands counts."""

from __future__ import annotations

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services.travel import bringing, taking_back
from mediation_desk.services.travel import receiving as services
from mediation_desk.store.travel import bag, loads, receiving
from mediation_desk.store.travel.bag import BagDamaged
from tests.services.travel.handovers import Handover
from tests.services.travel.test_handing_back import told


def test_the_departure_that_stands_is_the_last_that_was_not_taken_back(handed: Handover) -> None:
    path, there = handed.again(), handed.laptop()
    with there.reading() as work:
        first = receiving.departure(work, handed.case_id).number
    services.take_in(there, path)
    with there.reading() as work:
        assert receiving.departure(work, handed.case_id).number > first
    taking_back.take_back(there, handed.case_id)
    with there.reading() as work:
        assert receiving.departure(work, handed.case_id).number == first
        assert len(receiving.departures(work, handed.case_id)) == 2


def test_what_was_not_handed_back_holds_the_next_bag(handed: Handover) -> None:
    told(handed)
    path = handed.again()
    load = loads.read(path, bag.key_for_carrier(bag.look_at(path),
                                                handed.laptop().store.opened.private_key))
    with handed.laptop().reading() as work, pytest.raises(DeskError, match="not handed back"):
        receiving.require_handed_back(work, load.cases[handed.case_id])
    bringing.bring_home(handed.desk, handed.pack())
    assert services.take_in(handed.laptop(), handed.again()).waiting == ()


def test_a_chain_that_is_not_linked_is_no_chain(handed: Handover) -> None:
    path = handed.again()
    load = loads.read(path, bag.key_for_carrier(bag.look_at(path),
                                                handed.laptop().store.opened.private_key))
    travelling = load.cases[handed.case_id]
    assert len(receiving.entries_in(load, travelling)) == travelling.end
    load.of(handed.case_id, "journal")[3]["verb"] = "edit"
    with pytest.raises(BagDamaged):
        receiving.entries_in(load, travelling)
