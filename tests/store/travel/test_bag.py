"""A bag: whole or not at all, for its carrier and its office, and for nobody else."""

from __future__ import annotations

import random
import zlib
from itertools import pairwise
from pathlib import Path

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.store.exchange.stream import StreamDamaged
from mediation_desk.store.travel import bag
from mediation_desk.store.travel.bag import BagDamaged, NoBag, NotYours, Rows
from tests.store.travel.bags import (
    BLOCKS,
    CONTENT,
    OFFICE,
    PARTS,
    SALT,
    STRANGER,
    inside,
    outside,
    read,
    write,
)


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    return write(tmp_path / "a.mdbag")


def borders(path: Path) -> list[int]:
    """Where each chunk begins and ends."""
    content = path.read_bytes()
    at = len(bag.MAGIC) + 4 + int.from_bytes(content[len(bag.MAGIC):len(bag.MAGIC) + 4])
    found = [at]
    while at < len(content):
        at += 4 + int.from_bytes(content[at:at + 4])
        found.append(at)
    return found


def test_what_was_packed_comes_out_for_the_carrier_and_for_the_office(packed: Path) -> None:
    assert tuple(read(packed)) == PARTS
    key = bag.key_for_office(bag.look_at(packed), OFFICE, SALT)
    with bag.unpacking(packed, key) as (told, parts):
        assert told == inside()
        assert tuple(parts) == PARTS


def test_it_opens_for_nobody_else(packed: Path) -> None:
    seen = bag.look_at(packed)
    with pytest.raises(NotYours):
        bag.key_for_carrier(seen, STRANGER)
    for private, salt in ((STRANGER, SALT), (OFFICE, b"t" * 32)):
        with pytest.raises(NotYours):
            bag.key_for_office(seen, private, salt)


def test_nothing_that_a_person_wrote_is_on_the_outside_or_readable_in_it(packed: Path) -> None:
    content = packed.read_bytes()
    for word in ("温若晴", "陈守信", "小白", "城中区", "宁中劳调", "chen"):
        assert word.encode() not in content


def test_cut_off_at_every_border_of_a_chunk_it_says_so(packed: Path) -> None:
    whole = packed.read_bytes()
    for at in borders(packed)[:-1]:
        packed.write_bytes(whole[:at])
        with pytest.raises(BagDamaged):
            read(packed)
        packed.write_bytes(whole[:at + 2])
        with pytest.raises(BagDamaged):
            read(packed)


def test_cut_off_anywhere_it_is_no_bag_or_a_damaged_one(packed: Path) -> None:
    whole = packed.read_bytes()
    for at in sorted(random.Random(7).sample(range(len(whole)), 150)):
        packed.write_bytes(whole[:at])
        with pytest.raises((BagDamaged, NoBag, NotYours)):
            read(packed)


def test_a_changed_byte_is_found_wherever_it_is(packed: Path) -> None:
    whole = packed.read_bytes()
    for at in sorted({*range(500), *random.Random(7).sample(range(len(whole)), 150)}):
        packed.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1:])
        with pytest.raises(DeskError):
            read(packed)


def test_chunks_put_in_another_order_or_left_out_are_found(packed: Path) -> None:
    whole, at = packed.read_bytes(), borders(packed)
    chunks = [whole[one:other] for one, other in pairwise(at)]
    for order in ([0, 2, 1, *range(3, len(chunks))], [0, *range(2, len(chunks))], range(len(chunks) - 1),
                  [*range(len(chunks)), len(chunks) - 1]):
        packed.write_bytes(whole[:at[0]] + b"".join(chunks[one] for one in order))
        with pytest.raises(BagDamaged):
            read(packed)


def test_a_bag_of_a_newer_program_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="newer version"):
        bag.look_at(write(tmp_path / "new.mdbag", number=2))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a zip", bag.MAGIC[:-1]])
def test_what_is_no_bag_is_told_so(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.mdbag").write_bytes(content)
    with pytest.raises(NoBag):
        bag.look_at(tmp_path / "x.mdbag")


def test_a_stick_that_is_gone_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(DeskError) as refused:
        bag.look_at(tmp_path / "gone.mdbag")
    assert refused.value.field == "bag"


@pytest.mark.parametrize("parts", [PARTS[1:], (*PARTS, Rows("parties", [["3", "多的"]])), PARTS[:2],
                                   (*PARTS[:2], Rows("drafts", [["4", "x"]]), CONTENT, *BLOCKS)])
def test_more_or_less_than_the_manifest_says_is_found(tmp_path: Path, parts: tuple[bag.Part, ...]) -> None:
    """As one would pack it who has the key and a program of their own."""
    with pytest.raises(BagDamaged):
        read(write(tmp_path / "a.mdbag", parts))


def test_what_does_not_come_to_an_end_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> object:
        yield PARTS[0]
        raise OSError("the stick was pulled")

    with pytest.raises(DeskError, match="could not be written"):
        write(tmp_path / "a.mdbag", broken())  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_two_bags_of_the_same_have_nothing_in_common(tmp_path: Path) -> None:
    one, other = (write(tmp_path / name).read_bytes() for name in ("a.mdbag", "b.mdbag"))
    assert one[400:500] != other[400:500]
    assert outside() == outside()


def test_what_would_swell_beyond_all_memory_is_damaged() -> None:
    packed = zlib.compress(bytes(100_000))
    assert bag._inflated(packed) == bytes(100_000)
    for most, given in ((99_999, packed), (1_000_000, packed[:-3])):
        with pytest.raises(StreamDamaged):
            bag._inflated(given, most)
