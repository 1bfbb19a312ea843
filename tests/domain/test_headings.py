"""Headings are the same however they are written; where they stand is told by what is known."""

from __future__ import annotations

from mediation_desk.domain.headings import Columns, best_row, heading_key, kept_columns
from mediation_desk.domain.payments.statements.columns import Meaning


def test_width_blanks_and_units_make_no_difference_to_a_heading() -> None:
    assert heading_key(" 收入（+元） ") == heading_key("收入") == "收入"
    assert heading_key("金额 (RMB)") == heading_key("金额：")


def test_columns_are_kept_and_found_in_a_row_of_headings() -> None:
    own = Columns({"何时": Meaning.DAY, "支 出": Meaning.OUT})
    assert kept_columns(own.text(), Meaning) == own.columns
    assert own.places(["", "支出", "何时", "支出"]) == {Meaning.DAY: [2], Meaning.OUT: [1]}
    assert own.fits(["何时", "支出"]) and not own.fits(["何时"])


def test_the_row_that_holds_most_of_what_is_known_is_the_one() -> None:
    rows = [["a"], ["a", "b"], ["a", "b"]]
    assert best_row(rows, [], len) == 1 and best_row(rows[:1], [], len) is None
    assert best_row(rows, [Columns({"a": Meaning.DAY})], len) == 0
