"""What becomes of a row rests on what is there, and on the rows before it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.intake.lists.judging import (
    TAKES,
    Home,
    Judged,
    There,
    Tie,
    Verdict,
    judge,
    number_key,
)
from mediation_desk.domain.intake.lists.orders import ReadOrder, Unread
from mediation_desk.domain.intake.lists.originals import OriginalRow
from mediation_desk.domain.words import DeskError

MINE, HIDDEN = Home(UUID(int=1), "0001号"), Home(UUID(int=2), "")


def order(row: int, number: str = "", caller: str = "", phone: str = "", company: str = "", former: str = "",
          sha: str = "") -> ReadOrder:
    return ReadOrder(row=row, original=OriginalRow((), ()), sha256=sha or f"{row}", number=number,
                     arrived_at=datetime(2025, 1, 2), caller=caller, phone=phone, company=company,
                     former_number=former)


def one(row: ReadOrder | Unread, there: There = There()) -> Judged:  # noqa: B008 - frozen
    [found] = judge([row], there)
    return found


def test_a_number_that_is_there_joins_in_whatever_writing() -> None:
    there = There(by_number={number_key("25-01 号"): MINE})
    found = one(order(2, "２５01号"), there)
    assert (found.verdict, found.chosen and found.chosen.home) == (Verdict.JOIN, MINE)
    assert found.choices() == (Verdict.JOIN, Verdict.LEFT)


def test_what_is_in_a_case_that_may_not_be_seen_is_there_and_offered_to_nobody() -> None:
    found = one(order(2, "25"), There(by_number={number_key("25"): HIDDEN}))
    assert (found.verdict, found.targets, found.choices()) == (Verdict.HERE, (), ())
    hidden = Home(UUID(int=3), "", callers=(("马", "199"),), against=("甲公司",))
    found = one(order(2, caller="马", company="甲公司"), There(open_cases=[hidden]))
    assert (found.verdict, found.targets) == (Verdict.NEW, ()) and found.why is not None


def test_a_caller_is_known_by_name_or_phone_and_only_with_the_same_company() -> None:
    home = Home(UUID(int=4), "0004号", callers=(("马晓岚", "13897120001"),), against=("甲公司",))
    there = There(open_cases=[home])
    for row in (order(2, caller="马晓岚", company="甲公司"),
                order(2, phone="138-9712-0001", company="甲公司")):
        assert [target.tie for target in one(row, there).targets] == [Tie.PEOPLE]
    for row in (order(2, caller="马晓岚", company="乙公司"), order(2, caller="马晓岚")):
        assert one(row, there).verdict is Verdict.NEW


def test_a_row_that_stands_twice_is_taken_once() -> None:
    first, second = judge([order(2, sha="a"), order(9, sha="a")], There())
    assert (first.verdict, second.verdict, str(second.why)) == (Verdict.NEW, Verdict.HERE,
                                                                "The same as row 2.")


def test_what_is_unread_is_refused_with_its_reason() -> None:
    found = one(Unread(5, OriginalRow((), ()), DeskError("There is no day in this row.")))
    assert (found.verdict, found.row, str(found.why)) == (Verdict.REFUSED, 5, "There is no day in this row.")


@given(st.lists(st.builds(order, st.just(1), st.sampled_from(["", "25", "26"]),
                          st.sampled_from(["", "马", "韩"]), st.just(""), st.sampled_from(["", "甲公司"]),
                          st.sampled_from(["", "25"])), max_size=8))
def test_every_row_is_judged_once_in_its_order_and_joins_none_that_comes_after(rows: list[ReadOrder]) -> None:
    numbered = [order(at, row.number, row.caller, row.phone, row.company, row.former_number)
                for at, row in enumerate(rows, start=2)]
    judged = judge(numbered, There(by_number={"26": MINE}))
    assert [row.row for row in judged] == [row.row for row in numbered]
    for row in judged:
        assert all(target.row < row.row for target in row.targets)
        assert (row.verdict in TAKES | {Verdict.ASK}) == bool(row.choices())
        assert row.verdict is not Verdict.JOIN or row.chosen in row.targets
