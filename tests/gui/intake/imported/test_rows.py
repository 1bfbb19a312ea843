"""A row says what becomes of it and why, and goes through what it may be."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest

from mediation_desk.domain.intake.lists.judging import Home, Judged, Target, Tie, Verdict
from mediation_desk.domain.intake.lists.orders import ReadOrder, Unread
from mediation_desk.domain.intake.lists.originals import OriginalRow
from mediation_desk.domain.words import DeskError, say
from mediation_desk.gui.intake.imported import rows
from mediation_desk.gui.intake.imported.rows import ShownRow

CASE = Target(Tie.PEOPLE, Home(UUID(int=1), "0001号"))
ROW = Target(Tie.FORMER, row=3)


def order(row: int = 5) -> ReadOrder:
    return ReadOrder(row=row, original=OriginalRow((), ()), sha256="", arrived_at=datetime(2025, 1, 2, 9),
                     caller="马晓岚", phone="13897120001", company="甲公司", against="乙")


def cells(one: ShownRow) -> list[object]:
    return [column.value(one) for column in rows.columns()]


@pytest.mark.usefixtures("dressed")
def test_what_a_row_joins_and_why_is_said_and_no_phone_is_told_whole() -> None:
    shown = ShownRow(Judged(order(), Verdict.ASK, (CASE, ROW)))
    assert [str(one) for one in cells(shown)[2:]] == [
        "", "2025-01-02", "马晓岚 138****0001", "甲公司、乙",
        "0001号? The same caller and company, still open"]
    assert [shown.decide(Verdict.JOIN, ROW), rows.why(shown)] == [
        True, "the new case of row 3: It names that order as the former one"]


@pytest.mark.usefixtures("dressed")
def test_space_goes_through_what_it_may_be_and_no_further() -> None:
    shown = ShownRow(Judged(order(), Verdict.ASK, (CASE,)))
    gone = []
    for _ in range(4):
        shown.go_on()
        gone.append(shown.verdict)
    assert gone == [Verdict.NEW, Verdict.JOIN, Verdict.LEFT, Verdict.NEW]
    assert rows.decisions([shown])[5].target is None
    here = ShownRow(Judged(order(), Verdict.HERE, why=say("The same as row {number}.", number=2)))
    here.go_on()
    assert (here.verdict, here.decide(Verdict.NEW), rows.why(here)) == (
        Verdict.HERE, False, "The same as row 2.")


@pytest.mark.usefixtures("dressed")
def test_a_row_that_was_not_read_is_known_by_its_own_columns() -> None:
    unread = Unread(9, OriginalRow((), ()), DeskError("There is no day in this row."), "2503", "马晓岚",
                    "13897120001")
    shown = ShownRow(Judged(unread, Verdict.REFUSED, why=unread.why.sentence))
    assert cells(shown)[2:5] == ["2503", None, "马晓岚 138****0001"]
    assert rows.why(shown) == "There is no day in this row."
    assert rows.counts([shown])[Verdict.REFUSED] == 1
