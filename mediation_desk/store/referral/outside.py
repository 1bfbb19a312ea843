"""The head of a package's file: how anybody tells what it is, and who gets its key out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes
from typing import IO
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec.structs import replace

from mediation_desk.domain.referral.passphrase import tidy
from mediation_desk.library import private_files
from mediation_desk.store.referral.manifest import FORMAT, Kind, Outside, PassphraseLock
from mediation_desk.store.referral.package_keys import PackageKeys
from mediation_desk.store.referral.refusals import (
    ForAnotherOffice,
    NoPackage,
    PackageDamaged,
    PackageGone,
    PackageTooNew,
    WrongPassphrase,
)
from mediation_desk.store.travel import envelope
from mediation_desk.store.vault.document import OFFICE_COST, Cost
from mediation_desk.store.vault.keys import KEY_BYTES, NONCE_BYTES, Key, WillNotOpen, derive, lock_up, open_up
from mediation_desk.store.vault.vault import password_key

MAGIC = b"mediation-desk package "
_VERSION = b"%d\n" % FORMAT
_LENGTH_BYTES, _LONGEST = 4, 16 * 1024
_SALT_BYTES = 16


@dataclass(frozen=True)
class Lock:
    """Whom a package opens for: the office with that public key, or whoever is told the passphrase.

    ``cost``: of a guess at the passphrase.
    """

    public_key: bytes = b""
    passphrase: str = ""
    cost: Cost = OFFICE_COST


def made(kind: Kind, package_id: UUID, lock: Lock, key: Key) -> Outside:
    """The outside of a package whose content is under that key. WillNotOpen for an impossible public key."""
    plain = Outside(kind=kind, package_id=package_id, for_key=lock.public_key)
    if lock.public_key:
        return replace(plain, envelope=envelope.enclose(key, lock.public_key, _place(plain)))
    salt = token_bytes(_SALT_BYTES)
    wrap = lock_up(_guess(lock.passphrase, salt, lock.cost), key, _place(plain), token_bytes(NONCE_BYTES))
    return replace(plain, passphrase=PassphraseLock(salt=salt, cost=lock.cost, wrap=wrap))


def key_for_office(outside: Outside, pairs: Sequence[PackageKeys]) -> Key:
    """The file's key, for the office that has one of these pairs. ForAnotherOffice, PackageDamaged."""
    own = next((one for one in pairs if one.public == outside.for_key), None)
    if own is None:
        raise ForAnotherOffice
    try:
        return _whole(envelope.take_out(outside.envelope, own.private, _place(outside)))
    except (WillNotOpen, ValueError):
        raise PackageDamaged from None


def key_for_passphrase(outside: Outside, typed: str) -> Key:
    """The file's key, for whoever was told the passphrase. WrongPassphrase."""
    lock = outside.passphrase
    if lock is None:
        raise PackageDamaged
    try:
        return _whole(open_up(_guess(typed, lock.salt, lock.cost), lock.wrap, _place(outside)))
    except WillNotOpen:
        raise WrongPassphrase from None


def _guess(typed: str, salt: bytes, cost: Cost) -> Key:
    return derive(password_key(tidy(typed), salt, cost), b"package/passphrase")


def _whole(key: Key) -> Key:
    if len(key) != KEY_BYTES:
        raise PackageDamaged
    return key


def _place(outside: Outside) -> bytes:
    """What the file's key is bound to: all that stands on the outside but the key itself."""
    return b"package/" + msgspec.msgpack.encode(replace(outside, envelope=b"", passphrase=None))


def cipher(key: Key) -> AESGCM:
    """For the chunks of the file with that key."""
    return AESGCM(derive(key, b"package content"))


def head_of(outside: Outside) -> bytes:
    """The bytes with which the file begins."""
    told = msgspec.msgpack.encode(outside)
    return MAGIC + _VERSION + len(told).to_bytes(_LENGTH_BYTES) + told


def look_at(path: Path) -> Outside:
    """What stands on the outside of that file. NoPackage, PackageDamaged, PackageTooNew, PackageGone."""
    with opening(path) as file:
        return read(file)[0]


@contextmanager
def opening(path: Path) -> Iterator[IO[bytes]]:
    """The file, open for reading; whatever is no file, or goes while it is read, is told in words."""
    try:
        with private_files.open_plain(path) as file:
            yield file
    except private_files.NoFile:
        raise NoPackage from None
    except OSError as trouble:
        raise PackageGone from trouble


def read(file: IO[bytes]) -> tuple[Outside, bytes]:
    """The outside, and the bytes that the content is bound to; the file stands before its first chunk."""
    version = _version(file)
    length = file.read(_LENGTH_BYTES)
    told = file.read(min(int.from_bytes(length), _LONGEST))
    if len(length) != _LENGTH_BYTES or len(told) != int.from_bytes(length):
        raise PackageDamaged
    try:
        outside = msgspec.msgpack.decode(told, type=Outside)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError):
        raise PackageDamaged from None
    _require_one_lock(outside)
    return outside, MAGIC + version + length + told


def _version(file: IO[bytes]) -> bytes:
    if file.read(len(MAGIC)) != MAGIC:
        raise NoPackage
    version = file.readline(8)
    if version == _VERSION:
        return version
    if version.endswith(b"\n") and version.strip().isdigit():
        raise PackageTooNew
    raise PackageDamaged


def _require_one_lock(outside: Outside) -> None:
    """It is for an office or behind a passphrase; no price of a guess that this program never wrote."""
    if bool(outside.for_key) == (outside.passphrase is not None):
        raise PackageDamaged
    if outside.passphrase is not None and not outside.passphrase.cost.is_bearable:
        raise PackageDamaged
