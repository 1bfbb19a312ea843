"""What is being typed is kept while it is typed, and comes back after a kill."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.case.frame.notes import Notes
from mediation_desk.gui.drafts import PAUSE_MS
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.kinds import Form, TextField
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services import drafts
from mediation_desk.services.desk import Desk
from tests.gui.case.conftest import Opener
from tests.gui.case.frame.hands import intake_page
from tests.gui.case.rooms import Room, editor, streamers


def test_what_was_being_typed_when_the_program_stopped_comes_back_and_can_be_kept(
        desk: Desk, open_case: Opener) -> None:
    case_id = streamers(desk)
    drafts.keep(desk, f"case/{case_id}/case/{case_id}/facts_in_brief", "half a sent")
    room = open_case(case_id)
    facts = intake_page(room).matter.facts
    assert facts.typed() == "half a sent"
    assert room.case.facts_in_brief == ""
    room.type(facts, "half a sentence")
    assert room.case.facts_in_brief == "half a sentence"
    assert drafts.all_kept(desk) == {}


def test_typing_is_kept_before_the_field_is_left(room: Room, desk: Desk) -> None:
    facts = intake_page(room).matter.facts
    room.begin(facts, "they said")
    room.window.bench.notes.flush()
    room.settle()
    assert list(drafts.all_kept(desk).values()) == ["they said"]
    QTest.keyClick(editor(facts), Qt.Key.Key_Tab)
    room.settle()
    assert drafts.all_kept(desk) == {}


@pytest.fixture
def form(dressed: QApplication) -> Iterator[Form]:
    made = Form()
    made.add(TextField("Voucher", name="voucher"))
    made.add(TextArea("Note", name="note"))
    yield made
    made.deleteLater()


def kept(desk: Desk) -> dict[str, str]:
    return dict(drafts.all_kept(desk))


def test_a_draft_waits_for_the_next_key_and_is_written_once(desk: Desk, tasks: Tasks, qtbot: QtBot) -> None:
    case_id = streamers(desk)
    notes = Notes(desk, tasks, case_id)
    for text in ("h", "he", "he said"):
        notes.keep("case/note", text)
    assert notes.text("case/note") == "he said" and kept(desk) == {}
    qtbot.waitUntil(lambda: kept(desk) != {}, timeout=PAUSE_MS * 20)
    assert kept(desk) == {f"case/{case_id}/case/note": "he said"}
    notes.deleteLater()


def test_a_case_knows_its_own_drafts_and_no_others(desk: Desk, tasks: Tasks) -> None:
    case_id, other = streamers(desk), streamers(desk)
    drafts.keep(desk, f"case/{case_id}/payment", "mine")
    drafts.keep(desk, f"case/{other}/payment", "theirs")
    notes = Notes(desk, tasks, case_id)
    then: list[int] = []
    notes.load(lambda: then.append(1))
    assert tasks.drain() and then == [1]
    assert notes.text("payment") == "mine" and notes.text("offer") is None
    notes.deleteLater()


def test_what_is_typed_while_the_drafts_are_read_is_newer_than_they(desk: Desk, tasks: Tasks) -> None:
    case_id = streamers(desk)
    drafts.keep(desk, f"case/{case_id}/payment", "old")
    notes = Notes(desk, tasks, case_id)
    notes.load(lambda: None)
    notes.keep("payment", "new")
    notes.flush()
    while tasks.busy:
        assert tasks.drain()
    assert notes.text("payment") == "new" and list(kept(desk).values()) == ["new"]
    notes.deleteLater()


def test_a_form_comes_back_field_by_field_and_is_dropped_with_everything_due(
        desk: Desk, tasks: Tasks, form: Form) -> None:
    case_id = streamers(desk)
    notes = Notes(desk, tasks, case_id)
    notes.watch(form, "payment")
    form.field("voucher").set_typed("A-17")
    form.field("note").set_typed("第一行\n“第二行”")
    form.edited.emit("note", "")
    notes.flush()
    assert tasks.drain()
    written = json.loads(kept(desk)[f"case/{case_id}/payment"])
    assert written == {"voucher": "A-17", "note": "第一行\n“第二行”"}
    for name in form.names():
        form.field(name).set_typed("")
    assert notes.bring_back(form, "payment") and form.field("note").typed() == "第一行\n“第二行”"
    form.edited.emit("note", "")  # one more key, not written yet
    notes.drop("payment")
    assert tasks.drain()
    assert kept(desk) == {} and notes.text("payment") is None and not notes.bring_back(form, "payment")
    notes.deleteLater()
