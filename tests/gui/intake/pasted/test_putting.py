"""Selected words are offered the place that they look made for."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.intake.spotting.sheet import Sheet
from mediation_desk.gui.intake.pasted.putting import PuttingStrip, fitting
from tests.gui.case.rooms import id_number

SHEET = Sheet().put("applicant.0.name", "马国栋").put("respondent.0.name", "某公司")


@pytest.mark.parametrize(("words", "place"), [
    ("13897120456", "applicant.0.phone"), (id_number(21), "applicant.0.document"),
    ("西宁捷达有限公司", "respondent.1.name"), ("城西区五四西路66号", "applicant.0.address"),
    ("李秀梅", "applicant.1.name"), ("他说工资一直没有发给他", "content")])
def test_the_place_fits_the_words(words: str, place: str) -> None:
    assert fitting(words, SHEET) == place


def test_the_strip_offers_and_puts(qtbot: QtBot, dressed: QApplication) -> None:
    strip = PuttingStrip()
    qtbot.addWidget(strip)
    told: list[str] = []
    strip.put.connect(told.append)
    strip.act()
    strip.offer("13897120456", SHEET)
    strip.act()
    strip.offer("", SHEET)
    assert told == ["applicant.0.phone"] and strip.isHidden()
