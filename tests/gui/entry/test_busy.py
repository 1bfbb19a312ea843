"""What is under way while a door opens."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine

from mediation_desk.gui.entry.busy import Busy
from mediation_desk.gui.entry.window import EntryWindow
from mediation_desk.store import schema
from tests.gui import desks
from tests.gui.desks import write
from tests.gui.entry.hands import Arrivals


def test_while_another_desk_brings_the_store_up_to_date_this_one_says_that_it_waits(
        qtbot: QtBot, door: EntryWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    go, came, bring = threading.Event(), Arrivals(door), schema.bring_up_to_date

    def waits(engine: Engine, key: bytes, before: Callable[[], None] | None,
              waiting: Callable[[], object]) -> None:
        waiting()
        assert go.wait(10)
        bring(engine, key, before)

    monkeypatch.setattr(schema, "bring_up_to_date", waits)
    write(qtbot, door.sign_in.login, desks.LOGIN)
    write(qtbot, door.sign_in.password, desks.PASSWORD)
    QTest.mouseClick(door.sign_in.enter, Qt.MouseButton.LeftButton)
    busy = door.sign_in.busy
    qtbot.waitUntil(lambda: busy.words.text().startswith("Another desk is bringing the store up to date"))
    assert busy.isVisible()
    go.set()
    qtbot.waitUntil(lambda: bool(came.desks))
    came.desks[0].store.close()


def test_what_is_under_way_is_said_and_gone_and_nothing_jumps(dressed: QApplication) -> None:
    busy = Busy()
    assert busy.isHidden() and busy.sizePolicy().retainSizeWhenHidden()
    busy.begin("Opening the store …")
    assert not busy.isHidden() and busy.words.text() == busy.accessibleName() == "Opening the store …"
    assert (busy.bar.minimum(), busy.bar.maximum()) == (0, 0)  # it moves: nobody knows how long
    busy.end()
    assert busy.isHidden()
    busy.deleteLater()
