"""Exhibits: names in any script, numbers that entries refer to, and what kind of file it is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain import evidence as rules
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import DeskError

CASE = uuid4()


def exhibit(position: int, *, removed: bool = False) -> Exhibit:
    gone = datetime(2024, 11, 25, tzinfo=UTC) if removed else None
    return Exhibit(id=uuid4(), case_id=CASE, position=position, name="工资流水.pdf", sha256="0" * 64, size=1,
                   received_on=date(2024, 11, 25), removed_at=gone)


@pytest.mark.parametrize(("typed", "kept"), [
    ("工资 流水📄.pdf", "工资 流水📄.pdf"),
    ("C:\\Users\\li\\聊天记录.png", "聊天记录.png"),
    ("/tmp/عقد العمل.pdf", "عقد العمل.pdf"),
    ("a\nb\tc\x00.txt", "abc.txt"),
    ("bad\udcff\udcffname.pdf", "bad\ufffd\ufffdname.pdf"), ("\ud800.pdf", "\ufffd.pdf"),
    ("工资.pdf".encode("gbk").decode("utf-8", "surrogateescape"), "工资.pdf"),
    ("长" * 300, "长" * 255),
    ("👨‍👩‍👧合影.jpg", "👨‍👩‍👧合影.jpg"),
])
def test_a_file_keeps_its_name_in_any_script(typed: str, kept: str) -> None:
    assert rules.tidy_name(typed) == kept


@pytest.mark.parametrize(("name", "safe"), [
    ("合同：定稿?.pdf", "合同：定稿.pdf"), ("con.txt", "_con.txt"), ("...", "_"), ("证据. ", "证据"),
    ("gpj.\u202eexe.png", "gpj.exe.png"),
])
def test_a_copy_for_other_programs_has_a_name_that_every_system_takes(name: str, safe: str) -> None:
    assert rules.copy_name(name) == safe


@given(st.text(max_size=400))
def test_no_name_breaks_a_file_system_or_leaves_its_folder(name: str) -> None:
    made = rules.copy_name(name)
    assert 0 < len(made.encode()) <= 200
    assert not set(made) & set('<>:"|?*/\\\x00\n')
    assert made not in (".", "..")
    assert len(rules.tidy_name(name)) <= rules.LONGEST_NAME


def test_a_long_name_keeps_its_ending() -> None:
    assert rules.copy_name("录音" * 100 + ".amr").endswith(".amr")


@pytest.mark.parametrize(("name", "runs"), [
    ("工资.pdf", False), ("工资.pdf.exe", True), ("报表.XLSM", True), ("工资.exe. ", True),
    ("fdp.\u202eexe", True),
    ("无后缀", True), ("exe", True),
    *((f"证据.{ending}", True) for ending in (
        "settingcontent-ms", "application", "appref-ms", "chm", "iso", "img", "vhd", "jnlp", "rdp", "xlsb",
        "xlam", "doc", "xls", "library-ms", "search-ms", "msix", "one", "py", "svg", "html", "zip", "lnk",
        "kind-of-2031")),
    *((f"证据.{ending}", False) for ending in ("JPG", "png", "docx", "xlsx", "m4a", "mp4", "txt", "ofd")),
])
def test_only_a_file_of_a_kind_that_is_merely_shown_is_known_not_to_act_by_itself(
        name: str, runs: bool) -> None:
    assert rules.may_run(name) is runs


def test_who_gave_it_is_a_party_a_side_or_nobody_yet() -> None:
    party = uuid4()
    assert rules.giver("") is None
    assert rules.giver("applicant") is Side.APPLICANT
    assert rules.giver(str(party)) == party


def test_the_number_of_a_removed_exhibit_is_not_given_again() -> None:
    assert rules.next_position([]) == 1
    assert rules.next_position([exhibit(1), exhibit(2, removed=True)]) == 3


def test_renumbering_closes_the_gaps_and_puts_removed_ones_behind() -> None:
    """3, 1, and 5 in that order become 1, 2, 3; the removed 2 follows as 4."""
    one, two, three, five = exhibit(1), exhibit(2, removed=True), exhibit(3), exhibit(5)
    moved = rules.renumber([one, two, three, five], [three.id, one.id, five.id])
    assert [e.position for e in (three, one, five, two)] == [1, 2, 3, 4]
    assert moved == {3: 1, 1: 2, 5: 3, 2: 4}


def test_renumbering_is_refused_when_one_was_added_meanwhile() -> None:
    one, two = exhibit(1), exhibit(2)
    for order in ([one.id], [one.id, one.id], [one.id, UUID(int=9)]):
        with pytest.raises(DeskError, match="changed meanwhile"):
            rules.renumber([one, two], order)


@pytest.mark.parametrize(("text", "numbers"), [
    ("", ()), ("证据3", (3,)), ("见证据 12、证据3；证据12", (12, 3)), ("证据12345", ()), ("证据材料3份", ()),
])
def test_an_entry_names_exhibits_by_number(text: str, numbers: tuple[int, ...]) -> None:
    assert rules.mentions(text) == numbers


def test_naming_an_exhibit_twice_changes_nothing() -> None:
    text = rules.with_mention("银行流水", 3)
    assert text == "银行流水、证据3"
    assert rules.with_mention(text, 3) == text
    assert rules.with_mention("", 1) == "证据1"


@given(st.permutations(range(1, 8)), st.lists(st.integers(1, 9), max_size=6))
def test_entries_name_the_same_exhibits_after_any_renumbering(order: list[int], named: list[int]) -> None:
    """Each 证据N is mapped through the same permutation; numbers of no exhibit stay."""
    shelf = {number: exhibit(number) for number in range(1, 8)}
    text = "、".join(f"证据{number}" for number in named)
    moved = rules.renumber(list(shelf.values()), [shelf[number].id for number in order])
    now = [shelf[number].position if number in shelf else number for number in named]
    assert rules.with_moved_numbers(text, moved) == "、".join(f"证据{number}" for number in now)


def test_only_an_original_is_given_back_and_not_before_it_came() -> None:
    one = exhibit(1)
    one.original, one.returned_on = True, one.received_on
    rules.check_return(one)
    one.returned_on = date(2024, 11, 24)
    with pytest.raises(DeskError, match="before it was handed in"):
        rules.check_return(one)
    one.original = False
    with pytest.raises(DeskError, match="Only an original"):
        rules.check_return(one)
