"""The head of a package: what it is and for whom, and its key for nobody else."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from msgspec.structs import replace

from mediation_desk.domain.words import DeskError
from mediation_desk.store.referral import outside
from mediation_desk.store.referral.manifest import Outside, PassphraseLock
from mediation_desk.store.referral.refusals import (
    ForAnotherOffice,
    NoPackage,
    PackageDamaged,
    PackageGone,
    PackageTooNew,
    WrongPassphrase,
)
from mediation_desk.store.vault.document import Cost
from mediation_desk.store.vault.keys import Key
from tests.store.referral.packages import (
    BY_PHONE,
    FOR_OFFICE,
    PASSPHRASE,
    RECEIVING,
    SENDING,
    STRANGER,
)

KEY = Key(b"k" * 32)
ID = UUID(int=7)


def made(lock: outside.Lock) -> Outside:
    return outside.made("referral", ID, lock, KEY)


def test_the_office_it_is_for_has_the_key_among_whatever_pairs_it_has() -> None:
    assert outside.key_for_office(made(FOR_OFFICE), [STRANGER, SENDING, RECEIVING]) == KEY
    for pairs in ([], [STRANGER], [SENDING]):
        with pytest.raises(ForAnotherOffice):
            outside.key_for_office(made(FOR_OFFICE), pairs)


def test_whoever_was_told_the_passphrase_has_the_key() -> None:
    assert outside.key_for_passphrase(made(BY_PHONE), "48210937 5566-1204７７３０") == KEY
    for typed in ("", PASSPHRASE[:-1], PASSPHRASE + "1", "4821 0937 5566 1204 7731"):
        with pytest.raises(WrongPassphrase) as refused:
            outside.key_for_passphrase(made(BY_PHONE), typed)
        assert refused.value.field == "passphrase"
    with pytest.raises(PackageDamaged):
        outside.key_for_passphrase(made(FOR_OFFICE), PASSPHRASE)


@pytest.mark.parametrize("change", [{"kind": "answer"}, {"package_id": UUID(int=8)}])
def test_the_key_is_bound_to_all_that_stands_outside(change: dict[str, object]) -> None:
    with pytest.raises(PackageDamaged):
        outside.key_for_office(replace(made(FOR_OFFICE), **change), [RECEIVING])
    with pytest.raises(WrongPassphrase):
        outside.key_for_passphrase(replace(made(BY_PHONE), **change), PASSPHRASE)


def lock_at(cost: Cost) -> PassphraseLock:
    return PassphraseLock(salt=b"s" * 16, cost=cost, wrap=b"w" * 60)


BARE = Outside(kind="referral", package_id=ID)


@pytest.mark.parametrize("told", [
    BARE, replace(BARE, for_key=RECEIVING.public, passphrase=lock_at(BY_PHONE.cost)),
    replace(BARE, passphrase=lock_at(Cost(1 << 30, 3, 4)))])
def test_a_head_that_no_program_writes_is_damaged_before_anything_is_tried(tmp_path: Path,
                                                                          told: Outside) -> None:
    """Neither lock or both; a price of a guess that takes all memory."""
    (tmp_path / "x").write_bytes(outside.head_of(told))
    with pytest.raises(PackageDamaged):
        outside.look_at(tmp_path / "x")


@pytest.mark.parametrize(("content", "trouble"), [
    (b"", NoPackage), (b"PK\x03\x04 a zip", NoPackage), (outside.MAGIC[:-1], NoPackage),
    (outside.MAGIC, PackageDamaged), (outside.MAGIC + b"2\nanything", PackageTooNew),
    (outside.MAGIC + b"17\n", PackageTooNew), (outside.MAGIC + b"x\n", PackageDamaged),
    (outside.MAGIC + b"1\n\0\0", PackageDamaged), (outside.MAGIC + b"1\n\xff\xff\xff\xff", PackageDamaged),
    (outside.MAGIC + b"1\n\0\0\0\1\xc0", PackageDamaged)])
def test_what_is_no_package_is_told_apart(tmp_path: Path, content: bytes, trouble: type[DeskError]) -> None:
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(trouble):
        outside.look_at(tmp_path / "x")


def test_unknown_things_on_the_outside_are_not_passed_over(tmp_path: Path) -> None:
    told = msgspec.to_builtins(made(FOR_OFFICE), builtin_types=(bytes, UUID)) | {"more": 1}
    written = msgspec.msgpack.encode(told)
    (tmp_path / "x").write_bytes(outside.MAGIC + b"1\n" + len(written).to_bytes(4) + written)
    with pytest.raises(PackageDamaged):
        outside.look_at(tmp_path / "x")


def test_a_folder_or_nothing_at_all_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoPackage):
        outside.look_at(tmp_path)
    with pytest.raises(PackageGone):
        outside.look_at(tmp_path / "none")
