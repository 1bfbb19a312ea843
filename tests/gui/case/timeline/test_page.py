"""The timeline: who changed what from what to what, and what was removed comes back."""

from datetime import date

from mediation_desk.domain.money import Money
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from tests.gui.case import rooms
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room
from tests.gui.case.timeline.hands import edit, page_of, shown
from tests.gui.desks import SetClock


def test_a_changed_field_reads_from_what_to_what_in_words(room: Room) -> None:
    edit(room, "cause", "", "unpaid wages")
    edit(room, "cause", "unpaid wages", "overtime")
    page = page_of(room)
    assert [event.change for event in shown(page)[:2]] == [
        "Cause: unpaid wages → overtime", "Cause: (empty) → unpaid wages"]
    assert shown(page)[0].who == "李调解" and shown(page)[0].done == "Details changed"


def test_a_new_party_is_one_line_with_all_it_held(room: Room) -> None:
    lines = [event for event in shown(page_of(room)) if event.row == "Party: 马晓兰"]
    assert len(lines) == 1
    assert "Name: 马晓兰" in lines[0].change and "Phone: 138****0000" in lines[0].change


def test_the_amounts_asked_for_read_as_money(room: Room) -> None:
    worker = room.case.applicants[0].id
    registering.set_claims(room.desk, room.case_id, {worker: ["unpaid_wages"]})
    registering.ask_amounts(room.desk, room.case_id, {(worker, "unpaid_wages"): Money(430_000)})
    room.window.bench.reload()
    latest = shown(page_of(room))[0]
    assert latest.row == "Claim: 马晓兰 Unpaid wages"
    assert latest.change == "Amount asked for: (empty) → 4,300.00 yuan"


def test_the_lines_can_be_narrowed_by_field_person_and_day(
        desk: Desk, clock: SetClock, open_case: Opener) -> None:
    case_id = rooms.streamers(desk)
    clock.set(date(2024, 11, 27))
    editing.save(desk, case_id, [editing.Edit("case", case_id, "cause", "", "overtime")])
    room = open_case(case_id)
    page = page_of(room)
    everything = len(shown(page))
    room.type(page.since, "2024-11-26")
    assert [event.done for event in shown(page)] == ["Details changed"]
    room.type(page.since, "")
    room.type(page.until, "2024-11-26")
    assert len(shown(page)) == everything - 1
    room.type(page.until, "")
    room.choose(page.field, page.field.combo.findText("Cause"))
    assert {name for event in shown(page) for name in event.names} >= {"cause"}
    assert all("cause" in event.names for event in shown(page))
    room.choose(page.person, page.person.combo.findText("李调解"))
    assert len(shown(page)) == 1


def test_what_was_removed_waits_in_the_bin_and_is_put_back(room: Room) -> None:
    registering.remove_party(room.desk, room.case_id, room.case.applicants[0].id)
    page = page_of(room)
    room.click(page.which.buttons[1])
    assert [event.row for event in shown(page)] == ["Party: 马晓兰"]
    page.table.choose_row(0)
    room.click(page.restore)
    assert room.case.applicants[0].name == "马晓兰"
    assert shown(page) == []


def test_an_empty_bin_says_what_it_is_for(room: Room) -> None:
    page = page_of(room)
    room.click(page.which.buttons[1])
    assert shown(page) == []
    assert page.table._empty is not None and page.table._empty.title.text() == "Nothing was removed"


def test_ctrl_f_goes_to_the_next_line_with_the_words(room: Room) -> None:
    page = page_of(room)
    assert page.find_text("138****0002")
    found = page.table.current_row()
    assert found is not None and found.row == "Party: 韩雪"
    assert not page.find_text("nobody at all")
