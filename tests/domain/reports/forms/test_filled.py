"""A filled form by its cells."""

import pytest

from mediation_desk.domain.reports.forms.filled import FilledForm, Outcome
from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.sorting.answer_types import Label
from tests.domain.reports.forms.counted import JANUARY, filled, told
from tests.domain.reports.forms.test_filling import SHIPPED

LABEL = Label("相符", "Even")


def form(*outcomes: Outcome) -> FilledForm:
    return FilledForm(SHIPPED["ma1"], JANUARY, Narrow(), filled(SHIPPED["ma1"], [told()]), outcomes, False,
                      JANUARY.until)


def test_a_form_reconciles_unless_an_identity_is_broken() -> None:
    assert form(Outcome(LABEL, 3, 3), Outcome(LABEL, None, 2)).reconciles
    assert not form(Outcome(LABEL, 3, 3), Outcome(LABEL, 3, 2)).reconciles
    assert Outcome(LABEL, None, 2).holds is None


def test_every_cell_has_its_place() -> None:
    one = form()
    assert one.cell(("matters", "total", "received")).value == 1
    places = dict(one.cells())
    assert len(places) == 9 * 13 + 6 * 4
    assert places["matters", "by/pay", "received"].value == 1
    with pytest.raises(StopIteration):
        one.cell(("nowhere", "total", "received"))
