"""The timeline: who changed what from what to what, and what was removed comes back."""

from datetime import date

from PySide6.QtCore import Qt

from mediation_desk.demonstration import streamers
from mediation_desk.domain.journal_tables import TABLES
from mediation_desk.domain.money import Money
from mediation_desk.domain.verbs import VERBS
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.timeline.page import Event, TimelinePage
from mediation_desk.services import editing, history
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.mediation import caucus
from tests.documents.reading import run_together
from tests.gui.case import rooms
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room
from tests.gui.desks import SetClock


def page_of(room: Room) -> TimelinePage:
    room.click(room.window.events)
    page = room.window.page_in_front()
    assert isinstance(page, TimelinePage)
    return page


def shown(page: TimelinePage) -> list[Event]:
    rows = [page.model.row(at) for at in range(page.model.rowCount())]
    assert all(isinstance(row, Event) for row in rows)
    return [row for row in rows if row is not None]


def edit(room: Room, field: str, before: object, after: object) -> None:
    editing.save(room.desk, room.case_id, [editing.Edit("case", room.case_id, field, before, after)])


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


def on_paper(page: TimelinePage) -> str:
    assert page.sheet.isVisible(), page.bar.words.text()
    return run_together(page.sheet.paper._data)


def test_ctrl_p_prints_the_changes_in_chinese_with_numbers_masked(room: Room) -> None:
    edit(room, "cause", "", "追索劳动报酬")
    edit(room, "cause", "追索劳动报酬", "加班费")
    page = page_of(room)
    room.press(Qt.Key.Key_P)
    text = on_paper(page)
    assert page.sheet.title.text() == "案件变更记录"
    assert f"共{len(shown(page))}项变更" in text
    assert "案件案由追索劳动报酬加班费" in text
    assert "138****0000" in text and "13809710000" not in text
    page.sheet.close_paper()
    assert page.table.isVisible() and not page.sheet.isVisible()


def test_the_print_button_prints_only_what_was_chosen(room: Room) -> None:
    edit(room, "cause", "", "加班费")
    edit(room, "facts_in_brief", "", "十月工资未发")
    page = page_of(room)
    room.choose(page.field, page.field.combo.findText("Facts in brief"))
    room.click(page.print)
    text = on_paper(page)
    assert "十月工资未发" in text and "加班费" not in text and "共1项变更" in text


def test_what_a_side_said_alone_is_not_on_the_paper(room: Room) -> None:
    for consent in ("applicants_agree_on", "respondents_agree_on"):
        edit(room, consent, None, rooms.RECEIVED)
    registering.accept(room.desk, room.case_id, rooms.RECEIVED)
    caucus.note(room.desk, room.case_id, Side.APPLICANT, "底线三万元")
    page = page_of(room)
    room.press(Qt.Key.Key_P)
    text = on_paper(page)
    assert "（已密封）" in text and "底线" not in text and "sha256" not in text


def test_every_verb_table_and_field_of_the_journal_has_words(desk: Desk, clock: SetClock) -> None:
    """The whole streamers' case, walked; whatever its journal holds can be read."""
    clock.set(date(2025, 1, 20))
    case_id = [stop.case_id for stop in streamers.walk(desk)][-1]
    entries = [line.entry for line in history.timeline(desk, case_id)]
    assert {entry.verb for entry in entries} - set(VERBS) == set()
    assert {entry.table for entry in entries} - set(TABLES) == set()
    assert [(entry.table, name) for entry in entries for name in entry.fields
            if name not in TABLES[entry.table].columns] == []
