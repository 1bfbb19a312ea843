"""Bags as files: named so that people know them, and never over something that lies there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services.travel import files

DAY = date(2024, 11, 25)


@pytest.mark.parametrize(("laptop", "name"), [
    ("联想", "联想-20241125.mdbag"), ("my laptop", "my-laptop-20241125.mdbag"),
    ('a/b\\c:*?"<>|d', "abcd-20241125.mdbag"), ("...", "bag-20241125.mdbag"), ("", "bag-20241125.mdbag")])
def test_a_bag_is_called_after_its_laptop_and_day(laptop: str, name: str) -> None:
    assert files.proposed(laptop, DAY) == name
    assert files.proposed("联想", DAY, homeward=True) == "联想-20241125-home.mdbag"


def test_a_new_file_lies_in_a_folder_that_is_there(tmp_path: Path) -> None:
    assert files.new_file(str(tmp_path), "联想.mdbag") == files.new_file(str(tmp_path), "联想") == (
        tmp_path / "联想.mdbag")
    for folder, name, field in ((tmp_path / "gone", "a", "folder"), ("stick", "a", "folder"),
                                (tmp_path, " ", "file"), (tmp_path, "a/b", "file"), (tmp_path, "..", "file"),
                                (tmp_path, "长" * 121, "file")):
        with pytest.raises(DeskError) as refused:
            files.new_file(str(folder), name)
        assert refused.value.field == field


def test_nothing_that_lies_there_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.mdbag").write_bytes(b"mine")
    (tmp_path / "b.mdbag").symlink_to(tmp_path / "nowhere")
    for name in "ab":
        with pytest.raises(DeskError) as refused:
            files.new_file(str(tmp_path), name)
        assert refused.value.field == "file"


def test_an_old_file_is_there_or_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.mdbag").write_bytes(b"bag")
    assert files.old_file(f" {tmp_path / 'a.mdbag'} ") == tmp_path / "a.mdbag"
    for typed in (str(tmp_path), str(tmp_path / "gone.mdbag"), "a.mdbag", "~nobody-of-this-name/a", "",
                  "\x00"):
        with pytest.raises(DeskError) as refused:
            files.old_file(typed)
        assert refused.value.field == "bag"
