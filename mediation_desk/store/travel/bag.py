"""A bag as a file: who can open it, and what is in it, chunk by chunk in constant memory."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes
from typing import IO

import msgspec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec.structs import replace

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library import private_files
from mediation_desk.store.exchange.stream import LARGEST, StreamDamaged, read_sealed, write_sealed
from mediation_desk.store.travel import envelope
from mediation_desk.store.travel.manifest import FORMAT, Content, Inside, Outside
from mediation_desk.store.vault.keys import KEY_BYTES, Key, WillNotOpen, derive

ENDING = ".mdbag"
MAGIC = b"mediation-desk bag 1\n"
_LENGTH_BYTES, _LONGEST = 4, 64 * 1024
_MANIFEST, _ROWS, _CONTENT, _BLOCK = b"m", b"r", b"c", b"b"


class BagDamaged(DeskError):
    """The bag is not as it was packed."""

    def __init__(self) -> None:
        super().__init__(N_("This bag is damaged, cut off, or was altered. Nothing was taken from it. Copy "
                            "it once more, or pack it again."), field="bag")


class NoBag(DeskError):
    """The file is no bag."""

    def __init__(self) -> None:
        super().__init__(N_("This file is not a bag of this program."), field="bag")


class BagTooNew(DeskError):
    """A later program packed it."""

    def __init__(self) -> None:
        super().__init__(N_("This bag was packed by a newer version of the program. Install that version "
                            "first; nothing was changed."), field="bag")


class NotYours(DeskError):
    """The bag opens for somebody else, or with another password."""

    def __init__(self) -> None:
        super().__init__(N_("This bag does not open so: it is another person's, or another office's."),
                         field="bag")


@dataclass(frozen=True)
class Rows:
    """Some rows of a table, column by column as the manifest names them."""

    table: str
    rows: list[list[object]]


Part = Rows | Content | bytes
"""What is in a bag behind its manifest: rows; the name of a file; and then that file, block by block."""


@dataclass(frozen=True)
class Lock:
    """For whom a bag is made: the carrier, whose place is on the outside, and the office."""

    office_key: bytes
    return_salt: bytes


def write(path: Path, outside: Outside, lock: Lock, inside: Inside, parts: Iterable[Part]) -> None:
    """Write the bag beside its place and bring it to the disk, then give it its name: whole or not at all.

    DeskError beside ``folder`` where it cannot be written.
    """
    half = private_files.fresh_beside(path)
    try:
        with private_files.create(half) as file:
            _fill(file, outside, lock, inside, parts)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
        private_files.settle(path.parent)
    except OSError as trouble:
        raise DeskError(N_("The bag could not be written: the disk or stick is full, write-protected, or was "
                           "pulled out. Nothing was changed."), field="folder") from trouble
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)


def _fill(file: IO[bytes], outside: Outside, lock: Lock, inside: Inside, parts: Iterable[Part]) -> None:
    key = Key(token_bytes(KEY_BYTES))
    place = _place(outside)
    written = msgspec.msgpack.encode(replace(
        outside, for_carrier=envelope.enclose(key, outside.carrier.public_key, place),
        for_office=envelope.enclose(key, lock.office_key, place, salt=lock.return_salt)))
    file.write(MAGIC + len(written).to_bytes(_LENGTH_BYTES) + written)
    write_sealed(file, _cipher(key), _chunks(inside, parts), MAGIC + written)


def _chunks(inside: Inside, parts: Iterable[Part]) -> Iterator[bytes]:
    yield _MANIFEST + zlib.compress(msgspec.msgpack.encode(inside), 3)
    for part in parts:
        if isinstance(part, bytes):
            yield _BLOCK + part
        elif isinstance(part, Content):
            yield _CONTENT + msgspec.msgpack.encode(part)
        else:
            yield _ROWS + zlib.compress(msgspec.msgpack.encode((str(part.table), part.rows)), 3)


def _place(outside: Outside) -> bytes:
    """What the bag's key is bound to: all that stands on the outside but the key itself."""
    return msgspec.msgpack.encode(replace(outside, for_carrier=b"", for_office=b""))


