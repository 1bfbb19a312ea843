"""What people type is kept in one way, whole and unchanged in meaning, or refused in words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.money import Money
from mediation_desk.domain.sorting import answers
from mediation_desk.domain.words import DeskError

COLUMNS = ["kind", "quantity", "rate"]


@pytest.mark.parametrize("word", ["✗", "否认", " 不认可 ", "不承认", "Denied", "DENIES", "deny"])
def test_a_denial_is_known_in_both_languages(word: str) -> None:
    assert answers.is_denial(word)


@pytest.mark.parametrize("word", ["", "否", "不是", "no", "否认过", "he denied it"])
def test_a_no_and_a_sentence_about_denying_are_no_denial(word: str) -> None:
    assert not answers.is_denial(word)


@pytest.mark.parametrize("typed", ["7,5", "1,2,3", "12,34", ",5", "5,", "1,23.4"])
def test_a_comma_that_groups_no_thousands_is_never_dropped(typed: str) -> None:
    """7,5 hours are not seventy-five."""
    with pytest.raises(DeskError, match="is not a number") as told:
        answers.read_number(typed, "hours")
    assert told.value.field == "hours"


@pytest.mark.parametrize(("typed", "kept"), [
    ("1,200", "1200"), ("12,345,678.5", "12345678.5"), ("１，２００", "1200"), ("0", "0"), ("0.0", "0"),
    ("007", "7"), ("12,345", "12345"), ("7.", None), (".5", None), ("12.50", "12.5"),
    ("999999999999", "999999999999"),
    ("0.000001", "0.000001"), ("30 %", "0.3"), ("0.5%", "0.005")])
def test_a_number_is_kept_without_needless_signs(typed: str, kept: str | None) -> None:
    if kept is None:
        with pytest.raises(DeskError):
            answers.read_number(typed, "hours")
    else:
        assert answers.read_number(typed, "hours") == kept


@given(st.integers(0, 10**12 - 1), st.integers(0, 10**6 - 1))
def test_a_number_of_six_decimals_is_kept_to_its_last(whole: int, millionths: int) -> None:
    kept = answers.read_number(f"{whole:,}.{millionths:06d}", "n")
    assert kept == f"{whole}.{millionths:06d}".rstrip("0").rstrip(".")
    assert answers.read_number(kept, "n") == kept


@given(st.integers(0, 10_000))
def test_a_share_is_the_same_as_a_percentage_and_as_a_part_of_one(hundredths: int) -> None:
    percent = f"{hundredths // 100}.{hundredths % 100:02d}%"
    part = f"{hundredths // 10000}.{hundredths % 10000:04d}"
    assert answers.read_share(percent, "s") == answers.read_share(part, "s")
    shown = answers.show("share", answers.read_share(part, "s"), "zh_CN")
    assert answers.read_share(shown, "s") == answers.read_share(part, "s")


@pytest.mark.parametrize("typed", ["100.01%", "1.000001", "30"])
def test_a_share_above_the_whole_is_refused(typed: str) -> None:
    with pytest.raises(DeskError, match="more than the whole"):
        answers.read_share(typed, "s")


@pytest.mark.parametrize(("yes", "no"), [("是", "否"), ("有", "没有"), ("已", "未"), ("Ｙ", "Ｎ"), ("1", "0"),
                                         ("√", "×"), ("TRUE", "False")])
def test_yes_and_no_are_told_apart_however_they_are_said(yes: str, no: str) -> None:
    assert (answers.read_yes_no(yes, "it"), answers.read_yes_no(no, "it")) == ("yes", "no")


def test_what_is_neither_yes_nor_no_is_named() -> None:
    with pytest.raises(DeskError, match="“部分”") as told:
        answers.read_yes_no("部分", "it")
    assert told.value.field == "it"


def test_words_keep_every_inner_sign_and_lose_only_the_programs_own_marks() -> None:
    assert answers.read_text("  他说：“✓ 同意”\n第二行  ", "said") == "他说：“✓ 同意”\n第二行"
    assert answers.read_text("✓✗ 同意", "said") == "同意"
    with pytest.raises(DeskError, match="Nothing was said"):
        answers.read_text(" ✓ ", "said")


def test_a_statement_is_as_long_as_the_limit_and_no_longer() -> None:
    longest = "字" * answers.LONGEST_TEXT
    assert answers.read_text(longest, "said") == longest
    with pytest.raises(DeskError, match="4001 characters, at most 4000"):
        answers.read_text(longest + "字", "said")


def test_an_amount_of_nothing_is_an_amount_and_less_is_none() -> None:
    assert answers.read_money("0", "due") == "0.00"
    with pytest.raises(DeskError, match="below zero") as told:
        answers.read_money("-0.01", "due")
    assert told.value.field == "due"


@pytest.mark.parametrize(("line", "cells"), [
    ("按单\t780\t5.5", ["按单", "780", "5.5"]), ("按单\t\t5.5", ["按单", "", "5.5"]),
    ("按单，780，5.5", ["按单", "780", "5.5"]), ("按单;780;5.5", ["按单", "780", "5.5"]),
    ("按单 780 5.5", ["按单", "780", "5.5"]), ("按单", ["按单"]),
    ("按单 1,200 5.5", ["按单", "1200", "5.5"]), ("按单\t1,200\t5.5\t多余", ["按单", "1,200", "5.5"])])
def test_a_pasted_line_falls_into_its_columns(line: str, cells: list[str]) -> None:
    assert answers.rows_of(line, COLUMNS, "list") == [dict(zip(COLUMNS, cells, strict=False))]


def test_blank_lines_are_no_items_and_too_many_items_are_told() -> None:
    assert len(answers.rows_of("a 1\n\n   \nb 2\r\nc 3", COLUMNS, "list")) == 3
    assert len(answers.rows_of("a 1\n" * answers.MOST_ITEMS, COLUMNS, "list")) == answers.MOST_ITEMS
    with pytest.raises(DeskError, match="501 items, at most 500"):
        answers.rows_of("a 1\n" * (answers.MOST_ITEMS + 1), COLUMNS, "list")


@pytest.mark.parametrize("text", ["[", "[]", "[1]", "[null]", "[[]]", '[{"kind": 1', "[" * 100_000,
                                  "[" + "1" * 5_000 + "]", "", "  \n "])
def test_a_list_that_cannot_be_read_is_refused_in_words(text: str) -> None:
    with pytest.raises(DeskError, match="no readable item") as told:
        answers.rows_of(text, COLUMNS, "list")
    assert told.value.field == "list"


@given(st.lists(st.dictionaries(st.sampled_from(COLUMNS), st.text(min_size=1, max_size=8)), min_size=1,
                max_size=4))
def test_a_list_as_it_is_kept_is_read_as_the_same_list(rows: list[dict[str, str]]) -> None:
    assert answers.rows_of(json.dumps(rows), COLUMNS, "list") == rows


@pytest.mark.parametrize(("kind", "value", "zh", "en"), [
    ("date", "2024-09-01", "2024年9月1日", "2024-09-01"), ("share", "0.355", "35.5%", "35.5%"),
    ("share", "1", "100%", "100%"), ("yes_no", "yes", "是", "Yes"), ("number", "7.5", "7.5", "7.5"),
    ("money", "1234567.80", "1,234,567.80", "1,234,567.80")])
def test_a_kept_answer_is_said_in_the_readers_language(kind: str, value: str, zh: str, en: str) -> None:
    assert (answers.show(kind, value, "zh_CN"), answers.show(kind, value, "en")) == (zh, en)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_two_amounts_are_as_far_apart_either_way_round(one: int, other: int) -> None:
    first, second = Money(one).plain(), Money(other).plain()
    assert answers.fen_apart(first, second) == answers.fen_apart(second, first) == abs(one - other)


def test_days_apart_are_counted_over_a_leap_day() -> None:
    assert answers.days_apart("2024-02-28", "2024-03-01") == 2
    assert answers.days_apart("2024-03-01", "2024-02-28") == 2


def test_words_are_compared_without_blanks_width_and_case() -> None:
    assert answers.words_of(" 主播　A 组\n") == answers.words_of("主播Ａ组".replace("Ａ", "a"))
    assert answers.words_of("主播A组") != answers.words_of("主播B组")


@given(st.text(max_size=20))
def test_an_admission_says_what_was_admitted_and_no_more(said: str) -> None:
    assert answers.is_admission(answers.admits(said))
    assert answers.admits(answers.admits(said)) == answers.admits(said)
    if not answers.is_admission(said):
        assert answers.stated(answers.admits(said)) == said
    assert not answers.is_admission(None)
