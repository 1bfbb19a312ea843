"""One desk per store on a computer: the second start brings the first to the front and ends."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.app import program
from mediation_desk.app.machine import Machine
from mediation_desk.gui.sole import SoleDesk
from tests.gui import desks


def test_the_second_holder_is_refused_and_calls_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SoleDesk(tmp_path), SoleDesk(tmp_path)
    assert first.take()
    assert not second.take()
    qtbot.waitUntil(lambda: first._server is not None)
    with qtbot.waitSignal(first.called, timeout=5_000):
        second.call_first()
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
