"""The first page where there is no office yet."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.entry.welcome import Welcome
from mediation_desk.gui.entry.window import EntryWindow
from mediation_desk.services.intake import registering
from tests.gui import desks
from tests.gui.entry.hands import Arrivals, companies


def test_the_demonstration_desk_is_made_once_and_found_again(qtbot: QtBot, entry: EntryWindow,
                                                             clock: desks.SetClock, office: Path) -> None:
    """In February 2025 the streamers' whole story has happened."""
    clock.set(date(2025, 2, 10))
    came = Arrivals(entry)
    QTest.mouseClick(entry.welcome.look_at, Qt.MouseButton.LeftButton)
    assert not entry.welcome.found.isEnabled()
    qtbot.waitUntil(lambda: bool(came.desks), timeout=30_000)
    assert "西宁云上湟水文化传媒有限公司" in companies(came.desks[0])
    registering.register(came.desks[0], registering.IntakeDraft(date(2025, 2, 10)))
    before = len(companies(came.desks[0]))
    came.desks[0].store.close()
    entry.open_demonstration()
    qtbot.waitUntil(lambda: len(came.desks) == 2)
    assert len(companies(came.desks[1])) == before
    came.desks[1].store.close()


def test_each_offer_asks_for_its_own_and_none_while_something_is_under_way(dressed: QApplication) -> None:
    page, asked = Welcome(), list[str]()
    for name in ("set_up", "demonstration", "elsewhere"):
        getattr(page, name).connect(lambda name=name: asked.append(name))
    presses = (page.found, page.look_at, page.other)
    for press in presses:
        press.click()
    assert asked == ["set_up", "demonstration", "elsewhere"]
    page.set_busy("Making the demonstration …")
    for press in presses:
        press.click()
    assert len(asked) == 3 and page.busy.words.text() == "Making the demonstration …"
    page.set_busy("")
    page.found.click()
    assert len(asked) == 4 and page.busy.isHidden()
    page.deleteLater()
