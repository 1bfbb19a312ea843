"""A form is filled as somebody would who goes through the cases one by one."""

from __future__ import annotations

import pytest
from hypothesis import given

from mediation_desk.domain.money import Money
from mediation_desk.domain.reports.facts import CaseFacts
from mediation_desk.domain.reports.forms.filled import FilledTable
from mediation_desk.domain.reports.forms.filling import share, unit_of
from mediation_desk.domain.reports.forms.form import Count, Form
from mediation_desk.domain.reports.forms.reconciling import outcomes
from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.library.reports import shipped_reports
from tests.domain.reports.forms.counted import JANUARY, KNOWN, cases, filled, form_of, slowly, told

SHIPPED = {name: form for name, (form, _text) in shipped_reports(KNOWN).items()}
TABLE = """
id = "own"
zh = "表"
en = "Form"
period = "month"
[[tables]]
id = "t"
zh = "表一"
en = "Table"
"""
COUNTED = """
[[tables.columns]]
id = "received"
zh = "受理"
en = "Received"
event = "received"
"""


def values(table: FilledTable) -> dict[str, list[int | None]]:
    return {row.id: [cell.value for cell in row.cells] for row in table.rows}


@pytest.mark.parametrize("name", sorted(SHIPPED))
@given(facts=cases())
def test_every_shipped_form_is_what_a_slow_recount_gives(name: str, facts: list[CaseFacts]) -> None:
    form = SHIPPED[name]
    tables = filled(form, facts)
    compared = 0
    for table, shown in zip(form.tables, tables, strict=True):
        for row in shown.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                if isinstance(column.told, Count) and cell.behind:
                    assert cell.value == slowly(facts, cell.behind, column.told.measure), (row.id, column.id)
                    compared += 1
    assert compared >= 20
    assert [one.label.zh for one in outcomes(form, tables) if one.holds is False] == []


def test_what_nobody_can_know_stays_blank_and_is_never_nothing() -> None:
    tables = filled(SHIPPED["ma1"], [told()])
    organisations = tables[1]
    assert organisations.cell("office", "received").value == 1
    for row in ("enterprise", "township", "village", "arbitration", "other"):
        blank = organisations.cell(row, "received")
        assert blank.value is None
        assert blank.unknown is not None and blank.unknown.zh


def test_rows_by_cause_keep_the_most_frequent_and_the_rest_adds_up() -> None:
    form = form_of(TABLE + COUNTED + """
[[tables.rows]]
id = "by"
by = "cause"
top = 1
rest_zh = "其余"
rest_en = "Rest"
""")
    facts = [told(1, cause="工伤"), told(2, cause="工伤"), told(3, cause="加班工资"), told(4)]
    assert values(filled(form, facts)[0]) == {"by/工伤": [2], "by/": [2]}


def test_hot_companies_are_those_with_two_cases_in_the_last_days() -> None:
    from datetime import date

    form = form_of(TABLE.replace('en = "Table"', 'en = "Table"\ndays = 7') + COUNTED + """
[[tables.rows]]
id = "by"
by = "company"
top = 10
least = 2
""")
    facts = [told(1, date(2025, 1, 25), company="甲"), told(2, date(2025, 1, 31), company="甲"),
             told(3, date(2025, 1, 31), company="乙"), told(4, date(2025, 1, 24), company="乙")]
    assert values(filled(form, facts)[0]) == {"by/甲": [2]}
    assert filled(form, facts, public=True) == ()  # a table of names is published nowhere


def test_sums_shares_days_and_rows_of_rows() -> None:
    """Three closed: 10, 20 and 30 days; two of them settled."""
    form = form_of(TABLE + """
[[tables.columns]]
id = "settled"
zh = "成功"
en = "Settled"
event = "closed"
where = { outcome = ["reconciled", "agreement"] }
[[tables.columns]]
id = "failed"
zh = "未成"
en = "Failed"
event = "closed"
where = { outcome = "no_agreement" }
[[tables.columns]]
id = "closed"
zh = "结案"
en = "Closed"
sum = ["settled", "failed"]
[[tables.columns]]
id = "rate"
zh = "率"
en = "Rate"
share = ["settled", "closed"]
[[tables.columns]]
id = "days"
zh = "日"
en = "Days"
days = "end"
[[tables.rows]]
id = "many"
zh = "集体"
en = "Collective"
where = { collective = true }
[[tables.rows]]
id = "few"
zh = "其余"
en = "Others"
where = { collective = false }
[[tables.rows]]
id = "all"
zh = "合计"
en = "All"
sum = ["many", "few"]
""")
    closed = [told(at, closed_on=JANUARY.until, outcome=outcome, days_to_end=days, collective=many)
              for at, (outcome, days, many) in enumerate((
                  (Outcome.RECONCILED, 10, False), (Outcome.AGREEMENT, 20, True),
                  (Outcome.NO_AGREEMENT, 30, False)))]
    assert values(filled(form, closed)[0]) == {
        "many": [1, 0, 1, 10_000, 20], "few": [1, 1, 2, 5_000, 10], "all": [2, 1, 3, 6_667, None]}


def test_a_part_of_nothing_says_nothing() -> None:
    form = SHIPPED["ma1"]
    cell = filled(form, [])[0].cell("total", "rate")
    assert (cell.value, cell.of) == (None, (0, 0))
    assert share(cell, cell).value is None


def test_the_largest_part_of_one_case_is_known_for_what_is_published() -> None:
    form: Form = SHIPPED["monthly"]
    closed = [told(at, closed_on=JANUARY.until, outcome=Outcome.RECONCILED, claimed=Money(fen))
              for at, fen in enumerate((100, 900, 300))]
    cell = filled(form, closed, public=True)[1].cell("total", "claimed")
    assert (cell.value, cell.count, cell.largest) == (1300, 3, 900)
    assert filled(form, closed)[1].cell("total", "claimed").largest == 0
    assert {unit_of(one, form.tables[1].columns).value for one in form.tables[1].columns} == {
        "cases", "people", "money"}


def test_a_column_that_nobody_can_know_is_blank_in_sums_too() -> None:
    form = form_of(TABLE + COUNTED + """
[[tables.columns]]
id = "other"
zh = "其他组织"
en = "Others"
unknown_zh = "不知"
unknown_en = "not known"
[[tables.rows]]
id = "by"
by = "cause"
top = 3
[[tables.rows]]
id = "all"
zh = "合计"
en = "All"
sum = ["by"]
""")
    (row,) = filled(form, [])[0].rows
    assert row.cells[0].value == 0
    assert row.cells[1].value is None and row.cells[1].unknown is not None
