"""Pasted people, as they come from spreadsheets, messages and notes."""

from __future__ import annotations

import pytest

from mediation_desk.domain.identity import IdKind
from mediation_desk.services.intake.pasting import PastedPerson, read_people, worst_first
from tests.gui.case.rooms import id_number

CARD, PHONE = id_number(21), "13809712001"


def read(*lines: str, known: tuple[PastedPerson, ...] = ()) -> list[PastedPerson]:
    """Lines as the clipboard has them: tabs between cells."""
    return read_people([line.split("\t") for line in lines], known)


def said(person: PastedPerson) -> str:
    return " ".join(str(one) for one in (*person.errors, *person.warnings))


@pytest.mark.parametrize("line", [
    f"冯雨\t{CARD}\t{PHONE}", f"冯雨 {CARD} {PHONE}", f"冯雨,{CARD},{PHONE}", f"冯雨，{CARD}，{PHONE}",
    f"冯雨、{CARD}、{PHONE}", f"冯雨；{CARD}；{PHONE}", f"冯雨  {CARD}  {PHONE}", f"冯雨　{CARD}　{PHONE}",
    f"冯雨 {PHONE} {CARD}", f"{CARD} 冯雨 {PHONE}", f"1 冯雨 {CARD} {PHONE}", f"1、冯雨 {CARD} {PHONE}",
    f"1\t冯雨\t{CARD}\t{PHONE}", f"冯雨{CARD} {PHONE}", f"冯雨\t{PHONE}\t{CARD}",
    f"冯雨 {CARD} 138 0971 2001", f"冯雨，{CARD}，+86 138-0971-2001",
    f"冯\u200b雨 {CARD} \u202d{PHONE}\u202c", f"冯雨 {CARD[:6]} {CARD[6:14]} {CARD[14:]} {PHONE}"])
def test_a_person_is_read_whatever_parts_the_line(line: str) -> None:
    (one,) = read(line)
    assert (one.name, one.id_number, one.phone) == ("冯雨", CARD, PHONE)
    assert said(one) == ""


@pytest.mark.parametrize(("line", "name", "phone"), [
    ("凌　云", "凌　云", ""), ("凌 云 13809712001", "凌 云", PHONE),
    ("John Smith 13809712001", "John Smith", PHONE), ("扎西•才让 13809712001", "扎西·才让", PHONE),
    ("冯雨 (0971) 823-0155", "冯雨", "0971-8230155"),
    ("冯雨 13809712001/13809712002", "冯雨", "13809712001/13809712002"),
    ("冯雨, 无, 13809712001", "冯雨", PHONE), ("冯雨\t\t13809712001", "冯雨", PHONE),
    ("２ 冯雨 １３８０９７１２００１", "冯雨", PHONE)])
def test_names_keep_their_blanks_and_numbers_their_writing(line: str, name: str, phone: str) -> None:
    (one,) = read(line)
    assert (one.name, one.id_number, one.phone, said(one)) == (name, "", phone, "")


def test_names_alone_in_one_line_are_a_person_each() -> None:
    assert [one.name for one in read("冯雨、陈露，吴丹", "周洁")] == ["冯雨", "陈露", "吴丹", "周洁"]


def test_a_line_of_headings_is_passed_over() -> None:
    assert [one.name for one in read("序号\t姓名\t电话", "1\t冯雨\t13809712001")] == ["冯雨"]
    assert [one.name for one in read("姓名 身份证号 电话", f"冯雨 {CARD} {PHONE}")] == ["冯雨"]


@pytest.mark.parametrize(("line", "says"), [
    ("张三2", "holds a number"), (f"\t{CARD}\t", "The name is missing."),
    (f"冯雨\t{CARD}\t{PHONE}\t城东区", "There are 4 cells"), (f"冯雨 {PHONE} 骑手", "There are 3 cells"),
    (f"冯雨\t{CARD}\t{id_number(22)}", "There are 3 cells")])
