"""The Monday page: what it says of two weeks, for whom, and that it stays one page."""

from __future__ import annotations

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from mediation_desk.documents.views import monday as views
from mediation_desk.documents.views.shared import OfficeView
from mediation_desk.domain.accounts import Role
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.services.papers.finishing import finished
from mediation_desk.services.reports import monday
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import text_of
from tests.services.reports.matters import accepted, closed


@pytest.fixture
def house(office: Office) -> Office:
    """Wednesday, 27 November 2024; Yang supervises, Liu administers."""
    office.clock.set(2024, 11, 27)
    for login, role in (("wang", Role.MEDIATOR), ("yang", Role.SUPERVISOR), ("liu", Role.ADMINISTRATOR)):
        colleague(office, login, role)
    return office


def test_last_week_and_this_one_stand_on_it(house: Office) -> None:
    accepted(house.first, date(2024, 11, 1))  # overdue
    accepted(house.first, date(2024, 11, 14), workers=3)  # mediation ends on Friday, the 29th
    closed(house.first, date(2024, 11, 19), date(2024, 11, 22))
    told = text_of(monday.monday_page(house.desk("yang", LENT)))
    assert "上周（2024-11-18至2024-11-24）" in told and "逾期和本周（2024-11-25至2024-12-01）事项" in told
    assert "当期收案1件1件" in told and "当期结案1件0件" in told
    assert "逾期共1项，本周共1项" in told
    assert "11-16逾期调解期满申请人0" in told and "11-29周五调解期满申请人0等3人" in told
    assert "承办的案件" not in told and "核对不符" not in told


def test_a_mediator_s_page_says_that_it_is_of_their_cases_alone(house: Office) -> None:
    accepted(house.first, date(2024, 11, 1))
    told = text_of(monday.monday_page(house.desk("wang", LENT)))
    assert "每周提要（Wang承办的案件）" in told and "没有逾期事项。本周没有到期事项和调解会。" in told


def test_an_administrator_gets_none(house: Office) -> None:
    with pytest.raises(NotAllowed):
        monday.monday_page(house.desk("liu", LENT))


@given(st.integers(0, 200), st.integers(0, 200))
def test_neither_what_is_late_nor_what_is_ahead_crowds_the_other_out(late: int, ahead: int) -> None:
    told, shown = monday.shared(late, ahead)
    assert told <= late and shown <= ahead and told + shown <= monday.LINES
    assert told + shown == min(late + ahead, monday.LINES)
    assert told >= min(late, monday.LEAST_LATE) and shown >= min(ahead, monday.LINES - max(
        monday.LEAST_LATE, monday.LINES - ahead))


def test_the_fullest_page_is_one_page(office: Office) -> None:
    """As many lines as it ever has, each as long as it ever is."""
    duty = views.DutyRow("11-29周五", "余款到期：1,123,456.00元", "阿卜杜拉·买买提…",
                         "宁中劳调〔2024〕0001号", "欧阳守信德")
    company = views.CompanyRow("青海河湟网络科技信息有限责任公司西宁第一分公司", 35, 122)
    figure = views.WeekFigure("集体争议收案", "13,456,789.00元", "13,456,789.00元")
    share = views.WeekFigure("调解成功率（占调解结案）", "100.00%", "100.00%")
    page = views.MondayPage(
        office=OfficeView("西宁市城中区劳动争议调解工作室", ""), own="欧阳守信德", made_on=date(2024, 11, 27),
        last=(date(2024, 11, 18), date(2024, 11, 24)), ahead=(date(2024, 11, 25), date(2024, 12, 1)),
        figures=((figure, share), *((figure, figure),) * 3), reconciles=False,
        loads=(views.LoadRow("欧阳守信德", 123, 345, 56, 67, 78, 89),) * monday.MOST_LOADS, more_loads=3,
        overdue=(duty,) * monday.LEAST_LATE, overdue_total=155,
        duties=(duty,) * (monday.LINES - monday.LEAST_LATE), duties_total=277,
        companies=(company,) * monday.MOST_COMPANIES, more_companies=2, resting=444,
        resting_numbers=("宁中劳调〔2024〕0001号",) * monday.MOST_RESTING)
    paper = finished(office.first, page)
    assert len(PdfReader(io.BytesIO(paper.pdf)).pages) == 1
