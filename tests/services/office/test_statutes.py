"""The office's own figures and holidays count beside the shipped ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mediation_desk.domain.figures import FigureKind
from mediation_desk.domain.money import yuan
from mediation_desk.domain.words import DeskError
from mediation_desk.services.office import settings, statutes
from mediation_desk.services.own_law import OwnFigure
from tests.offices import Office

WAGE = OwnFigure(FigureKind.MINIMUM_WAGE, "630100", "西宁市", yuan("1880"), date(2024, 1, 1),
                 "办公室自行录入（测试）")
YEAR = """[[year]]
year = 2027
notice = "测试通知"
statutory = [2027-01-01]
rest_days = [2027-02-08]
make_up_workdays = [2027-02-06]
"""


def test_a_figure_is_used_from_its_first_day_on_and_kept(office: Office) -> None:
    statutes.keep_figures(office.first, [WAGE])
    for desk in (office.first, office.desk()):
        found = desk.figures.minimum_wage("630102", date(2024, 6, 1))
        assert found is not None
        assert found.amount == yuan("1880")
        assert desk.figures.minimum_wage("630102", date(2023, 12, 31)) is None


@pytest.mark.parametrize(("wrong", "field"), [
    ({"place": "63"}, "place"), ({"amount": yuan("0")}, "amount"), ({"source": " "}, "source"),
    ({"until": date(2023, 1, 1)}, "until")])
def test_a_figure_that_cannot_be_changes_nothing(office: Office, wrong: dict[str, object],
                                                 field: str) -> None:
    with pytest.raises(DeskError) as refused:
        statutes.keep_figures(office.first, [WAGE, replace(WAGE, **wrong)])  # type: ignore[arg-type]
    assert refused.value.field == field
    assert statutes.own_figures(office.first) == ()


def test_an_imported_year_of_holidays_moves_the_clocks(office: Office) -> None:
    assert not office.first.calendar.knows(date(2027, 1, 1))
    statutes.import_holidays(office.first, YEAR)
    again = office.desk()
    assert again.calendar.is_workday(date(2027, 2, 6))
    assert not again.calendar.is_workday(date(2027, 2, 8))
    assert (2027, True) in [(year.year, own) for year, own in statutes.holiday_years(again)]
    statutes.drop_holidays(again, 2027)
    assert not again.calendar.knows(date(2027, 1, 1))


def test_a_broken_file_of_holidays_is_refused_in_words(office: Office) -> None:
    for text in ("", "[[year]]\nyear = 2027", YEAR + YEAR, YEAR.replace("2027-02-06", "2027-02-05")):
        with pytest.raises(DeskError):
            statutes.import_holidays(office.first, text)


def test_office_settings_are_kept_and_in_the_journal(office: Office) -> None:
    changed = replace(office.first.settings, name="城西区劳动争议调解工作室")
    settings.change(office.first, changed)
    assert office.desk().settings == changed
    with pytest.raises(DeskError) as refused:
        settings.change(office.first, replace(changed, seal_name=" "))
    assert refused.value.field == "seal_name"
