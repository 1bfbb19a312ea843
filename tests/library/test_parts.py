"""Rare characters are known by what they are made of, the others by how they are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.library.parts import MOST, parts
from mediation_desk.library.pinyin import is_read, readings
from mediation_desk.library.shipped import shipped


@pytest.mark.parametrize(("char", "made_of"), [
    ("𠮷", ("土", "口")), ("𪜎", ("乔", "亢")), ("𫝆", ("亼", "丆"))])
def test_a_character_without_pinyin_is_made_of_its_parts(char: str, made_of: tuple[str, ...]) -> None:
    assert not is_read(char) and parts(char)[:len(made_of)] == made_of


def test_a_part_is_known_in_its_other_forms_too() -> None:
    one = next(line[0] for line in shipped("resources", "characters", "parts.txt").read_text(
        encoding="utf-8").splitlines() if line[1:2] == "亻" and not is_read(line[0]))
    assert {"亻", "人"} <= set(parts(one))


@given(st.characters(min_codepoint=0x3400, max_codepoint=0x323AF))
def test_whatever_can_be_read_has_no_parts_and_the_rest_has_few(char: str) -> None:
    made_of = parts(char)
    assert not (made_of and is_read(char)) and len(made_of) <= 3 * MOST
    assert char not in made_of and len(set(made_of)) == len(made_of)
    if is_read(char):
        assert next(iter(readings(char)))[0] != char


def test_nothing_but_characters_has_parts() -> None:
    assert parts("") == parts("A") == parts("·") == parts("\n") == parts("#") == ()
