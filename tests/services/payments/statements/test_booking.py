"""Confirmed lines are booked case by case; one that cannot be is told with its row, the others stand."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.payments.statements.columns import Whose, usual
from mediation_desk.domain.payments.statements.lines import read_lines
from mediation_desk.services import history
from mediation_desk.services.payments.statements.booking import Confirmed, book_lines
from mediation_desk.services.payments.statements.matching import match
from tests.offices import Office
from tests.services.papers_desk import WORKERS, case_of
from tests.services.payments.statements.owed import line, signed


def test_what_can_be_booked_is_and_what_cannot_is_told_with_its_row(office: Office) -> None:
    desk = office.first
    first, second = signed(desk), signed(desk)
    workers = [one.id for one in case_of(desk, first).applicants]
    wanted = [Confirmed(replace(line(2), serial="S1", reference="工资"), first, workers[0]),
              Confirmed(line(3, "6000.01", WORKERS[1]), first, workers[1]),  # more than is owed
              Confirmed(line(4, "12000.00"), second),
              Confirmed(line(5, "1.00", mark=line(4).fingerprint), second)]  # the same line again
    outcome = book_lines(desk, wanted)
    assert sorted(outcome.booked) == [2, 4] and outcome.changes.cases == {first, second}
    assert {one.row: one.why.field for one in outcome.refused} == {3: "amount", 5: "bank_line"}
    payment, = case_of(desk, first).payments
    assert (payment.voucher, payment.note, payment.bank_line) == ("S1", "工资", line(2).fingerprint)
    assert case_of(desk, second).station.value == "closing"
    history.undo(desk, second)
    assert [bool(one.booked) for one in match(desk, [line(2), line(4)], Whose.PAYER).lines] == [True, False]


def test_who_stops_keeps_what_is_booked_and_is_told_what_is_left(office: Office) -> None:
    desk = office.first
    first, second = sorted((signed(desk), signed(desk)), key=str)
    told: list[tuple[int, int]] = []
    outcome = book_lines(desk, [Confirmed(line(2), first), Confirmed(line(3), second)],
                         progress=lambda done, total: told.append((done, total)),
                         cancelled=lambda: bool(told))
    assert (outcome.booked, outcome.left, outcome.refused) == ((2,), (3,), ())
    assert told[0] == (0, 2) and not case_of(desk, second).payments


def test_importing_a_statement_twice_books_once_whatever_stands_in_it(office: Office) -> None:
    """Few days, amounts and names, so that many lines are alike; each goes to the worker it names, the
    others to all. The second import is of a longer statement that holds the first."""
    desk = office.first
    case_id = signed(desk)
    workers = {one.name: one.id for one in case_of(desk, case_id).applicants}
    head = ["日期", "支出", "对方户名"]

    def confirmed(rows: list[tuple[str, str, str]]) -> list[Confirmed]:
        lines = read_lines([head, *rows], 0, usual(head, Whose.PAYER), Whose.PAYER).lines
        return [Confirmed(one, case_id, workers.get(one.name)) for one in lines]

    row = st.tuples(st.sampled_from(["2025-01-10", "2025-01-11"]), st.sampled_from(["0.01", "0.02"]),
                    st.sampled_from([*WORKERS, "某人"]))

    @settings(max_examples=3)
    @given(st.lists(row, max_size=5), st.lists(row, max_size=2))
    def twice(rows: list[tuple[str, str, str]], more: list[tuple[str, str, str]]) -> None:
        book_lines(desk, confirmed(rows))
        marks = [one.bank_line for one in case_of(desk, case_id).payments]
        assert len(set(marks)) == len(marks)
        assert book_lines(desk, confirmed(rows)).booked == ()
        longer = book_lines(desk, confirmed([*rows, *more]))
        assert len(longer.booked) <= len(more)
        assert len(case_of(desk, case_id).payments) == len(marks) + len(longer.booked)

    twice()
