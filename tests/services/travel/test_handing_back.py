"""Back again: whatever both offices did stands at the one that handed over, or a person there is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.travel.homecoming import Decision, Whose
from mediation_desk.domain.verbs import Stage
from mediation_desk.domain.vocabulary import Side as Voice
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing, looking
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.keys import sharing
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import accounts
from mediation_desk.services.travel import bringing, handing_back, homecoming, receiving, register
from mediation_desk.store.travel import bag, loads, manifest
from mediation_desk.store.travel.coming_home import News
from tests.offices import PASSWORD
from tests.services.papers_desk import case_of
from tests.services.travel.conftest import Handovers
from tests.services.travel.handovers import Handover, hand_over
from tests.services.travel.roads import begun
from tests.services.travel.test_homecoming import ACTS, WHOSE, Moves, comes_home, examples, moves_of


@pytest.mark.parametrize("stage", ACTS)
def test_whatever_both_offices_do_is_merged_as_from_a_laptop(embedded_handovers: Handovers, stage: Stage
                                                             ) -> None:
    @examples(2)
    @given(moves=moves_of(stage), whose=WHOSE)
    def walk(moves: Moves, whose: list[Whose]) -> None:
        with embedded_handovers(stage) as handed:
            comes_home(handed, moves, whose)

    walk()


@pytest.mark.soak
@pytest.mark.parametrize("stage", ACTS)
def test_the_same_on_servers(shared_handovers: Handovers, stage: Stage) -> None:
    @examples(1)
    @given(moves=moves_of(stage), whose=WHOSE)
    def walk(moves: Moves, whose: list[Whose]) -> None:
        with shared_handovers(stage) as handed:
            comes_home(handed, moves, whose)

    walk()


def told(handed: Handover, text: str = "欠付工资") -> None:
    """A word that is written at the other office."""
    editing.save(handed.laptop(), handed.case_id, [Edit("case", handed.case_id, "cause", "", text)])


def test_the_number_and_the_mediator_stay_and_the_other_office_s_steps_stand_in_the_timeline(handed: Handover
                                                                                             ) -> None:
    before = case_of(handed.desk, handed.case_id)
    number, mediator = before.number, before.mediator_id
    told(handed)
    bringing.bring_home(handed.desk, handed.pack())
    after = case_of(handed.desk, handed.case_id)
    assert (after.number, after.mediator_id, after.cause) == (number, mediator, "欠付工资")
    there = [line for line in history.timeline(handed.desk, handed.case_id) if line.office]
    assert [(line.who, line.office, line.entry.verb) for line in there] == [
        ("白玉兰 (湟中区多巴镇人民调解委员会)", "湟中区多巴镇人民调解委员会", "edit")]
    assert not [one for one in register.bags(handed.desk) if one.bag.is_out]
    handed.assert_whole()


def test_who_wrote_there_is_named_where_something_is_to_be_decided(handed: Handover) -> None:
    told(handed, "他们的说法")
    editing.save(handed.desk, handed.case_id, [Edit("case", handed.case_id, "cause", "", "我们的说法")])
    path = handed.pack()
    coming = handed.look(path)
    assert coming is not None
    (question,) = coming.questions
    assert question.laptop_by is not None and question.conflict.by is not None
    assert question.laptop_by.name == "白玉兰 (湟中区多巴镇人民调解委员会)"
    assert question.conflict.by.name == "陈守信"
    bringing.bring_home(handed.desk, path, {handed.case_id: {question.name: Decision(Whose.LAPTOP)}})
    assert case_of(handed.desk, handed.case_id).cause == "他们的说法"
    handed.assert_whole()


def test_what_was_said_alone_at_either_office_stays_there(handed: Handover) -> None:
    caucus.note(handed.laptop(), handed.case_id, Voice.APPLICANT, "那边听到的话")
    caucus.note(handed.desk, handed.case_id, Voice.RESPONDENT, "这边听到的话")
    told(handed)
    before = [one for one in handed.rows() if one[0] == "sealed_items"]
    bringing.bring_home(handed.desk, handed.pack())
    assert [one for one in handed.rows() if one[0] == "sealed_items"] == before
    for desk, words in ((handed.desk, "这边听到的话"), (handed.laptop(), "那边听到的话")):
        assert words in [one.text for one in caucus.talk(desk, handed.case_id).words]
    handed.assert_whole()


def test_a_file_that_was_handed_in_there_comes_along_and_no_other(handed: Handover) -> None:
    photograph = b"photograph " * 1_000
    filing.add_files(handed.laptop(), handed.case_id, [FileSource("考勤.jpg", data=photograph)])
    path = handed.pack()
    assert homecoming.look(handed.desk, path).files == 1
    bringing.bring_home(handed.desk, path)
    mine = next(one for one in filing.exhibits(handed.desk, handed.case_id).exhibits
                if one.size == len(photograph))
    assert looking.content(handed.desk, handed.case_id, mine.id, 100_000) == photograph


def test_the_same_bag_twice_changes_nothing_and_one_may_be_packed_again(handed: Handover) -> None:
    told(handed)
    first = handed.pack()
    bringing.bring_home(handed.desk, first)
    assert bringing.bring_home(handed.desk, first).kept == ()
    editing.save(handed.laptop(), handed.case_id, [Edit("case", handed.case_id, "cause", "欠付工资", "欠薪")])
    bringing.bring_home(handed.desk, handed.pack())
    assert case_of(handed.desk, handed.case_id).cause == "欠薪"
    assert homecoming.look(handed.desk, first).cases[0].news is News.HOME
    handed.assert_whole()


def test_handed_over_once_more_it_stands_there_as_it_stands_here(handed: Handover) -> None:
    told(handed)
    bringing.bring_home(handed.desk, handed.pack())
    editing.save(handed.desk, handed.case_id, [Edit("case", handed.case_id, "cause", "欠付工资", "加班费")])
    number = case_of(handed.laptop(), handed.case_id).number
    caucus.note(handed.laptop(), handed.case_id, Voice.APPLICANT, "那边听到的话")
    with pytest.raises(DeskError):
        taken = receiving.take_in(handed.laptop(), handed.again())
        assert "not handed back" in str(taken.waiting[0][1])
        raise DeskError("waits")
    bringing.bring_home(handed.desk, handed.pack())
    taken = receiving.take_in(handed.laptop(), handed.again())
    assert taken.waiting == () and [one[0] for one in taken.kept] == [handed.case_id]
    there = case_of(handed.laptop(), handed.case_id)
    assert (there.number, there.cause) == (number, "加班费")
    assert "那边听到的话" in [one.text for one in caucus.talk(handed.laptop(), handed.case_id).words]
    handed.assert_whole()


def test_only_cases_from_there_go_back(handed: Handover) -> None:
    own = begun(handed.laptop())
    told(handed)
    path = handed.pack()
    assert [one.case_id for one in homecoming.look(handed.desk, path).cases] == [handed.case_id]
    assert own not in {one.case_id for one in homecoming.look(handed.desk, path).cases}


def test_nobody_hands_back_what_is_a_colleague_s(handed: Handover) -> None:
    accounts.add(handed.laptop(), accounts.AccountDraft("ma", "马", frozenset({AccountRole.MEDIATOR}),
                                                        PASSWORD + "0"))
    assert handed.there is not None
    ma = handed.there.desk("ma", PASSWORD + "0")
    (line,) = handing_back.here(ma)
    assert (line.cases, line.hidden) == ((), 1)
    with pytest.raises(DeskError, match="colleague"):
        handing_back.pack(ma, line.desk_id, handed.folder / "theirs.mdbag")
    assert not (handed.folder / "theirs.mdbag").exists()
    sharing.add_mediator(handed.laptop(), handed.case_id, ma.who.account_id)
    handing_back.pack(ma, line.desk_id, handed.folder / "theirs.mdbag")


def test_nothing_secret_is_in_the_bag(handed: Handover) -> None:
    caucus.note(handed.laptop(), handed.case_id, Voice.APPLICANT, "那边听到的话")
    told(handed)
    path = handed.pack()
    outside = bag.look_at(path)
    assert (outside.carrier.private_wrap, outside.carrier.salt) == (b"", b"")
    load = loads.read(path, bag.key_for_carrier(outside, handed.laptop().store.opened.private_key))
    assert "那边听到的话" not in str(load)
    assert not {"sealed_items", "case_key_wraps", "case_holders"} & load.rows[handed.case_id].keys()
    assert set(load.inside.names) == {str(handed.laptop().who.account_id)}
    assert (load.inside.people, load.inside.settings, load.inside.numbers) == ([], {}, {})


def test_where_the_stick_is_gone_no_bag_is_left(handed: Handover) -> None:
    (line,) = handing_back.here(handed.laptop())
    with pytest.raises(DeskError) as refused:
        handing_back.pack(handed.laptop(), line.desk_id, Path(handed.folder / "gone" / "a.mdbag"))
    assert refused.value.field == "folder"


def test_what_was_handed_to_another_person_there_goes_its_own_way(handed: Handover) -> None:
    """Two people of one office have two desks there: a case is with one of them."""
    accounts.add(handed.laptop(), accounts.AccountDraft("ma", "马", frozenset({AccountRole.MEDIATOR}),
                                                        PASSWORD + "0"))
    assert handed.there is not None
    ma = handed.there.desk("ma", PASSWORD + "0")
    path = hand_over(handed.desk, ma, handed.case_id, handed.folder / "ma.mdbag")
    (offered,) = receiving.look(ma, path).cases
    assert offered.trouble is not None and "already" in offered.trouble.text
    assert receiving.take_in(ma, path).kept == ()


def bent(handed: Handover, monkeypatch: pytest.MonkeyPatch, bend: Callable[[manifest.Inside, list[Any]], None]
         ) -> Path:
    """A bag that goes back, with other parts than any program of ours writes."""
    write = bag.write

    def other(path: Path, outside: manifest.Outside, lock: bag.Lock, inside: manifest.Inside,
              parts: Iterable[bag.Part]) -> None:
        listed = list(parts)
        bend(inside, listed)
        write(path, outside, lock, inside, listed)

    with monkeypatch.context() as patched:
        patched.setattr(bag, "write", other)
        return handed.pack()


@pytest.mark.parametrize(("table", "column", "value"), [
    ("cases", "status", "绝无此状态"), ("parties", "kind", 7), ("parties", "acts_for", str(UUID(int=7))),
    ("journal", "changes", "{")])
def test_nonsense_from_there_changes_nothing_here(embedded_handovers: Handovers, table: str, column: str,
                                                  value: object, monkeypatch: pytest.MonkeyPatch) -> None:
    def bend(inside: manifest.Inside, parts: list[Any]) -> None:
        for part in parts:
            if isinstance(part, bag.Rows) and part.table == table:
                part.rows[0][inside.columns[table].index(column)] = value

    with embedded_handovers(Stage.ACCEPTED) as handed:
        told(handed)
        path, before = bent(handed, monkeypatch, bend), handed.rows()
        coming = handed.look(path)
        assert coming is not None and coming.trouble is not None
        receipt = bringing.bring_home(handed.desk, path)
        assert (receipt.kept, len(receipt.waiting)) == ((), 1)
        assert handed.rows() == before
        handed.assert_whole()


def test_nobody_there_puts_a_word_among_those_that_were_said_alone_here(
        embedded_handovers: Handovers, monkeypatch: pytest.MonkeyPatch) -> None:
    def bend(inside: manifest.Inside, parts: list[Any]) -> None:
        names = inside.columns["sealed_items"]
        made = {"id": str(uuid4()), "case_id": str(inside.cases[0].case_id), "side": "applicant",
                "kind": "note", "sealed": b"\x02nothing", "written_by": str(uuid4()),
                "written_at": "2025-01-20T01:00:00+00:00"}
        parts.append(bag.Rows("sealed_items", [[made.get(name) for name in names]]))
        inside.counts["sealed_items"] = 1

    with embedded_handovers(Stage.ACCEPTED) as handed:
        told(handed)
        before = [one for one in handed.rows() if one[0] == "sealed_items"]
        bringing.bring_home(handed.desk, bent(handed, monkeypatch, bend))
        assert [one for one in handed.rows() if one[0] == "sealed_items"] == before
        assert caucus.talk(handed.desk, handed.case_id).closed == ()
        handed.assert_whole()
