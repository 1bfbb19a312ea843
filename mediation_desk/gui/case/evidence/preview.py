"""Looking at an exhibit: a picture with zoom, a PDF with its pages, or what else can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsScene,
    QGraphicsView,
    QHBoxLayout,
    QStackedWidget,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.evidence.pictures import (
    LARGEST_EDGE,
    LONG,
    MOST_BYTES,
    can_show,
    pages,
    picture,
)
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.apart.decoding import PAGES
from mediation_desk.gui.kit.apart.process import Pages
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tool import tool
from mediation_desk.gui.kit.tasks.tasks import Task
from mediation_desk.gui.kit.words import tr, tr_error

STEP, LEAST, MOST = 1.25, 0.02, 16.0
GAP = 16  # lines between two pages
PART = 8192  # lines of a long picture that are drawn together


class PictureView(QGraphicsView):
    """A picture that fits until a person zooms; it is dragged with the mouse.

    One that is much longer than the room, as a screenshot of a long talk is, fits by its width and
    is scrolled; a very broad one fits by its height.
    """

    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setScene(QGraphicsScene(self))
        self._fits = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setBackgroundBrush(look().colour("line"))
        self.setAccessibleName(tr("The picture"))

    def set_image(self, image: QImage) -> None:
        """Show a picture from its beginning, fitted."""
        self.set_images([image])

    def set_images(self, images: Sequence[QImage]) -> None:
        """Show pictures below each other, from the first, fitted."""
        self.scene().clear()
        across, down = 0, 0
        for image in images:
            self._put(image, down)
            across, down = max(across, image.width()), down + image.height() + GAP
        self.resetTransform()
        self.setSceneRect(QRectF(0, 0, across, down - GAP))
        self.fit()

    def _put(self, image: QImage, at: int) -> None:
        for top in range(0, image.height(), PART):  # Qt draws no picture of more than 32767 lines
            part = QPixmap.fromImage(image.copy(0, top, image.width(), min(PART, image.height() - top)))
            item = self.scene().addPixmap(part)
            item.setPos(0, at + top)
            item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)

    @property
    def scale_now(self) -> float:
        """How large it is shown: 1 is pixel for pixel."""
        turned = self.transform()
        return float(abs(turned.m11()) + abs(turned.m12()))  # one of them is 0 at right angles

    def zoom(self, factor: float) -> None:
        """Larger or smaller by a factor, within reason."""
        wanted = min(MOST, max(LEAST, self.scale_now * factor)) / self.scale_now
        self._fits = False
        self.scale(wanted, wanted)
        self.zoomed.emit(self.scale_now)

    def fit(self) -> None:
        """As large as there is room, but no larger than it is; from its beginning."""
        self._fits = True
        rect, room = self.transform().mapRect(self.sceneRect()), self.maximumViewportSize()
        if rect.isEmpty():
            return
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        across, down = (room.width() - 4) / rect.width(), (room.height() - 4) / rect.height()
        if down * LONG < across:
            factor = (room.width() - bar - 4) / rect.width()
        elif across * LONG < down:
            factor = (room.height() - bar - 4) / rect.height()
        else:
            factor = min(across, down)
        factor = max(0.001, min(factor, 1 / self.scale_now))
        self.scale(factor, factor)
        self._go_to(0)
        self.zoomed.emit(self.scale_now)

    def _go_to(self, part: float) -> None:
        """Show what stands at a part of the whole, from 0 for its beginning to 1."""
        for scroll in (self.verticalScrollBar(), self.horizontalScrollBar()):
            scroll.setValue(round(scroll.minimum() + part * (scroll.maximum() - scroll.minimum())))

    def turn(self) -> None:
        """A quarter to the right, for looking only."""
        self.rotate(90)
        if self._fits:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom; the wheel alone scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay fitted, and at the same place of a long picture."""
        bar = self.verticalScrollBar()
        part = (bar.value() - bar.minimum()) / max(1, bar.maximum() - bar.minimum())
        super().resizeEvent(event)
        if self._fits:
            self.fit()
            self._go_to(part)


