"""Identities of a form: told once where they hold, place by place where they do not."""

from dataclasses import replace

from mediation_desk.domain.reports.forms.filled import FilledTable
from mediation_desk.domain.reports.forms.reconciling import outcomes
from tests.domain.reports.forms.counted import filled, told
from tests.domain.reports.forms.test_filling import SHIPPED

FORM = SHIPPED["ma1"]


def altered(table: FilledTable, row_id: str, column: str, value: int | None) -> FilledTable:
    at = [one.id for one in table.columns].index(column)
    rows = [replace(row, cells=tuple(replace(cell, value=value) if (row.id, here) == (row_id, at) else cell
                                     for here, cell in enumerate(row.cells))) for row in table.rows]
    return replace(table, rows=tuple(rows))


def test_an_identity_that_holds_is_told_once() -> None:
    told_of = outcomes(FORM, filled(FORM, [told(1), told(2)]))
    assert [one.holds for one in told_of] == [True] * 4
    assert (told_of[0].left, told_of[0].right) == (2, 2)


def test_a_table_that_was_miscounted_is_named_by_row_and_column() -> None:
    first, second = filled(FORM, [told(1), told(2)])
    broken = outcomes(FORM, (altered(first, "by/pay", "received", 3), second))
    assert [(one.label.zh, one.left, one.right) for one in broken if one.holds is False] == [
        ("上期未结＋当期受理＝调解结案＋不予受理、转办＋期末未结（劳动报酬）", 3, 2),
        ("合计＝各争议事项之和（当期受理）", 2, 3)]


def test_what_is_not_known_can_be_checked_by_nobody() -> None:
    first, second = filled(FORM, [told(1)])
    told_of = outcomes(FORM, (first, altered(second, "office", "received", None)))
    assert [one.holds for one in told_of] == [True, True, None, True]


def test_what_is_left_out_of_a_publication_is_not_checked_there() -> None:
    assert len(outcomes(FORM, filled(FORM, [told(1)])[:1])) == 2
