"""A zip that a passphrase locks: read back by its own rules, and by another program where there is one."""

from __future__ import annotations

import ctypes
import ctypes.util
import hashlib
import hmac
import io
import struct
import zipfile
import zlib
from datetime import datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.library import locked_zip
from mediation_desk.library.locked_zip import LockedZip, TooLarge

MOMENT, SECRET = datetime(2025, 1, 20, 16, 30, 4), "一二三 pass phrase"


def locked(*files: tuple[str, list[bytes]], secret: str = SECRET) -> bytes:
    target = io.BytesIO()
    made = LockedZip(target, secret, MOMENT)
    for name, pieces in files:
        with made.open(name) as file:
            for piece in pieces:
                file.write(piece)
    made.close()
    return target.getvalue()


def opened(data: bytes, name: str, secret: str = SECRET) -> bytes:
    """By the specification, block by block; ValueError for another passphrase or changed content."""
    told = zipfile.ZipFile(io.BytesIO(data)).getinfo(name)
    begins, = struct.unpack_from("<H", data, told.header_offset + 26)
    extra, = struct.unpack_from("<H", data, told.header_offset + 28)
    at = told.header_offset + 30 + begins + extra
    held = data[at:at + told.compress_size]
    salt, check, packed, code = held[:16], held[16:18], held[18:-10], held[-10:]
    keys = hashlib.pbkdf2_hmac("sha1", secret.encode(), salt, 1000, 66)
    if keys[64:] != check or hmac.new(keys[32:64], packed, "sha1").digest()[:10] != code:
        raise ValueError
    cipher = Cipher(algorithms.AES(keys[:32]), modes.ECB()).encryptor()
    plain = bytearray()
    for number, start in enumerate(range(0, len(packed), 16), start=1):
        block = cipher.update(number.to_bytes(16, "little"))
        plain += bytes(a ^ b for a, b in zip(packed[start:start + 16], block, strict=False))
    return zlib.decompress(bytes(plain), -15)


@settings(max_examples=20)
@given(st.lists(st.binary(max_size=200), max_size=6))
def test_what_was_written_in_pieces_comes_back_whole(pieces: list[bytes]) -> None:
    assert opened(locked(("文书/甲.txt", pieces)), "文书/甲.txt") == b"".join(pieces)


def test_another_passphrase_and_changed_content_do_not_open_it() -> None:
    data = locked(("a", [b"canary" * 50]), ("b", [b"x"]))
    assert b"canary" not in data and opened(data, "b") == b"x"
    with pytest.raises(ValueError):
        opened(data, "a", "another passphrase")
    spoilt = bytearray(data)
    spoilt[70] ^= 1
    with pytest.raises(ValueError):
        opened(bytes(spoilt), "a")


def test_the_same_content_twice_looks_different_each_time() -> None:
    assert locked(("a", [b"x" * 100])) != locked(("a", [b"x" * 100]))


def test_more_than_it_can_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locked_zip, "MOST", 400)
    with pytest.raises(TooLarge):
        locked(("a", [bytes(401)]))


@pytest.mark.skipif(ctypes.util.find_library("archive") is None, reason="libarchive is not here")
def test_another_program_opens_it_with_the_passphrase(tmp_path: Path) -> None:
    """libarchive, which many unpackers stand on."""
    file = tmp_path / "a.zip"
    file.write_bytes(locked(("甲.txt", [b"hello " * 5000])))
    lib = ctypes.CDLL(ctypes.util.find_library("archive"))
    lib.archive_read_new.restype = ctypes.c_void_p
    reader = ctypes.c_void_p(lib.archive_read_new())
    entry, room = ctypes.c_void_p(), ctypes.create_string_buffer(40_000)
    lib.archive_read_support_format_all(reader)
    lib.archive_read_support_filter_all(reader)
    assert lib.archive_read_add_passphrase(reader, SECRET.encode()) == 0
    assert lib.archive_read_open_filename(reader, str(file).encode(), ctypes.c_size_t(10_240)) == 0
    assert lib.archive_read_next_header(reader, ctypes.byref(entry)) == 0
    lib.archive_read_data.restype = ctypes.c_ssize_t
    count = lib.archive_read_data(reader, room, ctypes.c_size_t(40_000))
    assert room.raw[:count] == b"hello " * 5000
    lib.archive_read_free(reader)
