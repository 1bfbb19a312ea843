"""A package: whole or not at all, for the office it is meant for, and signed by whom it says."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from mediation_desk.domain.words import DeskError
from mediation_desk.store.exchange.stream import read_sealed, write_sealed
from mediation_desk.store.pace import Pace, Stopped
from mediation_desk.store.referral import manifest, outside, package
from mediation_desk.store.referral.manifest import Content, Manifest
from mediation_desk.store.referral.package_keys import PackageKeys
from mediation_desk.store.referral.refusals import (
    NoPackage,
    NotWritten,
    PackageDamaged,
    PackageTooNew,
    TooMuch,
)
from mediation_desk.store.vault.keys import Key, WillNotOpen
from tests.store.referral import packages
from tests.store.referral.packages import (
    FOR_OFFICE,
    OURS,
    PAPER,
    PASSPHRASE,
    PICTURE,
    RECEIVING,
    SENDING,
    STRANGER,
    THEIRS,
    files,
    opened,
    referred,
    write,
)

PATIENT = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A package with little in it, so that every byte of it can be tried."""
    small = replace(referred(), exhibits=())
    return write(tmp_path_factory.mktemp("small") / "a.mdpackage", small).read_bytes()


def borders(content: bytes) -> list[int]:
    """Where each chunk begins and ends."""
    at = len(outside.MAGIC) + 2
    at += 4 + int.from_bytes(content[at:at + 4])
    found = [at]
    while at < len(content):
        at += 4 + int.from_bytes(content[at:at + 4])
        found.append(at)
    return found


def refused(path: Path, content: bytes) -> DeskError:
    """Why the file with these bytes is not opened; nothing of it may come out."""
    path.write_bytes(content)
    with pytest.raises(DeskError) as trouble:
        opened(path)
    return trouble.value


@pytest.mark.parametrize(("lock", "told"), [(FOR_OFFICE, ""), (packages.BY_PHONE, PASSPHRASE),
                                            (packages.BY_PHONE, PASSPHRASE.replace(" ", "－"))])
def test_what_was_put_in_comes_out(tmp_path: Path, lock: outside.Lock, told: str) -> None:
    found: dict[str, bytes] = {}
    path = write(tmp_path / "a.mdpackage", lock=lock)
    whole = opened(path, found, told)
    assert whole.manifest == referred() and whole.sha256 == packages.sha256(path.read_bytes())
    assert found == {"申请书.pdf": PAPER, "流水.png": PICTURE}


@pytest.mark.parametrize("made", [packages.receipt, packages.answer])
def test_receipts_and_answers_go_the_same_way_back(tmp_path: Path, made: object) -> None:
    told = made("0" * 64)  # type: ignore[operator]
    path = write(tmp_path / "a", told, outside.Lock(public_key=OURS.public_key), RECEIVING)
    whole = package.read(path, outside.key_for_office(outside.look_at(path), [SENDING]))
    assert whole.manifest == told


def test_it_says_its_digest_when_it_is_written(tmp_path: Path) -> None:
    sha256 = package.write(tmp_path / "a", referred(), FOR_OFFICE, SENDING, files)
    assert sha256 == packages.sha256((tmp_path / "a").read_bytes()) == opened(tmp_path / "a").sha256


def test_nothing_that_a_person_wrote_and_no_signer_is_readable_in_it(whole: bytes) -> None:
    for word in ("温若晴", "630102199001011236", "13900000000", "陈守信", "城中区", "宁中劳调", "申请书"):
        assert word.encode() not in whole
    assert SENDING.signing not in whole and SENDING.public not in whole
    assert bytes(SENDING.secret) not in whole


def test_with_any_byte_changed_it_is_refused(tmp_path: Path, whole: bytes) -> None:
    for at in range(len(whole)):
        refused(tmp_path / "x", whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1:])


@PATIENT
@given(at=st.integers(min_value=0), flip=st.integers(1, 255))
def test_however_a_byte_is_changed_it_is_refused(tmp_path: Path, whole: bytes, at: int, flip: int) -> None:
    at %= len(whole)
    refused(tmp_path / "x", whole[:at] + bytes([whole[at] ^ flip]) + whole[at + 1:])


def test_cut_off_anywhere_or_made_longer_it_is_refused(tmp_path: Path, whole: bytes) -> None:
    for at in range(len(whole)):
        assert isinstance(refused(tmp_path / "x", whole[:at]), NoPackage | PackageDamaged)
    for more in (b"\0", bytes(4), whole[borders(whole)[-2]:]):
        assert isinstance(refused(tmp_path / "x", whole + more), PackageDamaged)


def test_chunks_put_in_another_order_or_left_out_or_doubled_are_found(tmp_path: Path) -> None:
    content = write(tmp_path / "a").read_bytes()
    at = borders(content)
    chunks = [content[one:other] for one, other in pairwise(at)]
    last = len(chunks) - 1
    for order in ([0, 2, 1, *range(3, len(chunks))], [0, *range(2, len(chunks))], range(last), [last],
                  [*range(len(chunks)), last], [1, 0, *range(2, len(chunks))]):
        told = content[:at[0]] + b"".join(chunks[one] for one in order)
        assert isinstance(refused(tmp_path / "x", told), PackageDamaged)


