"""The tables of forms/sources/: every figure with its source; refused with file and line where wrong."""

from __future__ import annotations

import pytest

from mediation_desk.domain.intake.order.terms import OrderTerms
from mediation_desk.domain.vocabulary import Source
from mediation_desk.library.sources import (
    path_of,
    shipped_tables,
    source_names,
    source_text,
    typed_table,
)
from mediation_desk.library.tomllines import FormError

LEAST = """zh = "某某"
en = "Somebody"
hours = ["09:00-12:00", "14:00-18:00"]

[[kinds]]
id = "one"
zh = "一"
en = "One"
finish = { within = 5, unit = "working_days", source = "local" }
"""


def test_every_shipped_table_is_of_a_source_and_says_whence_each_period_comes() -> None:
    tables = shipped_tables()
    assert list(tables) == list(source_names()) and set(tables) <= {str(one) for one in Source}
    assert {"hotline_12345", "labour_inspection", "arbitration", "court"} <= set(tables)
    for table in tables.values():
        for kind in table.kinds:
            assert len(kind.periods) == 3 and all(one.whence for one in kind.periods.values())
            assert all(one.whence for one in kind.urgent.values())
            terms = table.terms_of(kind.id, "紧急")
            assert OrderTerms.read(terms.kept()) == terms


def test_the_hotline_weighs_its_rates_and_names_what_is_beyond_the_office() -> None:
    table = shipped_tables()["hotline_12345"]
    assert table.weights is not None
    assert (table.weights.response, table.weights.solved, table.weights.satisfied) == (30, 35, 35)
    assert table.beyond and table.returns and table.extends


def test_an_own_table_is_read_as_the_shipped_one_is() -> None:
    assert typed_table(source_text("hotline_12345"), "hotline_12345") == shipped_tables()["hotline_12345"]
    assert path_of("court") == "sources/court.toml"
    assert typed_table(LEAST, "union").terms_of("one", "").extending is None


@pytest.mark.parametrize(("wrong", "right", "line", "said"), [
    ('unit = "days"', 'unit = "working_days"', 9, "Invalid enum value 'days'"),
    ("within = -1", "within = 5", 9, "Expected `int` >= 0"),
    ('["09:00-12:00", "11:00-18:00"]', '["09:00-12:00", "14:00-18:00"]', 3, "follow each other"),
    ('["9-12"]', '["09:00-12:00", "14:00-18:00"]', 3, "09:00-12:00"),
    ("hours = []", 'hours = ["09:00-12:00", "14:00-18:00"]', 3, "follow each other"),
    ('id = "One!"', 'id = "one"', 6, "matching regex"),
    ("finsh = {", "finish = {", 9, "“finsh” is not known here")])
def test_a_wrong_figure_is_refused_with_its_line(wrong: str, right: str, line: int, said: str) -> None:
    with pytest.raises(FormError) as refused:
        typed_table(LEAST.replace(right, wrong), "union")
    assert refused.value.line == line
    assert said in str(refused.value) or said in str(refused.value.reason)


@pytest.mark.parametrize(("more", "said"), [
    ('\n[rates]\nresponse = 30\nsolved = 30\nsatisfied = 30\nsource = "x"\n', "make a hundred"),
    ('\n[extension]\nmost = { within = 1, unit = "hours", source = "x" }\ntimes = 1\ncut_off = "five"\n'
     'on = "last_day"\n', "17:00"),
    ('\n[[kinds]]\nid = "one"\nzh = "二"\nen = "Two"\n', "is here twice")])
def test_what_does_not_fit_together_is_refused(more: str, said: str) -> None:
    with pytest.raises(FormError, match=said):
        typed_table(LEAST + more, "union")
