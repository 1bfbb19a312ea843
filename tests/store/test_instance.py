"""One desk per store on a machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mediation_desk.store.instance import AlreadyOpen, Instance, call_name

HOLD = """
import sys
from pathlib import Path
from mediation_desk.store.instance import Instance
desk = Instance(Path(sys.argv[1]))
print(desk.take(), flush=True)
sys.stdin.read()
"""


def another_program(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE,
                            stdout=subprocess.PIPE, text=True)


def first_line(program: subprocess.Popen[str]) -> str:
    assert program.stdout
    return program.stdout.readline().strip()


def test_a_second_desk_is_told_that_the_store_is_open(tmp_path: Path) -> None:
    with Instance(tmp_path):
        assert not Instance(tmp_path).take()
        with pytest.raises(AlreadyOpen) as told, Instance(tmp_path):
            pass
    assert told.value.field == "place"
    with Instance(tmp_path):
        pass


def test_another_program_waits_until_the_first_is_gone_even_if_killed(tmp_path: Path) -> None:
    with another_program(tmp_path) as holder:
        assert first_line(holder) == "True"
        assert not Instance(tmp_path).take()
        holder.kill()
        holder.wait()
        with Instance(tmp_path):
            pass


def test_two_stores_are_open_side_by_side(tmp_path: Path) -> None:
    for name in ("甲", "乙"):
        (tmp_path / name).mkdir()
    with Instance(tmp_path / "甲"), Instance(tmp_path / "乙"):
        pass


def test_the_second_calls_the_first_by_the_same_name_however_the_folder_is_written(tmp_path: Path) -> None:
    (tmp_path / "office").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "office")
    names = {call_name(tmp_path / way) for way in ("office", "link", "office/../office/.")}
    assert len(names) == 1
    assert call_name(tmp_path) not in names
    assert str(tmp_path) not in names.pop()
