"""A table of a form, as the domain takes it."""

from mediation_desk.domain.reports.forms.form import (
    By,
    Count,
    Days,
    Measure,
    Moment,
    Share,
    Span,
    Sum,
    Unknown,
)
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.library.report_shapes import TableShape
from mediation_desk.library.report_tables import TableReader
from mediation_desk.library.tomllines import read, source_of
from tests.domain.reports.forms.counted import KNOWN

TEXT = """
id = "t"
zh = "表"
en = "Table"
[[columns]]
id = "a"
zh = "一"
en = "A"
event = "closed"
measure = "paid"
where = { over = true, outcome = ["agreement", "performed"] }
[[columns]]
id = "b"
zh = "二"
en = "B"
sum = ["a"]
less = ["a"]
[[columns]]
id = "c"
zh = "三"
en = "C"
share = ["a", "b"]
[[columns]]
id = "d"
zh = "四"
en = "D"
days = "end"
percent = 90
[[columns]]
id = "e"
zh = "五"
en = "E"
unknown_zh = "不知"
unknown_en = "not known"
[[rows]]
id = "r"
by = "mediator"
top = 3
rest_zh = "其余"
rest_en = "Rest"
"""


def test_every_kind_of_column_and_row_is_read() -> None:
    source = source_of("t.toml", TEXT)
    table = TableReader(source, KNOWN, "$", read(source, TableShape)).table()
    assert [one.told for one in table.columns] == [
        Count(Moment.CLOSED, Measure.PAID, (("outcome", ("agreement", "performed")), ("over", ("true",)))),
        Sum(("a",), ("a",)), Share("a", "b"), Days(Span.END, 90), Unknown(Label("不知", "not known"))]
    assert table.rows[0].by == By("mediator", 3, 0, Label("其余", "Rest"))
