"""A code says of which office, case and content a paper is; damaged, it says nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.paper_code import MOST, PaperCode, code_in, read_code

DIGEST = "93a9714a5898f30aa7f803681452" + "9cb61b1f7ba6146c6330d4334cbc66abfbc9"
CODE = PaperCode.of("城中区劳动争议调解工作室", "宁中劳调〔2024〕0001号", DIGEST)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(str.split)


def test_a_scanner_reads_office_number_and_digest_line_by_line() -> None:
    assert CODE.text.split("\n") == ["MD1", "城中区劳动争议调解工作室", "宁中劳调〔2024〕0001号", DIGEST]
    assert read_code(CODE.text) == CODE


@pytest.mark.parametrize("text", ["", "MD1", "MD2\na\nb\nc", "MD1\na\nb", "MD1\na\nb\nc\nd", "https://x.cn"])
def test_another_text_is_no_code(text: str) -> None:
    assert read_code(text) is None


@given(NAMES, NAMES, st.binary(max_size=300), st.binary(max_size=300))
def test_whatever_stands_around_it_in_a_file_it_is_found(office: str, number: str, before: bytes,
                                                         after: bytes) -> None:
    code = PaperCode.of(office, number, DIGEST)
    assert code_in(before + code.token.encode() + b")" + after) == code


@given(st.integers(0, len(CODE.token) - 1), st.integers(1, 255))
def test_one_byte_of_it_changed_and_it_says_nothing(at: int, by: int) -> None:
    file = bytearray(CODE.token.encode())
    file[at] = (file[at] + by) % 256
    assert code_in(bytes(file)) is None


def test_a_damaged_code_does_not_hide_a_whole_one_behind_it() -> None:
    damaged = CODE.token.encode().replace(b"MD", b"mD").replace(b":TUQ", b":XXX")
    assert code_in(damaged + b" " + CODE.token.encode()) == CODE


@given(st.binary(max_size=2000))
def test_any_bytes_are_read_without_trouble(file: bytes) -> None:
    assert code_in(file) is None or b"mediation-desk-code" in file


def test_a_long_name_is_cut_so_that_the_squares_stay_large_enough_to_scan() -> None:
    long = "很" * 200
    code = PaperCode.of(long, long, DIGEST)
    assert (len(code.office), len(code.number)) == (MOST, MOST)
    assert code.is_of(long) and not code.is_of("另一个机构")


def test_names_stand_on_one_line_each() -> None:
    code = PaperCode.of(" 城中区\n调解工作室 ", "一\t号", DIGEST)
    assert read_code(code.text) == code and code.office == "城中区 调解工作室"