def test_what_cannot_be_a_person_is_said(line: str, says: str) -> None:
    (one,) = read(line)
    assert one.errors and says in said(one)


@pytest.mark.parametrize(("line", "says"), [
    ("周洁\t123\t", "18 digits"), ("周洁\t\t1380971", "neither a mobile number"),
    (f"周洁\t{CARD[:17]}0\t", "last digit"), (f"周洁 {CARD[:6]}19951350021X", "does not exist")])
def test_a_number_that_looks_wrong_is_told_and_taken(line: str, says: str) -> None:
    (one,) = read(line)
    assert not one.errors and says in said(one)


def test_the_same_person_twice_in_a_list_is_told_by_the_line() -> None:
    people = read(f"冯雨 {CARD} {PHONE}", "陈露", f"冯羽\t{CARD[:6]} {CARD[6:]}\t", f"冯\u200b雨 {PHONE}")
    assert [said(one) for one in people] == ["", "", "The same as line 1.", "The same as line 1."]


def test_only_those_who_are_in_the_case_are_said_to_be_there() -> None:
    known = tuple(read(f"冯雨 {CARD} {PHONE}"))
    again, name, other = read(f"冯 雨，{CARD}", "冯雨", f"冯雨 {id_number(22)}", known=known)
    assert (said(again), bool(again.errors)) == ("冯雨 is in the case already.", True)
    assert said(name) == "冯雨 is in the case already. Is this somebody else of that name?"
    assert not name.errors
    assert "line" in said(other) or said(other) == ""


def test_of_one_name_and_nothing_else_a_list_asks() -> None:
    _, again = read("冯雨", "冯雨")
    assert (again.errors, said(again)) == ((), "The same as line 1. Is this somebody else of that name?")


def test_wrong_lines_come_first_and_good_ones_can_be_taken() -> None:
    people = read("冯雨", "张三2", "周洁\t123\t", "吴丹")
    assert [one.number for one in worst_first(people)] == [2, 3, 1, 4]
    draft = people[2].draft()
    assert (draft.name, dict(draft.particulars)) == ("周洁", {"id_number": "123"})


@pytest.mark.parametrize("line", [
    "何嘉敏\t回乡证\tH12345678\t13809712001", "何嘉敏 港澳居民来往内地通行证 H12345678 13809712001",
    "何嘉敏，港澳通行证，H12345678", "何嘉敏 回乡证：H12345678"])
def test_the_kind_of_document_is_read_where_a_line_names_it(line: str) -> None:
    (one,) = read(line)
    assert (one.name, one.id_kind, one.id_number, said(one)) == ("何嘉敏", IdKind.HM_TRAVEL, "H12345678", "")
    assert one.draft().particulars["id_kind"] is IdKind.HM_TRAVEL


def test_a_column_of_kinds_has_its_heading_and_a_number_of_another_kind_is_asked_about() -> None:
    one, other = read("姓名\t证件类型\t证件号码\t电话", f"冯雨\t护照\t{CARD}\t{PHONE}",
                      "周洁\t台胞证\t01234567\t")
    assert one.id_kind is IdKind.PASSPORT and "Resident identity card" in said(one) and not one.errors
    assert (other.id_kind, other.id_number, said(other)) == (IdKind.TAIWAN_TRAVEL, "01234567", "")


def test_a_kind_that_nobody_named_is_not_made_up_and_a_renewed_permit_is_the_same_person() -> None:
    one, again = read("何嘉敏 H1234567801", "何家敏 H1234567802")
    assert one.id_kind is None and "id_kind" not in one.draft().particulars
    assert said(again) == "The same as line 1."


def test_what_is_kept_otherwise_than_it_was_pasted_is_noted_and_nothing_is_wrong_with_it() -> None:
    (one,) = read("扎西•王\ue863")
    assert (one.name, said(one)) == ("扎西·王䶮", "")
    assert [str(note) for note in one.notes] == [
        "“U+E863” is kept as “䶮”.", "The dot between the parts of the name is kept as “·” (U+00B7)."]
