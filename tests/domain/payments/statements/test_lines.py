"""Lines are read with certainty, or told with their row and why; the same line has the same fingerprint."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.payments.statements.columns import Whose, usual
from mediation_desk.domain.payments.statements.lines import Statement, read_lines

TWO = ["交易日期", "支出金额", "收入金额", "对方户名", "对方账号", "摘要", "流水号"]
MARKED = ["交易时间", "交易金额", "借贷标志", "对方户名"]
PLAIN = ["日期", "金额", "收款人", "备注"]


def read(head: Sequence[str], *rows: Sequence[str], whose: Whose = Whose.PAYER) -> Statement:
    return read_lines([head, *rows], 0, usual(head, whose), whose)


@pytest.mark.parametrize(("day", "amount"), [
    ("2025-01-10", "1234.56"), ("20250110", "1,234.56"), ("2025/1/10 09:30:01", "￥1,234.56"),
    ("２０２５年１月１０日", "１，２３４．５６"), ("20250110 093001", "1,234.56元"),
    ("20250110093001", "CNY 1,234.56"), ("2025-01-10 00:00:00", " 1234.56 ")])
def test_days_and_amounts_in_all_usual_spellings(day: str, amount: str) -> None:
    line, = read(TWO, [day, amount, "", "马成", "6222", "运费", "S1"]).lines
    assert (line.row, line.day, line.amount, line.outgoing) == (2, date(2025, 1, 10), yuan("1234.56"), True)


@pytest.mark.parametrize(("row", "said"), [
    (["3/4/2025", "10", "", "马成"], "3/4/2025"),  # March or April
    (["20250110", "1.234,56", "", "马成"], "1.234,56"),
    (["20250110", "10", "20", "马成"], "one coming in"),
    (["20250110", "", "", "马成"], "no amount"),
    (["", "10", "", "合计"], "no day"),
    (["20250110", "10.005", "", "马成"], "two decimals")])
def test_what_is_not_certain_is_told_with_its_row(row: list[str], said: str) -> None:
    found = read(TWO, ["20250110", "5.00", "", "马成"], [], row)
    assert [one.row for one in found.lines] == [2]
    assert [one.row for one in found.unread] == [4] and said in str(found.unread[0].why)


def test_a_mark_says_the_way_and_another_word_is_refused() -> None:
    found = read(MARKED, ["20250110", "10", "借", "甲"], ["20250110", "20", "贷", "乙"],
                 ["20250110", "30", "冲", "丙"], ["20250110", "-40", "贷", "丁"])
    assert [one.name for one in found.lines] == ["甲"] and found.passed_over == 1
    assert [one.row for one in found.unread] == [4, 5]
    came_in = read(MARKED, ["20250110", "20", "贷", "乙"], whose=Whose.WORKER)
    assert [one.name for one in came_in.lines] == ["乙"]


def test_minus_says_out_where_there_is_no_mark_and_without_any_sign_that_is_told() -> None:
    signed = read(PLAIN, ["20250110", "-10", "甲", ""], ["20250110", "20", "乙", ""])
    assert [one.name for one in signed.lines] == ["甲"] and not signed.unmarked
    bare = read(PLAIN, ["20250110", "10", "甲", ""])
    assert bare.unmarked and bare.lines[0].outgoing


def test_a_column_that_writes_all_that_goes_out_below_zero_is_understood_and_a_single_one_is_not() -> None:
    all_below = read(TWO, ["20250110", "-10", "", "甲"], ["20250110", "-20", "", "乙"])
    assert [one.amount for one in all_below.lines] == [yuan("10"), yuan("20")]
    one_below = read(TWO, ["20250110", "10", "", "甲"], ["20250110", "-20", "", "乙"])
    assert [one.row for one in one_below.unread] == [3]
    marked = read(MARKED, ["20250110", "-10", "借", "甲"], ["20250110", "20", "贷", "乙"])
    assert [one.amount for one in marked.lines] == [yuan("10")]
    red = read(MARKED, ["20250110", "10", "借", "甲"], ["20250111", "-10", "借", "甲"])  # taken back
    assert ([one.row for one in red.lines], [one.row for one in red.unread]) == ([2], [3])
    taken_back = read(TWO, ["20250110", "", "-10", "甲"], whose=Whose.WORKER)
    assert (taken_back.lines, [one.row for one in taken_back.unread]) == ((), [2])


ROW = st.tuples(st.sampled_from(["20250110", "20250111"]), st.integers(1, 3), st.sampled_from(["甲", "乙"]))


@given(st.lists(ROW, max_size=12), st.lists(ROW, max_size=3))
def test_every_line_has_a_fingerprint_of_its_own_that_another_export_of_it_shares(
        rows: list[tuple[str, int, str]], before: list[tuple[str, int, str]]) -> None:
    """The other export writes days, amounts and names otherwise, and begins earlier with other lines."""
    here = read(TWO, *([day, str(Money(fen)), "", name, "", "工资", ""] for day, fen, name in rows))
    there = read(TWO, *([day.replace("2025", "2024"), str(Money(fen)), "", name, "", "工资", ""]
                        for day, fen, name in before),
                 *([f"{day[:4]}年{day[4:6]}月{day[6:]}日", f"￥{Money(fen).plain()}", "0.00", f" {name} ", "",
                    "工 资", ""] for day, fen, name in rows))
    marks = [one.fingerprint for one in here.lines]
    assert len(set(marks)) == len(rows) and all(len(one) == 64 for one in marks)
    assert [one.fingerprint for one in there.lines][len(before):] == marks
