"""Which packages a store knows, by their numbers and their digests."""

from __future__ import annotations

from uuid import uuid4

from mediation_desk.store.referral import known
from tests.services.referral.exchange import Exchange


def test_what_went_out_and_what_came_in_is_found_and_nothing_else(between: Exchange) -> None:
    made = between.taken()
    packed = between.seal("b.mdpackage")
    with between.desk.reading() as work:
        found = known.went_out(work, packed.package_id)
        assert found is not None and found.id == between.referral_id
        assert known.went_out(work, uuid4()) is None
    with between.other.reading() as work:
        (origin,) = known.from_store(work, between.desk.store.place.vault.read().store_id)
        assert origin.case_id == made.case_id
        assert known.taken_in(work, origin.package_id, "0" * 64) is not None
        assert known.taken_in(work, uuid4(), origin.sha256) is not None
        assert known.taken_in(work, uuid4(), "0" * 64) is None
