"""The keyboard of every window. Keys that Chinese input methods use (Shift, Ctrl+Space, Ctrl+.) are
left alone, and no key is taken while a word is being composed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from mediation_desk.gui.kit.page import Page

PLACES = 7


def bind(window: QWidget, sequence: str | QKeySequence.StandardKey, act: Callable[[], object]) -> QShortcut:
    """A key of a window."""
    made = QShortcut(QKeySequence(sequence), window)
    made.activated.connect(lambda: act())
    return made


def page_keys(window: QWidget, page: Callable[[], Page | None]) -> None:
    """The keys that go to whichever page the window shows: find, print, undo, redo, a session's clock,
    turn."""
    def to(verb: Callable[[Page], object]) -> Callable[[], object]:
        def act() -> object:
            now = page()
            return verb(now) if now is not None else None
        return act

    bind(window, "Ctrl+F", to(lambda now: now.find_here()))
    bind(window, "Ctrl+P", to(lambda now: now.print_page()))
    bind(window, "Ctrl+Z", to(lambda now: now.undo()))
    bind(window, "Ctrl+Shift+Z", to(lambda now: now.redo()))
    bind(window, "Ctrl+Y", to(lambda now: now.redo()))
    bind(window, "F7", to(lambda now: now.toggle_clock()))
    bind(window, "F11", to(lambda now: now.turn()))


def place_keys(window: QWidget, go: Callable[[int], object]) -> None:
    """Alt+1 to Alt+7."""
    for number in range(1, PLACES + 1):
        bind(window, f"Alt+{number}", partial(go, number))