def test_with_the_head_of_another_package_it_is_refused(tmp_path: Path) -> None:
    one, other = (write(tmp_path / name).read_bytes() for name in ("a", "b"))
    swapped = one[:borders(one)[0]] + other[borders(other)[0]:]
    assert isinstance(refused(tmp_path / "x", swapped), PackageDamaged)


def test_two_packages_of_the_same_have_nothing_in_common(tmp_path: Path) -> None:
    one, other = (write(tmp_path / name).read_bytes() for name in ("a", "b"))
    at = borders(one)[0]
    assert one[at + 8:at + 60] != other[at + 8:at + 60]


def forged(path: Path, told: Manifest, signer: PackageKeys, rest: Iterable[bytes] = ()) -> Path:
    """As somebody writes it who has the receiver's card and a program of their own."""
    key = Key(b"k" * 32)
    head = outside.head_of(outside.made("referral", told.package_id, FOR_OFFICE, key))
    digest = package._Digest(head)
    chunks = [b"m" + manifest.written(told), *rest]
    for chunk in chunks:
        digest.add(chunk)
    signature = b"s" + signer.sign(digest.signed())
    with path.open("wb") as file:
        file.write(head)
        write_sealed(file, outside.cipher(key), [*chunks, signature], head)
    return path


BARE = replace(referred(), papers=(), exhibits=())


def test_who_can_write_to_an_office_cannot_write_as_another(tmp_path: Path) -> None:
    assert opened(forged(tmp_path / "own", replace(BARE, sender=packages.card(STRANGER, "甲", 9)),
                         STRANGER)).manifest.sender.office == "甲"
    with pytest.raises(PackageDamaged):
        opened(forged(tmp_path / "x", BARE, STRANGER))


def test_whoever_opened_one_cannot_pass_it_on_as_meant_for_another(tmp_path: Path) -> None:
    """The receiver knows every chunk and the signature; under a head for another office it does not count."""
    path, kept = write(tmp_path / "a", BARE), []
    key = outside.key_for_office(outside.look_at(path), [RECEIVING])
    with path.open("rb") as file:
        _seen, head = outside.read(file)
        kept = list(read_sealed(file, outside.cipher(key), head))
    fresh = Key(b"n" * 32)
    head = outside.head_of(outside.made("referral", BARE.package_id, outside.Lock(STRANGER.public), fresh))
    with (tmp_path / "b").open("wb") as file:
        file.write(head)
        write_sealed(file, outside.cipher(fresh), kept, head)
    with pytest.raises(PackageDamaged):
        package.read(tmp_path / "b", outside.key_for_office(outside.look_at(tmp_path / "b"), [STRANGER]))


def test_blocks_are_full_whatever_its_files_are_read_in_and_others_are_refused(tmp_path: Path) -> None:
    def crumbs(content: Content) -> Iterable[bytes]:
        (whole,) = packages.files(content)
        return (whole[at:at + 1000] for at in range(0, len(whole), 1000))

    path = tmp_path / "a"
    package.write(path, referred(), FOR_OFFICE, SENDING, crumbs)
    found: dict[str, bytes] = {}
    opened(path, found)
    assert found["流水.png"] == PICTURE
    told = replace(referred(), exhibits=())
    assert opened(forged(tmp_path / "b", told, SENDING, [b"b" + PAPER])).manifest == told
    with pytest.raises(PackageDamaged):
        opened(forged(tmp_path / "c", told, SENDING, [b"b" + PAPER[:5], b"b" + PAPER[5:]]))


def test_it_is_stopped_while_its_digest_is_made(tmp_path: Path) -> None:
    path, asked = write(tmp_path / "a"), iter([False, True])
    with pytest.raises(Stopped):
        package.read(path, outside.key_for_office(outside.look_at(path), [RECEIVING]),
                     pace=Pace(cancelled=lambda: next(asked)))


