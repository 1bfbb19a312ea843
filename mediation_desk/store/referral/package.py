"""A package as a file: its manifest and its papers, sealed chunk by chunk, and one signature over it all.

The signature lies inside, so that nobody outside learns who signed; it covers the outside, and with it whom
the package is for: whoever opened one cannot pass it on as if it had been meant for somebody else.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes
from typing import IO

from mediation_desk.library import private_files
from mediation_desk.store.exchange.stream import StreamDamaged, read_sealed, write_sealed
from mediation_desk.store.pace import AT_EASE, Pace
from mediation_desk.store.referral import manifest, outside
from mediation_desk.store.referral.manifest import KINDS, Content, Manifest
from mediation_desk.store.referral.office_card import is_possible
from mediation_desk.store.referral.outside import Lock
from mediation_desk.store.referral.package_keys import SIGNATURE_BYTES, PackageKeys, is_signed
from mediation_desk.store.referral.refusals import NotWritten, PackageDamaged, PackageTooNew, TooMuch
from mediation_desk.store.vault.keys import KEY_BYTES, Key

BLOCK = 256 * 1024  # bytes of a file in one chunk
_LARGEST = manifest.LONGEST + 1024  # bytes of any chunk: its kind and its seal come to what it holds
_MANIFEST, _BLOCK, _SIGNATURE = b"m", b"b", b"s"
_SIGNED = b"mediation-desk/signed package/"
_KIB = 1024

Files = Callable[[Content], Iterable[bytes]]
"""Gives a file that goes into a package, block by block."""
Take = Callable[[Content, Iterator[bytes]], object]
"""Is given a file that comes out of one, block by block, none longer than BLOCK."""


@dataclass(frozen=True)
class Whole:
    """A package that was read to its end: what it says, and the SHA-256 of its file, in hexadecimal."""

    manifest: Manifest
    sha256: str


# Writing


def write(path: Path, told: Manifest, lock: Lock, keys: PackageKeys, files: Files,
          pace: Pace = AT_EASE) -> str:
    """Write it beside its place and bring it to the disk, then give it its name: whole or not at all.

    Answers the SHA-256 of the file, in hexadecimal. NotWritten, TooMuch; Stopped.
    """
    half = private_files.fresh_beside(path)
    try:
        with private_files.create(half) as file:
            _fill(file, told, lock, keys, files, pace)
            file.flush()
            os.fsync(file.fileno())
        with private_files.open_plain(half) as written:
            sha256 = _sha256(written)
        half.replace(path)
        private_files.settle(path.parent)
    except OSError as trouble:
        raise NotWritten from trouble
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)
    return sha256


def _fill(file: IO[bytes], told: Manifest, lock: Lock, keys: PackageKeys, files: Files, pace: Pace) -> None:
    key = Key(token_bytes(KEY_BYTES))
    head = outside.head_of(outside.made(KINDS[type(told)], told.package_id, lock, key))
    file.write(head)
    write_sealed(file, outside.cipher(key), _signed(head, _chunks(told, files, pace), keys), head)


def _chunks(told: Manifest, files: Files, pace: Pace) -> Iterator[bytes]:
    try:
        yield _MANIFEST + manifest.written(told)
    except manifest.Unreadable:
        raise TooMuch from None
    meter = _Meter(told, pace)
    for content in told.contents:
        for block in _filled(files(content)):
            yield _BLOCK + block
            meter.step(len(block))


def _filled(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in blocks that are full, all but the last: no reader takes others, of which a stranger
    could make millions out of a small file."""
    waiting = bytearray()
    for block in blocks:
        waiting += block
        while len(waiting) >= BLOCK:
            yield bytes(waiting[:BLOCK])
            del waiting[:BLOCK]
    if waiting:
        yield bytes(waiting)


def _signed(head: bytes, chunks: Iterable[bytes], keys: PackageKeys) -> Iterator[bytes]:
    digest = _Digest(head)
    for chunk in chunks:
        digest.add(chunk)
        yield chunk
    yield _SIGNATURE + keys.sign(digest.signed())


