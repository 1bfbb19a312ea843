"""A zip file whose content opens with a passphrase alone, in 7-Zip and other programs: AES-256 as WinZip
wrote it down (AE-2). Names of files stay readable, as in every zip.

Written here because Python's own library reads and writes no such zip, and the cipher is at hand.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from mediation_desk.domain.words import N_, DeskError

MOST = 0xFFFFFFFF  # bytes that such a file may count
_ROUNDS, _KEY, _SALT, _BLOCK = 1000, 32, 16, 16
_FLAGS = 0x0001 | 0x0800  # encrypted; names in UTF-8
_AES = struct.pack("<HHH2sBH", 0x9901, 7, 2, b"AE", 3, 8)  # AE-2, 256 bits, deflated


class TooLarge(DeskError):
    """More than such a file can hold."""

    def __init__(self) -> None:
        super().__init__(N_("This is more than an encrypted zip can hold (4 GB). Export it as a folder."),
                         field="path")


@dataclass(frozen=True)
class _Entry:
    name: bytes
    stamp: tuple[int, int]
    at: int
    packed: int
    size: int

    def _common(self, packed: int, size: int) -> bytes:
        """What the local header and the directory say alike. AE-2 keeps no checksum of the plain content."""
        return struct.pack("<HHHHHLLLHH", 51, _FLAGS, 99, self.stamp[1], self.stamp[0], 0, packed, size,
                           len(self.name), len(_AES))

    def local(self) -> bytes:
        """The header before the content."""
        return b"PK\x03\x04" + self._common(self.packed, self.size) + self.name + _AES

    def listed(self) -> bytes:
        """Its line in the directory."""
        return (b"PK\x01\x02" + struct.pack("<H", 3 << 8 | 51) + self._common(self.packed, self.size)
                + struct.pack("<HHHLL", 0, 0, 0, 0o100600 << 16, self.at) + self.name + _AES)


class LockedZip:
    """Written into a file that can be gone back in. Each file has a salt, and so a key, of its own."""

    def __init__(self, target: BinaryIO, passphrase: str, moment: datetime) -> None:
        self._target, self._secret = target, passphrase.encode()
        day = max(1980, moment.year) - 1980 << 9 | moment.month << 5 | moment.day
        self._stamp = day, moment.hour << 11 | moment.minute << 5 | moment.second // 2
        self._entries: list[_Entry] = []

    @contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        """A file in it, to be written once from its beginning to its end. TooLarge."""
        at = self._target.tell()
        blank = _Entry(name.encode(), self._stamp, at, 0, 0)
        self._target.write(blank.local())
        writing = _Writing(self._target, self._secret)
        yield writing  # type: ignore[misc]  # it is written to, and nothing else
        packed = writing.end()
        if self._target.tell() > MOST or writing.size > MOST:
            raise TooLarge
        made = _Entry(blank.name, self._stamp, at, packed, writing.size)
        end = self._target.tell()
        self._target.seek(at)
        self._target.write(made.local())
        self._target.seek(end)
        self._entries.append(made)

    def close(self) -> None:
        """Write the directory."""
        start = self._target.tell()
        for one in self._entries:
            self._target.write(one.listed())
        size, count = self._target.tell() - start, len(self._entries)
        if start + size > MOST or count > 0xFFFF:
            raise TooLarge
        self._target.write(b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, count, count, size, start, 0))


class _Writing:
    """One file: packed, enciphered, and vouched for by a code at its end."""

    def __init__(self, target: BinaryIO, secret: bytes) -> None:
        salt = os.urandom(_SALT)
        made = hashlib.pbkdf2_hmac("sha1", secret, salt, _ROUNDS, 2 * _KEY + 2)
        self._target, self.size = target, 0
        self._pack = zlib.compressobj(6, zlib.DEFLATED, -15)
        self._cipher = Cipher(algorithms.AES(made[:_KEY]), modes.ECB()).encryptor()
        self._code = hmac.new(made[_KEY:2 * _KEY], digestmod=hashlib.sha1)
        self._count, self._left = 0, b""
        self._written = _SALT + 2
        target.write(salt + made[2 * _KEY:])

    def write(self, data: bytes) -> int:
        """Take more of the content."""
        self.size += len(data)
        self._put(self._pack.compress(data))
        return len(data)

    def end(self) -> int:
        """The rest, and the code; how many bytes it came to."""
        self._put(self._pack.flush())
        self._target.write(self._code.digest()[:10])
        return self._written + 10

    def _put(self, data: bytes) -> None:
        if not data:
            return
        made = (int.from_bytes(data) ^ int.from_bytes(self._stream(len(data)))).to_bytes(len(data))
        self._code.update(made)
        self._written += len(made)
        self._target.write(made)

    def _stream(self, length: int) -> bytes:
        """The key stream: counters in the order that WinZip chose, low byte first, which is not the one that
        cipher libraries count in."""
        missing = -(-(length - len(self._left)) // _BLOCK)
        if missing > 0:
            counters = b"".join((self._count + at).to_bytes(_BLOCK, "little")
                                for at in range(1, missing + 1))
            self._count += missing
            self._left += self._cipher.update(counters)
        made, self._left = self._left[:length], self._left[length:]
        return made
