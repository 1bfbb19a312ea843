"""The streamers' three rounds through the windows: moves on the chart, zone, packages, and the meeting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from mediation_desk.domain.mediation.full_zone import Verdict
from mediation_desk.domain.mediation.packages.package import Balance
from mediation_desk.domain.money import total, yuan
from mediation_desk.domain.vocabulary import SealedKind, Side, Station
from mediation_desk.gui.case.mediation.meeting_point import MeetingPoint
from mediation_desk.gui.case.mediation.page import MediationPage
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.services.mediation import caucus, meeting_point
from mediation_desk.services.papers.told import asked_by_worker
from tests.gui import desks
from tests.gui.case.mediation.hands import words_on_screen
from tests.gui.case.mediation.meeting import column, rows, said
from tests.stories.agreeing import offer
from tests.stories.desktop import Desktop, running
from tests.stories.opening import set_up_the_office
from tests.stories.test_streamers_windows import sort_it, take_the_matter_in

SEALED = ("29,000.00", "31,000.00", "不低于29000元", "不能一次付清", "纳什")


@pytest.fixture
def desktop(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    """A Chinese office on 25 November 2024, the streamers' matter taken in and sorted."""
    monkeypatch.setattr(kit_words, "system_language", lambda: "zh_CN")
    around = desks.surroundings(tmp_path / "notes", desks.SetClock())
    with running(qapp, tmp_path, around) as program:
        program.start()
        made = Desktop(program)
        set_up_the_office(made)
        take_the_matter_in(made)
        sort_it(made)
        yield made


def test_three_rounds_and_where_they_meet(desktop: Desktop) -> None:
    page = desktop.station(MediationPage)
    two_rounds(desktop, page)
    bottom_lines(desktop, page)
    where_they_meet(desktop, page)
    nothing_of_it_stays(desktop, page)
    third_round(desktop, page)


def two_rounds(desktop: Desktop, page: MediationPage) -> None:
    """Each move stands on the chart and in its table, the range of the law behind them."""
    for side, amount, count in ((Side.APPLICANT, "38700", "1"), (Side.RESPONDENT, "21500", "6"),
                                (Side.APPLICANT, "33000", "2"), (Side.RESPONDENT, "28000", "3")):
        offer(desktop, page, side, amount, count)
    assert page.offers.chart is not None
    assert [row[:4] for row in rows(page.offers.chart.table)] == [
        ["第1轮", "申请人", "38,700.00", "1"], ["第1轮", "被申请人", "21,500.00", "6"],
        ["第2轮", "申请人", "33,000.00", "2"], ["第2轮", "被申请人", "28,000.00", "3"],
        ["法定核算下限", "", "15,000.00", ""], ["法定核算上限", "", "38,700.00", ""]]


def bottom_lines(desktop: Desktop, page: MediationPage) -> None:
    """Learned alone, one side after the other; with one side open nothing of the other is on screen."""
    lines = ((Side.APPLICANT, "29000", "most", "不低于29000元，最多两个月付清"),
             (Side.RESPONDENT, "31000", "fewest", "不高于31000元，不能一次付清"))
    for side, amount, bound, words in lines:
        desktop.click(page.private.toggles[side])
        opened = page.private.side(side)
        assert opened is not None and not points(page)
        desktop.write(opened.line_form.field("bottom_line"), amount)
        desktop.write(opened.line_form.field(bound), "2")
        desktop.write(opened.line_form.field("text"), words)
        desktop.click(opened.line_button)
        desktop.click(page.private.toggles[side])


def points(page: MediationPage) -> list[MeetingPoint]:
    return page.private.findChildren(MeetingPoint)


def where_they_meet(desktop: Desktop, page: MediationPage) -> None:
    for press in page.private.toggles.values():
        desktop.click(press)
    (point,) = points(page)
    assert "协商区间为29,000.00元至31,000.00元，分2期支付。" in said(point)
    assert point.zone is not None and point.packages is not None
    assert [row[3] for row in rows(point.zone.dimensions)] == ["有交集", "不明", "有交集", "不明"]
    told = rows(point.packages.table)
    assert column(told, 0) == ["纳什积最大、较少一方所得最大", "付清最快", "违约风险最小", "最接近最近方案"]
    assert column(told, 1) == ["30,000.00", "30,000.00", "30,000.00", "30,500.00"]
    assert column(told, 4) == ["2025-01-10", "2024-12-25", "2024-12-25", "2025-01-10"]
    assert column(rows(point.packages.shares.table), 3) == [
        "6,666.67", "6,666.67", "6,666.67", "6,666.66", "3,333.33"]
    found = meeting_point.look(desktop.desk, desktop.case.id)
    assert found.zone is not None and found.zone.verdict is Verdict.OVERLAP
    assert all(total(one.deal.shares) == one.deal.total == total(one.deal.amounts) and not one.warnings
               for one in found.packages)


def nothing_of_it_stays(desktop: Desktop, page: MediationPage) -> None:
    """Covered again: no word of it is in any widget of the window."""
    assert "29,000.00" in words_on_screen(desktop.frame)
    page.private.conceal()
    desktop.settle()
    on_screen = [words_on_screen(widget) for widget in QApplication.topLevelWidgets()
                 if isinstance(widget, QWidget)]
    assert not any(word in told for word in SEALED for told in on_screen)


def third_round(desktop: Desktop, page: MediationPage) -> None:
    """The company's 30,264.00 in two instalments lies in the zone, is released, and is accepted."""
    desktop.click(page.private.toggles[Side.RESPONDENT])
    company = page.private.side(Side.RESPONDENT)
    assert company is not None
    desktop.write(company.offer_form.field("amount"), "30264")
    desktop.write(company.offer_form.field("instalments"), "2")
    desktop.click(company.offer_button)
    (kept,) = caucus.talk(desktop.desk, desktop.case.id).of(Side.RESPONDENT, SealedKind.OFFER)
    found = meeting_point.look(desktop.desk, desktop.case.id)
    assert found.zone is not None and found.zone.amounts is not None
    assert found.zone.amounts.low <= kept.amount <= found.zone.amounts.high
    near = next(one for one in found.packages if Balance.NEAR in one.kinds)
    assert near.deal.total == yuan("31000")  # half way from 33,000.00 to 30,264.00 is more than it would pay
    desktop.click(company.findChildren(QPushButton, "release")[0])
    desktop.click(page.private.toggles[Side.RESPONDENT])
    assert page.offers.chart is not None
    assert ["第3轮", "被申请人", "30,264.00", "2"] in [row[:4] for row in rows(page.offers.chart.table)]
    desktop.click(page.offers.findChildren(QPushButton, "accept")[-1])
    assert desktop.case.station is Station.SETTLEMENT
    shares = yuan("30264").split([asked.fen for asked in asked_by_worker(desktop.case).values()])
    assert [str(share) for share in shares] == ["6,725.34", "6,725.33", "6,725.33", "6,725.33", "3,362.67"]
