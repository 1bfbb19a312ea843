"""An exported store is one stream: no chunk can be altered, moved, left out or cut off unseen."""

from __future__ import annotations

import io
import struct

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.store.exchange.stream import (
    MAGIC,
    SALT_BYTES,
    StreamDamaged,
    read_chunks,
    read_sealed,
    write_chunks,
    write_sealed,
)

KEY = b"k" * 32
CHUNKS = st.lists(st.binary(max_size=40), min_size=1, max_size=6)
HEAD = len(MAGIC) + SALT_BYTES


def written(chunks: list[bytes], key: bytes = KEY) -> bytes:
    file = io.BytesIO()
    write_chunks(file, key, chunks)
    return file.getvalue()


def read(content: bytes, key: bytes = KEY) -> list[bytes]:
    return list(read_chunks(io.BytesIO(content), key))


def sealed_parts(content: bytes) -> list[bytes]:
    """Each sealed chunk with its length."""
    parts, at = [], HEAD
    while at < len(content):
        end = at + 4 + struct.unpack(">I", content[at:at + 4])[0]
        parts.append(content[at:end])
        at = end
    return parts


@given(CHUNKS)
def test_what_is_written_reads_back(chunks: list[bytes]) -> None:
    assert read(written(chunks)) == chunks


@given(CHUNKS, st.data())
def test_any_chunk_moved_left_out_or_cut_off_is_noticed(chunks: list[bytes], data: st.DataObject) -> None:
    content = written(chunks)
    parts = sealed_parts(content)
    order = data.draw(st.lists(st.sampled_from(range(len(parts))), max_size=len(parts) + 1)
                      .filter(lambda found: found != list(range(len(parts)))))
    with pytest.raises(StreamDamaged):
        read(content[:HEAD] + b"".join(parts[number] for number in order))


@given(CHUNKS, st.data())
def test_a_stream_cut_at_any_byte_is_noticed(chunks: list[bytes], data: st.DataObject) -> None:
    content = written(chunks)
    with pytest.raises(StreamDamaged):
        read(content[:data.draw(st.integers(0, len(content) - 1))])


@given(CHUNKS, st.data())
def test_any_flipped_bit_is_noticed(chunks: list[bytes], data: st.DataObject) -> None:
    content = bytearray(written(chunks))
    bit = data.draw(st.integers(0, len(content) * 8 - 1))
    content[bit // 8] ^= 1 << bit % 8
    with pytest.raises(StreamDamaged):
        read(bytes(content))


def test_another_stores_key_opens_nothing_and_two_exports_share_no_chunk() -> None:
    content, again = written([b"words"]), written([b"words"])
    with pytest.raises(StreamDamaged):
        read(content, b"o" * 32)
    with pytest.raises(StreamDamaged):
        read(content[:HEAD] + again[HEAD:])
    assert sealed_parts(content) != sealed_parts(again)


def test_no_chunk_is_read_that_is_longer_than_its_reader_takes() -> None:
    """Whoever sends a file says how long its chunks are; three of them are in memory at once."""
    file, cipher = io.BytesIO(), AESGCM(KEY)
    write_sealed(file, cipher, [b"x" * 84, b"y" * 85], b"")
    for most, whole in ((101, True), (100, False)):
        file.seek(0)
        if whole:
            assert len(list(read_sealed(file, cipher, b"", most))) == 2
            continue
        with pytest.raises(StreamDamaged):
            list(read_sealed(file, cipher, b"", most))
