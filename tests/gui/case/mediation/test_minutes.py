"""The minutes on the page: drawn up, added to, moved, reworded and taken out; each act is undone."""

from datetime import datetime

from PySide6.QtCore import Qt

from mediation_desk.domain.vocabulary import MinuteKind, NoResult, Presence, SessionResult, SessionState
from mediation_desk.gui.case.mediation.minutes import MinutesPart
from mediation_desk.services.mediation import meeting, presence
from mediation_desk.services.mediation.presence import PresenceDraft
from tests.gui.case.conftest import Opener
from tests.gui.case.mediation.hands import page_of
from tests.gui.case.rooms import Room


def minutes_of(room: Room) -> MinutesPart:
    if not room.case.sessions:
        meeting.hold_session(room.desk, room.case_id, meeting.SessionDraft(
            datetime(2024, 11, 25, 9), state=SessionState.UNDER_WAY))
        room.window.bench.reload()
        room.settle()
    page = page_of(room)
    page.sessions.edit(room.case.sessions[0])
    assert page.sessions.editor is not None and page.sessions.editor.minutes is not None
    return page.sessions.editor.minutes


def texts(room: Room) -> list[str]:
    return [entry.text for entry in room.case.sessions[0].minutes]


def add(room: Room, part: MinutesPart, text: str) -> None:
    room.begin(part.new.field("text"), text)
    room.click(part.add_button)


def test_entries_are_added_moved_reworded_and_taken_out(room: Room) -> None:
    part = minutes_of(room)
    room.choose(part.speaker, 1)
    add(room, part, "one")
    add(room, part, "two")
    first = room.case.sessions[0].minutes[0]
    assert first.kind is MinuteKind.STATEMENT and first.party_id == room.case.applicants[0].id
    room.click(part.rows[1].acts[0])
    assert texts(room) == ["two", "one"]
    room.type(part.rows[0].text, "two, corrected")
    assert texts(room) == ["two, corrected", "one"]
    room.click(part.rows[1].acts[2])
    assert texts(room) == ["two, corrected"] and len(part.rows) == 1
    room.press(Qt.Key.Key_Z)
    assert texts(room) == ["two, corrected", "one"]


def test_what_happened_is_drawn_up_once(room: Room) -> None:
    part = minutes_of(room)
    room.click(part.draw_button)
    drawn = texts(room)
    assert any("月工资标准" in text for text in drawn) and len(part.rows) == len(drawn)
    room.click(part.draw_button)
    assert texts(room) == drawn
    assert "all that the record has" in page_of(room).bar.words.text()


def test_that_they_agreed_is_refused_beside_the_choice_until_both_are_there(room: Room) -> None:
    part = minutes_of(room)
    result = part.result.field("result")
    room.choose(result, 0)
    assert "signed by both sides" in result.error() and room.case.sessions[0].result is None
    add(room, part, "an entry is kept all the same")
    assert len(texts(room)) == 1
    case = room.case
    presence.note_presence(room.desk, room.case_id, case.sessions[0].id, {
        party.id: PresenceDraft(Presence.CAME) for party in [*case.applicants, *case.respondents]})
    room.window.bench.reload()
    room.settle()
    room.choose(result, 0)
    assert room.case.sessions[0].result is SessionResult.AGREED


def test_without_an_agreement_the_reason_is_asked_from_the_list(room: Room) -> None:
    part = minutes_of(room)
    assert part.result.field("no_result").isHidden()
    room.choose(part.result.field("result"), 1)
    assert not part.result.field("no_result").isHidden() and room.case.sessions[0].result is None
    room.choose(part.result.field("no_result"), 1 + list(NoResult).index(NoResult.SIDE_ABSENT))
    held = room.case.sessions[0]
    assert (held.result, held.no_result) == (SessionResult.NOT_AGREED, NoResult.SIDE_ABSENT)


def test_an_entry_that_was_being_written_comes_back_after_a_kill(room: Room, open_case: Opener) -> None:
    part = minutes_of(room)
    room.begin(part.new.field("text"), "half an ent")
    room.window.bench.notes.flush()
    room.settle()
    again = minutes_of(open_case(room.case_id))
    assert again.new.field("text").typed() == "half an ent"


def test_nothing_is_added_of_nothing(room: Room) -> None:
    part = minutes_of(room)
    room.click(part.add_button)
    assert "Write the entry first" in part.new.field("text").error() and texts(room) == []
