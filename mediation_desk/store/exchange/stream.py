"""Encrypted chunks one after the other: none can be altered, left out, moved or cut off unseen.

Each chunk is sealed with AES-256-GCM under a key of this file alone. Its nonce holds its number and
whether it is the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizar, 2015), so a
chunk opens only in its place, and a file that was cut off ends without a last chunk.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from secrets import token_bytes
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from mediation_desk.store.vault.keys import derive

MAGIC = b"mediation-desk rows 1\n"
SALT_BYTES = 32
LARGEST = 1 << 30  # bytes of one chunk, so that a damaged length asks for no more memory

_LENGTH = struct.Struct(">I")
_NONCE = struct.Struct(">IIxxx?")


class StreamDamaged(Exception):
    """The stream was altered, cut off, or is another store's; callers say it in the user's words."""


def write_chunks(file: IO[bytes], store_key: bytes, chunks: Iterable[bytes]) -> None:
    """Write the chunks, compressed and encrypted; at least one is needed."""
    salt = token_bytes(SALT_BYTES)
    file.write(MAGIC + salt)
    write_sealed(file, _cipher(store_key, salt), (zlib.compress(chunk, 3) for chunk in chunks), MAGIC)


def write_sealed(file: IO[bytes], cipher: AESGCM, chunks: Iterable[bytes], bound_to: bytes) -> None:
    """Write the chunks encrypted, and bound to what goes before them in the file; at least one is needed."""
    for number, chunk, last in _numbered(chunks):
        sealed = cipher.encrypt(_NONCE.pack(0, number, last), chunk, bound_to)
        file.write(_LENGTH.pack(len(sealed)))
        file.write(sealed)


def read_chunks(file: IO[bytes], store_key: bytes) -> Iterator[bytes]:
    """The chunks again, one at a time in memory. StreamDamaged at the first that is not as written."""
    if file.read(len(MAGIC)) != MAGIC:
        raise StreamDamaged
    cipher = _cipher(store_key, file.read(SALT_BYTES))
    try:
        yield from map(zlib.decompress, read_sealed(file, cipher, MAGIC))
    except zlib.error:
        raise StreamDamaged from None


def read_sealed(file: IO[bytes], cipher: AESGCM, bound_to: bytes, largest: int = LARGEST) -> Iterator[bytes]:
    """What :func:`write_sealed` wrote, chunk by chunk. StreamDamaged at the first that is not so, or that is
    longer than ``largest`` bytes when it is sealed: three of them are in memory at once."""
    number, sealed = 0, _next(file, largest)
    while sealed is not None:
        following = _next(file, largest)
        yield _opened(cipher, number, following is None, sealed, bound_to)
        number, sealed = number + 1, following
    if number == 0:
        raise StreamDamaged


def _opened(cipher: AESGCM, number: int, last: bool, sealed: bytes, bound_to: bytes) -> bytes:
    try:
        return cipher.decrypt(_NONCE.pack(0, number, last), sealed, bound_to)
    except InvalidTag:
        raise StreamDamaged from None


def _cipher(store_key: bytes, salt: bytes) -> AESGCM:
    """A key of its own for every file, so that the counted nonces never meet twice."""
    return AESGCM(derive(store_key, b"export rows", salt=salt))


def _next(file: IO[bytes], largest: int) -> bytes | None:
    head = file.read(_LENGTH.size)
    if not head:
        return None
    if len(head) < _LENGTH.size:
        raise StreamDamaged
    (length,) = _LENGTH.unpack(head)
    sealed = file.read(length) if length <= largest else b""
    if len(sealed) != length:
        raise StreamDamaged
    return sealed


def _numbered(chunks: Iterable[bytes]) -> Iterator[tuple[int, bytes, bool]]:
    """Each chunk with its number and whether it is the last, known only when the next one fails to come."""
    waiting: bytes | None = None
    number = 0
    for chunk in chunks:
        if waiting is not None:
            yield number, waiting, False
            number += 1
        waiting = chunk
    if waiting is None:
        raise ValueError("a stream needs a chunk")
    yield number, waiting, True
