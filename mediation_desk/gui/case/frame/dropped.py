"""Files and pictures dropped on a case, whatever page is in front: they are evidence."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from mediation_desk.gui.kit.held_files import files_of
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr

INSET = 16


def veil_over(widget: QWidget) -> QLabel:
    """What says that something may be dropped there; hidden at first."""
    made = label(tr("Drop here to add as evidence"), "heading", parent=widget)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    tokens = look().tokens
    made.setStyleSheet(f"background: {tokens.accent_soft}; color: {tokens.accent}; "
                       f"border: 2px dashed {tokens.accent}; border-radius: 8px;")
    made.hide()
    return made


def show_veil(veil: QLabel, over: QWidget) -> None:
    """Over all of it, but for a rim."""
    veil.setGeometry(over.rect().adjusted(*[look().px(edge) for edge in (INSET, INSET, -INSET, -INSET)]))
    veil.show()
    veil.raise_()


class DroppedOnCase(QObject):
    """Watches a case's window. ``may``: whether evidence can be added to it now; ``take`` is given what was
    let go of."""

    def __init__(self, window: QWidget, may: Callable[[], bool], take: Callable[[QMimeData], object]) -> None:
        super().__init__(window)
        self._window, self._may, self._take = window, may, take
        self.veil = veil_over(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """What is held over the window, and let go of."""
        if event.type() in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self.veil.hide()
        return isinstance(event, QDropEvent) and self._held(event)  # entering and moving are such events too

    def _held(self, event: QDropEvent) -> bool:
        if not self._may() or not (event.mimeData().hasImage() or files_of(event.mimeData())):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)  # never move: the giver's file stays
        event.accept()
        if event.type() == QEvent.Type.DragEnter:
            show_veil(self.veil, self._window)
        elif event.type() == QEvent.Type.Drop:
            self._take(event.mimeData())
        return True
