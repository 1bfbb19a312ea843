"""What a form may be made of."""

from mediation_desk.domain.reports.figures import Unit
from mediation_desk.domain.reports.forms.form import By, Measure
from mediation_desk.domain.sorting.answer_types import Label


def test_every_measure_is_told_in_its_unit() -> None:
    assert [one.unit for one in (Measure.CASES, Measure.WOMEN, Measure.PAID)] == [
        Unit.CASES, Unit.PEOPLE, Unit.MONEY]


def test_rows_that_are_cut_short_are_whole_only_with_a_rest() -> None:
    assert By("source").is_whole
    assert not By("cause", top=5).is_whole and not By("matter", least=1).is_whole
    assert By("cause", top=5, rest=Label("其他", "Other")).is_whole
