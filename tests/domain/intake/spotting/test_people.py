"""Names: by labels, by the words around them, in lists and chats, of minorities; on the right side."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.intake.spotting.spots import About, Sure, Whose
from mediation_desk.library.spotting import shipped_spotter


def names(text: str) -> list[tuple[object, Whose]]:
    return [(one.value, one.whose) for one in shipped_spotter().read(text, date(2026, 3, 18))
            if one.about is About.NAME]


@pytest.mark.parametrize(("text", "wanted"), [
    ("来电人:马国栋  性别:男", "马国栋"), ("来电人:张 丽", "张丽"), ("姓名:司马晓", "司马晓"),
    ("申请人:扎西 达杰", "扎西 达杰"), ("我叫阿卜杜拉·买买提,在", "阿卜杜拉·买买提"),
    ("投诉人：艾力•吐尔逊", "艾力·吐尔逊"), ("我是跑闪送的汤小龙电话13366120987", "汤小龙"),
    ("Applicant: Ahmed Hassan, 护照", "Ahmed Hassan")])
def test_an_applicant_is_known(text: str, wanted: str) -> None:
    assert names(text) == [(wanted, Whose.APPLICANT)]


@pytest.mark.parametrize("text", ["老板张启明说没钱", "站长叫彭学武", "法定代表人:罗志强", "老板姓赵,赵永福",
                                  "公司负责人是蔡明远。"])
def test_whoever_stands_for_the_company_is_on_its_side(text: str) -> None:
    ((_name, whose),) = names(text)
    assert whose is Whose.RESPONDENT


def test_a_list_of_names_is_taken_with_the_one_that_is_known() -> None:
    found = names("申诉人:李生金 祁万福 多杰才让")
    assert [name for name, _whose in found] == ["李生金", "祁万福", "多杰才让"]
    found = names("来访:热合曼·艾力、麦麦提·吐尔逊、李占奎等5人")
    assert [name for name, _whose in found] == ["热合曼·艾力", "麦麦提·吐尔逊", "李占奎"]


def test_in_a_chat_the_speaker_is_an_applicant_and_the_office_is_nobody() -> None:
    text = "林佳颖:您好\n调解员:请问老板王建业的电话\n林佳颖:不知道\n调解员:好的"
    assert names(text) == [("林佳颖", Whose.APPLICANT)]


@pytest.mark.parametrize("text", [
    "来电人:匿名", "联系人:秦科长 025-83330066", "市民反映工资没发", "承办人:李建国"])
def test_nobody_is_nobody(text: str) -> None:
    assert names(text) == []


def test_a_name_by_title_is_looked_at() -> None:
    (found,) = [one for one in shipped_spotter().read("来电人:陈先生", date(2026, 3, 18))
                if one.about is About.NAME]
    assert (found.value, found.sure) == ("陈先生", Sure.DOUBTED)
