"""A demonstration's folder is filled anew only where nothing lies but what a demonstration made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mediation_desk.demonstration import stage
from mediation_desk.domain.words import DeskError


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder as a former demonstration left it."""
    folder = tmp_path / "demo"
    (folder / "office").mkdir(parents=True)
    (folder / "office" / "office.db").write_bytes(b"the demonstration's store")
    (folder / "ledger.pdf").write_bytes(b"%PDF-")
    stage.sign(folder)
    return folder


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("there", [False, True])
def test_a_new_or_empty_folder_is_filled(tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "demo"
    if there:
        (folder / "empty").mkdir(parents=True)
    assert stage.clear(folder) == folder
    assert list(folder.iterdir()) == []


def test_what_a_former_demonstration_made_makes_room(out: Path) -> None:
    assert stage.clear(out) == out
    assert list(out.iterdir()) == []


def changed(out: Path) -> None:
    (out / "office" / "office.db").write_bytes(b"somebody worked here")


def one_more(out: Path) -> None:
    (out / "office" / "notes.txt").write_text("mine")


def own_paper(out: Path) -> None:
    (out / "office.pdf").write_bytes(b"%PDF- of the office")


def without_mark(out: Path) -> None:
    (out / stage.MARK).unlink()


def broken_mark(out: Path) -> None:
    (out / stage.MARK).write_text("{")


def strange_mark(out: Path) -> None:
    (out / stage.MARK).write_text(json.dumps(["office/office.db"]))


def linked_office(out: Path) -> None:
    """The real office, reached through a link: its bytes are what the mark lists, and still it stays."""
    real = out.with_name("real")
    (out / "office").rename(real)
    (out / "office").symlink_to(real)


@pytest.mark.parametrize("touch", [changed, one_more, own_paper, without_mark, broken_mark, strange_mark,
                                   linked_office])
def test_what_a_person_touched_stays_whole_and_a_new_folder_is_filled(out: Path, touch: object) -> None:
    assert callable(touch)
    touch(out)
    before = everything(out.parent)
    assert stage.clear(out) == out / "demonstration"
    assert everything(out.parent) == before


def test_the_new_folder_is_itself_filled_again_the_next_time(out: Path) -> None:
    one_more(out)
    for _again in range(2):
        inside = stage.clear(out)
        assert inside == out / "demonstration" and list(inside.iterdir()) == []
        (inside / "ledger.pdf").write_bytes(b"%PDF-")
        stage.sign(inside)
    (inside / "mine.txt").write_text("mine")
    assert stage.clear(out) == out / "demonstration-2"


def test_a_folder_that_cannot_be_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    for wrong in (tmp_path / "file", tmp_path / ("演" * 165)):
        with pytest.raises(DeskError) as refused:
            stage.clear(wrong)
        assert refused.value.field == "out"
