"""Taking in: a case of another office becomes one of this office, with its own number, key and chain."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.sites import HERE, SiteDraft
from mediation_desk.domain.verbs import Stage
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing, looking
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.intake import moving
from mediation_desk.services.mediation import caucus, meeting
from mediation_desk.services.office import accounts, sites
from mediation_desk.services.travel import bringing, handing_back, receiving, register, taking_back
from mediation_desk.services.travel.receiving import Standing
from mediation_desk.services.upkeep import store_key, upkeep
from mediation_desk.store.travel import bag, manifest
from tests.offices import PASSWORD, Office
from tests.services.papers_desk import accepted, case_of
from tests.services.stages import SESSION
from tests.services.travel.conftest import Handovers
from tests.services.travel.handovers import REASON, hand_over, other_office
from tests.services.travel.roads import begun, rows_of
from tests.services.two_desks import LENT


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Office]:
    """The other office."""
    with other_office(tmp_path / "there") as made:
        yield made


@pytest.fixture
def case_id(office: Office) -> UUID:
    """An accepted case of this office."""
    return accepted(office.first)


def test_the_site_is_each_offices_own_matter(office: Office, there: Office, case_id: UUID, tmp_path: Path
                                             ) -> None:
    """Handed over from a site, taken in at another, moved there, brought up to date and handed back."""
    east, west = (sites.add_site(desk, SiteDraft(name)).result
                  for desk, name in ((office.first, "城东街道工作站"), (there.first, "多巴镇站")))
    assert east and west
    moving.move_site(office.first, case_id, east)
    accounts.change(there.first, there.first.who.account_id, "白玉兰", there.first.who.account.roles,
                    site_id=west)
    receiving.take_in(there.first, hand_over(office.first, there.first, case_id, tmp_path / "out.mdbag"))
    assert case_of(there.first, case_id).site_id == west
    receiving.take_in(there.first, hand_over(office.first, there.first, case_id, tmp_path / "again.mdbag"))
    assert case_of(there.first, case_id).site_id == west
    moving.move_site(there.first, case_id, HERE)
    (line,) = handing_back.here(there.first)
    handing_back.pack(there.first, line.desk_id, tmp_path / "back.mdbag")
    bringing.bring_home(office.first, tmp_path / "back.mdbag")
    assert case_of(office.first, case_id).site_id == east
    assert upkeep.prove(office.first) == upkeep.prove(there.first) == []


@pytest.fixture
def path(office: Office, there: Office, case_id: UUID, tmp_path: Path) -> Path:
    """The bag that it was handed over in."""
    return hand_over(office.first, there.first, case_id, tmp_path / "out.mdbag")


def word(desk: Desk, case_id: UUID, text: str) -> None:
    """Somebody writes the facts in brief anew."""
    before = case_of(desk, case_id).facts_in_brief
    editing.save(desk, case_id, [Edit("case", case_id, "facts_in_brief", before, text)])


@pytest.mark.parametrize("stage", Stage)
def test_every_row_stands_there_but_number_mediator_and_what_was_said_alone(embedded_handovers: Handovers,
                                                                            stage: Stage) -> None:
    with embedded_handovers(stage) as handed:
        assert handed.side("there").rows == handed.departure
        view = reading.case(handed.laptop(), handed.case_id)
        assert view.case.number == "湟多调〔2025〕001号"
        assert view.case.mediator_id == handed.laptop().who.account_id and view.own
        (found,) = reading.page(handed.laptop(), CaseFilter(), 0, 10)
        assert (found.case_id, found.number) == (handed.case_id, view.case.number)
        handed.assert_whole()


def test_what_is_in_the_bag_is_shown_and_nothing_changed(office: Office, there: Office, path: Path,
                                                         case_id: UUID) -> None:
    looked = receiving.look(there.first, path)
    assert (looked.office, looked.sender, looked.reason) == (
        office.first.settings.name, "陈守信", REASON)
    (one,) = looked.cases
    assert (one.label, one.standing, one.here, one.trouble) == (
        case_of(office.first, case_id).number, Standing.NEW, "", None)
    assert one.case is not None and one.case.worker_names == case_of(office.first, case_id).worker_names
    assert one.counts["parties"] == len(case_of(office.first, case_id).parties_all)
    assert reading.count(there.first, CaseFilter()) == 0
    assert register.bags(there.first) == []


def test_it_has_a_key_of_its_own_and_is_worked_on_like_any_other(there: Office, path: Path, case_id: UUID
                                                                 ) -> None:
    receiving.take_in(there.first, path)
    caucus.note(there.first, case_id, Side.APPLICANT, "这里听到的话")
    assert [one.text for one in caucus.talk(there.first, case_id).words] == ["这里听到的话"]
    cause = case_of(there.first, case_id).cause
    editing.save(there.first, case_id, [Edit("case", case_id, "cause", cause, "欠薪及加班")])
    history.undo(there.first, case_id)
    assert case_of(there.first, case_id).cause == cause
    assert register.away(there.first, [case_id]) == {} and not register.is_any_out(there.first)
    assert register.bags(there.first) == [], "it did not leave from here"
    assert upkeep.prove(there.first) == []


def test_the_timeline_shows_what_was_done_there_and_by_whom(office: Office, there: Office, path: Path,
                                                            case_id: UUID) -> None:
    receiving.take_in(there.first, path)
    lines = history.timeline(there.first, case_id)
    before = [line for line in lines if line.office]
    ours = history.timeline(office.first, case_id)
    assert [line.entry.verb for line in before] == [
        line.entry.verb for line in ours if line.entry.verb != "hand_to_office"]
    assert {line.who for line in before} == {f"陈守信 ({office.first.settings.name})"}
    assert {line.entry.verb for line in lines if not line.office} == {"receive_case"}
    view = reading.case(there.first, case_id)
    assert view.came_from is not None
    assert (view.came_from.office, view.came_from.number) == (
        office.first.settings.name, case_of(office.first, case_id).number)


def test_evidence_comes_along_or_is_said_to_have_stayed(office: Office, there: Office, case_id: UUID,
                                                        tmp_path: Path) -> None:
    filing.add_files(office.first, case_id, [FileSource("考勤.txt", data=b"attendance")])
    receiving.take_in(there.first, hand_over(office.first, there.first, case_id, tmp_path / "bare.mdbag",
                                             with_evidence=False))
    (exhibit,) = filing.exhibits(there.first, case_id).exhibits
    with pytest.raises(DeskError, match="stayed at the office that handed"):
        looking.content(there.first, case_id, exhibit.id, 100)
    assert upkeep.prove(there.first) == []
    receiving.take_in(there.first, hand_over(office.first, there.first, case_id, tmp_path / "full.mdbag"))
    assert looking.content(there.first, case_id, exhibit.id, 100) == b"attendance"
    assert upkeep.prove(there.first) == []


def test_the_same_bag_twice_changes_nothing(there: Office, path: Path, case_id: UUID) -> None:
    assert len(receiving.take_in(there.first, path).kept) == 1
    before = rows_of(there.first, case_id)
    again = receiving.take_in(there.first, path)
    assert (again.kept, again.waiting) == ((), ())
    assert receiving.look(there.first, path).cases[0].standing is Standing.HERE
    assert rows_of(there.first, case_id) == before


def test_an_older_bag_is_refused(office: Office, there: Office, path: Path, case_id: UUID, tmp_path: Path
                                 ) -> None:
    word(office.first, case_id, "新的情况")
    receiving.take_in(there.first, hand_over(office.first, there.first, case_id, tmp_path / "later.mdbag"))
    (offered,) = receiving.look(there.first, path).cases
    assert offered.trouble is not None and "older" in offered.trouble.text
    assert receiving.take_in(there.first, path).kept == ()
    assert case_of(there.first, case_id).facts_in_brief == "新的情况"


def test_taken_back_it_is_gone_and_the_same_bag_may_come_again(office: Office, there: Office, path: Path,
                                                               case_id: UUID) -> None:
    receiving.take_in(there.first, path)
    before = rows_of(there.first, case_id)
    taking_back.take_back(there.first, case_id)
    assert case_of(there.first, case_id).removed_at is not None
    assert handing_back.here(there.first) == []
    assert upkeep.prove(there.first) == []
    receiving.take_in(there.first, path)
    assert rows_of(there.first, case_id) == before
    assert upkeep.prove(there.first) == []


def test_a_second_handover_taken_back_leaves_it_as_it_was_and_may_come_again(
        office: Office, there: Office, path: Path, case_id: UUID, tmp_path: Path) -> None:
    receiving.take_in(there.first, path)
    before = rows_of(there.first, case_id)
    word(office.first, case_id, "新的情况")
    later = hand_over(office.first, there.first, case_id, tmp_path / "later.mdbag")
    receiving.take_in(there.first, later)
    taking_back.take_back(there.first, case_id)
    assert rows_of(there.first, case_id) == before
    receiving.take_in(there.first, later)
    assert case_of(there.first, case_id).facts_in_brief == "新的情况"
    assert upkeep.prove(there.first) == []


def test_a_case_of_ones_own_does_not_come_in_from_elsewhere(office: Office, there: Office, path: Path,
                                                            case_id: UUID, tmp_path: Path) -> None:
    """What was handed over comes back under “Hand back”; handed over in turn it is refused in words."""
    receiving.take_in(there.first, path)
    back = hand_over(there.first, office.first, case_id, tmp_path / "wrong.mdbag")
    before = rows_of(office.first, case_id)
    (offered,) = receiving.look(office.first, back).cases
    assert offered.trouble is not None and "in this office already" in offered.trouble.text
    assert receiving.take_in(office.first, back).kept == ()
    assert rows_of(office.first, case_id) == before


def test_from_there_it_may_go_on_to_a_third_office(office: Office, there: Office, path: Path, case_id: UUID,
                                                   tmp_path: Path) -> None:
    receiving.take_in(there.first, path)
    with other_office(tmp_path / "third") as third:
        receiving.take_in(third.first, hand_over(there.first, third.first, case_id, tmp_path / "on.mdbag"))
        word(third.first, case_id, "第三处写的")
        for desk, home, name in ((third.first, there.first, "one"), (there.first, office.first, "two")):
            (line,) = handing_back.here(desk)
            handing_back.pack(desk, line.desk_id, tmp_path / f"{name}.mdbag")
            assert bringing.bring_home(home, tmp_path / f"{name}.mdbag").waiting == ()
            assert upkeep.prove(home) == []
        assert case_of(office.first, case_id).facts_in_brief == "第三处写的"


def test_a_form_that_this_office_does_not_have_is_named(office: Office, there: Office, case_id: UUID,
                                                        tmp_path: Path) -> None:
    with office.first.work("edit") as work:
        work.cases.get(case_id).dispute_sheets = "own_form_of_the_office"
        work.commit()
    bag_ = hand_over(office.first, there.first, case_id, tmp_path / "form.mdbag")
    (offered,) = receiving.look(there.first, bag_).cases
    assert offered.trouble is not None and "own_form_of_the_office" in str(offered.trouble.particulars)
    taken = receiving.take_in(there.first, bag_)
    assert (taken.kept, len(taken.waiting)) == ((), 1)
    assert reading.count(there.first, CaseFilter()) == 0


def test_who_registers_no_cases_takes_none_in(there: Office, path: Path) -> None:
    accounts.add(there.first, accounts.AccountDraft("sun", "孙", frozenset({AccountRole.SUPERVISOR}), LENT))
    with pytest.raises(NotAllowed):
        receiving.look(there.desk("sun", LENT), path)


def test_cut_off_or_altered_anywhere_nothing_is_taken_in(there: Office, path: Path) -> None:
    whole = path.read_bytes()
    for at in range(30, len(whole), max(1, len(whole) // 9)):
        for broken in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1:]):
            path.write_bytes(broken)
            with pytest.raises(DeskError):
                receiving.take_in(there.first, path)
    assert reading.count(there.first, CaseFilter()) == 0
    assert upkeep.prove(there.first) == []


def forged(office: Office, there: Office, case_id: UUID, target: Path, monkeypatch: pytest.MonkeyPatch,
           change: object) -> Path:
    """A bag whose packer wrote what no program of ours writes; ``change``: the parts as they go in."""
    write = bag.write

    def other(path: Path, outside: manifest.Outside, lock: bag.Lock, inside: manifest.Inside, parts: object
              ) -> None:
        outside, inside, parts = change(outside, inside, list(parts))  # type: ignore[operator, call-overload]
        write(path, outside, lock, inside, parts)  # type: ignore[arg-type]

    monkeypatch.setattr(bag, "write", other)
    try:
        return hand_over(office.first, there.first, case_id, target)
    finally:
        monkeypatch.setattr(bag, "write", write)


@pytest.mark.parametrize(("table", "column", "value"), [
    ("cases", "status", "绝无此状态"), ("cases", "received_on", "昨天"), ("parties", "role", 7),
    ("parties", "id", "no key"), ("parties", "case_id", str(UUID(int=7))), ("cases", "created_at", None),
    ("journal", "changes", "{"), ("journal", "table_name", "精灵"),
    ("sessions", "starts_at", 3.5), ("cases", "removed_at", "2025-01-01T00:00:00+00:00")])
def test_nonsense_in_the_rows_is_a_damaged_bag_and_no_bug(
        office: Office, there: Office, case_id: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
        table: str, column: str, value: object) -> None:
    meeting.hold_session(office.first, case_id, SESSION)

    def change(outside: object, inside: manifest.Inside, parts: list[object]) -> tuple[object, ...]:
        for part in parts:
            if isinstance(part, bag.Rows) and part.table == table:
                part.rows[0][inside.columns[table].index(column)] = value
        return outside, inside, parts

    path = forged(office, there, case_id, tmp_path / "forged.mdbag", monkeypatch, change)
    with suppress(DeskError):
        assert receiving.look(there.first, path).cases
    with suppress(DeskError):
        assert receiving.take_in(there.first, path).kept == ()
    assert reading.count(there.first, CaseFilter()) == 0
    assert upkeep.prove(there.first) == []


def test_a_newer_program_s_bag_is_refused_in_words(office: Office, there: Office, case_id: UUID,
                                                   tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = forged(office, there, case_id, tmp_path / "newer.mdbag", monkeypatch,
                  lambda outside, inside, parts: (outside, replace(inside, schema="0099"), parts))
    with pytest.raises(DeskError, match="newer version"):
        receiving.look(there.first, path)


def test_nobody_else_bends_the_way_back(office: Office, there: Office, path: Path, case_id: UUID,
                                        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A third office that knows the card, and by which number this office knows the desk, packs a bag in its
    name: it is refused, and what goes back still opens at the right office alone."""
    receiving.take_in(there.first, path)
    (line,) = handing_back.here(there.first)
    with other_office(tmp_path / "third") as third:
        own = begun(third.first)
        bent = forged(third, there, own, tmp_path / "bent.mdbag", monkeypatch,
                      lambda outside, *rest: (replace(outside, laptop_id=line.desk_id), *rest))
        for attempt in (receiving.look, receiving.take_in):
            with pytest.raises(DeskError, match="was not packed there"):
                attempt(there.first, bent)
    assert reading.count(there.first, CaseFilter()) == 1
    assert [one.office for one in handing_back.here(there.first)] == [office.first.settings.name]


def test_after_the_office_renewed_its_keys_it_is_known_again(office: Office, there: Office, path: Path,
                                                             case_id: UUID, tmp_path: Path) -> None:
    receiving.take_in(there.first, path)
    store_key.renew(office.first, PASSWORD)
    again = hand_over(office.first, there.first, case_id, tmp_path / "again.mdbag")
    assert receiving.take_in(there.first, again).waiting == ()
    word(there.first, case_id, "之后写的")
    (line,) = handing_back.here(there.first)
    handing_back.pack(there.first, line.desk_id, tmp_path / "back.mdbag")
    bringing.bring_home(office.first, tmp_path / "back.mdbag")
    assert case_of(office.first, case_id).facts_in_brief == "之后写的"


