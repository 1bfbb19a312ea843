"""Places and spots in words; hours as they are typed."""

from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.intake.spotting.spots import About, Days, Spot, Whose
from mediation_desk.domain.money import Money
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.intake.pasted.told import (
    about_of,
    hour_shown,
    place_called,
    read_hour,
    read_value,
    told,
    whose_of,
)

DAY = date(2026, 3, 18)


def test_places_have_names(dressed: QApplication) -> None:
    places = ("order", "applicant.1.phone", "respondent.0.legal", "claim.gig_pay")
    assert [place_called(one) for one in places] == [
        "Order number", "Applicant 2: Phone", "Respondent 1: Legal representative", "Amount: Gig pay"]


def test_a_place_knows_what_it_holds_and_whose(dressed: QApplication) -> None:
    assert about_of("respondent.0.name") is About.COMPANY and about_of("claim.other") is About.AMOUNT
    assert about_of("due") is About.DUE and whose_of("applicant.0.name") is Whose.APPLICANT


def test_spots_are_told(dressed: QApplication) -> None:
    said = [told(one) for one in (
        Spot(About.NAME, "雷长海", 0, 3, whose=Whose.RESPONDENT, post="站长"),
        Spot(About.AMOUNT, Money(500_00), 0, 3), Spot(About.CLAIM, "gig_pay", 0, 3),
        Spot(About.SOURCE, "court", 0, 3), Spot(About.DAYS, Days(DAY, date(2026, 3, 19)), 0, 3),
        Spot(About.ARRIVED, datetime(2026, 3, 18, 9, 5), 0, 3))]
    assert said == ["Name (站长) 雷长海", "Amount 500.00 yuan", "Claim Gig pay",
                    "Source Entrusted by a court", "Days 2026-03-18 ~ 2026-03-19",
                    "Order received at 2026-03-18 09:05"]


@pytest.mark.parametrize(("text", "wanted"), [
    ("2026-03-18 09:45", datetime(2026, 3, 18, 9, 45)), ("3月25日17时", datetime(2026, 3, 25, 17)),
    ("2026年3月25日", datetime(2026, 3, 25)), ("", None)])
def test_an_hour_is_read_as_it_is_typed(text: str, wanted: datetime | None) -> None:
    assert read_hour(text, DAY) == wanted


@pytest.mark.parametrize("text", ["2026-03-18 25:00", "morgen"])
def test_what_is_no_hour_is_refused(text: str) -> None:
    with pytest.raises(DeskError):
        read_hour(text, DAY)


def test_selected_words_are_read_for_their_place() -> None:
    assert read_value("claim.gig_pay", "12,600元", DAY) == Money(12600_00)
    assert read_value("applicant.0.phone", "１３８ ９７１２ ０４５６", DAY) == "13897120456"
    assert read_value("due", "2026-03-25", DAY) == datetime(2026, 3, 25)
    assert read_value("content", "甲\n乙", DAY) == "甲\n乙" and read_value("title", " 甲 ", DAY) == "甲"
    assert hour_shown(datetime(2026, 3, 25)) == "2026-03-25"
