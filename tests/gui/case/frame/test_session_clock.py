"""The clock of the session under way: beside every station, run by one key, kept as rows."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from mediation_desk.domain.mediation.presence import running
from mediation_desk.domain.vocabulary import SessionMode, SessionState, Side
from mediation_desk.gui.case.frame.session_clock import SessionClock, lasted_words
from mediation_desk.services.mediation import meeting
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room, accepted, streamers
from tests.gui.desks import SetClock

PLAIN = Qt.KeyboardModifier.NoModifier


def begun(room: Room, mode: SessionMode = SessionMode.CAUCUS, side: Side | None = None) -> SessionClock:
    meeting.hold_session(room.desk, room.case_id, meeting.SessionDraft(
        datetime(2024, 11, 25, 9), mode=mode, side=side, state=SessionState.UNDER_WAY))
    room.window.bench.reload()
    room.settle()
    return room.window.context.session_clock


@pytest.fixture
def room(desk: object, open_case: Opener) -> Room:
    case_id: UUID = accepted(desk, streamers(desk))  # type: ignore[arg-type]
    return open_case(case_id)


def test_without_a_session_the_key_says_so(room: Room) -> None:
    clock = room.window.context.session_clock
    assert clock.isHidden()
    room.press(Qt.Key.Key_F7, PLAIN)
    assert "No session is under way" in room.window.bar_in_front().words.text()


def test_one_key_starts_and_stops_and_the_other_side_ends_the_first(room: Room, clock: SetClock) -> None:
    shown = begun(room)
    assert list(shown.buttons) == list(Side)
    room.press(Qt.Key.Key_F7, PLAIN)
    clock.set(date(2024, 11, 25), time(10, 12, 40))
    room.click(shown.buttons[Side.RESPONDENT])
    stretches = room.case.sessions[0].stretches
    assert [(one.side, one.ended_at is None) for one in stretches] == [
        (Side.APPLICANT, False), (Side.RESPONDENT, True)]
    assert shown.labels[Side.APPLICANT].text().startswith("12:")
    room.press(Qt.Key.Key_F7, PLAIN)
    assert running(room.case.sessions[0].stretches) is None
    room.press(Qt.Key.Key_F7, PLAIN)
    now = running(room.case.sessions[0].stretches)
    assert now is not None and now.side is Side.RESPONDENT  # with whom it ran last


def test_it_runs_on_after_a_kill(room: Room, open_case: Opener) -> None:
    begun(room, SessionMode.JOINT)
    room.press(Qt.Key.Key_F7, PLAIN)
    again = open_case(room.case_id).window.context.session_clock
    assert not again.isHidden() and again.buttons[None].text() == "Stop"


def test_its_buttons_say_the_key(room: Room) -> None:
    shown = begun(room, SessionMode.CAUCUS, Side.APPLICANT)
    assert list(shown.buttons) == [Side.APPLICANT]
    assert shown.buttons[Side.APPLICANT].accessibleName() == "Start the clock: Applicants (F7)"


@pytest.mark.parametrize(("seconds", "said"), [(0, "0:00"), (760, "12:40"), (3909, "1:05:09")])
def test_times_are_told_as_a_clock_tells_them(seconds: int, said: str) -> None:
    assert lasted_words(timedelta(seconds=seconds)) == said
