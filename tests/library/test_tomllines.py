"""Data files that clerks write: refused with file, line and reason."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.library.tomllines import FormError, TomlText, open_source, read


class _Inner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    weight: int = 1


class _Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    inner: tuple[_Inner, ...] = ()


class _Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    sections: tuple[_Section, ...] = ()


GOOD = """\
name = "表"

[[sections]]
title = "甲"
[[sections.inner]]
id = "a"
[[sections.inner]]
id = "b"
weight = 2

[[sections]]
title = "乙"
[[sections.inner]]
id = "c"
"""


def written(folder: Path, text: str) -> TomlText:
    file = folder / "sheet.toml"
    file.write_text(text, "utf-8")
    return open_source(file)


def refused(folder: Path, text: str) -> FormError:
    with pytest.raises(FormError) as told:
        read(written(folder, text), _Shape)
    assert told.value.file == "sheet.toml"
    return told.value


def test_a_good_file_is_read_into_its_shape(tmp_path: Path) -> None:
    found = read(written(tmp_path, GOOD), _Shape)
    assert [[one.id for one in section.inner] for section in found.sections] == [["a", "b"], ["c"]]


@pytest.mark.parametrize(("place", "line"), [
    ("$.name", 1), ("$.sections[0]", 3), ("$.sections[0].inner[1].weight", 9),
    ("$.sections[1].inner[0].id", 14), ("$.sections[1].inner[0].weight", 13), ("$.nothing", 1)])
def test_a_place_is_found_on_its_line_or_that_of_what_stands_around_it(
        tmp_path: Path, place: str, line: int) -> None:
    assert written(tmp_path, GOOD).line(place) == line


@pytest.mark.parametrize(("old", "new", "line"), [
    ("weight = 2", 'weight = "zwei"', 9),  # a wrong type
    ("weight = 2", "wieght = 2", 9),  # a slip of the pen
    ('title = "乙"\n', "", 11),  # a missing key, told on its table
    ("weight = 2", "weight = ", 9),  # no TOML at all
])
def test_a_slip_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: int) -> None:
    assert refused(tmp_path, GOOD.replace(old, new)).line == line


def test_what_is_no_text_is_told_so(tmp_path: Path) -> None:
    file = tmp_path / "sheet.toml"
    file.write_bytes(b"name = \"\xb1\xed\"\n")  # 表 in GB 18030
    with pytest.raises(FormError, match="UTF-8"):
        open_source(file)
    with pytest.raises(FormError, match="UTF-8"):
        open_source(tmp_path / "nowhere.toml")


@given(st.text(max_size=60), st.integers(0, len(GOOD)))
def test_whatever_is_typed_into_a_file_it_is_read_or_refused_in_words(typed: str, at: int) -> None:
    text = GOOD[:at] + typed + GOOD[at:]
    try:
        read(TomlText("sheet.toml", text), _Shape)
    except FormError as error:
        assert 1 <= error.line <= text.count("\n") + 1 and str(error)
