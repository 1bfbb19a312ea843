"""Evidence: dropped, pasted or picked; listed, looked at, and said what it proves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
)
from PySide6.QtWidgets import QFileDialog, QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.evidence.acts import ExhibitActs
from mediation_desk.gui.case.evidence.adding import AddingStrip, Item, bring, holds_evidence, items_of
from mediation_desk.gui.case.evidence.details import ExhibitDetails, giver_choices
from mediation_desk.gui.case.evidence.pictures import Thumbnails
from mediation_desk.gui.case.evidence.preview import Preview
from mediation_desk.gui.case.evidence.refusals import Refusals
from mediation_desk.gui.case.evidence.rows import ExhibitsModel, exhibits_table
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.dropped import show_veil, veil_over
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.papers.button import PapersButton
from mediation_desk.gui.kit.fields.choice import ChoiceField
from mediation_desk.gui.kit.keys import bind
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.seeking import choose_next, choose_where
from mediation_desk.gui.kit.words import tr, tr_count, tr_error
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.filing import Listed
from mediation_desk.services.evidence.taking import Brought, FileSource
from mediation_desk.services.reading import CaseView

FEW = 3  # refused files that the page's foot has room for


class EvidencePage(StationPage):
    """The exhibits of the case: the list above, the chosen one's particulars and its looks beneath."""

    papers_of = "evidence"

    def __init__(self, bench: CaseBench) -> None:
        super().__init__(bench, scroll=False)
        self.acts = ExhibitActs(self)
        self.listed = Listed((), {}, {})
        self.details: ExhibitDetails | None = None
        self._wanted: UUID | None = None
        self._sizes: list[int] = []  # of the lower half, while an exhibit is shown large
        self.giver = ChoiceField("", name="giver", empty=tr("Given by: not said"), width=22)
        self.paste = button(tr("Paste"), picture="clipboard-text")
        self.folder = button(tr("Add a folder …"), picture="folder-open")
        self.papers = PapersButton(bench, self, self)
        self.strip = AddingStrip(lambda: self.bar.notice(tr("Stopped; nothing was added.")))
        self.refusals = Refusals(self)
        self.model = ExhibitsModel(Thumbnails(bench, self), self)
        self.table = exhibits_table(self.model)
        self.preview = Preview(bench)
        self.back = button(tr("Back to the list"), "quiet", picture="arrow-left")
        self.veil = veil_over(self)
        self.setAcceptDrops(True)
        self._lay()
        self._listen()

    def heading(self) -> str:
        """The page is no station's."""
        return tr("Evidence")

    # -- building ------------------------------------------------------------------------

    def _lay(self) -> None:
        self.set_primary(tr("Add files …"), self.pick, picture="plus")
        self.head.addWidget(self.giver)
        self.head.addWidget(self.papers)
        for made in (self.paste, self.folder):
            self.head.addWidget(made)
            self.edits(made)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        looking = QWidget()
        column = QVBoxLayout(looking)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.preview, 1)
        looking.setMinimumWidth(look().px(240))  # a paper's many tools do not push the particulars aside
        self.under = QSplitter(Qt.Orientation.Horizontal)
        self.under.addWidget(self.area)
        self.under.addWidget(looking)
        self.both = QSplitter(Qt.Orientation.Vertical)
        self.both.addWidget(self.table)
        self.both.addWidget(self.under)
        for splitter, shares in ((self.under, (55, 45)), (self.both, (45, 55))):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(look().px(12))
            splitter.setStyleSheet("QSplitter::handle { background: transparent; }")
            splitter.setSizes([share * 20 for share in shares])
        self.add(self.strip)
        self.add(self.refusals)
        self.add(self.both, 1)
        self.back.hide()
        self.under.hide()

    def _listen(self) -> None:
        self.paste.clicked.connect(self.paste_clipboard)
        self.folder.clicked.connect(self.pick_folder)
        self.leaves(self.refusals, self.refusals.put_away)
        self.back.clicked.connect(self.show_list)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _exhibit: self.show_large())
        keys = Qt.ShortcutContext.WidgetWithChildrenShortcut
        bind(self, QKeySequence.StandardKey.Paste, self.paste_clipboard).setContext(keys)
        self.leaves(self.back, self.show_list)
        bind(self.table, "Del", lambda: self._do("remove")).setContext(Qt.ShortcutContext.WidgetShortcut)
        self.destroyed.connect(self.acts.folder.close)
        self.destroyed.connect(self.strip.under_way.stop)

    # -- showing -------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Read the exhibits of the case."""
        self.giver.set_choices(giver_choices(view.case))
        self.giver.set_read_only(self.bench.read_only)
        self.papers.show_case(view)
        self.bench.read(filing.exhibits, done=self._arrived)

    def _arrived(self, listed: Listed) -> None:
        chosen = self._wanted or (self.details.exhibit_id if self.details else None)
        self._wanted = None
        self.listed = listed
        self.model.names = listed.givers
        self._say_empty()
        self.model.set_rows(listed.exhibits)
        if not choose_where(self.table, lambda row: row.id == chosen) and listed.exhibits:
            self.table.choose_row(0)
        self._chosen(self.table.current_row())
        self.under.setVisible(bool(listed.exhibits))

    def _say_empty(self) -> None:
        closed = self.bench.read_only
        text = tr("Drop photos, PDFs, chat screenshots or recordings here, paste them with Ctrl+V, or pick "
                  "the files, or a folder of a telephone's pictures.")
        if closed:
            text = tr("Nothing was handed in.")
        self.table.set_empty(tr("No evidence yet"), text, picture="paperclip", action=tr("Add files …"),
                             on_action=None if closed else self.pick)

    def _chosen(self, exhibit: Exhibit | None) -> None:
        if exhibit is None:
            self._drop_details()
            self.preview.show_exhibit(None)
            return
        if self.details is None or self.details.exhibit_id != exhibit.id:
            self._drop_details()
            self._make_details(exhibit)
        if self.details is not None:
            self.details.show_exhibit(exhibit, self.listed.named.get(exhibit.position, 0),
                                      last=self.listed.exhibits[-1].position, read_only=self.bench.read_only)
        self.preview.show_exhibit(exhibit)

    def _drop_details(self) -> None:
        if self.details is not None:
            self.keep()
            self.area.takeWidget()
            self.details.deleteLater()
            self.details = None

    def _make_details(self, exhibit: Exhibit) -> None:
        view = self.bench.view
        if view is None:
            return
        self.details = ExhibitDetails(self.bench, exhibit, giver_choices(view.case))
        self.details.wanted.connect(self._do)
        self.area.setWidget(self.details)
        for field in self.details.fields:  # a file dropped on a field is a file, not its path
            for part in field.findChildren(QWidget):
                part.setAcceptDrops(False)

    def beneath_papers(self) -> QWidget:
        """The list with what lies beneath it."""
        return self.both

    def focus_first(self) -> None:
        """The list itself."""
        self.table.setFocus()

    def show_large(self) -> None:
        """Only the exhibit, as large as the page; Esc goes back."""
        if not self.back.isHidden():
            return
        self._sizes = self.under.sizes()
        self.table.hide()
        self.area.hide()
        self.back.show()
        self.back.setFocus()  # within the page, so that Esc is heard

    def show_list(self) -> None:
        """The list again, with the chosen exhibit beneath."""
        if self.back.isHidden():
            return
        self.back.hide()
        self.table.show()
        self.area.show()
        self.under.setSizes(self._sizes)
        self.table.setFocus()
        self._chosen(self.table.current_row())

    # -- adding --------------------------------------------------------------------------

    def pick(self) -> None:
        """Choose files on disk."""
        paths, _ = QFileDialog.getOpenFileNames(self, tr("Add evidence"))
        self.bring_in([FileSource.of(Path(path)) for path in paths])

    def pick_folder(self) -> None:
        """Choose a folder: all pictures in it are added, those of a telephone for example."""
        path = QFileDialog.getExistingDirectory(self, tr("Add the pictures of a folder"))
        self.bring_in([FileSource.of(Path(path))] if path else [])

    def paste_clipboard(self) -> None:
        """Add the picture or the files that were copied elsewhere."""
        items = items_of(QGuiApplication.clipboard().mimeData(), self._local_now())
        if not items and not self.bench.read_only:
            self.bar.trouble(tr("Nothing to add was copied: neither a picture nor files."))
        self.bring_in(items)

    def _local_now(self) -> datetime:
        return self.bench.desk.now.astimezone(self.bench.desk.zone)

    def bring_in(self, items: Sequence[Item]) -> None:
        """Take files in behind everything else; they appear when all have arrived."""
        if not items or self.bench.read_only:
            return
        if self.strip.under_way.busy:
            self.bar.trouble(tr("Files are still being added. Wait until they are there, or stop that."))
            return
        given_by = str(self.giver.value() or "")
        self.strip.follow_import(self.bench.tasks.read(
            bring, self.bench.desk, self.bench.case_id, list(items), label=tr("Adding evidence …"),
            receiver=self, done=partial(self._brought, given_by), failed=self.bar.trouble))

    def _brought(self, given_by: str, brought: Brought) -> None:
        if not brought.arrived:
            self._tell_refused(0, brought.refused)
            return
        told = tr_count("{count} exhibit added.", "{count} exhibits added.", len(brought.arrived))
        self.bench.run(filing.file_away, brought, given_by, done=self._filed,
                       notice="" if brought.refused else told,
                       after=partial(self._tell_refused, len(brought.arrived), brought.refused))

    def _filed(self, changes: Changes) -> None:
        self._wanted = changes.result

    def _tell_refused(self, added: int, refused: Sequence[DeskError]) -> None:
        """A few at the page's foot; of a folder, whatever was not added stands in a list until it is read."""
        if len(refused) > FEW:
            self.refusals.tell(added, refused)
        elif refused:
            self.bar.trouble("\n".join(map(tr_error, refused)))

    # -- dropping ------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files or a picture over the page: say that they may be dropped."""
        if self.bench.read_only or not holds_evidence(event.mimeData()):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # never move: the giver's file stays
        event.accept()
        show_veil(self.veil, self)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """They went away again."""
        self.veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add them."""
        self.veil.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.take(event.mimeData())

    def take(self, held: QMimeData) -> None:
        """Add what was dropped here, or anywhere on the case's window."""
        self.bring_in(items_of(held, self._local_now()))

    def _do(self, name: str) -> None:
        self.keep()
        self.acts.do(name, self.table.current_row(), self.listed)

    # -- the rest --------------------------------------------------------------------------

    def print_pdf(self) -> None:
        """The list of exhibits, ready to print."""
        if not self.papers.open_first():
            self.bar.notice(tr("There is no evidence to list yet; add it under Evidence first."))

    def find_text(self, text: str) -> bool:
        """Go to the next exhibit whose name, giver or proof holds the text."""
        return choose_next(self.table, text, lambda row: (
            row.name, row.proves, row.label, self.listed.givers.get(row.given_by, "")))

    def help_text(self) -> str:
        """What the page is for."""
        return tr("Evidence holds what the sides hand in: photos, PDFs, chat screenshots, recordings. Drop "
                  "files on any page of the case, paste a screenshot with Ctrl+V here, or pick files. Choose "
                  "first who gives them. Of a folder all pictures are added; photos of telephones (HEIC) are "
                  "shown and printed as any picture, and what is in the case already is not added again."
                  "\n\nEach has a number, 证据1, 证据2 …; write it under Evidence of an element. "
                  "Move up and Move down number anew, and the elements follow.\n\nEnter shows an exhibit in "
                  "full size, Esc goes back. Open elsewhere hands a copy for reading to another program; the "
                  "copy is deleted when this window closes. Ctrl+P prints the list of exhibits.")
