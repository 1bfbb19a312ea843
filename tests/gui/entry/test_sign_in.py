"""Signing in: who and where are remembered, the password is not, and a wrong one costs time."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.entry.window import EntryWindow
from mediation_desk.gui.kit.memory import Memory
from tests.gui import desks
from tests.gui.desks import write
from tests.gui.entry.hands import KEY, Arrivals, refuse_once


def test_signing_in_opens_the_store_and_remembers_who_and_where(qtbot: QtBot, door: EntryWindow,
                                                                memory: Memory, settled: Path) -> None:
    came = Arrivals(door)
    write(qtbot, door.sign_in.login, desks.LOGIN)
    QTest.keyClick(door.sign_in.login.line, KEY.Key_Return)
    assert door.sign_in.password.line.hasFocus()
    QTest.keyClicks(door.sign_in.password.line, desks.PASSWORD)
    QTest.keyClick(door.sign_in.password.line, KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(came.desks))
    assert came.desks[0].who.name == desks.PERSON
    assert door.sign_in.password.typed() == ""
    assert (memory.recall("login"), memory.recall("store")) == (desks.LOGIN, str(settled))
    came.desks[0].store.close()


def test_wrong_passwords_are_refused_calmly_and_then_there_is_a_pause(qtbot: QtBot, door: EntryWindow,
                                                                      clock: desks.SetClock) -> None:
    came, pane = Arrivals(door), door.sign_in
    write(qtbot, pane.login, desks.LOGIN)
    for _ in range(2):
        refuse_once(qtbot, door)
        assert pane.enter.isEnabled()  # the first two cost nothing
    refuse_once(qtbot, door)
    qtbot.waitUntil(lambda: not pane.enter.isEnabled())
    assert pane.enter.text() == "Sign in (in 1 second)"
    clock.now += timedelta(seconds=2)
    qtbot.waitUntil(pane.enter.isEnabled, timeout=3000)
    write(qtbot, pane.password, desks.PASSWORD)
    QTest.keyClick(pane.password.line, KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(came.desks))
    came.desks[0].store.close()
