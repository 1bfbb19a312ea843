"""Laptops and bags are kept as they were put in."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from uuid import UUID

from mediation_desk.domain.rights import Verb
from mediation_desk.domain.travel.register import Bag, Laptop
from tests.offices import Office

AT = datetime(2025, 1, 20, 1, tzinfo=UTC)


def test_a_laptop_and_its_bag_are_read_as_they_were_kept(office: Office) -> None:
    me = office.first.who.account_id
    laptop = Laptop(id=UUID(int=1), name="小白", carrier_id=me, known_since=AT)
    bag = Bag(id=UUID(int=2), laptop_id=laptop.id, carrier_id=me, left_at=AT, with_evidence=True, numbers="2025: 1–20")
    kept = asdict(laptop), asdict(bag)
    with office.first.work("check_out", Verb.REGISTER_CASE) as work:
        work.put(laptop)
        work.put(bag)
        work.commit()
    with office.first.reading() as work:
        assert [asdict(one) for one in (*work.all_of(Laptop), *work.all_of(Bag))] == list(kept)
