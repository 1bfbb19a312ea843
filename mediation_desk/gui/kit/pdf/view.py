"""A paper on screen: pages one under the other, zoom, search, print, save as PDF or DOCX."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.bar import MessageBar
from mediation_desk.gui.kit.elsewhere import open_elsewhere
from mediation_desk.gui.kit.keys import bind
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tool import tool
from mediation_desk.gui.kit.pdf.saving import DOCX, WordCopy, ask, save
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfSearchModel
    from PySide6.QtPdfWidgets import QPdfView
    from PySide6.QtPrintSupport import QPrinter

    from mediation_desk.gui.kit.pdf.printing import OpenPdf

STEP, LEAST, MOST, CALM = 1.2, 0.25, 6.0, 1.2


class PdfView(QWidget):
    """Shows a PDF from memory; nothing is written to disk unless a person saves it, or opens a copy in the
    word processor. ``taken`` brings the bytes that were printed or saved. ``opener`` hands a copy over.

    QtPdf is loaded with the first paper, not with the program.
    """

    taken = Signal(object)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._data, self._name = tasks, b"", ""
        self._word: WordCopy | None = None
        self.opener: Callable[[Path], bool] = open_elsewhere
        self._paper: OpenPdf | None = None
        self._view: QPdfView | None = None
        self._search: QPdfSearchModel | None = None
        self._hit = -1
        self._calm = True  # nobody has chosen a zoom yet
        self.bar = MessageBar(self)  # over the foot of the paper, where there is nothing to press
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(8))
        self._make_tools()
        self._column.addLayout(self._tool_row())
        self._ground = QFrame(self)
        self._ground.setObjectName("paperGround")
        self._column.addWidget(self._ground, 1)
        self._enable(False)

    def _make_tools(self) -> None:
        self.page_label = label("", "muted", parent=self)
        self.percent = label("", "muted", parent=self)
        self.percent.setMinimumWidth(look().px(44))
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.zoom_out = self._tool("magnifying-glass-minus", tr("Smaller"), lambda: self._zoom(1 / STEP))
        self.zoom_in = self._tool("magnifying-glass-plus", tr("Larger"), lambda: self._zoom(STEP))
        self.fit_width = self._tool("arrows-out-line-horizontal", tr("Fit the width"), self.show_width)
        self.fit_page = self._tool("frame-corners", tr("Fit the page"), self.show_page)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(tr("Find in this paper"))
        self.line.setAccessibleName(tr("Find in this paper"))
        self.line.setClearButtonEnabled(True)
        self.line.setMaximumWidth(look().px(200))
        self.hits = label("", "muted", parent=self)
        self.previous = self._tool("caret-up", tr("Previous hit"), lambda: self.step(-1))
        self.next = self._tool("caret-down", tr("Next hit"), lambda: self.step(1))
        self.in_word = self._tool("pencil-line", tr("Open in the word processor"), self.open_in_word)
        self.in_word.hide()
        self.save = button(tr("Save as …"), "quiet", picture="floppy-disk", parent=self)
        self.print = button(tr("Print …"), "quiet", picture="printer", parent=self)
        self.line.textChanged.connect(self._look_for)
        self.line.returnPressed.connect(lambda: self.step(1))
        self.save.clicked.connect(self.save_as)
        bind(self, "Ctrl+S", self.save_as).setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.print.clicked.connect(self.print_page)
        bind(self.line, "Shift+Return", lambda: self.step(-1)).setContext(Qt.ShortcutContext.WidgetShortcut)

    def _tool(self, picture: str, words: str, act: Callable[[], object]) -> QToolButton:
        made = tool(picture, words, parent=self)
        made.clicked.connect(lambda: act())
        return made

    def _tool_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look().px(4))
        left: list[QWidget] = [self.page_label, self.zoom_out, self.percent, self.zoom_in,
                               self.fit_width, self.fit_page]
        right: list[QWidget] = [self.hits, self.line, self.previous, self.next, self.in_word, self.save,
                                self.print]
        for made in left:
            row.addWidget(made)
        row.addStretch(1)
        for made in right:
            row.addWidget(made)
        return row

    def _enable(self, on: bool) -> None:
        for made in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if isinstance(made, QToolButton | QLineEdit) or made in (self.save, self.print):
                made.setEnabled(on)

    # -- the paper -----------------------------------------------------------------------

    def load(self, data: bytes, name: str, word: WordCopy | None = None) -> None:
        """Show a paper; ``name`` is what the file is called when it is saved, ``word`` the same paper for a
        word processor, where there is one. The page and zoom one was at stay, so that a live preview does
        not jump. Unreadable bytes are said in the bar."""
        from mediation_desk.gui.kit.pdf.printing import OpenPdf

        try:
            paper = OpenPdf(data)
        except DeskError as error:
            self.bar.trouble(error)
            return
        view = self._view or self._make_view()
        paper.stay_with(self)
        place = view.verticalScrollBar().value()
        old, self._paper = self._paper, paper
        self._data, self._name, self._word = data, name, word
        self.in_word.setVisible(word is not None)
        view.setDocument(paper.document)
        if self._search is not None:
            self._search.setDocument(paper.document)
        if old is not None:
            old.close()  # only now: the view has let go of it
        view.verticalScrollBar().setValue(place)
        self.bar.clear()
        self._enable(True)
        self._calm_zoom()
        self._tell()

    def _make_view(self) -> QPdfView:
        from PySide6.QtPdf import QPdfSearchModel
        from PySide6.QtPdfWidgets import QPdfView

        view, search = QPdfView(self), QPdfSearchModel(self)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        view.setPageSpacing(look().px(12))
        view.setSearchModel(search)
        view.setAccessibleName(tr("The paper"))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.viewport().installEventFilter(self)
        self._colour(view)
        view.pageNavigator().currentPageChanged.connect(lambda _page: self._tell())
        view.zoomFactorChanged.connect(lambda _factor: self._tell())
        view.verticalScrollBar().valueChanged.connect(lambda _value: self._tell())
        search.rowsInserted.connect(lambda *_: self._found())
        search.modelReset.connect(self._found)
        self._column.replaceWidget(self._ground, view)
        self._ground.hide()
        self.bar.raise_()
        self._view, self._search = view, search
        self.setFocusProxy(view)  # its keys turn the pages
        return view

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The messages lie at the foot of the paper."""
        super().resizeEvent(event)
        self.bar.setGeometry(0, self.height() - self.bar.height(), self.width() - look().px(14),
                             self.bar.height())

    @staticmethod
    def _colour(view: QPdfView) -> None:
        palette = view.palette()
        palette.setColor(QPalette.ColorRole.Dark, look().colour("line"))  # what QPdfView fills around pages
        view.setPalette(palette)

    @property
    def pages(self) -> int:
        """How many pages the paper has; 0 before one is shown."""
        return self._paper.pages if self._paper else 0

    def _tell(self) -> None:
        view = self._view
        if view is None or self._paper is None:
            return
        page = view.pageNavigator().currentPage() + 1
        self.page_label.setText(tr("Page {page} of {pages}", page=page, pages=self.pages))
        self.percent.setText(f"{round(self.scale() * 100)}%")

    # -- zoom ----------------------------------------------------------------------------

    def scale(self) -> float:
        """How large the paper is shown; 1 is its real size on a 96 dpi screen."""
        from PySide6.QtPdfWidgets import QPdfView

        view = self._view
        if view is None or self._paper is None:
            return 1.0
        if view.zoomMode() == QPdfView.ZoomMode.Custom:
            return view.zoomFactor()
        points = self._paper.document.pagePointSize(view.pageNavigator().currentPage())
        margins = view.documentMargins()
        dots = view.logicalDpiX() / 72
        wide = (view.viewport().width() - margins.left() - margins.right()) / (points.width() * dots)
        if view.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            return wide
        return min(wide, (view.viewport().height() - view.pageSpacing()) / (points.height() * dots))

    def _zoom(self, by: float) -> None:
        from PySide6.QtPdfWidgets import QPdfView

        if self._view is not None:
            factor = min(MOST, max(LEAST, self.scale() * by))
            self._calm = False
            self._view.setZoomMode(QPdfView.ZoomMode.Custom)
            self._view.setZoomFactor(factor)
            self._tell()

    def show_width(self) -> None:
        """As wide as the window."""
        from PySide6.QtPdfWidgets import QPdfView

        if self._view is not None:
            self._calm = False
            self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            self._tell()

    def _calm_zoom(self) -> None:
        """Until a zoom is chosen: as wide as the window, but never larger than is read at ease."""
        from PySide6.QtPdfWidgets import QPdfView

        if self._view is None or not self._calm:
            return
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        if self.scale() > CALM:
            self._view.setZoomMode(QPdfView.ZoomMode.Custom)
            self._view.setZoomFactor(CALM)

    def show_page(self) -> None:
        """A whole page in the window."""
        from PySide6.QtPdfWidgets import QPdfView

        if self._view is not None:
            self._calm = False
            self._view.setZoomMode(QPdfView.ZoomMode.FitInView)
            self._tell()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Ctrl and the wheel zoom."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            return True
        if event.type() == QEvent.Type.Resize:
            self._calm_zoom()
            self._tell()
        return False

    # -- search --------------------------------------------------------------------------

    def find_here(self) -> None:
        """Ctrl+F."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _look_for(self, text: str) -> None:
        self._hit = -1
        if self._search is not None:
            self._search.setSearchString(text.strip())
        self._found()

    def hit_count(self) -> int:
        """How often the words searched for were found so far."""
        return self._search.rowCount(QModelIndex()) if self._search and self.line.text().strip() else 0

    def _found(self) -> None:
        count = self.hit_count()
        if not self.line.text().strip():
            self.hits.setText("")
        elif not count:
            self.hits.setText(tr("Nothing was found."))
        elif self._hit < 0:
            self.step(1)
        else:
            self.hits.setText(f"{self._hit + 1} / {count}")

    def step(self, by: int) -> None:
        """Go to the next or the previous hit, round and round."""
        count = self.hit_count()
        if not count or self._view is None or self._search is None:
            return
        self._hit = (self._hit + by) % count if self._hit >= 0 else 0
        link = self._search.resultAtIndex(self._hit)
        self._view.setCurrentSearchResultIndex(self._hit)
        self._view.pageNavigator().jump(link.page(), QPointF(0, max(0.0, link.location().y() - 120)), 0)
        self.hits.setText(f"{self._hit + 1} / {count}")

    # -- out of the program --------------------------------------------------------------

    def save_as(self) -> None:
        """Ctrl+S: ask where and as what, and save."""
        if self._paper is not None and (path := ask(self, self._name, self._word is not None)):
            self.write(path)

    def write(self, path: Path) -> None:
        """Save the paper, as DOCX where the name ends so; a folder that cannot be written is said in the
        bar."""
        data, word = self._data, self._word
        make = word.make if word and path.suffix.lower() == DOCX else lambda: data
        self._tasks.aside(save, path, make, done=lambda saved: self._saved(path, saved), receiver=self,
                          failed=self.bar.trouble, label=tr("Saving …"))

    def _saved(self, path: Path, data: bytes) -> None:
        self.taken.emit(data)
        self.bar.notice(tr("Saved as {name}.", name=path.name), meaning="agreed")

    def open_in_word(self) -> None:
        """Let the word processor show a copy, made off the UI thread."""
        if self._word is not None:
            self._tasks.aside(self._word.lay_out, f"{Path(self._name).stem}{DOCX}", done=self._laid_out,
                              failed=self.bar.trouble, receiver=self, label=tr("Opening the file …"))

    def _laid_out(self, path: Path) -> None:
        if self.opener(path):
            self.bar.notice(tr("A copy is open in the word processor. What is changed there does not come "
                               "back here: save it elsewhere."))
        else:
            self.bar.trouble(tr("No program on this machine opens this kind of file. Save a copy "
                                "instead."))

    def print_page(self) -> None:
        """Ctrl+P: the system's print dialog, then the pages."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        if self._paper is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._name)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self.pages)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_to(printer)

    def print_to(self, printer: QPrinter) -> None:
        """Print on a printer that was set up, off the UI thread."""
        from mediation_desk.gui.kit.pdf.printing import print_paper

        data = self._data
        self._tasks.aside(print_paper, data, printer, receiver=self, failed=self.bar.trouble,
                          done=lambda count: self._printed(count, data), label=tr("Printing …"))

    def _printed(self, count: int, data: bytes) -> None:
        self.taken.emit(data)
        self.bar.notice(tr_count("{count} page printed.", "{count} pages printed.", count))
