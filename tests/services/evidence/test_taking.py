"""Files on their way in: read to their last byte, told of on the way, refused by their name."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence.taking import FileSource, Meter, Stopped, size_of, take
from mediation_desk.store.work.evidence import CHUNK
from tests.services.evidence.shelf import PNG, counts

Told = list[tuple[int, int]]


def quiet(total: int = 0) -> Meter:
    return Meter(total, None, None)


def test_progress_is_told_in_whole_kibibytes_and_never_beyond_the_whole() -> None:
    """3,000 of 4,096 bytes are 2 KiB of 4; a file that grew meanwhile is a larger whole."""
    told: Told = []
    meter = Meter(4096, lambda *at: told.append(at), None)
    for size in (3000, 1096, 2048):
        meter.advance(size)
    assert told == [(2, 4), (4, 4), (6, 6)]


def test_who_stops_it_is_heard_before_the_next_block_is_counted() -> None:
    told: Told = []
    meter = Meter(4096, lambda *at: told.append(at), lambda: len(told) == 1)
    meter.advance(1024)
    with pytest.raises(Stopped, match="nothing was kept"):
        meter.advance(1024)
    assert told == [(1, 4)]


def test_how_much_there_is_to_read_is_known_or_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"12345")
    assert size_of(FileSource.of(tmp_path / "a.txt")) == 5
    assert size_of(FileSource("pasted.png", data=b"123")) == 3
    assert size_of(FileSource.of(tmp_path / "gone.txt")) == 0


def test_what_is_taken_in_is_named_by_its_content_and_kind(desk: Desk, tmp_path: Path) -> None:
    """Its kind is told by its first bytes, whatever it is called."""
    file = tmp_path / "聊天.txt"
    file.write_bytes(PNG)
    arrived = take(desk, FileSource.of(file), quiet())
    assert (arrived.name, arrived.media_type) == ("聊天.txt", "image/png")
    assert (arrived.taken.sha256, arrived.taken.size) == (hashlib.sha256(PNG).hexdigest(), len(PNG))
    assert file.read_bytes() == PNG


@pytest.mark.parametrize("size", [1, CHUNK - 1, CHUNK, CHUNK + 1])
def test_every_byte_arrives_at_the_border_of_a_block(desk: Desk, size: int) -> None:
    data = os.urandom(size)
    told: Told = []
    meter = Meter(2 * size, lambda *at: told.append(at), None)
    arrived = take(desk, FileSource("录音.wav", data=data), meter)
    assert (arrived.taken.sha256, arrived.taken.size) == (hashlib.sha256(data).hexdigest(), size)
    assert told[-1] == (2 * size // 1024, 2 * size // 1024), "read once for its hash and once to keep it"


def test_a_content_that_is_there_is_not_stored_twice_and_the_bar_still_fills(
        desk: Desk, case_id: UUID, shelf: list[Exhibit]) -> None:
    before, told = counts(desk), Told()
    meter = Meter(2 * len(PNG), lambda *at: told.append(at), None)
    assert take(desk, FileSource("同一张.png", data=PNG), meter).taken.sha256 == shelf[1].sha256
    assert counts(desk) == before and told[-1][0] == told[-1][1]


def test_what_is_no_file_is_refused_by_its_name(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "聊天记录").mkdir()
    (tmp_path / "空.pdf").touch()
    os.mkfifo(tmp_path / "管道")
    for name, why in {"聊天记录": "is a folder", "空.pdf": "is empty", "管道": "no file that can be kept",
                      "没有.pdf": "cannot be read"}.items():
        with pytest.raises(DeskError, match=why) as told:
            take(desk, FileSource.of(tmp_path / name), quiet())
        assert f"“{name}”" in str(told.value)
    with pytest.raises(DeskError, match="is empty"):
        take(desk, FileSource("pasted.png"), quiet())


def test_what_was_stopped_half_way_leaves_nothing_in_the_store(desk: Desk, case_id: UUID) -> None:
    before, asked = counts(desk), iter(range(100))
    data = os.urandom(3 * CHUNK)
    with pytest.raises(Stopped):  # three blocks for the hash, then the second block of keeping
        take(desk, FileSource("录像.mp4", data=data), Meter(0, None, lambda: next(asked) >= 4))
    assert counts(desk) == before
