"""Copy sheet: the case in the order of another platform's form, copied field after field."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.rights import Verb
from mediation_desk.domain.vocabulary import Station
from mediation_desk.gui.case.copying import rows
from mediation_desk.gui.case.copying.rows import SheetLine
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.kit.clearing import forget_clipboard
from mediation_desk.gui.kit.fields.choice import ChoiceField
from mediation_desk.gui.kit.keys import bind
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.steady import SteadyArea
from mediation_desk.gui.kit.tables.seeking import choose_next
from mediation_desk.gui.kit.tables.table import RowsModel, Table
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.services.papers import copy_sheets
from mediation_desk.services.papers.copy_sheets import CopiedText, CopySheet
from mediation_desk.services.reading import CaseView

WHOLE_HEIGHT = 88  # px at 100 % of the field's whole text; longer ones scroll


class CopyingPage(StationPage):
    """The sheet of a platform; Enter or Ctrl+C copies the field in the line and goes on to the next."""

    def __init__(self, bench: CaseBench) -> None:
        super().__init__(bench, scroll=False)
        self._private = False  # whether a private text was the last to be copied from here
        self._may = False
        self.platform = ChoiceField(tr("Platform"), [(name, title.text(words().code)) for name, title
                                                     in copy_sheets.platforms()], name="platform", width=26)
        self.platform.set_value(copy_sheets.platforms()[0][0])
        self.progress = label("", "muted")
        self.model = RowsModel(rows.columns(bench.desk.zone))
        self.table = Table(self.model, name=tr("Copy sheet"))
        self.whole = label("", wrap=True)
        self.enter = button(tr("Enter it"), picture="pencil-simple")
        self._lay()
        self._listen()

    def heading(self) -> str:
        """The page is no station's."""
        return tr("Copy sheet")

    def _lay(self) -> None:
        self.set_primary(tr("Copy this field"), self.copy, picture="copy")
        row = QHBoxLayout()
        row.addWidget(self.platform)
        row.addStretch(1)
        row.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignBottom)
        under = QWidget()
        below = QVBoxLayout(under)
        below.setContentsMargins(0, 0, 0, 0)
        self.whole.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.whole.setAccessibleName(tr("The whole text of the field"))
        area = SteadyArea(self.whole)
        area.setFixedHeight(look().px(WHOLE_HEIGHT))
        below.addWidget(area)
        below.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(row)
        self.add(self.table, 1)
        self.add(under)
        self.enter.hide()
        self.stays_open(self.platform)

    def _listen(self) -> None:
        self.platform.committed.connect(lambda _name: self._read())
        self.table.opened.connect(lambda _line: self.copy())
        self.table.chosen.connect(self._tell)
        self.enter.clicked.connect(self._to_field)
        keys = Qt.ShortcutContext.WidgetWithChildrenShortcut
        bind(self, QKeySequence.StandardKey.Copy, self.copy).setContext(keys)

    # -- showing -------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Read the sheet anew: its texts may be others by now."""
        self._may = self.bench.desk.may(Verb.EDIT_CASE, own_case=view.own)
        self._read()

    def set_read_only(self, _read_only: bool) -> None:
        """A case is copied after its end too; only whoever works on it may keep what was copied."""
        super().set_read_only(not self._may)

    def _read(self) -> None:
        self.bench.read(copy_sheets.sheet, str(self.platform.value()), done=self._show)

    def _show(self, sheet: CopySheet) -> None:
        if sheet.platform != self.platform.value():
            return
        shown = rows.lines(sheet)
        self.model.set_rows(shown)
        if self.table.current_row() is None and shown:
            self.table.choose_row(0)
        copied, of = rows.progress(shown)
        self.progress.setText(tr("{count} of {of} copied", count=copied, of=of))
        self._tell(self.table.current_row())

    def _tell(self, line: SheetLine | None) -> None:
        """The whole text beneath, as far as the screen may show it; or the way to the field that lacks."""
        lacks = line is not None and not line.field.shown
        self.whole.setText(line.field.shown if line else "")
        self.enter.setVisible(bool(lacks and line and self._leads(line)))
        self.primary.setEnabled(line is not None and not lacks)

    def _leads(self, line: SheetLine) -> bool:
        """Whether there is a place to enter it: a page beside the road stays open after the end."""
        return bool(line.field.page) or bool(line.field.entered and not self.bench.read_only)

    def focus_first(self) -> None:
        """The list itself."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- copying -------------------------------------------------------------------------

    def copy(self) -> None:
        """Copy the field in the line; the next one has the keyboard then."""
        line, at = self.table.current_row(), self.table.currentIndex().row()
        if line is None or not self._may:
            return
        if not line.field.shown:
            self.bar.notice(tr("There is nothing to copy: nobody entered it."))
            return
        self.bench.run(copy_sheets.copy, str(self.platform.value()), line.field.key,
                       done=partial(self._copied, line, at))

    def _copied(self, line: SheetLine, at: int, made: CopiedText) -> None:
        if line.field.private and not self.isVisible():
            return  # the page was left or locked meanwhile: nothing would take it out of the clipboard again
        QGuiApplication.clipboard().setText(made.text)
        self._private = line.field.private
        self.bar.notice(tr("Copied: {field}", field=line.label))
        following = next((row for row in range(at + 1, self.model.rowCount())
                          if (other := self.model.row(row)) is not None and other.field.shown), None)
        if following is not None:
            self.table.choose_row(following)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Left for another page, or locked: a private text does not stay where it could be pasted."""
        super().hideEvent(event)
        if self._private and not event.spontaneous():
            self._private = False
            forget_clipboard()

    def _to_field(self) -> None:
        line = self.table.current_row()
        if line is not None and line.field.page:
            self.go_beside(line.field.page)
        elif line is not None and line.field.entered:
            self.go_to_field(Station.INTAKE, line.field.entered, line.field.of)

    def find_text(self, text: str) -> bool:
        """Go to the next line that holds the text."""
        return choose_next(self.table, text, lambda line: (line.part, line.label, line.field.shown))

    def print_pdf(self) -> None:
        """Ctrl+P."""
        self.bar.notice(tr("A copy sheet is copied, not printed."))

    def help_text(self) -> str:
        """What the page is for."""
        return tr("Another platform asks for what stands in the case already. Choose the platform: its "
                  "fields stand in its own order. Enter or Ctrl+C copies the field in the line, notes that "
                  "it is copied, and goes on to the next, so that you paste there, come back and press "
                  "Enter again.\n\nA field that changed after it was copied says so. What nobody entered "
                  "leads to the field where it is entered. Numbers and addresses are masked on the screen; "
                  "what is copied is whole, and leaves the clipboard as you leave the page. Nothing said "
                  "alone is ever on a sheet.")
