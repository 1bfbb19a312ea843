"""Keeps the windows out of screenshots and shared screens, where the system can (Windows only)."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from mediation_desk.gui.kit.memory import Memory

HIDE_FROM_CAPTURE = "hide_from_capture"  # what the memory keeps: "yes" or nothing
SEEN, BLACK, UNSEEN = 0x00, 0x01, 0x11  # WDA_NONE, WDA_MONITOR, WDA_EXCLUDEFROMCAPTURE (Windows 10 2004)
Affinity = Callable[[int, int], bool]


def system_affinity() -> Affinity | None:
    """The system's way of hiding a window from capture; None where it has none."""
    if sys.platform != "win32":
        return None
    import ctypes

    user32 = ctypes.windll.user32
    return lambda window, how: bool(user32.SetWindowDisplayAffinity(window, how))


def wanted(memory: Memory) -> bool:
    """Whether this computer's windows should be hidden from capture."""
    return memory.recall(HIDE_FROM_CAPTURE) == "yes"


def hide_from_capture(window: QWidget, hide: bool, affinity: Affinity | None) -> bool:
    """Hide a window from capture or show it again; whether it is as wished.

    Before Windows 10 2004 a hidden window is black in pictures instead of absent from them.
    """
    if affinity is None:
        return not hide
    handle = int(window.winId())
    if not hide:
        return affinity(handle, SEEN)
    return affinity(handle, UNSEEN) or affinity(handle, BLACK)
