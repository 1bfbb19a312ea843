"""The figures of an export with all that a reader can reckon from them."""

from mediation_desk.domain.reports.disclosure.cells import Thresholds
from mediation_desk.domain.reports.forms.gathering import Gathering, published
from tests.domain.reports.forms.counted import filled, told
from tests.domain.reports.forms.test_filling import SHIPPED

FORM = SHIPPED["monthly"]


def gathering(count: int) -> Gathering:
    return Gathering(filled(FORM, [told(at) for at in range(count)], public=True), Thresholds())


def test_two_cells_of_one_name_are_two_figures() -> None:
    one = gathering(7)
    twice = Gathering((*one.tables, *one.tables[:1]), Thresholds())
    assert len(twice.cells) > len(one.cells)
    assert ("一、案件", "全部案件", "当期受理 (2)") in twice.cells


def test_an_equation_with_an_unknown_term_says_nothing() -> None:
    one = gathering(7)
    one.adds_up(one.key("flow", "all", "received"), [None])
    one.adds_up(None, [one.key("flow", "all", "received")])
    assert one.relations == []


def test_the_rest_between_two_figures_counts_only_where_it_says_too_much() -> None:
    one = gathering(7)
    one.rest(("flow", "all", "received"), ("flow", "collective", "received"))  # a rest of seven
    assert one.relations == []
    few = gathering(3)
    few.rest(("flow", "all", "received"), ("flow", "collective", "received"))
    assert len(few.relations) == 1


def test_small_counts_are_hidden_and_counted() -> None:
    tables, hidden = published(gathering(3))
    assert hidden == sum(bool(cell.sign) for table in tables for row in table.rows for cell in row.cells)
    assert tables[0].cell("all", "received").sign == "<5"