def test_a_chunk_longer_than_anything_that_a_package_says_is_not_even_opened(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = forged(tmp_path / "x", BARE, SENDING, rest=[b"b" * (manifest.LONGEST + 2048)])
    lengths: list[int] = []

    def counted(chunk: bytes, *_told: object) -> bytes:
        lengths.append(len(chunk))
        return chunk[1:]

    monkeypatch.setattr(package, "_part", counted)
    with pytest.raises(PackageDamaged):
        opened(path)
    assert all(size <= manifest.LONGEST for size in lengths)


@pytest.mark.parametrize("rest", [[b"b" + PAPER], [b"b"], [b"x"], [b"m"]])
def test_more_than_the_manifest_says_is_found(tmp_path: Path, rest: list[bytes]) -> None:
    with pytest.raises(PackageDamaged):
        opened(forged(tmp_path / "x", BARE, SENDING, rest=rest))


@pytest.mark.parametrize("rest", [[], [b"b" + PAPER[:-1]], [b"b" + PAPER + b"!"], [b"b"],
                                  [b"b" + PAPER[::-1]], [b"b" + PAPER, b"b" + PAPER]])
def test_a_file_that_is_not_what_the_manifest_calls_it_is_found(tmp_path: Path, rest: list[bytes]) -> None:
    with pytest.raises(PackageDamaged):
        opened(forged(tmp_path / "x", replace(referred(), exhibits=()), SENDING, rest=rest))


def test_blocks_larger_than_any_program_writes_are_refused(tmp_path: Path) -> None:
    huge = bytes(package.BLOCK + 1)
    told = replace(referred(), exhibits=(), papers=(
        replace(referred().papers[0], sha256=packages.sha256(huge), size=len(huge)),))
    with pytest.raises(PackageDamaged):
        opened(forged(tmp_path / "x", told, SENDING, rest=[b"b" + huge]))


def test_one_that_calls_itself_otherwise_inside_than_outside_is_refused(tmp_path: Path) -> None:
    """The outside says a referral, and another package's number; the inside is a receipt, or has its own."""
    with pytest.raises(PackageDamaged):
        opened(forged(tmp_path / "x", replace(packages.receipt("0" * 64), sender=OURS), SENDING))
    key = Key(b"k" * 32)
    head = outside.head_of(outside.made("referral", UUID(int=99), FOR_OFFICE, key))
    digest = package._Digest(head)
    chunk = b"m" + manifest.written(BARE)
    digest.add(chunk)
    with (tmp_path / "x").open("wb") as file:
        file.write(head)
        write_sealed(file, outside.cipher(key), [chunk, b"s" + SENDING.sign(digest.signed())], head)
    with pytest.raises(PackageDamaged):
        opened(tmp_path / "x")


def test_a_manifest_of_a_newer_program_is_refused_in_words(tmp_path: Path,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    newer = msgspec.msgpack.encode((2, {"type": "referral", "anything": 1}))
    monkeypatch.setattr(manifest, "written", lambda _told: newer)
    path = forged(tmp_path / "x", BARE, SENDING)
    with pytest.raises(PackageTooNew):
        opened(path)


def test_nothing_is_given_its_name_before_it_is_whole(tmp_path: Path) -> None:
    """The process may be killed at any write: what lies there then has no name that anybody would open."""
    seen: list[list[str]] = []

    def slowly(content: Content) -> Iterator[bytes]:
        for block in files(content):
            for at in range(0, len(block), 1000):
                seen.append([path.name for path in tmp_path.iterdir()])
                yield block[at:at + 1000]

    package.write(tmp_path / "a.mdpackage", referred(), FOR_OFFICE, SENDING, slowly)
    assert len(seen) > 100
    assert all(name.startswith(".") and name.endswith(".part") for names in seen for name in names)
    assert [path.name for path in tmp_path.iterdir()] == ["a.mdpackage"]


def test_what_does_not_come_to_an_end_leaves_nothing(tmp_path: Path) -> None:
    def broken(_content: Content) -> Iterator[bytes]:
        yield b"x"
        raise OSError("the stick was pulled")

    with pytest.raises(NotWritten):
        package.write(tmp_path / "a", referred(), FOR_OFFICE, SENDING, broken)
    with pytest.raises(Stopped):
        package.write(tmp_path / "a", referred(), FOR_OFFICE, SENDING, files, Pace(cancelled=lambda: True))
    with pytest.raises(TooMuch):
        package.write(tmp_path / "a", replace(referred(), facts="长" * 1_000_001), FOR_OFFICE, SENDING, files)
    with pytest.raises(NotWritten):
        package.write(tmp_path / "none" / "a", referred(), FOR_OFFICE, SENDING, files)
    assert list(tmp_path.iterdir()) == []


def test_reading_is_told_in_steps_and_stopped_when_somebody_wants(tmp_path: Path) -> None:
    path, told = write(tmp_path / "a"), []
    key = outside.key_for_office(outside.look_at(path), [RECEIVING])
    package.read(path, key, pace=Pace(lambda done, total: told.append((done, total))))
    assert told[-1][0] == told[-1][1] == (len(PAPER) + len(PICTURE)) // 1024
    with pytest.raises(Stopped):
        package.read(path, key, pace=Pace(cancelled=lambda: True))


def test_nothing_is_believed_of_random_bytes(tmp_path: Path, whole: bytes) -> None:
    chance = random.Random(7)
    for _time in range(100):
        at = chance.randrange(len(outside.MAGIC), len(whole))
        refused(tmp_path / "x", whole[:at] + chance.randbytes(len(whole) - at))


def test_a_receiver_that_nobody_can_be_is_never_written_for(tmp_path: Path) -> None:
    assert THEIRS.public_key == RECEIVING.public
    with pytest.raises(WillNotOpen):
        package.write(tmp_path / "a", referred(), outside.Lock(public_key=bytes(32)), SENDING, files)
    assert list(tmp_path.iterdir()) == []
