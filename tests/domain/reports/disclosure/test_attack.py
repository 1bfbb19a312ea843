"""What a reader works back from what is shown, against one who tries every number."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.reports.disclosure.attack import require_safe, told_outright, worked_back
from mediation_desk.domain.reports.disclosure.cells import Cell, CellKey, Kind, Look, Published, Shown
from mediation_desk.domain.reports.disclosure.hiding import hide
from mediation_desk.domain.words import DeskError
from tests.domain.reports.disclosure.oracle import intervals, others
from tests.domain.reports.disclosure.tables import SUM, Export, counted, line

counts = st.sampled_from([0, 0, 1, 2, 3, 4, 4, 5, 6, 7, 9, 12])
grids = st.integers(2, 3).flatmap(
    lambda width: st.lists(st.lists(counts, min_size=width, max_size=width), min_size=1, max_size=3))


def two_tables(grid: list[list[int]]) -> Export:
    """A table, and a second one that splits its rows another way."""
    export = Export().table("甲", grid)
    export.table("乙", [[sum(row) // 3, sum(row) - sum(row) // 3] for row in grid])
    for number in range(len(grid)):
        export.add(("乙", f"r{number}", SUM), ("甲", f"r{number}", SUM))
    return export


def test_one_hidden_in_a_row_is_the_total_less_the_others() -> None:
    """59 - 6 - 50 = 3."""
    export = line("来源", counted(3), counted(6), counted(50), total=counted(59))
    assert worked_back(export.by_hand(("来源", "r0", "c0"))) == (("来源", "r0", "c0"),)
    assert worked_back(export.by_hand(("来源", "r0", "c0"), ("来源", "r0", "c1"))) == ()


def test_four_small_counts_that_add_up_to_sixteen_are_four_each() -> None:
    export = line("来源", *[counted(4)] * 4, total=counted(16))
    assert len(worked_back(export.by_hand(*[("来源", "r0", f"c{number}") for number in range(4)]))) == 4


def test_a_count_that_is_not_small_tells_the_small_one_beside_it() -> None:
    """6 = 1 + 5, since the second would be shown as "<5" were it less."""
    export = line("来源", counted(1), counted(5), total=counted(6))
    assert len(worked_back(export.by_hand(("来源", "r0", "c0"), ("来源", "r0", "c1")))) == 2


def test_two_rows_and_columns_with_two_hidden_each_can_still_tell_another() -> None:
    """Each row and column of the upper left has two hidden; the one in the corner below is alone."""
    export = Export().table("甲", [[6, 7, 20], [8, 9, 20], [20, 20, 30]])
    hidden = [("甲", row, column) for row in ("r0", "r1") for column in ("c0", "c1")]
    assert worked_back(export.by_hand(*hidden, ("甲", "r2", "c2"))) == (("甲", "r2", "c2"),)


def test_a_figure_hidden_in_one_table_and_shown_in_another_is_told() -> None:
    export = Export({("甲", "a", "b"): counted(7), ("乙", "a", "b"): counted(7)})
    export.add(("甲", "a", "b"), ("乙", "a", "b"))
    assert worked_back(export.by_hand(("甲", "a", "b"))) == (("甲", "a", "b"),)


def test_stock_received_and_closed_tell_what_is_left() -> None:
    """10 + 20 - 18 = 12."""
    keys = [("月报", "全部", column) for column in ("上期未结", "受理", "结案", "期末未结")]
    export = Export(dict(zip(keys, map(counted, (10, 20, 18, 12)), strict=True)))
    export.add(keys[3], keys[0], keys[1], less=[keys[2]])
    assert worked_back(export.by_hand(keys[3])) == (keys[3],)
    assert worked_back(export.by_hand(keys[3], keys[2])) == ()


def test_the_months_tell_the_year() -> None:
    export = Export().table("一月", [[9, 7]]).table("二月", [[8, 6]]).table("全年", [[17, 13]])
    for column in ("c0", "c1", SUM):
        export.add(("全年", "r0", column), ("一月", "r0", column), ("二月", "r0", column))
    hidden = [("全年", "r0", "c0"), ("全年", "r0", "c1")]
    assert worked_back(export.by_hand(*hidden)) == tuple(hidden)


def share(withheld: set[str]) -> tuple[CellKey, ...]:
    keys = {name: ("质效", "全部", name) for name in ("成功", "结案", "成功率")}
    cells = {keys["成功"]: counted(17), keys["结案"]: counted(20),
             keys["成功率"]: Cell(Kind.SHARE, 850, 20, 0, keys["成功"], keys["结案"])}
    return worked_back(Published(cells, (), {keys[name]: Shown(Look.HIDDEN) for name in withheld}))


def test_a_share_tells_its_numerator_and_is_told_by_both() -> None:
    """85 % of 20 are 17; 17 of 20 are 85 %."""
    assert share({"成功"}) == (("质效", "全部", "成功"),)
    assert share({"成功率"}) == (("质效", "全部", "成功率"),)
    assert share({"成功", "成功率"}) == ()


def test_a_sensitive_amount_told_nearly_is_told() -> None:
    """The second is at most what it makes with the third, 50 fen: the first is then 1,000,020 less at
    most 50, though nobody knows which. Were it 250,000, a tenth of the first would be in doubt."""
    first = Cell(Kind.AMOUNT, 1000000, 2, 600000)
    for second, third, told in ((20, 30, True), (120000, 130000, False)):
        export = line("款项", first, amount(second), total=amount(1000000 + second))
        more = line("渠道", amount(second), amount(third), total=amount(second + third))
        export.cells.update(more.cells)
        export.relations += more.relations
        export.add(("渠道", "r0", "c0"), ("款项", "r0", "c1"))
        hidden = [key for key in export.cells if key[2] != SUM]
        assert worked_back(export.by_hand(*hidden)) == ((("款项", "r0", "c0"),) if told else ())


def amount(fen: int) -> Cell:
    """An amount of nine cases, none of which makes up much of it."""
    return Cell(Kind.AMOUNT, fen, 9, fen // 4)


@pytest.mark.slow
@settings(max_examples=500)
@given(grids, st.randoms(use_true_random=False))
def test_whatever_is_hidden_by_hand_is_told_exactly_when_one_number_fits(grid: list[list[int]],
                                                                        random: Random) -> None:
    export = two_tables(grid) if random.random() < 0.4 else Export().table("甲", grid)
    share = random.choice([0.2, 0.5])
    hidden = [key for key, cell in export.cells.items() if cell.value and random.random() < share][:8]
    published = export.by_hand(*hidden)
    assert set(worked_back(published)) == {key for key in hidden if not others(published, key, 6)}


@pytest.mark.parametrize("seed", range(5))
def test_a_statistics_office_tells_the_same_cells_of_a_hundred_tables(seed: int, tmp_path: Path) -> None:
    """tau-argus finds one value only where, and wherever, the program says that it can be worked out."""
    random, differ = Random(seed), []
    for _ in range(100):
        height, width = random.randint(3, 7), random.randint(3, 8)
        export = Export().table("甲", [[random.choice([0, 1, 2, 3, 4, 5, 6, 7, 9, 12, 30, 50])
                                       for _ in range(width)] for _ in range(height)])
        share = random.choice([0.05, 0.2, 0.4])
        some = [key for key, cell in export.cells.items() if cell.value and random.random() < share]
        for published in (export.by_hand(*some), hide(export.cells, export.relations)):
            told = {key for key, (low, high) in intervals(published, tmp_path).items() if high - low < 1e-6}
            differ += sorted(told ^ set(worked_back(published)))
    assert differ == []


def test_the_gate_names_what_could_be_worked_out_and_what_is_told() -> None:
    export = line("来源", counted(3), counted(6), counted(50), total=counted(59))
    with pytest.raises(DeskError, match=r"withheld in row “r0”, column “c0” could be worked out"):
        require_safe(export.by_hand(("来源", "r0", "c0")))
    assert told_outright(export.by_hand()) == (("来源", "r0", "c0"),)
    with pytest.raises(DeskError, match=r"“来源” the figure in row “r0”, column “c0” says too much"):
        require_safe(export.by_hand(("来源", "r0", "c1")))
    require_safe(export.by_hand(("来源", "r0", "c0"), ("来源", "r0", "c1")))