def _cipher(key: Key) -> AESGCM:
    return AESGCM(derive(key, b"bag content"))


def look_at(path: Path) -> Outside:
    """What stands on the outside. NoBag, BagDamaged; BagTooNew in words for a later format."""
    with _opening(path) as file:
        return _outside(file)[0]


@contextmanager
def _opening(path: Path) -> Iterator[IO[bytes]]:
    try:
        with private_files.open_plain(path) as file:
            yield file
    except private_files.NoFile as trouble:
        raise NoBag from trouble
    except OSError as trouble:
        raise DeskError(N_("The bag cannot be read: the stick was pulled out, or the file is gone. Nothing "
                           "was changed."), field="bag") from trouble


def _outside(file: IO[bytes]) -> tuple[Outside, bytes]:
    if file.read(len(MAGIC)) != MAGIC:
        raise NoBag
    length = int.from_bytes(file.read(_LENGTH_BYTES))
    written = file.read(min(length, _LONGEST))
    if len(written) != length:
        raise BagDamaged
    try:
        outside = msgspec.msgpack.decode(written, type=Outside)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise BagDamaged from None
    if outside.format > FORMAT:
        raise BagTooNew
    if not outside.carrier.cost.is_bearable:
        raise BagDamaged
    return outside, written


def key_for_carrier(outside: Outside, private_key: bytes) -> Key:
    """The bag's key, for its carrier; NotYours for anybody else."""
    try:
        return envelope.take_out(outside.for_carrier, private_key, _place(outside))
    except WillNotOpen:
        raise NotYours from None


def key_for_office(outside: Outside, office_private: bytes, return_salt: bytes) -> Key:
    """The bag's key, for the office that the laptop belongs to; NotYours for any other."""
    try:
        return envelope.take_out(outside.for_office, office_private, _place(outside), salt=return_salt)
    except WillNotOpen:
        raise NotYours from None


@contextmanager
def unpacking(path: Path, key: Key) -> Iterator[tuple[Inside, Iterator[Part]]]:
    """The bag's manifest, and its parts in their order; BagDamaged at the first that is not as packed, and
    at the end where less came out than the manifest says."""
    with _opening(path) as file:
        try:
            _outside_again, written = _outside(file)
            chunks = read_sealed(file, _cipher(key), MAGIC + written)
            inside = _manifest(next(chunks))
            yield inside, _checked(inside, map(_part, chunks))
        except (StreamDamaged, zlib.error, msgspec.DecodeError, UnicodeDecodeError):
            raise BagDamaged from None


def _manifest(chunk: bytes) -> Inside:
    if chunk[:1] != _MANIFEST:
        raise StreamDamaged
    return msgspec.msgpack.decode(_inflated(chunk[1:]), type=Inside)


def _part(chunk: bytes) -> Part:
    kind = chunk[:1]
    if kind == _BLOCK:
        return chunk[1:]
    if kind == _CONTENT:
        return msgspec.msgpack.decode(chunk[1:], type=Content)
    if kind == _ROWS:
        table, rows = msgspec.msgpack.decode(_inflated(chunk[1:]), type=tuple[str, list[list[object]]])
        return Rows(table, rows)
    raise StreamDamaged


def _inflated(packed: bytes, most: int = LARGEST) -> bytes:
    """What was compressed, which asks for no more memory than a chunk may; anybody who has somebody's card
    can pack a bag for them."""
    unpacker = zlib.decompressobj()
    content = unpacker.decompress(packed, most)
    if not unpacker.eof:
        raise StreamDamaged
    return content


def _checked(inside: Inside, parts: Iterable[Part]) -> Iterator[Part]:
    counts, contents = dict.fromkeys(inside.counts, 0), []
    for part in parts:
        if isinstance(part, Rows):
            if part.table not in counts:
                raise StreamDamaged
            counts[part.table] += len(part.rows)
        elif isinstance(part, Content):
            contents.append(part)
        yield part
    if counts != inside.counts or contents != inside.contents:
        raise StreamDamaged
