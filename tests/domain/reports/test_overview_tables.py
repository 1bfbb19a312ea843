"""The overview as tables, and its three periods as one export."""

from mediation_desk.domain.reports.disclosure.cells import Thresholds
from mediation_desk.domain.reports.figures import Figure, Section, Unit
from mediation_desk.domain.reports.forms.filled import FilledForm
from mediation_desk.domain.reports.forms.gathering import published
from mediation_desk.domain.reports.overview_tables import COLUMNS, definitions, tables, together
from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.library.reports import read_report
from mediation_desk.library.shipped import shipped
from mediation_desk.library.tomllines import open_source
from tests.domain.reports.forms.counted import JANUARY, KNOWN, filled, told

FORM = read_report(open_source(shipped("forms", "overview.toml")), KNOWN)


def say(text: str) -> Label:
    return Label(f"中{text}", text)


def section(count: int) -> Section:
    return Section("Time", (Figure("days", "Days", "What it takes.", Unit.DAYS, count, (50, 100)),
                            Figure("over", "Over", "Too long.", Unit.CASES, count)))


def test_a_section_is_a_table_of_its_figures_over_three_periods() -> None:
    (table,) = tables([[section(3)], [section(2)], [section(1)]], say)
    assert [one.label.zh for one in table.columns] == ["本期", "上期", "上年同期"]
    assert [(row.label.zh, [cell.value for cell in row.cells]) for row in table.rows] == [
        ("中Days，中位数（日）", [3, 2, 1]), ("中Over", [3, 2, 1])]
    assert list(definitions([[section(3)]], say)) == ["中Days：中What it takes.", "中Over：中Too long."]


def test_the_stock_at_the_start_is_hidden_with_the_stock_at_the_end_before() -> None:
    """Three cases of December, open through January: the same three, in whichever period they are printed."""
    facts = [told(at, JANUARY.before().since) for at in range(3)]
    periods = (JANUARY, JANUARY.before(), JANUARY.year_before())
    forms = [FilledForm(FORM, one, Narrow(), filled(FORM, facts, one, public=True), (), False, one.until)
             for one in periods]
    shown, _hidden = published(together(forms, [label for _key, label in COLUMNS], Thresholds()))
    signs = {(table.id, column.id): cell.sign for table in shown for row in table.rows
             for column, cell in zip(table.columns, row.cells, strict=True)}
    assert signs["cases@0", "start"] and signs["cases@1", "end"]
    assert shown[0].label.zh == "一、案件（本期）"
