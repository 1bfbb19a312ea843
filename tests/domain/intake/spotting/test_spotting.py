"""Forty invented texts are read: how much is found, how much of it is right; places, speed, odd texts."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.intake.spotting.spots import About, Spot, Sure, Whose
from mediation_desk.domain.intake.spotting.spotting import Spotter
from mediation_desk.domain.money import Money
from mediation_desk.library.spotting import shipped_spotter
from tests.domain.intake.spotting.accuracy import SETS, scores, texts

#: Least recall and precision in per cent over the twenty texts of each set, tuned and held out.
FLOORS = {
    "applicant": (85, 95), "respondent": (95, 95), "company": (95, 90), "phone": (92, 92),
    "document": (100, 100), "days": (90, 88), "claim": (92, 92), "address": (95, 95), "order": (100, 100),
    "source": (95, 95), "work": (90, 90), "arrived": (85, 85), "due": (95, 95), "amount": (95, 95),
    "asked": (80, 85)}
DAY = date(2026, 3, 18)


@pytest.fixture(scope="module")
def reader() -> Spotter:
    return shipped_spotter()


@pytest.mark.parametrize("name", SETS)
def test_enough_is_found_and_enough_of_it_is_right(reader: Spotter, name: str) -> None:
    below = {field: (score.recall, score.precision) for field, score in scores(reader, name).items()
             if score.recall < FLOORS[field][0] or score.precision < FLOORS[field][1]}
    assert below == {}


def test_there_are_twenty_texts_to_tune_on_and_twenty_held_out() -> None:
    read = [texts(name) for name in SETS]
    assert [len(one) for one in read] == [20, 20]
    assert not {one.text for one in read[0]} & {one.text for one in read[1]}


@pytest.mark.parametrize("name", SETS)
def test_every_spot_stands_where_it_says(reader: Spotter, name: str) -> None:
    for one in texts(name):
        for spot in reader.read(one.text, one.day):
            assert 0 <= spot.start < spot.end <= len(one.text)
            if spot.about in (About.NAME, About.COMPANY):
                there, told = "".join(one.text[spot.start:spot.end].split()), "".join(str(spot.value).split())
                assert there[:2] == told[:2]


def spots(reader: Spotter, text: str, about: About) -> list[Spot]:
    return [one for one in reader.read(text, DAY) if one.about is about]


def test_a_number_belongs_to_whom_the_text_names_for_it_or_named_last(reader: Spotter) -> None:
    text = "来电人:马国栋\n联系电话:13897120456\n被反映单位:西宁捷达快运有限公司\n" \
           "被反映单位电话:0971-6141122\n内容:站长雷长海,电话15297003318。"
    assert [(one.value, one.whose) for one in spots(reader, text, About.PHONE)] == [
        ("13897120456", Whose.APPLICANT), ("0971-6141122", Whose.RESPONDENT),
        ("15297003318", Whose.RESPONDENT)]


def test_what_the_office_says_of_itself_is_nobodys(reader: Spotter) -> None:
    text = "来电人:马国栋\n承办人:李建国 联系电话:0971-8140055\n网格员:小秦 13897120456"
    assert [one.value for one in spots(reader, text, About.NAME)] == ["马国栋"]
    assert spots(reader, text, About.PHONE) == []


def test_an_amount_is_put_under_the_claim_that_its_clause_tells(reader: Spotter) -> None:
    text = "每月工资5000元,拖欠工资共15000元,押金500元不退。"
    asked = {one.claim: one.value for one in spots(reader, text, About.AMOUNT) if one.claim}
    assert asked == {"unpaid_wages": Money(15000_00), "deductions": Money(500_00)}


def test_where_two_amounts_could_be_meant_none_is_put_there(reader: Spotter) -> None:
    assert not any(one.claim for one in spots(reader, "甲欠工资3000元,乙欠工资4000元。", About.AMOUNT))


def test_a_doubtful_spot_says_so(reader: Spotter) -> None:
    (wrong,) = spots(reader, "身份证630102198803051219", About.DOCUMENT)
    assert wrong.sure is Sure.DOUBTED
    (bare,) = spots(reader, "工资8500没给", About.AMOUNT)
    assert bare.sure is Sure.DOUBTED


@given(st.text(st.sampled_from("来电人电话:,。;【】 \n\t我叫张李年月日1234567890X元万至-()·公司有限号工单"),
               max_size=200))
def test_no_text_is_too_odd(text: str) -> None:
    for spot in shipped_spotter().read(text, DAY):
        assert 0 <= spot.start < spot.end <= len(text)


@given(st.text(max_size=300))
def test_nor_any_other(text: str) -> None:
    for spot in shipped_spotter().read(text, DAY):
        assert 0 <= spot.start < spot.end <= len(text)


@pytest.mark.parametrize("part", ["\n", " \n", "\t", "【 ", "张三、", "3月至", "张三:好\n", "元2 "])
def test_no_text_makes_the_reader_ponder(reader: Spotter, part: str) -> None:
    """Twenty thousand signs of what rules begin with; blank lines were once tried each with all after it,
    which took hours."""
    begun = process_time()
    reader.read("工单标题:拖欠工资\n" + part * (20_000 // len(part)), DAY)
    assert process_time() - begun < 3
