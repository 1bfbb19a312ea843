"""Windows are kept out of screenshots where the system can, and nothing is promised where it cannot."""

import sys

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui import capture
from mediation_desk.gui.kit.memory import Memory


class Told:
    """A system that takes note of what it is told of windows."""

    def __init__(self, knows: frozenset[int]) -> None:
        self.knows, self.calls = knows, list[int]()

    def __call__(self, _window: int, how: int) -> bool:
        self.calls.append(how)
        return how in self.knows


def test_a_window_is_hidden_from_capture_or_black_where_the_system_is_older(qtbot: QtBot,
                                                                          dressed: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    new, old = Told(frozenset({0, 1, 0x11})), Told(frozenset({0, 1}))
    assert capture.hide_from_capture(window, True, new) and new.calls == [0x11]
    assert capture.hide_from_capture(window, True, old) and old.calls == [0x11, 1]
    assert capture.hide_from_capture(window, False, old) and old.calls[-1] == 0
    assert not capture.hide_from_capture(window, True, None)
    assert capture.hide_from_capture(window, False, None)


def test_the_wish_is_kept_for_this_computer_alone(memory: Memory) -> None:
    assert not capture.wanted(memory)
    memory.keep(capture.HIDE_FROM_CAPTURE, "yes")
    assert capture.wanted(memory)
    memory.keep(capture.HIDE_FROM_CAPTURE, "")
    assert not capture.wanted(memory)


def test_where_nothing_works_it_is_said_that_nothing_worked(qtbot: QtBot, dressed: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    deaf = Told(frozenset())
    assert not capture.hide_from_capture(window, True, deaf) and deaf.calls == [0x11, 1]
    assert capture.system_affinity() is None or sys.platform == "win32"
