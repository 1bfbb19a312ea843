"""A case is called by who asks and of whom, and its papers lie on disk under that name."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.case import Case
from mediation_desk.domain.people import Party
from mediation_desk.domain.summary import summarise
from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.library import titles
from mediation_desk.library.words import CHINESE, ENGLISH, Words

NOW = datetime(2025, 1, 6, tzinfo=UTC)
PLATFORM = (Role.RESPONDENT, PartyKind.ORGANISATION, "高原蜂鸟网络科技有限公司")
STATION = (Role.RESPONDENT, PartyKind.ORGANISATION, "西宁城西顺达配送服务部")
BOSS = (Role.RESPONDENT, PartyKind.PERSON, "马老板")
FIRST = (Role.APPLICANT, PartyKind.PERSON, "扎西·才让")
SECOND = (Role.APPLICANT, PartyKind.PERSON, "索南卓玛")
AGENT = (Role.REPRESENTATIVE, PartyKind.PERSON, "祁代理")


def case(*people: tuple[Role, PartyKind, str], number: str = "宁中劳调〔2025〕0006号") -> Case:
    key = UUID(int=1)
    made = Case(id=key, number=number, mediator_id=UUID(int=2), received_on=date(2025, 1, 6),
                created_at=NOW)
    made.parties_all = [Party(id=UUID(int=10 + at), case_id=key, role=role, kind=kind, name=name, position=at)
                        for at, (role, kind, name) in enumerate(people)]
    return made


@pytest.mark.parametrize(("people", "chinese", "english"), [
    ((FIRST, PLATFORM), "扎西·才让与高原蜂鸟网络科技有限公司", "扎西·才让 v. 高原蜂鸟网络科技有限公司"),
    ((FIRST, SECOND, PLATFORM, STATION, AGENT), "扎西·才让等2人与高原蜂鸟网络科技有限公司等2家单位",
     "扎西·才让 et al. (2) v. 高原蜂鸟网络科技有限公司 et al. (2 firms)"),
    ((FIRST, PLATFORM, BOSS), "扎西·才让与高原蜂鸟网络科技有限公司等2名被申请人",
     "扎西·才让 v. 高原蜂鸟网络科技有限公司 et al. (2 respondents)")])
def test_several_are_called_by_the_first_of_them_and_counted(
        people: tuple[tuple[Role, PartyKind, str], ...], chinese: str, english: str) -> None:
    made = case(*people)
    row = summarise(made, WorkCalendar({}), NOW)
    for language, words in ((CHINESE, chinese), (ENGLISH, english)):
        assert titles.of_case(Words.of(language), made) == words
        assert titles.of_row(Words.of(language), row) == words, "the lists say it as the case does"


def test_what_was_not_entered_is_said_where_the_case_is_worked_on() -> None:
    words, nobody = Words.of(CHINESE), (Role.APPLICANT, PartyKind.PERSON, "")
    assert titles.of_case(words, case()) == "尚未录入当事人"
    assert titles.of_case(words, case(FIRST)) == "扎西·才让与（未录入）"
    assert titles.of_case(words, case(nobody, (Role.RESPONDENT, PartyKind.ORGANISATION, ""))) == (
        "尚无姓名与（未填姓名）")


def test_a_list_leaves_out_respondents_that_were_not_entered() -> None:
    row = summarise(case(FIRST), WorkCalendar({}), NOW)
    assert titles.of_row(Words.of(CHINESE), row) == "扎西·才让"
    nobody = summarise(case(), WorkCalendar({}), NOW)
    assert titles.of_row(Words.of(CHINESE), nobody) == "尚无申请人"


def test_a_paper_lies_on_disk_under_number_parties_and_its_own_name() -> None:
    made = case(FIRST, SECOND, PLATFORM, STATION)
    assert titles.paper_file(Words.of(CHINESE), made, "调解协议书") == (
        "宁中劳调〔2025〕0006号 扎西·才让等2人与高原蜂鸟网络科技有限公司等2家单位 调解协议书.pdf")


def test_signs_that_no_file_may_have_are_left_out() -> None:
    made = case((Role.APPLICANT, PartyKind.PERSON, 'A/B: "C" <D>|E?*\n'), number="调\\1.")
    assert titles.paper_file(Words.of(CHINESE), made, "要素表", ".xlsx") == (
        "调 1 A B C D E 与（未录入） 要素表.xlsx")


def test_the_parties_give_way_where_a_name_would_be_too_long_for_the_disk() -> None:
    made = case((Role.APPLICANT, PartyKind.PERSON, "长" * 100), PLATFORM)
    name = titles.paper_file(Words.of(CHINESE), made, "调解协议书")
    assert name.startswith("宁中劳调〔2025〕0006号 长长") and name.endswith("… 调解协议书.pdf")
    assert len(name.encode()) <= titles.LONGEST + len(".pdf")


def test_a_case_of_nobody_is_called_by_number_alone() -> None:
    name = titles.paper_file(Words.of(CHINESE), case(), "受理登记表")
    assert name == "宁中劳调〔2025〕0006号 受理登记表.pdf"
