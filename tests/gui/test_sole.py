"""One desk per store on a computer: the second start brings the first to the front and ends."""

from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.app import program
from mediation_desk.app.machine import Machine
from mediation_desk.gui import sole
from mediation_desk.gui.sole import SoleDesk
from tests.conftest import LogWatch
from tests.gui import desks
from tests.offices import Office


def test_the_second_holder_is_refused_and_calls_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SoleDesk(tmp_path), SoleDesk(tmp_path)
    assert first.take()
    assert not second.take()
    qtbot.waitUntil(lambda: first._server is not None)
    with qtbot.waitSignal(first.called, timeout=5_000):
        assert second.call_first()
    first.release()
    assert second.take()
    second.release()


def test_who_was_killed_holds_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    """The lock ends with its program; the socket's file that stays behind is no obstacle."""
    first = SoleDesk(tmp_path)
    assert first.take()
    qtbot.waitUntil(lambda: first._server is not None)
    first._instance.release()  # as the system does; the server was never told
    second = SoleDesk(tmp_path)
    assert second.take()
    qtbot.waitUntil(lambda: second._server is not None)
    first.release()
    second.release()


def test_a_second_start_ends_at_once_and_the_first_comes_forward(
        qtbot: QtBot, dressed: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data" / "office").mkdir(parents=True)
    machine = Machine(tmp_path / "data", tmp_path / "config", desks.SetClock(), desks.ZONE)
    first, second = program.Program(dressed, machine), program.Program(dressed, machine)
    assert first.start()
    assert first._sole is not None
    qtbot.waitUntil(lambda: first._sole is not None and first._sole._server is not None)
    came = []
    monkeypatch.setattr(first.entry, "raise_", lambda: came.append(True))
    assert not second.start()
    qtbot.waitUntil(lambda: bool(came))
    assert second.entry is None
    second.end()
    first.end()


def test_another_persons_program_under_the_name_is_not_taken_for_the_desk(
        qtbot: QtBot, dressed: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second start does not end without a word: it opens, and refuses the office that is held."""
    (tmp_path / "data" / "office").mkdir(parents=True)
    machine = Machine(tmp_path / "data", tmp_path / "config", desks.SetClock(), desks.ZONE)
    first, second = program.Program(dressed, machine), program.Program(dressed, machine)
    assert first.start()
    qtbot.waitUntil(lambda: first._sole is not None and first._sole._server is not None)
    monkeypatch.setattr(sole, "_is_own", lambda _line: False)
    assert second.start()
    assert second.entry is not None
    second.end()
    first.end()


def test_a_desk_that_cannot_be_called_says_so(qtbot: QtBot, tmp_path: Path,
                                              monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocalServer, "listen", lambda _server, _name: False)
    desk = SoleDesk(tmp_path)
    with qtbot.waitSignal(desk.unheard, timeout=5_000):
        assert desk.take()
    desk.release()


def test_the_page_says_that_the_name_is_taken(qtbot: QtBot, dressed: QApplication, office: Office,
                                              tmp_path: Path, logs: LogWatch) -> None:
    logs.expect("the name under which this desk is called is taken")
    machine = Machine(tmp_path / "data", tmp_path / "config", desks.SetClock(), desks.ZONE)
    made = program.Program(dressed, machine)
    made._unheard()
    made._seat(office.desk())
    assert made.frame is not None
    page = made.frame.current()
    assert page is not None and "Another person's program" in page.bar_in_front().words.text()
    made.end()
