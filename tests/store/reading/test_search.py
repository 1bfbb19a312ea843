"""Search as you type: two characters, pinyin, initials and digits, the same on both engines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.summary import SearchWords
from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, Role
from mediation_desk.services import reading
from mediation_desk.services.intake import registering
from mediation_desk.store.reading import lists
from mediation_desk.store.reading.search import MOST_BYTES, index_tokens
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
            "0001", "19900000001", "900000001", "000001", "文化 马晓", "hsw", "马", "０００１",
            "马\u200b晓岚", "199-0000-0001", "+86 199 0000 0001", "wangluozhubo", "主播", "ymwlzb",
            "live stream")
NOT_FOUND_BY = ("晓兰", "马岚", "zhang", "7777", "湟水 单于")
NONSENSE = ("", "   ", "，。！", '"', "' OR 1=1 --", "*", "!&|", ":*", "\\")


def found(office: Office, typed: str) -> list[str]:
    return [row.first_applicant for row in reading.find(office.first, typed)]


def people(office: Office, typed: str) -> list[str]:
    return [one.name for one in reading.people(office.first, typed)]


def test_a_case_is_found_by_any_two_characters_pinyin_initials_and_digits(filed: Office) -> None:
    assert [typed for typed in FOUND_BY if "马晓岚" not in found(filed, typed)] == []
    assert [typed for typed in NOT_FOUND_BY if "马晓岚" in found(filed, typed)] == []


def test_a_surname_with_several_readings_is_found_by_each(filed: Office) -> None:
    for typed in ("shanyufei", "danyufei", "chanyufei", "12345678", "5678"):
        assert found(filed, typed) == ["单于飞"], typed


@pytest.mark.parametrize(("number", "typed"), [
    ("H1234567801", ("H1234567801", "H1234567802", "h12345678", "5678")),
    ("630102950315001", ("630102950315001", "630102199503150011", "5001")),
    ("630102199503150011", ("630102950315001", "0011", "630102 19950315 0011"))])
def test_somebody_is_found_by_an_older_or_newer_number_of_the_same_document(
        office: Office, number: str, typed: Sequence[str]) -> None:
    registered(office, [registering.PartyDraft(Role.APPLICANT, "何嘉敏", particulars={"id_number": number})])
    assert [one for one in typed if found(office, one) != ["何嘉敏"]] == []
    assert [one for one in typed if people(office, one) != ["何嘉敏"]] == []
    assert found(office, "H1234567901") == found(office, "630102950315002") == []


def test_a_character_that_nobody_can_read_aloud_is_found_by_its_parts(office: Office) -> None:
    """𠮷 is 土 over 口; 𫝆 is 亼 over 丆; 䶮 is read yan, and by nothing but that."""
    for name in ("𠮷小满", "王䶮"):
        registered(office, [registering.PartyDraft(Role.APPLICANT, name)])
    for typed in ("𠮷", "𠮷小", "土口", "口土", "土+口", "⿱土口", "土口小满", "土 小满", "小满", "xiaoman",
                  "xm"):
        assert found(office, typed) == ["𠮷小满"], typed
        assert people(office, typed) == ["𠮷小满"], typed
    assert found(office, "yan") == found(office, "王䶮") == ["王䶮"]
    assert found(office, "龙天") == found(office, "土木") == []


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


def workers(count: int) -> list[registering.PartyDraft]:
    """Applicants with names, phones and documents of their own, and the company."""
    given = "晓岚雨桐向东小川玛措春生玉兰福来永文斌庆"
    people = [registering.PartyDraft(Role.APPLICANT, f"马{given[at % 20]}{given[at // 20]}", particulars={
        "phone": f"199{at:08d}", "id_number": f"63010219900101{at:03d}X"}) for at in range(count)]
    return [*people, registering.PartyDraft(Role.RESPONDENT, "海东快送科技有限公司", PartyKind.ORGANISATION)]


def registered(office: Office, parties: Sequence[registering.PartyDraft]) -> UUID:
    made = registering.register(office.first, registering.IntakeDraft(date(2024, 11, 25), parties=parties))
    assert made.result is not None
    return made.result


@pytest.mark.parametrize("count", [50, 300])
def test_in_a_mass_claim_everybody_and_the_company_are_found(office: Office, count: int) -> None:
    people = workers(count)
    case_id = registered(office, people)
    asked_for = [
        (worker.name, str(worker.particulars["phone"]), str(worker.particulars["id_number"])[-4:])[at % 3]
        for at, worker in enumerate(people[:-1])]
    lost = [typed for typed in (*asked_for, "快送科技", "hdkskj")
            if [row.case_id for row in reading.find(office.first, typed)] != [case_id]]
    assert lost == []


def test_beyond_what_an_engine_holds_names_come_before_documents() -> None:
    """Ten thousand workers are a few megabytes of tokens; every name is among the first."""
    names = tuple(f"马晓{chr(0x4E00 + at)}" for at in range(5_000))
    documents = tuple(f"6301021990{at:08d}" for at in range(10_000))
    tokens = set(index_tokens(SearchWords("宁中劳调〔2024〕0001号", names, documents)))
    assert all(name[1:] in tokens for name in names)
    assert sum(len(token.encode()) + 8 for token in tokens) <= MOST_BYTES


@pytest.mark.parametrize(("typed", "first"), [
    ("0001", "宁中劳调〔2024〕0001号"), ("1", "宁中劳调〔2024〕0001号"),
    ("０００１", "宁中劳调〔2024〕0001号"), ("2024 0001", "宁中劳调〔2024〕0001号"),
    ("宁中劳调〔2024〕0001号", "宁中劳调〔2024〕0001号"), ("0002", "宁中劳调〔2024〕0002号"),
    ("40001", "宁中劳调〔2024〕0001号")])
def test_a_case_number_comes_before_phones_that_hold_it(office: Office, typed: str, first: str) -> None:
    """The case 0003 is newer, and its phone holds 0001, 0002 and 40001."""
    for phone in ("19912345678", "19987654321", "19900010002", "19940001111"):
        registered(office, [registering.PartyDraft(Role.APPLICANT, "马晓岚", particulars={"phone": phone})])
    assert reading.find(office.first, typed)[0].number == first


def test_a_name_comes_before_what_people_do(office: Office) -> None:
    """A company that bears the word, older than two riders who merely are riders."""
    named = registered(office, [registering.PartyDraft(
        Role.RESPONDENT, "海东外卖骑手之家有限公司", PartyKind.ORGANISATION)])
    registering.register(office.first, registering.IntakeDraft(
        date(2024, 11, 25), kind_of_work=KindOfWork.DELIVERY, parties=workers(2)[:2]))
    found_cases = [row.case_id for row in reading.find(office.first, "骑手")]
    assert len(found_cases) == 2 and found_cases[0] == named


def test_the_page_of_cases_has_the_case_of_that_number_however_many_newer_ones_answer(
        office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "MOST_FOUND", 1)
    wanted = registered(office, [registering.PartyDraft(Role.APPLICANT, "韩雨桐")])
    registered(office, [registering.PartyDraft(Role.APPLICANT, "李向东",
                                               particulars={"phone": "19900010001"})])
    found_cases = reading.page(office.first, CaseFilter(text="0001"), 0, 10)
    assert wanted in {row.case_id for row in found_cases}


@pytest.mark.parametrize(("kept", "typed"), [
    ("扎西·才让", "zxcr"), ("扎西·才让", "扎西才让"), ("扎西·才让", "zhaxi"), ("凌　云", "凌云"),
    ("吕向东", "lü"), ("吕向东", "lyu"), ("李〇", "李零"), ("李𬍛", "李𬍛"), ("李𬍛", "𬍛"),
    ("𰻝小满", "𰻝小"), ("John Smith", "js"), ("བཀྲ་ཤིས", "བཀྲ"), ("阿依古丽·Yıldız", "yıldız")])
def test_names_of_every_kind_are_found_in_either_store(office: Office, kept: str, typed: str) -> None:
    registered(office, [registering.PartyDraft(Role.APPLICANT, kept)])
    assert len(reading.find(office.first, typed)) == 1


def test_names_are_filed_under_initials_and_pinyin_from_each_character() -> None:
    tokens = index_tokens(SearchWords("", ("马晓岚",), ()))
    assert {"马晓", "晓岚", "岚", "maxiaolan", "xiaolan", "lan", "mxl", "xl", "l"} <= set(tokens)
