"""Lets a window open no larger than its screen, frame and all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

FRAME = QMargins(8, 40, 8, 8)  # a title bar and edges, as wide as systems draw them
NOBODYS = QRect(0, 0, 800, 800)  # the screen that Qt makes up where there is none


def open_at(window: QWidget, width: int, height: int) -> None:
    """Let a window open at that size, or as far as there is room beside the taskbar and in its frame,
    in the middle of the screen."""
    room = _room(window, FRAME)
    if room is None:
        window.resize(width, height)
        return
    window.resize(_within(window, QSize(width, height), room))
    corner = QPoint(window.width() // 2 + FRAME.left(), window.height() // 2 + FRAME.top())
    window.move(room.center() - corner)


def keep_on_screen(window: QWidget) -> None:
    """Make a window smaller, or move it, when it is shown and its frame is known and reaches beyond the
    screen: it may have been left so on a larger one."""
    _Keeper(window)


class _Keeper(QObject):
    """Looks once, a moment after the window came."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The window comes."""
        if event.type() == QEvent.Type.Show:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._look)
        return False

    def _look(self) -> None:
        window, handle = self._window, self._window.windowHandle()
        filling = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
        if handle is None or window.windowState() & filling:
            return
        room = _room(window, handle.frameMargins())
        if room is None or room.contains(window.geometry()):
            return
        size = _within(window, window.size(), room)
        furthest = room.bottomRight() - QPoint(size.width() - 1, size.height() - 1)
        at = window.geometry().topLeft()
        window.setGeometry(QRect(QPoint(max(room.left(), min(at.x(), furthest.x())),
                                        max(room.top(), min(at.y(), furthest.y()))), size))


def _room(window: QWidget, frame: QMargins) -> QRect | None:
    """Where the inside of a window may be; None on a screen that is none."""
    screen = window.screen() or QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    if QGuiApplication.platformName() == "offscreen" and room == NOBODYS:
        return None
    return room.marginsRemoved(frame)


def _within(window: QWidget, size: QSize, room: QRect) -> QSize:
    """That size as far as there is room, and as small as the window can be at least; a least size
    that was only wished for gives way on a screen that has no room for it."""
    window.setMinimumSize(window.minimumSize().boundedTo(room.size()))
    return size.boundedTo(room.size()).expandedTo(window.minimumSize())
