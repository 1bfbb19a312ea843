"""The sheet: what fills it in, what a person does with it, and what stays when the text is read anew."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.intake.spotting.sheet import Sheet, fill
from mediation_desk.domain.intake.spotting.spots import About, Spot
from mediation_desk.domain.money import Money
from mediation_desk.library.spotting import shipped_spotter

DAY = date(2026, 3, 18)
TEXT = ("工单编号:HZ2604140098\n来电人:马国栋\n联系电话:13897120456/0971-6141122\n来电人:李秀梅\n"
        "联系电话:13897120457\n被反映单位:西宁捷达快运有限公司\n法定代表人:雷长海\n电话:15297003318\n"
        "内容:拖欠工资8500,押金500元不退。")


def read(text: str = TEXT) -> tuple[Spot, ...]:
    return shipped_spotter().read(text, DAY)


def test_every_number_goes_to_whom_it_stands_with() -> None:
    sheet = fill(read())
    told = {place: str(entry.value) for place, entry in sheet.entries.items()
            if place.startswith(("applicant", "respondent"))}
    assert told == {
        "applicant.0.name": "马国栋", "applicant.0.phone": "13897120456/0971-6141122",
        "applicant.1.name": "李秀梅", "applicant.1.phone": "13897120457",
        "respondent.0.name": "西宁捷达快运有限公司", "respondent.0.legal": "雷长海",
        "respondent.0.phone": "15297003318"}
    assert sheet.count("applicant") == 2 and sheet.count("respondent") == 1


def test_what_is_doubted_waits_to_be_looked_at() -> None:
    sheet = fill(read())
    assert sheet.doubted() == ["claim.unpaid_wages"]
    taken = sheet.looked("claim.unpaid_wages")
    assert taken.doubted() == [] and taken.value("claim.unpaid_wages") == Money(8500_00)
    assert sheet.looked("title") is sheet


def test_a_spot_thrown_out_takes_its_value_along_and_stays_out() -> None:
    sheet = fill(read())
    (spot,) = [one for one in read() if one.about is About.COMPANY]
    without = sheet.thrown_out(spot)
    assert without.value("respondent.0.name") is None and sheet.places_of(spot) == ["respondent.0.name"]
    assert without.filled_anew(read()).value("respondent.0.name") == "雷长海", "whom the text names besides"


def test_what_a_person_entered_or_took_stays_when_the_text_is_read_anew() -> None:
    sheet = fill(read()).put("applicant.0.phone", "13900000000").looked("claim.unpaid_wages")
    anew = sheet.filled_anew(read(TEXT.replace("500元", "600元")))
    assert anew.value("applicant.0.phone") == "13900000000"
    assert anew.value("claim.deductions") == Money(600_00) and anew.doubted() == []


def test_an_emptied_field_is_gone_but_a_claim_stays_without_its_amount() -> None:
    sheet = fill(read()).put("order", "").put("claim.deductions", None)
    assert "order" not in sheet.entries and "deductions" in sheet.claims()
    assert sheet.without("claim.deductions").claims() == ["unpaid_wages"]


def test_an_empty_sheet_has_nobody() -> None:
    assert Sheet().count("applicant") == 0 and Sheet().doubted() == []
