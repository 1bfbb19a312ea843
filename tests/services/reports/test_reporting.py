"""A report says what it counts, for whom and by whom, before any figure."""

from fractions import Fraction

import pytest

from mediation_desk.domain.reports.disclosure.cells import Thresholds
from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import KindOfWork, Source, Station
from mediation_desk.services.reports import forms, reporting
from tests.offices import Office
from tests.services.reports.offices import DECEMBER, with_cases


def test_filters_are_said_in_words(office: Office) -> None:
    look = with_cases(office)
    narrow = Narrow(mediators=(office.first.who.account_id,), sources=(Source.HOTLINE,),
                    kinds=(KindOfWork.COURIER,), causes=("欠薪",), stations=(Station.INTAKE,))
    with look.reading() as work:
        told = reporting.begun(look, work, "报表", DECEMBER, narrow, own=True)
        wide = reporting.begun(look, work, "报表", DECEMBER, Narrow(), own=False)
    assert told.filters == ("调解员：陈守信；来源：12345转办；用工类型：快递员；案由：欠薪；阶段：登记受理；"
                            "只含制表人承办的案件")
    assert (wide.filters, wide.period, wide.maker, wide.made_on) == (
        "全部案件", "2024年12月1日至2024年12月31日", "苏主任", "2025-01-20")


def test_the_offices_thresholds_count_and_are_said(office: Office) -> None:
    look = with_cases(office)
    assert reporting.thresholds(look) == Thresholds(5, Fraction(4, 5), 5)
    assert "少于5件" in reporting.hiding_note(look) and "80%" in reporting.hiding_note(look)


def test_a_form_of_all_cases_is_told_to_nobody_who_may_count_own_cases_alone(office: Office) -> None:
    form = forms.filled(with_cases(office), "monthly", DECEMBER)
    with office.first.reading() as work, pytest.raises(NotAllowed):
        reporting.of_form(office.first, work, form)


def test_a_bulletin_to_be_published_names_no_company_and_no_case(office: Office) -> None:
    look = with_cases(office)
    form = forms.filled(look, "bulletin", DECEMBER)
    with look.reading() as work:
        inside = reporting.of_form(look, work, form)
        public, _hidden = reporting.of_form_published(look, work, form)
    assert [table.id for table in inside.tables] == ["day", "hot_matters", "hot_companies"]
    assert [table.id for table in public.tables] == ["day", "hot_matters"]
    assert len(inside.lists) == 1 and public.lists == ()
    assert reporting.NAMES_LEFT_OUT in public.notes
