"""Whom a holder of the case's key is offered to let in, and what nobody let in."""

from __future__ import annotations

from uuid import uuid4

from pytestqt.qtbot import QtBot

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.mediation.holders import readable
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.keys import sharing
from mediation_desk.services.keys.recipients import Recipients
from mediation_desk.services.office import accounts
from mediation_desk.store.tables.cases import case_holders, case_key_wraps
from tests import holders
from tests.gui.case.conftest import Opener
from tests.gui.case.frame.hands import colleague, entry, panel, texts, theirs_at, told
from tests.gui.case.rooms import Room, streamers
from tests.trust.forgers import add, remove


def test_a_holder_lets_in_whoever_waits_on_a_card_with_name_role_and_fingerprint(
        desk: Desk, open_case: Opener, around: Surroundings) -> None:
    wang = colleague(desk)
    room = open_case(streamers(desk))
    entry(panel(room).colleagues, "王调解")
    room.settle()
    mark = readable(Recipients(desk).fingerprint(wang) or b"")
    assert {"王调解", "Mediator", "Put on the case by 李调解", f"Fingerprint: {mark}"} <= set(texts(room))
    theirs = theirs_at(desk, around, "wang")
    assert not holders.holds_key(theirs, room.case_id)
    room.click(panel(room).letting_in.buttons["王调解"])
    assert holders.holds_key(theirs, room.case_id)
    assert panel(room).letting_in.isHidden() and "王调解 holds the case's key now" in told(room)
    theirs.store.close()


def test_one_who_waits_is_told_so_and_can_let_nobody_in(
        desk: Desk, tasks: Tasks, memory: Memory, around: Surroundings) -> None:
    wang, case_id = colleague(desk), streamers(desk)
    sharing.add_mediator(desk, case_id, wang)
    theirs = theirs_at(desk, around, "wang")
    room = Room(theirs, tasks, memory, case_id)
    waits = panel(room)
    assert waits.letting_in.buttons == {} and not waits.restore.isHidden()
    assert "lets you in here" in " ".join(texts(room))
    room.frame.close()
    room.settle()
    theirs.store.close()


def test_the_escrow_sheet_waits_like_anybody_and_is_asked_about_once(
        desk: Desk, open_case: Opener, around: Surroundings) -> None:
    colleague(desk, "yang", "杨管理", Role.ADMINISTRATOR)
    admin = theirs_at(desk, around, "yang")
    accounts.new_escrow_code(admin)
    admin.store.close()
    first, later = streamers(desk), streamers(desk)
    room = open_case(first)
    assert "The office's escrow sheet" in texts(room)
    room.click(panel(room).letting_in.buttons[""])
    assert panel(room).letting_in.isHidden()
    assert panel(open_case(later)).letting_in.isHidden()


def test_a_place_made_outside_the_program_is_told_at_the_next_opening(desk: Desk, open_case: Opener) -> None:
    wang, case_id = colleague(desk), streamers(desk)
    add(desk, case_key_wraps, id=uuid4(), case_id=case_id, account_id=wang, wrapped=b"", for_key=b"",
        generation=1, removed_at=None, pinned=None)
    room = open_case(case_id)
    assert "王调解" in told(room) and "outside the program" in told(room)
    assert any("no mediator let 王调解 in" in words for words in texts(room))
    assert panel(room).letting_in.buttons == {}  # whom nobody named nobody is asked to let in


def test_a_broken_list_is_told_and_nobody_is_offered_to_be_let_in(desk: Desk, open_case: Opener) -> None:
    wang, case_id = colleague(desk), streamers(desk)
    sharing.add_mediator(desk, case_id, wang)
    remove(desk, case_holders, case_id)
    room = open_case(case_id)
    assert "altered outside the program" in told(room)
    assert panel(room).letting_in.buttons == {}


def test_whoever_got_other_keys_while_the_card_was_shown_is_let_in_only_after_another_look(
        desk: Desk, open_case: Opener, around: Surroundings) -> None:
    wang, case_id = colleague(desk), streamers(desk)
    sharing.add_mediator(desk, case_id, wang)
    room = open_case(case_id)
    shown = readable(Recipients(desk).fingerprint(wang) or b"")
    accounts.reset_password(desk, wang, "another lent word")
    room.click(panel(room).letting_in.buttons["王调解"])
    assert "changed since they were shown" in told(room)
    theirs = theirs_at(desk, around, "wang", "another lent word")
    assert not holders.holds_key(theirs, case_id)
    now = readable(Recipients(desk).fingerprint(wang) or b"")
    again = open_case(case_id)
    assert now != shown and f"Fingerprint: {now}" in texts(again)
    again.click(panel(again).letting_in.buttons["王调解"])
    assert holders.holds_key(theirs, case_id)
    theirs.store.close()


def test_a_holder_who_opens_the_case_is_told_calmly_who_waits_and_led_to_the_card(
        qtbot: QtBot, desk: Desk, open_case: Opener) -> None:
    """In the line that keeps its place: nothing on the page moves, and it is said once for each who comes."""
    wang, case_id = colleague(desk), streamers(desk)
    sharing.add_mediator(desk, case_id, wang)
    room = open_case(case_id)
    bar = room.window.bar_in_front()
    assert bar.isVisible() and bar.words.text() == "王调解 waits for the case's key."
    room.window.context.fold(True, chosen=True)
    room.click(bar.action)
    press = panel(room).letting_in.buttons["王调解"]
    qtbot.waitUntil(lambda: press.isVisible() and room.frame.focusWidget() is press)
    assert not room.window.context.folded and bar.isHidden()
    room.window.bench.reload()
    room.settle()
    assert bar.isHidden(), "who was told of is not told of again"


def test_one_who_waits_for_the_key_is_not_told_that_they_wait(
        desk: Desk, tasks: Tasks, memory: Memory, around: Surroundings) -> None:
    """Their own card says it; there is nothing that they could press."""
    wang, case_id = colleague(desk), streamers(desk)
    sharing.add_mediator(desk, case_id, wang)
    theirs = theirs_at(desk, around, "wang")
    room = Room(theirs, tasks, memory, case_id)
    assert "waits for" not in room.window.bar_in_front().words.text()
    room.frame.close()
    room.settle()
    theirs.store.close()


def test_a_trouble_that_is_being_said_is_not_talked_over(desk: Desk, open_case: Opener) -> None:
    wang, case_id = colleague(desk), streamers(desk)
    room = open_case(case_id)
    room.window.bar_in_front().trouble("The disk is full.")
    sharing.add_mediator(desk, case_id, wang)
    room.window.bench.reload()
    room.settle()
    assert room.window.bar_in_front().words.text() == "The disk is full."
    assert not panel(room).letting_in.isHidden()