class PicturePane(QWidget):
    """A picture and its tools."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PictureView(self)
        self.percent = label("", "muted", parent=self)
        self.percent.setMinimumWidth(look().px(44))
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.zoom_out = self._tool("magnifying-glass-minus", tr("Smaller"), lambda: self.view.zoom(1 / STEP))
        self.zoom_in = self._tool("magnifying-glass-plus", tr("Larger"), lambda: self.view.zoom(STEP))
        self.fit = self._tool("frame-corners", tr("Fit"), self.view.fit)
        self.turn = self._tool("arrow-clockwise", tr("Turn to the right"), self.view.turn)
        self.view.zoomed.connect(lambda scale: self.percent.setText(f"{round(scale * 100)}%"))
        self.row = row = QHBoxLayout()
        row.setSpacing(look().px(4))
        tools: tuple[QWidget, ...] = (self.zoom_out, self.percent, self.zoom_in, self.fit, self.turn)
        for one in tools:
            row.addWidget(one)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        column.addLayout(row)
        column.addWidget(self.view, 1)

    def _tool(self, name: str, words: str, act: Callable[[], object]) -> QToolButton:
        made = tool(name, words, parent=self)
        made.clicked.connect(lambda: act())
        return made


class PagesPane(PicturePane):
    """Some pages of a stranger's paper, drawn apart, one below the other; ``wanted`` brings the first page
    (counted from 0) of others that a person wants to see."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages, self._first, self._last = 0, 0, 0
        self.which = label("", "muted", parent=self)
        self.previous = self._tool("caret-up", tr("Earlier pages"), self._back)
        self.next = self._tool("caret-down", tr("Further pages"), lambda: self.wanted.emit(self._last))
        for at, one in enumerate((self.which, self.previous, self.next)):
            self.row.insertWidget(at, one)
        self.view.setAccessibleName(tr("The paper"))

    def show_pages(self, shown: Pages) -> None:
        """Show these pages from the first on."""
        self.pages, self._first, self._last = shown.count, shown.first, shown.first + len(shown.images)
        self.view.set_images(shown.images)
        self.which.setText(tr("Pages {first} to {last} of {pages}", first=shown.first + 1, last=self._last,
                              pages=shown.count))
        self.previous.setVisible(shown.first > 0)
        self.next.setVisible(self._last < shown.count)

    def _back(self) -> None:
        self.wanted.emit(max(0, self._first - PAGES))


class Preview(QStackedWidget):
    """Shows one exhibit at a time; what another exhibit still brings is dropped. Exhibits come from
    strangers: their pictures and pages are drawn by a process apart."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self._shown = ""  # the content that is shown, or on its way
        self._task: Task | None = None
        self.words = label("", "muted", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pictures, self.sheets = PicturePane(self), PagesPane(self)
        self._exhibit: Exhibit | None = None
        for shown in (self.words, self.pictures, self.sheets):
            self.addWidget(shown)
        self.sheets.wanted.connect(self._turn_to)

    @property
    def pages(self) -> PagesPane | None:
        """What shows the exhibit's pages now; None while it shows something else."""
        now = self.currentWidget()
        return now if isinstance(now, PagesPane) else None

    def show_exhibit(self, exhibit: Exhibit | None) -> None:
        """Show it, unless it is shown already."""
        wanted = exhibit.sha256 if exhibit else ""
        if wanted == self._shown and wanted:
            return
        self._shown, self._exhibit = wanted, exhibit
        self._stop()
        if exhibit is None:
            self._say(tr("Choose an exhibit to look at it."))
        elif not (can_show(exhibit) or exhibit.is_pdf):
            self._say(tr("This kind of file is not shown here. Open it with another program."))
        elif exhibit.size > MOST_BYTES:
            self._say(tr("This file is too large to show here. Open it with another program."))
        else:
            self._fetch(exhibit)

    def _stop(self) -> None:
        """Nobody waits any more for what is being drawn."""
        if self._task is not None:
            self._task.cancel()
        self._task = None

    def _fetch(self, exhibit: Exhibit) -> None:
        if exhibit.is_pdf:
            self._read(exhibit, pages, 0, done=partial(self._pages_came, exhibit.sha256))
        else:
            self._read(exhibit, picture, LARGEST_EDGE, done=partial(self._picture_came, exhibit.sha256))

    def _read(self, exhibit: Exhibit, verb: Callable[..., object], number: int,
              done: Callable[[Any], object]) -> None:
        self._task = self.bench.read(verb, exhibit.id, number, done=done, label=tr("Opening the file …"),
                                     failed=partial(self._refused, exhibit.sha256))

    def _turn_to(self, first: int) -> None:
        if self._exhibit is not None:
            self._stop()
            self._read(self._exhibit, pages, first, done=partial(self._pages_came, self._exhibit.sha256))

    def _picture_came(self, sha256: str, image: QImage) -> None:
        if sha256 == self._shown:
            self.setCurrentWidget(self.pictures)
            self.pictures.view.set_image(image)

    def _pages_came(self, sha256: str, shown: Pages) -> None:
        if sha256 == self._shown:
            self.setCurrentWidget(self.sheets)
            self.sheets.show_pages(shown)

    def _refused(self, sha256: str, error: DeskError) -> None:
        if sha256 == self._shown:
            self._shown = ""
            self._say(tr_error(error))

    def _say(self, text: str) -> None:
        self.words.setText(text)
        self.setCurrentWidget(self.words)
