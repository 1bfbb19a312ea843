"""Names of persons: what stands for them, and how they are found."""

import pytest

from mediation_desk.domain.reports.publishing import people
from mediation_desk.domain.reports.publishing.folding import Text
from mediation_desk.domain.reports.publishing.people import Person
from mediation_desk.library.pinyin import readings


def told(name: str, text: str) -> list[tuple[str, bool]]:
    return [(text[start:end], sure) for start, end, sure in Person.of(name, readings).found(Text(text))]


def test_several_of_one_surname_are_told_apart_and_one_alone_is_not() -> None:
    assert people.aliases(["张伟", "张三丰", "欧阳锋", "阿依古丽·买买提", "John Smith",
                           "张 伟"]) == {
        "张伟": "张某甲", "张三丰": "张某乙", "欧阳锋": "欧阳某", "阿依古丽·买买提": "阿某",
        "John Smith": "J某",
        "张 伟": "张某甲"}


@pytest.mark.parametrize("text", [
    "张三丰", "张 三 丰", "張三丰", "三丰", "zhangsanfeng", "Zhang Sanfeng", "zhāng sān fēng",
    "Zhang1 San1 Feng1",
    "zhang-san-feng", "Sanfeng Zhang", "ZSF", "z.s.f", "ＺＨＡＮＧ ＳＡＮＦＥＮＧ",
    "Zhang S.F.", "S. F. Zhang", "ZHANG, SF", "张\n三丰"])
def test_a_name_is_found_in_characters_in_pinyin_and_in_parts(text: str) -> None:
    assert any(sure for _found, sure in told("张三丰", f"他叫{text}。"))


@pytest.mark.parametrize("text", ["阿依古丽•买买提", "阿依古丽买买提", "买买提", "阿依古丽",
                         "ayigulimaimaiti"])
def test_a_name_with_a_dot_is_found_whatever_the_dot(text: str) -> None:
    assert any(sure for _found, sure in told("阿依古丽·买买提", text))


@pytest.mark.parametrize("text", ["张-三-丰", "张*三丰", "张（三）丰", "张_三_丰", "张 / 三 / 丰",
                                  "【张】三丰"])
def test_signs_between_its_characters_hide_no_name(text: str) -> None:
    assert any(sure for _found, sure in told("张三丰", f"他叫{text}。"))


def test_the_end_of_a_clause_parts_two_words() -> None:
    assert told("高兴", "价格偏高，兴许再谈") == []


def test_a_name_written_as_it_sounds_is_looked_at() -> None:
    assert told("韩晓岚", "他叫韩小兰。") == [("韩小兰", False)]
    assert told("单雄信", "善熊信") == [("善熊信", False)]  # 单 is read shàn as a surname
    assert told("韩晓岚", "他叫韩小玲。") == []
    assert told("马兰", "码栏") == []


@pytest.mark.parametrize(("name", "text"), [
    ("马玉兰", "馬玉蘭"), ("马玉兰", "玉蘭"), ("才让东珠", "才讓東珠"), ("李国强", "李國強"),
    ("张三丰", "張 三 豐")])
def test_a_name_is_found_in_traditional_characters_whole_and_in_part(name: str, text: str) -> None:
    assert any(sure for _found, sure in told(name, f"他叫{text}。"))


@pytest.mark.parametrize("text", ["才让东珠", "才让", "东珠", "让东珠"])
def test_a_long_name_is_found_by_its_halves(text: str) -> None:
    assert any(sure for _found, sure in told("才让东珠", text))


@pytest.mark.parametrize("text", ["张总", "张师傅", "老张", "小张"])
def test_a_surname_with_a_title_is_only_looked_at(text: str) -> None:
    assert told("张三丰", text) == [(text, False)]


def test_a_given_name_that_is_a_word_and_initials_that_are_one_are_only_looked_at() -> None:
    assert told("王建设", "建设工地") == [("建设", False)]
    assert told("黄蓉", "HR来电") == [("HR", False)]
    assert told("李雷", "reliance") == []
    assert told("李雷", "Li L.") == [("Li L", False)]


def test_an_alias_never_holds_what_it_stands_for() -> None:
    assert people.aliases(["某甲", "张某"])["张某"] != "张某"
