"""What bags are called, where they can lie, and that none is written over."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.words import DeskError
from mediation_desk.services.travel import files
from mediation_desk.services.typed_places import NOT_IN_NAMES
from mediation_desk.store.travel.bag import ENDING

DAY = date(2024, 11, 25)


@pytest.mark.parametrize(("laptop", "name"), [
    ("联想", "联想-20241125.mdbag"), ("  Lenovo X 1 ", "Lenovo-X-1-20241125.mdbag"),
    ("a/b\\c:d", "abcd-20241125.mdbag"), ("...", "bag-20241125.mdbag"), ("", "bag-20241125.mdbag"),
    ("C:\\..\\etc", "C..etc-20241125.mdbag")])
def test_a_bag_is_named_for_its_laptop_and_day(laptop: str, name: str) -> None:
    assert files.proposed(laptop, DAY) == name
    assert files.proposed(laptop, DAY, homeward=True) == name.replace(ENDING, f"-home{ENDING}")


@given(st.text(max_size=40))
def test_whatever_a_laptop_is_called_its_bag_has_a_name_that_a_folder_takes(laptop: str) -> None:
    name = files.proposed(laptop, DAY)
    assert not NOT_IN_NAMES.search(name) and not name.startswith((".", "-")) and name.endswith(ENDING)


def refused(folder: object, name: str) -> str | None:
    with pytest.raises(DeskError) as trouble:
        files.new_file(str(folder), name)
    return trouble.value.field


def test_a_new_file_lies_in_a_folder_that_is_there(tmp_path: Path) -> None:
    assert files.new_file(f" {tmp_path} ", "a") == tmp_path / "a.mdbag"
    assert files.new_file(str(tmp_path), "a.mdbag") == tmp_path / "a.mdbag"
    nowhere = (tmp_path / "gone", "relative", "", "~nobody-here/x", "/" + "x" * 5000)
    assert [refused(where, "a") for where in nowhere] == ["folder"] * 5
    assert [refused(tmp_path, name) for name in ("", ".mdbag", "a/b", "..", "a*b", "x" * 200, "../up")
            ] == ["file"] * 7


def test_what_lies_there_already_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.mdbag").write_bytes(b"x")
    (tmp_path / "b.mdbag").symlink_to(tmp_path / "nowhere")
    assert [refused(tmp_path, name) for name in ("a", "b")] == ["file", "file"]


def test_an_old_bag_is_a_file_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.mdbag").write_bytes(b"x")
    assert files.old_file(f"{tmp_path}/a.mdbag") == tmp_path / "a.mdbag"
    for typed in (str(tmp_path), str(tmp_path / "b.mdbag"), "a.mdbag", ""):
        with pytest.raises(DeskError) as trouble:
            files.old_file(typed)
        assert trouble.value.field == "bag"


def test_what_does_not_come_to_an_end_leaves_nothing_and_takes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.mdbag"
    with pytest.raises(KeyboardInterrupt), files.new_bag(path):
        path.write_bytes(b"half")
        raise KeyboardInterrupt
    assert not path.exists()
    with files.new_bag(path):
        path.write_bytes(b"whole")
    with pytest.raises(DeskError), files.new_bag(path):
        raise AssertionError("refused before anything is written")
    assert path.read_bytes() == b"whole"
