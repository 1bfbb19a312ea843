"""Watches over an unattended screen: how long nobody touched anything, and the cover that hides it."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPixmap, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from mediation_desk.gui.kit.look import icons
from mediation_desk.gui.kit.look.theme import HEADING_PT, look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.words import tr

IDLE_MINUTES = "idle_minutes"  # what the memory keeps; 0: never
USUAL_MINUTES, MOST_MINUTES = 10, 240
MINUTE_MS = 60_000
BEAT_MS = 1000
BLOCKS = 24  # so few spots across remain of the window that no word can be read
VEIL = 200  # of 255: how thickly the surface's colour lies over them
TOUCHES = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress, QEvent.Type.TabletMove,
    QEvent.Type.InputMethod, QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonDblClick,
    QEvent.Type.DragEnter, QEvent.Type.Drop,
})
PAINTING = frozenset({QEvent.Type.Paint, QEvent.Type.UpdateRequest, QEvent.Type.UpdateLater,
                      QEvent.Type.Expose})


def idle_minutes(memory: Memory) -> int:
    """After how many minutes this computer locks; 0: never."""
    kept = memory.recall(IDLE_MINUTES, str(USUAL_MINUTES))
    return min(MOST_MINUTES, int(kept)) if kept.isdecimal() else USUAL_MINUTES


class IdleWatch(QObject):
    """``idle`` once nobody touched anything for so many minutes (0: never); ``touched`` at every touch.

    A timer stands still while the computer sleeps, the clock on the wall (``wall``, in seconds; without
    one the timer counts alone) does not: both are asked, at whatever comes first when it wakes. From
    then on every touch and every painting is swallowed until ``idle`` was heard, so that nothing is
    shown or done any more.

    It listens at the windows and at what has the focus, where every touch and every painting comes by
    (an input method's words reach only the latter). A filter on the whole application would be asked in
    Python about every event of every widget, tens of thousands while a page is made.
    """

    idle = Signal()
    touched = Signal()

    def __init__(self, minutes: int, parent: QObject | None = None, *,
                 wall: Callable[[], float] | None = None) -> None:
        super().__init__(parent)
        self._wall = wall or (lambda: 0.0)
        self._until, self._span, self._over = 0.0, 0, False
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._end)
        self._beat = QTimer(self, interval=BEAT_MS)  # soon after waking, also when nobody touches anything
        self._beat.timeout.connect(self._look)
        self._focus: QObject | None = None
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._look)
        app.focusWindowChanged.connect(self._listen_at_window)
        app.focusObjectChanged.connect(self._listen_at_focus)
        self._listen_at_window(app.focusWindow())
        self._listen_at_focus(app.focusObject())
        self.set_minutes(minutes)

    def _listen_at_window(self, window: QWindow | None) -> None:
        """A window that once had the focus is listened at for good; listening twice is listening once."""
        if window is None:
            return
        window.installEventFilter(self)
        widget = QWidget.find(window.winId())
        if widget is not None:
            widget.installEventFilter(self)  # is asked to paint without its window hearing of it

    def _listen_at_focus(self, focus: QObject | None) -> None:
        if self._focus is not None and shiboken6.isValid(self._focus):
            self._focus.removeEventFilter(self)
        self._focus = focus
        if focus is not None:
            focus.installEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """Watch for another time from now on."""
        self._stop()
        if minutes > 0:
            self._span = minutes * MINUTE_MS
            self._begin()
            self._beat.start()

    @property
    def left_ms(self) -> int:
        """Milliseconds until it is idle; below zero while it does not watch."""
        if not self._clock.isActive():
            return -1
        return min(self._clock.remainingTime(), round((self._until - self._wall()) * 1000))

    def _begin(self) -> None:
        """Somebody is there: the time begins anew."""
        self._clock.start(self._span)
        self._until = self._wall() + self._span / 1000

    def _stop(self) -> None:
        self._over = False
        self._clock.stop()
        self._beat.stop()

    def _look(self) -> None:
        if self._clock.isActive() and self._wall() >= self._until:
            self._end()

    def _end(self) -> None:
        """The time is over: said a moment later, for one press of a key is several events, and a window
        that is being painted cannot be covered."""
        self._stop()
        self._over = True
        QTimer.singleShot(0, self, self._say)

    def _say(self) -> None:
        if self._over:
            self._over = False
            self.idle.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Somebody is there. Only what comes after the time was over is swallowed."""
        self._look()
        kind = event.type()
        if self._over:
            if kind == QEvent.Type.ShortcutOverride:
                event.accept()  # else the shortcut itself would be carried out
            return kind in PAINTING or kind in TOUCHES
        if kind in TOUCHES:
            self.touched.emit()
            if self._clock.isActive():
                self._begin()
        return False


class Cover(QWidget):
    """Lies over everything in a window: what was there is a blur without words from the first moment."""

    def __init__(self, window: QWidget, text: str = "") -> None:
        super().__init__(window)
        self.text = text or tr("The desk is locked.")
        self._blur = _blurred(window)
        self.setAutoFillBackground(False)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.text)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.show()
        self.raise_()
        self.repaint()  # now, not when the event loop is next at leisure

    def say(self, text: str) -> None:
        """Say something else."""
        self.text = text
        self.setAccessibleName(text)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over the whole window."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The blur, a veil over it, and a lock."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), look().colour("surface"))
        painter.drawPixmap(self.rect(), self._blur)
        veil = QColor(look().colour("surface"))
        veil.setAlpha(VEIL)
        painter.fillRect(self.rect(), veil)
        middle, size = self.rect().center(), look().px(40)
        icons.draw(painter, "lock", QRect(middle.x() - size // 2, middle.y() - size, size, size), "muted")
        painter.setFont(look().font(HEADING_PT))
        painter.setPen(look().colour("ink"))
        words = self.rect().adjusted(0, self.height() // 2 + look().px(16), 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), self.text)
        painter.end()


def _blurred(window: QWidget) -> QPixmap:
    """The window in so few spots that no word of it can be read, however it is sharpened."""
    small = window.grab().toImage().scaled(
        BLOCKS, BLOCKS, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return QPixmap.fromImage(small)


def put_away_others(window: QWidget) -> None:
    """Deliver the input method's last word, and close what floats over a window: lists, dialogs."""
    QGuiApplication.inputMethod().commit()
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        if QApplication.activePopupWidget() is popup:
            break
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.close()
