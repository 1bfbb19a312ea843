"""A pad to sign on with a pen, a finger or the mouse; what is written is kept as strokes in time."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediation_desk.domain.settlement.strokes import FULL, LONGEST, MOST_POINTS, SCALE, Point, Writing
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.press import ENTER
from mediation_desk.gui.kit.words import tr

SHAPE = 320  # how high it is, in thousandths of its width
WIDE, LEAST_WIDE = 560, 280  # px
_LINE, _PRESSED = 2.0, 2.4  # px: a stroke, and what full pressure adds to half of it
_BASE = 0.78  # where the line to sign on lies, of the height


class Tool(Enum):
    """What somebody writes with; while one is down, no other writes."""

    MOUSE = "mouse"
    PEN = "pen"
    FINGER = "finger"


class SignaturePad(QWidget):
    """``changed`` whenever there is something more or less on it; ``confirmed`` when Enter is pressed while
    something stands there. What leaves the box is kept at its edge."""

    changed = Signal()
    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[list[Point]] = []
        self._tool: Tool | None = None
        self._since = QElapsedTimer()
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("Pad to sign on"))
        self.setAccessibleDescription(tr(
            "Write with a pen, a finger or the mouse. Enter confirms what stands here, Backspace takes the "
            "last stroke back."))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(look().px(LEAST_WIDE))
        self.setMaximumWidth(look().px(WIDE))

    # -- what stands on it ---------------------------------------------------------------

    def writing(self) -> Writing:
        """What was written so far."""
        return Writing(SHAPE, tuple(map(tuple, self._strokes)))

    def write(self, writing: Writing) -> None:
        """Show what was written elsewhere on a pad of this shape."""
        self._strokes = [list(stroke) for stroke in writing.strokes]
        self._told()

    @property
    def is_blank(self) -> bool:
        """Whether nothing was written."""
        return not self._strokes

    def clear(self) -> None:
        """Begin anew."""
        self._strokes, self._tool = [], None
        self._told()

    def undo(self) -> None:
        """Take the last stroke back."""
        if self._strokes:
            self._strokes.pop()
            self._tool = None
            self._told()

    def _told(self) -> None:
        self.update()
        self.changed.emit()

    # -- writing -------------------------------------------------------------------------

    def _begin(self, tool: Tool, at: QPointF, pressure: float | None = None) -> None:
        if self._tool is None and self.isEnabled():
            self._tool = tool
            if not self._strokes:
                self._since.start()
            self._strokes.append([])
            self._add(tool, at, pressure)

    def _add(self, tool: Tool, at: QPointF, pressure: float | None = None) -> None:
        """A point more. Past what a signature has, one more is kept, so that it is refused in words."""
        if self._tool is not tool or sum(map(len, self._strokes)) > MOST_POINTS:
            return
        box, stroke = self.box(), self._strokes[-1]
        x, y = ((at.x() - box.x()) / box.width(), (at.y() - box.y()) / box.height())
        point = Point(_step(x, SCALE), _step(y, SCALE), min(self._since.elapsed(), LONGEST),
                      None if pressure is None else _step(pressure, FULL))
        if not stroke or (stroke[-1].x, stroke[-1].y) != (point.x, point.y):
            stroke.append(point)
            self._told()

    def _end(self, tool: Tool) -> None:
        if self._tool is tool:
            self._tool = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mouse begins a stroke; what a pen or finger does as well is no mouse."""
        if event.button() is Qt.MouseButton.LeftButton and _is_mouse(event):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._begin(Tool.MOUSE, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It goes on."""
        self._add(Tool.MOUSE, event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It ends."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._end(Tool.MOUSE)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick dots are two strokes."""
        self.mousePressEvent(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen, with how hard it is pressed where it tells."""
        tells = event.pointingDevice().hasCapability(event.pointingDevice().Capability.Pressure)
        pressure = event.pressure() if tells else None
        if event.type() is QEvent.Type.TabletPress:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._begin(Tool.PEN, event.position(), pressure)
        elif event.type() is QEvent.Type.TabletMove:
            self._add(Tool.PEN, event.position(), pressure)
        elif event.type() is QEvent.Type.TabletRelease:
            self._end(Tool.PEN)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """The first finger writes; a second one does nothing."""
        if not isinstance(event, QTouchEvent):
            return super().event(event)
        first = event.points()[0] if event.points() else None
        if event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            self._end(Tool.FINGER)
        elif first is not None and event.type() is QEvent.Type.TouchBegin:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._begin(Tool.FINGER, first.position())
        elif first is not None:
            self._add(Tool.FINGER, first.position())
        event.accept()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter confirms what stands there, and nothing where nothing does; Backspace takes a stroke back."""
        if event.key() in ENTER:
            if not self.is_blank:
                self.confirmed.emit()
        elif event.key() == Qt.Key.Key_Backspace or event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        else:
            super().keyPressEvent(event)

    # -- as it looks ---------------------------------------------------------------------

    def box(self) -> QRectF:
        """Where is written, always of the same shape: the strokes do not change with the window."""
        wide = min(float(self.width()), self.height() * 1000 / SHAPE)
        return QRectF(0, 0, max(wide, 1.0), max(wide * SHAPE / 1000, 1.0))

    def hasHeightForWidth(self) -> bool:
        """Its shape stays."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its shape asks."""
        return round(min(width, self.maximumWidth()) * SHAPE / 1000)

    def sizeHint(self) -> QSize:
        """Room for a name."""
        wide = look().px(WIDE)
        return QSize(wide, self.heightForWidth(wide))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box, the line to sign on, and what was written."""
        here, box = look(), self.box()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, wide = ("accent", 2) if self.hasFocus() else ("edge", 1)
        painter.setPen(QPen(here.colour(edge), wide))
        painter.setBrush(here.colour("surface"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(QPen(here.colour("line"), 1))
        base = box.height() * _BASE
        painter.drawLine(QPointF(box.width() * 0.06, base), QPointF(box.width() * 0.94, base))
        if self.is_blank:
            painter.setPen(here.colour("muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tr("Sign here") if self.isEnabled() else tr(
                "Read the line first"))
        for stroke in self._strokes:
            self._paint_stroke(painter, box, stroke)
        painter.end()

    def _paint_stroke(self, painter: QPainter, box: QRectF, stroke: list[Point]) -> None:
        pen = QPen(look().colour("ink"), _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
                   Qt.PenJoinStyle.RoundJoin)
        spots = [QPointF(box.x() + one.x / SCALE * box.width(), box.y() + one.y / SCALE * box.height())
                 for one in stroke]
        for one, begin, end in zip(stroke[1:] or stroke, spots, spots[1:] or spots, strict=False):
            pen.setWidthF(_LINE if one.pressure is None else _LINE / 2 + _PRESSED * one.pressure / FULL)
            painter.setPen(pen)
            painter.drawLine(begin, end)


def _step(part: float, whole: int) -> int:
    return max(0, min(whole, round(part * whole)))


def _is_mouse(event: QMouseEvent) -> bool:
    return event.source() is Qt.MouseEventSource.MouseEventNotSynthesized
