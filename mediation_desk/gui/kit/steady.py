"""Nothing under the pointer moves by itself: what arrives while a button is pressed waits until it is let
go, and a page that grows or shrinks above the pointer scrolls by just as much."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QHoverEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

_LEAVES = (QEvent.Type.HoverLeave, QEvent.Type.Hide)
_LAYS = (QEvent.Type.LayoutRequest, QEvent.Type.Resize)


def after_press(receiver: QObject, act: Callable[[], object]) -> None:
    """Do it at once; while a mouse button is down, as soon as it is up and the press has been answered.

    A press counts where it was made: no page may be laid out anew between press and release.
    """
    if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
        act()
    else:
        _Release(receiver, act)


class _Release(QObject):
    """Waits for the mouse button to be let go; it lives and dies with the receiver."""

    def __init__(self, receiver: QObject, act: Callable[[], object]) -> None:
        super().__init__(receiver)
        self._act = act
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Watch for the release; nothing is ever swallowed."""
        if event.type() == QEvent.Type.MouseButtonRelease or (
                QApplication.mouseButtons() == Qt.MouseButton.NoButton):
            app = QApplication.instance()
            assert app is not None
            app.removeEventFilter(self)
            QTimer.singleShot(0, self, self._done)  # behind the click that the release makes
        return False

    def _done(self) -> None:
        self._act()
        self.deleteLater()


class SteadyArea(QScrollArea):
    """A page that scrolls down, never sideways; what lies under the pointer stays under it while the
    page above it grows or shrinks, as far as the page can scroll.

    It begins with the first move of the pointer: a page that is being filled as it opens shows its top.
    """

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pointer: QPoint | None = None  # in the viewport, while it is inside
        self._held: tuple[QWidget, int] | None = None  # what is under it, and where in the page
        self._inner = inner
        inner.setObjectName("scrolled")
        inner.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._note())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember what the pointer is on; hold it when the page was laid out anew."""
        done = super().eventFilter(watched, event)
        if watched is not self._inner:
            return done
        kind = event.type()
        if kind == QEvent.Type.HoverMove and isinstance(event, QHoverEvent):
            self._pointer = self._inner.mapTo(self.viewport(), event.position().toPoint())
            self._note()
        elif kind in _LEAVES:
            self._pointer = self._held = None
        elif kind in _LAYS and self._inner.height() >= self._inner.minimumSizeHint().height():
            self._hold()  # else the page is about to be given the height it needs now
        return done

    def _note(self) -> None:
        inner, spot = self._inner, self._pointer
        under = inner.childAt(inner.mapFrom(self.viewport(), spot)) if spot is not None else None
        self._held = (under, self._top(under)) if under is not None else None

    def _top(self, widget: QWidget) -> int:
        return widget.mapTo(self._inner, QPoint(0, 0)).y()

    def _hold(self) -> None:
        if self._held is None:
            return
        under, before = self._held
        if not shiboken6.isValid(under) or not under.isVisibleTo(self._inner):
            self._note()
            return
        moved = self._top(under) - before
        if moved:
            self._held = (under, before + moved)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + moved)
