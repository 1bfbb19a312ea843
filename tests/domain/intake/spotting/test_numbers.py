"""Documents, telephones and the order's own number; and numbers that only look like them."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.intake.spotting.numbers import fits_check, narrow_digits
from mediation_desk.domain.intake.spotting.spots import About, Spot, Sure
from mediation_desk.library.spotting import shipped_spotter
from tests.gui.case.rooms import id_number

CARD = id_number(21)


def found(text: str, about: About) -> list[Spot]:
    return [one for one in shipped_spotter().read(text, date(2026, 3, 18)) if one.about is about]


def values(text: str, about: About) -> list[object]:
    return [one.value for one in found(text, about)]


@pytest.mark.parametrize("text", [
    "电话 182 0032 7715", "手机:1 8 2 0 0 3 2 7 7 1 5", "１８２００３２７７１５", "+86 182-0032-7715"])
def test_a_mobile_number_is_known_however_it_is_set(text: str) -> None:
    assert values(text, About.PHONE) == ["18200327715"]


def test_landlines_and_extensions_are_kept_readable() -> None:
    assert values("电话0971-8230155转8012", About.PHONE) == ["0971-8230155转8012"]
    assert values("电话 0971 6141122", About.PHONE) == ["0971-6141122"]
    (local,) = found("电话6141122", About.PHONE)
    assert local.sure is Sure.DOUBTED


@pytest.mark.parametrize("text", ["卡号6217004280003317204", "快递单号 18200327715", "QQ群号 732019445",
                                  "工单编号:18200327715", "010-12345", "YT18200327715", "微信18200327715"])
def test_other_numbers_are_no_telephones(text: str) -> None:
    assert values(text, About.PHONE) == []


def test_a_card_is_known_by_its_check_digit_and_an_old_one_by_what_it_is_called() -> None:
    (card,) = found(f"{CARD[:6]} {CARD[6:14]} {CARD[14:]}", About.DOCUMENT)
    assert (card.value, card.sure) == (CARD, Sure.SURE) and fits_check(CARD)
    assert values("身份证653101750618231", About.DOCUMENT) == ["653101750618231"]
    assert values("单号653101750618231", About.DOCUMENT) == []


def test_permits_and_passports_need_their_name_and_keep_it() -> None:
    (permit,) = found("台胞证 06318825", About.DOCUMENT)
    assert (permit.value, permit.post) == ("06318825", "taiwan_travel")
    assert values("护照 A20418837", About.DOCUMENT) == ["A20418837"]
    assert values("房号 A20418837", About.DOCUMENT) == []


@pytest.mark.parametrize(("text", "wanted"), [
    ("工单编号:XN２０２６０７１４", "XN20260714"), ("12345工单HZ2604140098:市民", "HZ2604140098"),
    ("案号:宁劳人仲案字〔2026〕第512号 申请人", "宁劳人仲案字〔2026〕第512号"),
    ("（2026）青0103民诉前调1187号", "（2026）青0103民诉前调1187号"),
    ("工单编号:WH2611\n原工单:WH2610200933118", "WH2611")])
def test_the_orders_number_is_the_one_that_is_called_so(text: str, wanted: str) -> None:
    assert values(text, About.ORDER) == [wanted]


def test_digits_alone_become_narrow() -> None:
    assert narrow_digits("（２０２６）Ａ１号") == "（2026）A1号"
