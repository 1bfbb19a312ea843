"""The codes on the printed sheets: typed by tired hands, and told which group to look at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.store.vault.recovery_code import (
    ALPHABET,
    SECRET_BYTES,
    CodeMistyped,
    Sheet,
    read_code,
    write_code,
)

secrets = st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES)
places = st.integers(0, 39)


def symbols(code: str) -> list[str]:
    return list(code.replace("-", ""))


def test_a_code_is_eight_groups_of_five_without_look_alikes() -> None:
    code = write_code(bytes(range(SECRET_BYTES)), Sheet.RECOVERY)
    assert [len(group) for group in code.split("-")] == [5] * 8
    assert not set("ILOU") & set(code)


@given(secrets, st.sampled_from(Sheet))
def test_what_is_printed_reads_back(secret: bytes, sheet: Sheet) -> None:
    assert read_code(write_code(secret, sheet), sheet) == secret


@given(secrets)
def test_case_spaces_and_look_alikes_are_forgiven(secret: bytes) -> None:
    code = write_code(secret, Sheet.RECOVERY)
    sloppy = code.lower().replace("-", "  ").replace("0", "o").replace("1", "l").replace("v", "u")
    assert read_code(f" {sloppy}\n", Sheet.RECOVERY) == secret
    assert read_code(code.replace("0", "O").replace("1", "i").replace("-", ""), Sheet.RECOVERY) == secret


def test_full_width_characters_from_an_input_method_are_forgiven() -> None:
    code = write_code(b"\x5a" * SECRET_BYTES, Sheet.RECOVERY)
    wide = "".join("－" if c == "-" else chr(ord(c) + 0xFEE0) for c in code)
    assert read_code(wide, Sheet.RECOVERY) == b"\x5a" * SECRET_BYTES


@given(secrets, places, st.sampled_from(ALPHABET))
def test_one_wrong_character_is_pointed_to_by_its_group(secret: bytes, place: int, other: str) -> None:
    typed = symbols(write_code(secret, Sheet.RECOVERY))
    if typed[place] == other:
        return
    typed[place] = other
    with pytest.raises(CodeMistyped) as told:
        read_code("".join(typed), Sheet.RECOVERY)
    assert told.value.groups == (place // 5 + 1,)
    assert told.value.field == "code"
    assert f"Group {place // 5 + 1} of the code" in str(told.value)


@given(secrets, places, places)
def test_two_characters_swapped_within_a_group_are_noticed(secret: bytes, left: int, right: int) -> None:
    typed = symbols(write_code(secret, Sheet.RECOVERY))
    right = left // 5 * 5 + right % 5
    if typed[left] == typed[right]:
        return
    typed[left], typed[right] = typed[right], typed[left]
    with pytest.raises(CodeMistyped) as told:
        read_code("".join(typed), Sheet.RECOVERY)
    assert told.value.groups == (left // 5 + 1,)


@given(secrets, st.integers(0, 7), st.integers(0, 7))
def test_two_groups_swapped_are_both_pointed_to(secret: bytes, left: int, right: int) -> None:
    if left == right:
        return
    groups = write_code(secret, Sheet.RECOVERY).split("-")
    groups[left], groups[right] = groups[right], groups[left]
    with pytest.raises(CodeMistyped) as told:
        read_code("-".join(groups), Sheet.RECOVERY)
    assert told.value.groups == tuple(sorted((left + 1, right + 1)))


@given(secrets)
def test_the_other_sheets_code_is_told_apart(secret: bytes) -> None:
    with pytest.raises(CodeMistyped, match="another sheet"):
        read_code(write_code(secret, Sheet.ESCROW), Sheet.RECOVERY)
    with pytest.raises(CodeMistyped, match="another sheet"):
        read_code(write_code(secret, Sheet.RECOVERY), Sheet.ESCROW)


def test_a_character_left_out_is_pointed_to_while_the_groups_stand_apart() -> None:
    groups = write_code(b"\x21" * SECRET_BYTES, Sheet.RECOVERY).split("-")
    groups[2] = groups[2][1:]
    with pytest.raises(CodeMistyped, match="Group 3 has 4 characters") as told:
        read_code("-".join(groups), Sheet.RECOVERY)
    assert told.value.groups == (3,)
    with pytest.raises(CodeMistyped, match="39 were typed"):
        read_code("".join(groups), Sheet.RECOVERY)


@pytest.mark.parametrize("typed", ["", "   ", "调解", "A" * 41, "-" * 40])
def test_what_is_no_code_at_all_is_refused_with_words(typed: str) -> None:
    with pytest.raises(CodeMistyped, match="40 characters in eight groups"):
        read_code(typed, Sheet.RECOVERY)


def test_a_foreign_character_is_named_by_its_group() -> None:
    typed = symbols(write_code(b"\x07" * SECRET_BYTES, Sheet.RECOVERY))
    typed[11] = "调"
    with pytest.raises(CodeMistyped, match="Group 3 holds a character"):
        read_code("".join(typed), Sheet.RECOVERY)


def test_the_secret_read_back_does_not_show_itself() -> None:
    secret = read_code(write_code(b"\x07" * SECRET_BYTES, Sheet.RECOVERY), Sheet.RECOVERY)
    assert f"{secret!r} {secret} {secret:>8}" == "<key> <key> <key>"
