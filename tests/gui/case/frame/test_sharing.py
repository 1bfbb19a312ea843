"""Who mediates a case, its key restored, and numbers that stay masked until somebody asks."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.gui.case.frame.veiled_field import VeiledField
from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.gui.case.mediation.session_form import people_of
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services import history, reading
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.office import accounts
from mediation_desk.services.upkeep import recovery_sheet
from mediation_desk.store.store import in_folder
from tests import holders
from tests.gui.case.conftest import Opener
from tests.gui.case.frame.hands import colleague, entry, panel, texts, told
from tests.gui.case.rooms import Room, editor, named, streamers
from tests.gui.pages.travel import hands as travelling
from tests.holders import share

NUMBER = "13809710000"
ResetDesk = tuple[Desk, UUID, str]


def on_case(room: Room) -> set[str]:
    return {one.name for one in reading.case(room.desk, room.case_id).mediators}


# -- sharing -----------------------------------------------------------------------------

def test_a_colleague_on_the_case_comes_up_in_no_window_and_the_keyboard_stays(
        qapp: QApplication, desk: Desk, open_case: Opener) -> None:
    wang = colleague(desk)
    room = open_case(streamers(desk))
    came_up: list[object] = []
    qapp.focusWindowChanged.connect(came_up.append)
    entry(panel(room).colleagues, "王调解")
    room.settle()
    qapp.focusWindowChanged.disconnect(came_up.append)
    assert wang in panel(room).menus and came_up == []
    assert QApplication.activeWindow() is room.frame


def test_a_colleague_is_put_on_the_case_handed_the_case_and_the_first_one_leaves(
        desk: Desk, open_case: Opener) -> None:
    wang = colleague(desk)
    room = open_case(streamers(desk))
    assert "李调解 (in charge)" in texts(room)
    entry(panel(room).colleagues, "王调解")
    room.settle()
    assert on_case(room) == {"李调解", "王调解"} and "王调解" in texts(room)
    assert "王调解 is on the case now" in told(room)
    entry(panel(room).menus[wang], "Hand the case over")
    room.settle()
    assert room.case.mediator_id == wang and "王调解 (in charge)" in texts(room)
    room.click(room.window.page_in_front().bar.action)  # type: ignore[union-attr]
    assert room.case.mediator_id == desk.who.account_id


def test_a_colleague_is_taken_off_the_case_again(desk: Desk, open_case: Opener) -> None:
    wang = colleague(desk)
    case_id = streamers(desk)
    share(desk, case_id, wang)
    room = open_case(case_id)
    entry(panel(room).menus[wang], "Take off the case")
    room.settle()
    assert on_case(room) == {"李调解"}
    assert "sealed anew" in room.window.page_in_front().bar.words.text()  # type: ignore[union-attr]


def test_who_was_disabled_is_neither_put_on_a_case_nor_handed_one(desk: Desk, open_case: Opener) -> None:
    """They can still be taken off it; and nobody is entered by a press as having been at a session."""
    wang, yang = colleague(desk), colleague(desk, "yang", "杨调解")
    case_id = streamers(desk)
    share(desk, case_id, wang)
    for gone in (wang, yang):
        accounts.disable(desk, gone)
    room = open_case(case_id)
    assert [action.text() for action in panel(room).menus[wang].actions()] == ["Take off the case"]
    assert [action.text() for action in panel(room).colleagues.actions()] == ["No other mediator"]
    view = room.window.bench.view
    assert view is not None and [name for _, name in people_of(view)["Mediators"]] == ["李调解"]


def test_without_another_mediator_the_menu_says_so(room: Room) -> None:
    actions = panel(room).colleagues.actions()
    assert [action.text() for action in actions] == ["No other mediator"] and not actions[0].isEnabled()


def test_a_case_that_is_over_is_shared_no_more(desk: Desk, open_case: Opener) -> None:
    case_id = named(desk, streamers(desk))
    closing.close(desk, case_id, desk.today, Outcome.WITHDRAWN)
    room = open_case(case_id)
    assert panel(room).add.isHidden()


@pytest.fixture
def reset_desk(desk: Desk, around: Surroundings) -> Iterator[ResetDesk]:
    """王's desk after the administrator reset the password: the case's key has to be restored."""
    wang = colleague(desk)
    sheet = recovery_sheet.escrow(desk)
    case_id = streamers(desk)
    share(desk, case_id, wang)
    accounts.reset_password(desk, wang, "another lent word")
    place = desk.store.place.folder
    assert place is not None
    theirs = sign_in.sign_in(in_folder(place), "wang", "another lent word", around)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(sheet.pdf)).pages)
    code = re.search(r"(?:[0-9A-Z]{5}\s+){7}[0-9A-Z]{5}", text)
    assert code
    yield theirs, case_id, " ".join(code.group().split())
    theirs.store.close()


def test_a_lost_key_is_restored_with_the_escrow_sheet_and_the_events_say_so(
        reset_desk: ResetDesk, tasks: Tasks, memory: Memory) -> None:
    theirs, case_id, code = reset_desk
    room = Room(theirs, tasks, memory, case_id)
    restore = panel(room).restore
    assert not restore.isHidden() and not holders.holds_key(theirs, case_id)
    room.click(restore.open)
    restore.code.area.setPlainText(code[:-1] + ("0" if code[-1] != "0" else "1"))
    room.click(restore.go)
    assert "Group 8" in restore.code.error()
    restore.code.area.setPlainText(code)
    room.click(restore.go)
    assert restore.isHidden() and holders.holds_key(theirs, case_id)
    assert history.timeline(theirs, case_id)[-1].entry.verb == "recover_seal"
    room.frame.close()
    room.settle()


def test_whoever_holds_the_key_is_not_asked_for_it(room: Room) -> None:
    assert panel(room).restore.isHidden()


# -- masked numbers ----------------------------------------------------------------------

def eyes(room: Room) -> list[QToolButton]:
    return [made for made in room.window.context.findChildren(QToolButton)
            if "马晓兰" in made.toolTip() and not made.isHidden()]


def asked(room: Room) -> int:
    return sum(line.entry.verb == "unmask" for line in history.timeline(room.desk, room.case_id))


def test_the_eye_shows_the_whole_numbers_and_the_journal_keeps_who_looked(room: Room) -> None:
    assert "138****0000" in texts(room) and asked(room) == 0
    room.click(eyes(room)[0])
    assert NUMBER in texts(room) and asked(room) == 1
    room.click(eyes(room)[0])
    assert NUMBER not in texts(room) and asked(room) == 1


def phone(room: Room) -> VeiledField:
    page = room.window.page_in_front()
    assert isinstance(page, IntakePage) and page.parties.detail is not None
    field = page.parties.detail.form.field("phone")
    assert isinstance(field, VeiledField)
    return field


def test_a_phone_on_the_intake_page_is_masked_until_somebody_goes_into_it(room: Room) -> None:
    field = phone(room)
    assert field.line.text() == "138****0000" and field.typed() == NUMBER
    editor(field).setFocus(Qt.FocusReason.MouseFocusReason)
    room.settle()
    assert field.line.text() == NUMBER and asked(room) == 1
    QTest.keyClick(field.line, Qt.Key.Key_Tab)
    room.settle()
    assert field.line.text() == "138****0000"
    editor(field).setFocus(Qt.FocusReason.TabFocusReason)
    room.settle()
    assert asked(room) == 1  # once is enough while the same particulars are open


def test_a_number_is_changed_in_the_masked_field_and_tab_marks_it_whole(room: Room) -> None:
    field = phone(room)
    editor(field).setFocus(Qt.FocusReason.TabFocusReason)
    room.settle()  # the asking is kept meanwhile, and the mark stays
    assert field.line.selectedText() == NUMBER
    QTest.keyClicks(field.line, "13809719999")
    QTest.keyClick(field.line, Qt.Key.Key_Tab)
    room.settle()
    assert room.case.applicants[0].phone == "13809719999"
    assert field.line.text() == "138****9999"


def test_what_one_types_into_an_empty_field_needs_no_asking(room: Room) -> None:
    page = room.window.page_in_front()
    assert isinstance(page, IntakePage) and page.parties.detail is not None
    number = page.parties.detail.form.field("bank_account")
    room.type(number, "6222021234567890123")
    assert room.case.applicants[0].bank_account == "6222021234567890123"
    assert isinstance(number, VeiledField) and number.line.text() == "622202*********0123"
    assert asked(room) == 0


def test_asking_for_numbers_leaves_the_way_back_open(room: Room) -> None:
    page = room.window.page_in_front()
    assert isinstance(page, IntakePage) and page.parties.detail is not None
    room.type(page.parties.detail.form.field("address"), "12 Kunlun Road")
    room.click(eyes(room)[0])
    room.press(Qt.Key.Key_Z)
    assert room.case.applicants[0].address == ""


@pytest.fixture
def laptop(desk: Desk, tmp_path: Path, around: Surroundings, tasks: Tasks, memory: Memory) -> Iterator[Room]:
    """A case of two mediators, opened on the laptop of one of them."""
    case_id = streamers(desk)
    share(desk, case_id, colleague(desk))
    there = travelling.laptop(desk, tmp_path / "road", around, case_id)
    room = Room(there, tasks, memory, case_id)
    yield room
    room.settle()
    room.frame.close()
    room.settle()
    room.frame.deleteLater()
    there.store.close()


def test_on_a_laptop_sharing_waits_for_the_office_and_says_so(laptop: Room) -> None:
    """Who mediates with one is seen there; putting somebody on or off is the office's."""
    shown = panel(laptop)
    assert "王调解" in texts(laptop)
    assert shown.add.isVisible() and not shown.add.isEnabled()
    assert shown.add.toolTip().startswith("This is done at the office.")
    more = [one for one in shown.findChildren(QToolButton) if one.menu() is not None]
    assert more and not any(one.isEnabled() for one in more)