class _Digest:
    """What is signed: the head, and every chunk with its length, in their order."""

    def __init__(self, head: bytes) -> None:
        self._head, self._content = hashlib.sha256(head).digest(), hashlib.sha256()

    def add(self, chunk: bytes) -> None:
        """One chunk further."""
        self._content.update(len(chunk).to_bytes(8) + chunk)

    def signed(self) -> bytes:
        """The bytes that the signature is over."""
        return _SIGNED + self._head + self._content.digest()


class _Meter:
    """Tells how far it is, in KiB."""

    def __init__(self, told: Manifest, pace: Pace) -> None:
        self._pace, self._done = pace, 0
        self._total = sum(one.size for one in told.contents)

    def step(self, size: int) -> None:
        """So many bytes further; Stopped."""
        self._done += size
        self._pace.step(self._done // _KIB, max(self._done, self._total) // _KIB)


def _sha256(file: IO[bytes], pace: Pace = AT_EASE) -> str:
    found = hashlib.sha256()
    while block := file.read(BLOCK):
        found.update(block)
        pace.step(0, 1)  # a large file on a slow stick can be stopped, too
    return found.hexdigest()


# Reading


def read(path: Path, key: Key, take: Take | None = None, pace: Pace = AT_EASE) -> Whole:
    """Read it to its end; each of its files is given to ``take``. Nothing counts before this comes back:
    only then is it known that all is there, as it was written, by whom it says.

    PackageDamaged, PackageTooNew, PackageGone; Stopped.
    """
    with outside.opening(path) as file:
        sha256 = _sha256(file, pace)
        file.seek(0)
        seen, head = outside.read(file)
        try:
            told = _through(read_sealed(file, outside.cipher(key), head, _LARGEST), head, take, pace)
        except (StreamDamaged, manifest.Unreadable):
            raise PackageDamaged from None
        except manifest.TooNew:
            raise PackageTooNew from None
    if (KINDS[type(told)], told.package_id) != (seen.kind, seen.package_id):
        raise PackageDamaged
    return Whole(told, sha256)


def _through(chunks: Iterator[bytes], head: bytes, take: Take | None, pace: Pace) -> Manifest:
    digest = _Digest(head)
    told = manifest.read(_part(next(chunks), _MANIFEST, digest))
    if not is_possible(told.sender):
        raise StreamDamaged
    meter = _Meter(told, pace)
    for content in told.contents:
        blocks = _blocks(content, chunks, digest, meter)
        if take is not None:
            take(content, blocks)
        for _block in blocks:
            pass  # what nobody wanted is looked through all the same
    _require_signed(digest, chunks, told.sender.signing_key)
    return told


def _part(chunk: bytes, kind: bytes, digest: _Digest) -> bytes:
    if chunk[:1] != kind:
        raise StreamDamaged
    digest.add(chunk)
    return chunk[1:]


def _blocks(content: Content, chunks: Iterator[bytes], digest: _Digest, meter: _Meter) -> Iterator[bytes]:
    found, left = hashlib.sha256(), content.size
    while left:
        block = _part(next(chunks, b""), _BLOCK, digest)
        left -= len(block)
        if left < 0 or not 0 < len(block) <= BLOCK or (left and len(block) != BLOCK):
            raise StreamDamaged
        found.update(block)
        meter.step(len(block))
        yield block
    if found.hexdigest() != content.sha256:
        raise StreamDamaged


def _require_signed(digest: _Digest, chunks: Iterator[bytes], signing_key: bytes) -> None:
    last = next(chunks, b"")
    if last[:1] != _SIGNATURE or len(last) != 1 + SIGNATURE_BYTES or next(chunks, None) is not None:
        raise StreamDamaged
    if not is_signed(digest.signed(), last[1:], signing_key):
        raise StreamDamaged
