"""Published texts: nothing of a case is left in them, and each planted form is found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.reports.publishing.amounts import Rounding
from mediation_desk.domain.reports.publishing.companies import Company
from mediation_desk.domain.reports.publishing.published import Publishing, traces
from mediation_desk.domain.reports.publishing.subjects import Kind, Named, subjects
from mediation_desk.domain.reports.publishing.surnames import ORDINARY, SHORT_WORDS, surname
from mediation_desk.library.pinyin import readings
from tests.domain.reports.publishing.invented import invented

FAMILIES = ("张", "李", "欧阳", "司马", "马", "冶", "祁", "吕", "单", "仇", "曾")
GIVEN = ("三丰", "伟明", "雨桐", "玉兰", "向东", "川", "晓岚", "国强", "文斌", "建国")
WHOLE = ("阿依古丽·买买提", "才让东珠", "白玛措", "努尔·艾力", "完么才旦")
BRANDS = ("湟水谷", "云上湟水", "金银滩", "茶卡雪", "日月山")
TRADES = ("文化传媒", "网络科技", "同城配送", "家政服务", "物流")
FORMS = ("有限公司", "有限责任公司", "股份有限公司")
REGIONS = ("", "西宁", "青海省西宁市", "海东市")
names = st.one_of(st.sampled_from(WHOLE), st.builds(
    "".join, st.tuples(st.sampled_from(FAMILIES), st.sampled_from(GIVEN))))
firms = st.builds(lambda region, brand, bracket, trade, form: f"{region}{brand}{bracket}{trade}{form}",
                  st.sampled_from(REGIONS), st.sampled_from(BRANDS), st.sampled_from(("", "（青海）",
                  "(西宁)")),
                  st.sampled_from(TRADES), st.sampled_from(FORMS))
phones = st.builds("1{}{}".format, st.sampled_from("3456789"), st.text("0123456789", min_size=8, max_size=8))


def pinyin(name: str) -> list[str]:
    return list(next(iter(readings(name.replace("·", "")))))


def forms_of_person(name: str) -> list[str]:
    """How people write a name, by a way of the test's own."""
    bare = name.replace("·", "")
    syllables, given = pinyin(name), bare[len(surname(bare)):]
    spelled = ["".join(syllables), " ".join(syllables).title(), "-".join(syllables),
               " ".join(bare), bare, name.replace("·", "•")]
    initials = "".join(one[0] for one in syllables)
    spelled += [initials.upper()] if initials not in SHORT_WORDS else []
    spelled += [given] if len(given) == 2 and given not in ORDINARY else []
    return spelled + [part for part in name.split("·") if len(part) > 1]


def forms_of_firm(name: str) -> list[str]:
    proper = Company.read(name).proper
    return [name, proper, f"{proper}公司", name.replace("（", "(").replace("）", ")"),
            "".join(pinyin(proper))]


def forms_of_number(number: str) -> list[str]:
    return [number, f"{number[:3]} {number[3:7]}-{number[7:]}", number.translate(str.maketrans(
        "0123456789", "０１２３４５６７８９")), f"尾号{number[-4:]}，"]


@settings(max_examples=40)
@given(st.lists(names, min_size=1, max_size=4, unique=True), firms, phones, st.data())
def test_whatever_is_planted_is_found_and_nothing_of_it_is_left(
        workers: list[str], firm: str, phone: str, data: st.DataObject) -> None:
    case = invented(workers, firm, phone=phone)
    hidden = subjects(case, Named(), readings)
    planted = [form for name in workers for form in forms_of_person(name)]
    planted += forms_of_firm(firm)
    planted += [form for party in case.applicants for number in (party.phone, party.id_number,
                                                                 party.bank_account)
                for form in forms_of_number(number)]
    planted += ["青海省西宁市城中区南大街12号", "南大街", case.number, "241125093011123456"]
    for form in planted:
        assert any(one.sure for one in traces(f"事情是，{form}。", hidden)), form
    chosen = data.draw(st.lists(st.sampled_from(planted), min_size=1, max_size=12))
    text = "据了解，" + "，然后是 ".join(chosen) + " ，欠38,700.00元，2024年11月25日。"
    told, replaced = Publishing(hidden, Rounding.THOUSAND).publish(text)
    assert [one for one in traces(told, hidden) if one.sure] == [], told
    assert replaced and "约39,000元" in told and "25日" not in told
    for party in (*case.applicants, *case.respondents):
        assert party.name not in told and (not party.phone or party.phone not in told)


def test_one_person_is_one_alias_however_the_name_is_written() -> None:
    hidden = subjects(invented(["张三丰", "张伟明"]), Named(), readings)
    told, replaced = Publishing(hidden).publish("张三丰（ZSF，三丰，zhang sanfeng）说张 伟 明在湟水谷公司。")
    assert told == "张某甲（张某甲，张某甲，张某甲）说张某乙在某文化传媒公司。"
    assert next((one.kind, one.was, one.by) for one in replaced) == (Kind.PERSON, "张三丰", "张某甲")


def test_what_a_person_put_comes_first_and_words_of_the_result_can_be_replaced_too() -> None:
    hidden = subjects(invented(["张三丰"]), Named(), readings)
    told, _ = Publishing(hidden, words={"王建华": "一位同事",
                         "张某和": "申请人和"}).publish("张三丰和王建华在场")
    assert told == "申请人和一位同事在场"


def test_a_mark_is_no_sure_trace_and_says_where_it_stands() -> None:
    (mark,) = traces("经理王建华说下月付", ())
    assert (mark.start, mark.end, mark.found, mark.kind, mark.sure) == (2, 5, "王建华", Kind.GUESS, False)


def test_a_longer_name_is_not_taken_for_a_shorter_one() -> None:
    hidden = subjects(invented(["张三", "张三丰"]), Named(), readings)
    assert Publishing(hidden).publish("张三丰和张三")[0] == "张某乙和张某甲"


@pytest.mark.timeout(60)
@pytest.mark.parametrize("text", ["a" * 20_000, "1111" + "a" * 20_000, "张" * 20_000, "1-" * 10_000,
                         "一" * 20_000,
                                  "张·" * 5_000, "a@" * 5_000, "zhang san " * 2_000, "张三丰" * 3_000])
def test_a_text_of_any_length_and_make_is_searched_without_waiting(text: str) -> None:
    """Each takes parts of a second; a pattern that tried every end for every start would take hours."""
    hidden = subjects(invented(["张三丰", "阿依古丽·买买提"]), Named(), readings)
    assert not [one for one in traces(Publishing(hidden).publish(text)[0], hidden) if one.sure]
