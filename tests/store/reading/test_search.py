"""Search as you type: two characters, pinyin, initials and digits, the same on both engines."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, Role
from mediation_desk.services import reading
from mediation_desk.services.intake import registering
from mediation_desk.store.reading.search import index_tokens, query_tokens
from tests.offices import Office


@pytest.fixture
def filed(office: Office) -> Office:
    for name, phone, company in (("马晓岚", "19900000001", "西宁云上湟水文化传媒有限公司"),
                                 ("单于飞", "19912345678", "海东快送科技有限公司")):
        registering.register(office.first, registering.IntakeDraft(
            date(2024, 11, 25), kind_of_work=KindOfWork.STREAMER, parties=[
                registering.PartyDraft(Role.APPLICANT, name, particulars={"phone": phone}),
                registering.PartyDraft(Role.RESPONDENT, company, PartyKind.ORGANISATION)]))
    return office


FOUND_BY = ("晓岚", "马晓", "马晓岚", "湟水", "云上湟水", "maxiaolan", "xiaolan", "mxl", "maxi", "xl", "MXL",
            "0001", "19900000001", "900000001", "000001", "文化 马晓", "hsw", "马", "０００１")
NOT_FOUND_BY = ("晓兰", "马岚", "zhang", "7777", "湟水 单于")
NONSENSE = ("", "   ", "，。！", '"', "' OR 1=1 --", "*", "!&|", ":*", "\\")


def found(office: Office, typed: str) -> list[str]:
    return [row.first_applicant for row in reading.find(office.first, typed)]


def test_a_case_is_found_by_any_two_characters_pinyin_initials_and_digits(filed: Office) -> None:
    assert [typed for typed in FOUND_BY if "马晓岚" not in found(filed, typed)] == []
    assert [typed for typed in NOT_FOUND_BY if "马晓岚" in found(filed, typed)] == []


def test_a_surname_with_several_readings_is_found_by_each(filed: Office) -> None:
    for typed in ("shanyufei", "danyufei", "chanyufei", "12345678", "5678"):
        assert found(filed, typed) == ["单于飞"], typed


def test_nonsense_finds_nothing_and_breaks_nothing(filed: Office) -> None:
    assert [typed for typed in NONSENSE if found(filed, typed)] == []


def test_a_changed_name_is_found_by_the_new_one_only(filed: Office) -> None:
    from mediation_desk.services import editing

    row = reading.find(filed.first, "马晓岚")[0]
    party = reading.case(filed.first, row.case_id).case.applicants[0]
    editing.save(filed.first, row.case_id, [
        editing.Edit("party", party.id, "name", "马晓岚", "马小兰")])
    assert reading.find(filed.first, "晓岚") == []
    assert len(reading.find(filed.first, "小兰")) == 1


def test_a_query_asks_for_pairs_of_characters() -> None:
    assert query_tokens("马晓岚") == [("马晓", False), ("晓岚", False)]
    assert query_tokens("mx 001") == [("mx", True), ("001", True)]


def test_names_are_filed_under_initials_and_pinyin_from_each_character() -> None:
    tokens = index_tokens(["马晓岚"])
    assert {"马晓", "晓岚", "岚", "maxiaolan", "xiaolan", "lan", "mxl", "xl", "l"} <= set(tokens)
