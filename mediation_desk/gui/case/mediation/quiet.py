"""Keeps what was said alone off the clipboard, out of drags and out of the selection other programs read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QPlainTextEdit, QWidget

_OUTWARD = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)
_ALL = QKeySequence.StandardKey.SelectAll  # of running text Qt puts that on X11's selection at once


class Quiet(QObject):
    """Watches the editors inside a widget: nothing is copied, cut or dragged out of them.

    A mouse selection counts as copying on X11, so the mouse only places the cursor.
    """

    def guard(self, inside: QWidget) -> None:
        """Watch every editor that is inside now."""
        for editor in inside.findChildren(QWidget):
            if isinstance(editor, QLineEdit | QPlainTextEdit):
                editor.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
                editor.installEventFilter(self)
            if isinstance(editor, QLineEdit):
                editor.setDragEnabled(False)
            elif isinstance(editor, QAbstractScrollArea):
                editor.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow what would carry words out."""
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and isinstance(event, QKeyEvent):
            running = isinstance(watched, QPlainTextEdit)
            return any(event.matches(key) for key in (*_OUTWARD, *((_ALL,) if running else ())))
        if kind == QEvent.Type.MouseButtonDblClick:
            return True
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            return event.buttons() != Qt.MouseButton.NoButton
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return False
