"""What is hidden before an export is published: all that must be, and as little else as will do."""

from itertools import product
from random import Random
from time import process_time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mediation_desk.domain.reports.disclosure.attack import require_safe, worked_back
from mediation_desk.domain.reports.disclosure.cells import (
    Cell,
    CellKey,
    Kind,
    Look,
    Published,
    Reason,
    Thresholds,
)
from mediation_desk.domain.reports.disclosure.hiding import hide
from mediation_desk.domain.reports.disclosure.sensitive import sensitive
from mediation_desk.domain.words import DeskError
from tests.domain.reports.disclosure.oracle import others
from tests.domain.reports.disclosure.tables import SUM, Export, counted, line, signs
from tests.domain.reports.disclosure.test_attack import grids, two_tables


def published(export: Export) -> Published:
    """Hidden, and through the last gate."""
    hidden = hide(export.cells, export.relations)
    require_safe(hidden)
    return hidden


def reasons(export: Export) -> dict[CellKey, Reason | None]:
    return {key: shown.reason for key, shown in published(export).shown.items()}


def test_a_small_count_and_the_smallest_beside_it_are_hidden() -> None:
    """3 is small; alone it would be 59 - 6 - 50, so of 6 and 50 the smaller goes too."""
    export = line("来源", counted(3), counted(6), counted(50), total=counted(59))
    assert signs(published(export), "来源", "r0") == ["<5", "隐去", "50", "59"]
    assert reasons(export) == {("来源", "r0", "c0"): Reason.FEW, ("来源", "r0", "c1"): Reason.SECOND}


def test_nothing_stays_nothing_and_is_no_second() -> None:
    export = line("来源", counted(3), counted(0), counted(50), total=counted(53))
    assert signs(published(export), "来源", "r0") == ["<5", "0", "隐去", "53"]


def test_two_small_counts_leave_the_rest_shown() -> None:
    export = line("来源", counted(3), counted(2), counted(50), total=counted(55))
    assert signs(published(export), "来源", "r0") == ["<5", "<5", "50", "55"]


def test_one_and_five_cannot_stand_beside_their_sum() -> None:
    """6 = 1 + 5 only, when the first is small and the second is not: hiding 5 would not do, so the sum
    goes, total or not."""
    export = line("来源", counted(1), counted(5), total=counted(6))
    assert signs(published(export), "来源", "r0") == ["<5", "5", "隐去"]


def test_four_single_cases_do_not_show_that_they_are_few_together() -> None:
    """Were the sum shown as "<5" too, each could be 1 only."""
    export = line("来源", *[counted(1)] * 4, total=counted(4))
    assert signs(published(export), "来源", "r0") == ["<5", "<5", "<5", "<5", "隐去"]


def test_a_rectangle_of_the_smallest_is_hidden_and_no_total() -> None:
    """The row's second is 6, the column's 7; at their corner 9, less than any other way round."""
    export = Export().table("甲", [[3, 6, 50], [7, 9, 60], [70, 80, 90]])
    hidden = published(export)
    assert [signs(hidden, "甲", row) for row in ("r0", "r1", "r2", SUM)] == [
        ["<5", "隐去", "50", "59"], ["隐去", "隐去", "60", "76"], ["70", "80", "90", "240"],
        ["80", "95", "200", "375"]]


def test_an_amount_that_one_case_makes_up_is_hidden_with_the_one_of_fewest_cases() -> None:
    """9,000 of 10,000 fen are one case's: 90 %."""
    amounts = [Cell(Kind.AMOUNT, 10000, 8, 9000), Cell(Kind.AMOUNT, 70000, 30, 5000),
               Cell(Kind.AMOUNT, 90000, 6, 20000)]
    export = line("款项", *amounts, total=Cell(Kind.AMOUNT, 170000, 44, 20000))
    assert reasons(export) == {("款项", "r0", "c0"): Reason.DOMINANT, ("款项", "r0", "c2"): Reason.SECOND}


def test_that_five_cases_were_paid_nothing_tells_what_the_one_among_them_was_paid() -> None:
    """The sum goes with its part; where no case stands behind an amount, nothing stays nothing."""
    amounts = [Cell(Kind.AMOUNT, 0, 1), Cell(Kind.AMOUNT, 0, 4), Cell(Kind.AMOUNT, 0, 0)]
    export = line("款项", *amounts, total=Cell(Kind.AMOUNT, 0, 5))
    assert signs(published(export), "款项", "r0") == ["隐去", "隐去", "0", "隐去"]


