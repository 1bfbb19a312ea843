"""What a package says: every field there and back, and nothing that has no field."""

from __future__ import annotations

from dataclasses import fields

import msgspec
import pytest
from msgspec.structs import replace

from mediation_desk.domain.mediation.sealed import SealedItem
from mediation_desk.store.referral import manifest
from mediation_desk.store.referral.manifest import Manifest, TooNew, Unreadable
from tests.store.referral.packages import answer, receipt, referred

ALL: list[Manifest] = [referred(), receipt("0" * 64), answer("f" * 64)]


@pytest.mark.parametrize("told", ALL)
def test_it_comes_out_as_it_went_in(told: Manifest) -> None:
    assert manifest.read(manifest.written(told)) == told


def test_the_sample_fills_every_field_so_that_the_tests_above_mean_all_of_them() -> None:
    told = referred()
    filled = [told, told.orders[0], told.claims[0], told.papers[0], told.exhibits[0], told.parties[0]]
    empty = {f"{type(one).__name__}.{name}" for one in filled
             for name in one.__struct_fields__ if getattr(one, name) in ("", None, ())}
    assert empty == {f"OrderTold.{name}" for name in ("kind", "urgency", "former_number")} | {
        f"PartyTold.{name}" for name in ("credit_code", "legal_representative", "legal_representative_post",
                                         "business", "acts_for", "authority")}


def test_there_is_no_place_for_anything_said_alone() -> None:
    """Of a sealed row's own fields, none has its like in what a package says."""
    sealed = {one.name for one in fields(SealedItem)} - {"id", "case_id", "kind"}
    told = referred()
    kinds = (told, told.orders[0], told.parties[0], told.claims[0], told.papers[0], told.exhibits[0])
    assert not sealed & {name for one in kinds for name in one.__struct_fields__}


def test_what_a_later_program_wrote_is_told_apart_from_nonsense() -> None:
    with pytest.raises(TooNew):
        manifest.read(msgspec.msgpack.encode((2, {"type": "whatever"})))
    for nonsense in (b"", b"\xc1", msgspec.msgpack.encode((1, {"type": "whatever"})),
                     msgspec.msgpack.encode((1, [])), manifest.written(referred()) + b"\0"):
        with pytest.raises(Unreadable):
            manifest.read(nonsense)


def test_a_field_that_is_not_known_is_not_passed_over() -> None:
    told = msgspec.msgpack.decode(manifest.written(referred()))
    told[1]["said_alone"] = "x"
    with pytest.raises(Unreadable):
        manifest.read(msgspec.msgpack.encode(told))


@pytest.mark.parametrize("told", [
    replace(referred(), facts="长" * 1_000_001), replace(referred(), number=""),
    replace(referred(), papers=(replace(referred().papers[0], size=0),)),
    replace(referred(), papers=(replace(referred().papers[0], sha256="x"),)),
    replace(referred(), claims=(replace(referred().claims[0], asked=-1),)),
    replace(referred(), number="\u200b \n"), replace(referred(), orders=referred().orders * 201),
    replace(referred(), orders=(replace(referred().orders[0], steps=referred().orders[0].steps * 2_001),)),
    replace(referred(), parties=referred().parties * 5_001, claims=()),
    replace(referred(), orders=(replace(referred().orders[0], content="长" * 1_000_000),) * 6),
    replace(receipt("0" * 64), number=" "), replace(answer("0" * 64), result=" "),
    replace(answer("0" * 64), returned="不属本中心管辖")])
def test_what_nobody_could_read_again_is_not_written(told: Manifest) -> None:
    with pytest.raises(Unreadable):
        manifest.written(told)
