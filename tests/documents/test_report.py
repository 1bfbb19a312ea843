"""A report says the same in every kind of file."""

from dataclasses import replace

from mediation_desk.documents.report import BROKEN, charted, notes_of, paper, shown
from mediation_desk.domain.reports.figures import Unit
from mediation_desk.domain.reports.forms.filled import Cell
from tests.documents.reports import REPORT, TABLE, label


def test_a_cell_is_read_as_it_is_meant() -> None:
    assert [shown(cell) for row in TABLE.rows for cell in row.cells] == [
        "1207", "30,264.05", "85.25%", "<5", "隐去", "——", "9", "1.00", "0.05%", "", "", ""]


def test_a_broken_identity_is_said_above_everything() -> None:
    assert REPORT.warning == BROKEN
    assert replace(REPORT, outcomes=REPORT.outcomes[:1]).warning == ""
    assert REPORT.checks() == ["合计＝各来源之和：1207＝1207，相符。", "两表相等：3≠4，不符。",
                               "其他：有空白栏，无法核对。"]


def test_a_published_report_says_no_figure_again() -> None:
    public = replace(REPORT, public=True)
    assert public.audience == "公开"
    assert public.checks()[:2] == ["合计＝各来源之和：相符。", "两表相等：不符。"]


def test_what_is_blank_or_left_out_is_said_below_its_table() -> None:
    assert notes_of(TABLE) == ["空白：不在本单位。"]
    first = replace(TABLE.rows[0], cells=(Cell(Unit.PEOPLE, 9, left_out=2), *TABLE.rows[0].cells[1:]))
    columns = (replace(TABLE.columns[0], label=label("女"), unit=Unit.PEOPLE), *TABLE.columns[1:])
    assert "女：首行另有2人未填写性别，不在内。" in notes_of(replace(TABLE, rows=(first,), columns=columns))


def test_a_chart_draws_what_is_shown_and_nothing_hidden() -> None:
    assert [(name, cell.value) for name, cell in charted(TABLE)] == [("来访申请", 9)]
    table = paper(REPORT).tables[0]
    assert [(bar.label, bar.shown, bar.length) for bar in table.bars] == [("来访申请", "9", 1000)]
    assert table.columns == ("受理", "金额（元）", "占比")


def test_the_paper_has_title_period_definitions_maker_day_and_readers() -> None:
    view = paper(REPORT)
    assert (view.title, view.period, view.audience, view.maker, view.made_on) == (
        "调解工作月报", "2024年12月", "内部", "李调解", "2025-01-02")
    assert view.definitions == ("受理：收到日期在本期内的案件。",)
    assert view.tables[1].title == "到期"