def test_no_women_among_seven_cases_tells_it_of_the_two_among_them() -> None:
    women = [Cell(Kind.COUNT, 0, 2), Cell(Kind.COUNT, 0, 5)]
    export = line("女性", *women, total=Cell(Kind.COUNT, 0, 7))
    assert signs(published(export), "女性", "r0") == ["隐去", "0", "隐去"]


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from([0, 0, 1, 100, 150000]),
                          st.sampled_from([0, 0, 1, 70, 100])), min_size=1, max_size=5))
def test_whatever_was_agreed_and_paid_in_however_few_cases_a_month_can_be_published(
        outcomes: list[tuple[int, int, int]]) -> None:
    """What was agreed is what was paid and what is not yet, by outcome and in all."""
    export, heads = Export(), ("agreed", "paid", "open")
    told = [(count, *((agreed, agreed * percent // 100) if count else (0, 0)))
            for count, agreed, percent in outcomes]
    parts = [(count, agreed, paid, agreed - paid) for count, agreed, paid in told]
    rows = [*parts, tuple(map(sum, zip(*parts, strict=True)))]
    names = [*(f"r{at}" for at in range(len(parts))), SUM]
    for name, (count, *amounts) in zip(names, rows, strict=True):
        for at, (head, value) in enumerate(zip(heads, amounts, strict=True), start=1):
            largest = max(one[at] for one in parts) if name == SUM else value
            export.cells["款项", name, head] = Cell(Kind.AMOUNT, value, count, largest)
        export.add(("款项", name, "agreed"), ("款项", name, "paid"), ("款项", name, "open"))
    for head in heads:
        export.add(("款项", SUM, head), *(("款项", name, head) for name in names[:-1]))
    published(export)


def test_a_mean_of_four_is_hidden_wherever_it_is_printed() -> None:
    mean = Cell(Kind.MEAN, 28, 4)
    export = Export({("甲", "讨薪", "天数"): mean, ("乙", "讨薪", "天数"): mean})
    export.add(("甲", "讨薪", "天数"), ("乙", "讨薪", "天数"))
    assert set(reasons(export).values()) == {Reason.FEW_VALUES}
    assert len(reasons(export)) == 2


def test_a_share_goes_with_its_numerator() -> None:
    done, closed, rate = (("质效", "全部", name) for name in ("成功", "结案", "成功率"))
    export = Export({done: counted(3), closed: counted(20), rate: Cell(Kind.SHARE, 150, 20, 0, done, closed)})
    assert reasons(export) == {done: Reason.FEW, rate: Reason.QUOTIENT}


def test_a_mean_of_few_takes_one_of_the_figures_it_is_made_from_with_it() -> None:
    """The mean of 4 days is the sum of days by the cases, both of which would be shown."""
    days, cases, mean = (("质效", "全部", name) for name in ("天数", "结案", "平均"))
    export = Export({days: Cell(Kind.COUNT, 560, 20), cases: counted(20),
                     mean: Cell(Kind.MEAN, 28, 4, 0, days, cases)})
    assert reasons(export)[mean] is Reason.FEW_VALUES
    assert len(reasons(export)) == 2


def test_tables_with_the_same_totals_are_hidden_together() -> None:
    """Stations by source and stations by cause: the small count must not come back through the other."""
    export = Export().table("来源", [[3, 20], [30, 40]]).table("案由", [[11, 12], [35, 35]])
    for row in ("r0", "r1", SUM):
        export.add(("来源", row, SUM), ("案由", row, SUM))
    assert {key[0] for key in published(export).shown} == {"来源"}


def test_an_office_of_no_cases_hides_nothing() -> None:
    assert published(Export().table("甲", [[0, 0], [0, 0]])).shown == {}


def test_an_office_that_shows_no_nothing_hides_it_as_few() -> None:
    export = Export().table("甲", [[0, 20], [30, 40]])
    hidden = hide(export.cells, export.relations, Thresholds(zero_shown=False))
    assert hidden.look(("甲", "r0", "c0")) is Look.SMALL
    assert worked_back(hidden) == ()


def test_what_does_not_add_up_is_not_published() -> None:
    export = line("来源", counted(3), counted(6), total=counted(10))
    with pytest.raises(DeskError, match="is not the sum"):
        hide(export.cells, export.relations)


@pytest.mark.slow
def test_a_year_of_forty_tables_is_hidden_and_attacked_in_seconds() -> None:
    """Forty tables of 12 x 20, half of their counts small or nothing: a second of a processor where
    this was written; ten times that would be another way of growing."""
    random, export = Random(1), Export()
    for number in range(40):
        export.table(f"表{number}", [[random.choice([0, 0, 1, 2, 3, 5, 8, 13, 30, 60]) for _ in range(20)]
                                    for _ in range(12)])
    began = process_time()
    published(export)
    assert process_time() - began < 10


@pytest.mark.slow
@settings(max_examples=500)
@given(grids, st.booleans())
def test_of_everything_hidden_more_than_one_number_fits(grid: list[list[int]], twice: bool) -> None:
    export = two_tables(grid) if twice else Export().table("甲", grid)
    hidden = published(export)
    assert [key for key in hidden.shown if not others(hidden, key, 6)] == []


@pytest.mark.parametrize("grid", [
    [[4, 4, 4], [4, 4, 4], [4, 4, 4]],
    [[2, 4, 4], [4, 4, 4], [4, 4, 4]],
    [[4, 4, 4], [0, 4, 4], [4, 4, 4]],
    [[5, 4, 5], [4, 5, 5], [4, 4, 4]],
    [[7, 5, 2], [4, 2, 4], [4, 4, 4]],
])
@pytest.mark.parametrize("twice", [False, True])
def test_grids_of_fours_do_not_hold_up_whoever_tries_every_number(grid: list[list[int]], twice: bool) -> None:
    """Nearly all is hidden in them, and the first number tried fits nearly never: tried without looking
    ahead they took minutes."""
    export = two_tables(grid) if twice else Export().table("甲", grid)
    hidden = published(export)
    assert [key for key in hidden.shown if not others(hidden, key, 6, steps=50)] == []


def test_whoever_tries_every_number_says_so_when_the_steps_do_not_do() -> None:
    hidden = published(Export().table("甲", [[4, 4], [4, 4]]))
    with pytest.raises(AssertionError, match="more steps than it may"):
        others(hidden, ("甲", "r0", "c0"), 6, steps=1)


@given(st.lists(st.lists(st.lists(st.sampled_from([0, 1, 4, 5, 6, 9]), min_size=2, max_size=2),
                         min_size=2, max_size=2), min_size=2, max_size=2))
def test_months_and_their_year_hide_each_other(months: list[list[list[int]]]) -> None:
    export = Export()
    for number, month in enumerate(months):
        export.table(f"{number}月", month)
    export.table("全年", [[sum(figures) for figures in zip(*rows, strict=True)]
                        for rows in zip(*months, strict=True)])
    for key in [key for key in export.cells if key[0] == "全年"]:
        export.add(key, *((f"{number}月", key[1], key[2]) for number in range(len(months))))
    hidden = published(export)
    assert [key for key in hidden.shown if not others(hidden, key, 6)] == []


@given(st.lists(st.lists(st.sampled_from([3, 4, 6, 7, 9, 12, 20, 30, 40]), min_size=4, max_size=4),
                min_size=4, max_size=4))
def test_no_more_cases_are_hidden_than_by_a_rectangle_around_each_small_count(grid: list[list[int]]) -> None:
    """Three corners of the cheapest rectangle whose other corners are at least 6 always hide a small
    count: it moves up (4: down), its neighbours the other way and stay at least 5."""
    bound = sum(cheapest_rectangle(grid, row, column) for row, column in product(range(4), range(4))
                if grid[row][column] < 5)
    assume(bound < 10**6)
    hidden = published(Export().table("甲", grid))
    second = [key for key, shown in hidden.shown.items() if shown.reason is Reason.SECOND]
    assert sum(hidden.cells[key].count + 1 for key in second) <= bound


def cheapest_rectangle(grid: list[list[int]], row: int, column: int) -> int:
    """What the three other corners lose, one more than its cases each."""
    corners = [(grid[row][c], grid[r][column], grid[r][c]) for r, c in product(range(4), range(4))
               if r != row and c != column]
    return min((sum(one) + 3 for one in corners if min(one) >= 6), default=10**6)


@given(grids)
def test_only_what_must_be_is_hidden_first_and_the_same_again(grid: list[list[int]]) -> None:
    export = Export().table("甲", grid)
    hidden = published(export)
    must = {key for key, cell in export.cells.items() if sensitive(cell, Thresholds())}
    assert must <= set(hidden.shown)
    assert bool(must) == bool(hidden.shown)
    assert hide(export.cells, export.relations).shown == hidden.shown
