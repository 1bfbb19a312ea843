"""Room: where large type on a low screen leaves little of it, content goes before what is around it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mediation_desk.gui.kit.look.theme import look

LOW = 560  # px at 100 %: a window under it shows its content first, its frame in short


def is_low(widget: QWidget) -> bool:
    """Whether the window that a widget stands in is low for the size of its type."""
    return widget.window().height() < look().px(LOW)
