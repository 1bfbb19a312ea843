"""Where exports go."""

from pathlib import Path

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services.reports import placing


def test_an_ending_is_added_where_it_lacks(tmp_path: Path) -> None:
    assert placing.typed(str(tmp_path / "a.b"), ".docx") == tmp_path / "a.b.docx"
    assert placing.typed(str(tmp_path / "a.DOCX"), ".docx") == tmp_path / "a.DOCX"


def test_a_folder_must_be_there(tmp_path: Path) -> None:
    assert placing.folder(str(tmp_path)) == tmp_path
    for text in (str(tmp_path / "none"), "x", "\0"):
        with pytest.raises(DeskError) as refused:
            placing.folder(text)
        assert refused.value.field == "path"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(DeskError):
        placing.typed(str(tmp_path), ".docx")


def test_a_name_has_no_signs_that_none_may_have() -> None:
    assert placing.name('a/b:c*?"<>|\n') == "a b c" and placing.name("...") == "—"


def test_what_lies_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x")
    with pytest.raises(DeskError, match="already"), placing.new_file(path):
        pass
    assert path.read_bytes() == b"x"
