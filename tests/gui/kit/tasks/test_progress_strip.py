"""What takes long shows how far it is, and can be stopped."""

from threading import Event

from pytest import MonkeyPatch
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.tasks import progress_strip
from mediation_desk.gui.kit.tasks.progress_strip import Cancelled, Progress, ProgressStrip
from mediation_desk.gui.kit.tasks.tasks import Tasks


def test_the_strip_comes_goes_and_stops_what_it_follows(tasks: Tasks, qtbot: QtBot, monkeypatch: MonkeyPatch
                                                        ) -> None:
    monkeypatch.setattr(progress_strip, "SHOWN_AFTER_MS", 0)
    stopped = Event()

    def long(*, progress: Progress, cancelled: Cancelled) -> None:
        progress(3, 10)
        while not cancelled():
            stopped.wait(0.01)
        stopped.set()

    strip = ProgressStrip()
    qtbot.addWidget(strip)
    strip.follow(tasks.read(long), "Reading")
    qtbot.waitUntil(strip.isVisible)
    qtbot.waitUntil(lambda: strip.progress.value() == 3)
    strip.stop.click()
    assert not strip.isVisible()
    qtbot.waitUntil(stopped.is_set)
