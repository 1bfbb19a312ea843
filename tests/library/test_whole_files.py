"""Files that are there whole or not at all."""

from pathlib import Path

import pytest

from mediation_desk.library.whole_files import whole_file


def test_a_file_comes_to_stand_once_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with whole_file(path) as file:
        file.write(b"half")
        assert not path.exists()
        file.write(b" and half")
    assert path.read_bytes() == b"half and half"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_is_left_of_a_file_that_failed(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), whole_file(tmp_path / "a") as file:
        file.write(b"half")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_what_goes_before_must_go_well(tmp_path: Path) -> None:
    def refuse() -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError), whole_file(tmp_path / "a", refuse) as file:
        file.write(b"whole")
    assert list(tmp_path.iterdir()) == []


def test_no_file_is_written_over_not_even_one_that_came_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with pytest.raises(FileExistsError), whole_file(path) as file:
        path.write_bytes(b"another's")
        file.write(b"mine")
    with pytest.raises(FileExistsError), whole_file(path):
        pass
    assert path.read_bytes() == b"another's" and list(tmp_path.iterdir()) == [path]
