"""The page on which a list of orders is read, understood, decided row by row, and taken in as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.intake.lists.columns import Meaning, OrderColumns
from mediation_desk.domain.intake.lists.judging import TAKES, Judged, Verdict
from mediation_desk.domain.intake.lists.orders import ListOf
from mediation_desk.domain.vocabulary import Source
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.intake.imported import rows as shown
from mediation_desk.gui.intake.imported.columns import OrderColumnsCard
from mediation_desk.gui.intake.imported.deciding import RowsPart
from mediation_desk.gui.intake.imported.done import DonePart
from mediation_desk.gui.intake.imported.dropping import KINDS, take_list
from mediation_desk.gui.kit.empty import EmptyState
from mediation_desk.gui.kit.fields.kinds import ChoiceField, DateField, Form
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.spreadsheet import read_cells
from mediation_desk.gui.kit.tasks.progress_strip import Cancelled, Progress, ProgressStrip
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.led_page import LedPage
from mediation_desk.library.spreadsheets.files import Sheet
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.lists import importing, reading, remembered
from mediation_desk.services.intake.lists.importing import TakenIn
from mediation_desk.services.intake.lists.reading import Understood
from mediation_desk.services.intake.lists.remembered import KnownList

PATTERNS = " ".join(f"*{one}" for one in KINDS)


@dataclass(frozen=True)
class Read:
    """A file's tables, the lists that are remembered, and what the file is called."""

    sheets: tuple[Sheet, ...]
    known: Sequence[KnownList]
    name: str


def _read(desk: Desk, path: Path, *, progress: Progress, cancelled: Cancelled) -> Read:
    sheets = reading.read_file(path, progress=progress, cancelled=cancelled)
    return Read(sheets, remembered.layouts(desk), path.name)


class ImportPage(LedPage):
    """Nothing is kept before the whole list is taken in. ``changed(Changes)`` tells what was."""

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__(tr("Import a list"))
        self.desk, self.tasks = desk, tasks
        self._read: Read | None = None
        self._understood = Understood(0, (), OrderColumns({}))
        self._told: ListOf | None = None
        self._taken: TakenIn | None = None
        self.columns_button = button(tr("Columns …"), picture="columns")
        self.other_file = button(tr("Another list …"), "quiet", picture="folder-open")
        self.paste_button = button(tr("Paste a list"), "quiet", picture="clipboard-text")
        self.form = self._make_form()
        self.about = label("", "muted", wrap=True)
        self.card = OrderColumnsCard()
        self.strip = ProgressStrip()
        self.nothing = EmptyState(tr("No list chosen yet"), tr(
            "Choose, drop or paste a list of work orders: XLSX, CSV, or cells copied from a spreadsheet. "
            "You see "
            "what becomes of every row before anything is "
            "kept."), picture="table", action=tr("Choose a file …"),
            on_action=self.choose)
        self.rows = RowsPart()
        self.done = DonePart(desk, tasks)
        self.setAcceptDrops(True)
        self._lay()
        self._listen()
        self._show()

    # -- laying out ----------------------------------------------------------------------

    def _make_form(self) -> Form:
        form = Form()
        self.source = form.add(ChoiceField(tr("Where the list comes from"), [
            (one, tr(one.label)) for one in Source if one is not Source.WALK_IN], name="source", width=30))
        self.received = form.add(DateField(tr("Received on, where no column says it"), name="received_on",
                                           today=lambda: self.desk.today, look="back"))
        self.sheet = form.add(ChoiceField(tr("Table of the workbook"), name="sheet", width=24))
        self.source.set_value(Source.HOTLINE)
        return form

    def _lay(self) -> None:
        for one in (self.way_back, self.paste_button, self.other_file, self.columns_button):
            self.head.addWidget(one)
        self.whole = QWidget()
        column = QVBoxLayout(self.whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        for part in (self.form, self.card, self.about):
            column.addWidget(part)
        column.addWidget(self.rows, 1)
        column.addWidget(self.done)
        column.addStretch(0)
        for widget in (self.nothing, self.strip, self.whole):
            self.add(widget)

    def _listen(self) -> None:
        self.other_file.clicked.connect(self.choose)
        self.paste_button.clicked.connect(self.paste)
        self.columns_button.clicked.connect(self._ask_columns)
        self.card.read.connect(self._read_so)
        self.card.keep.connect(self._keep)
        self.source.committed.connect(lambda _value: self._asked_otherwise())
        self.received.committed.connect(lambda _value: self._asked_otherwise())
        self.sheet.committed.connect(lambda _value: self._understand())
        self.rows.changed.connect(self._offer)
        self.done.trouble.connect(self.show_error)
        self.done.changed.connect(self.changed)
        self.done.told.connect(lambda text: self.bar.notice(text, meaning="agreed"))

    # -- reading -------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for a file."""
        chosen, _kind = QFileDialog.getOpenFileName(self, tr("Import a list"), "",
                                                    tr("Lists ({kinds});;All files (*)", kinds=PATTERNS))
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Read a file; what was decided before is forgotten."""
        task = self.tasks.read(_read, self.desk, path, done=self._arrived, failed=self.show_error,
                               receiver=self, label=tr("Reading the file …"))
        self.strip.follow(task, tr("Reading the file …"))

    def paste(self) -> None:
        """Read the cells that were copied in a spreadsheet."""
        rows = read_cells(QGuiApplication.clipboard().text())
        if not any(cell.strip() for row in rows for cell in row):
            self.bar.trouble(tr("Nothing was copied that could be a list. Copy the cells in the "
                                "spreadsheet first."))
            return
        sheet = Sheet("", tuple(map(tuple, rows)))
        self.tasks.read(remembered.layouts, self.desk, failed=self.show_error, receiver=self,
                        done=lambda known: self._arrived(Read((sheet,), known, tr("copied cells"))))

    def _arrived(self, read: Read) -> None:
        self.bar.clear()
        self._read = read
        self.set_title(tr("Import a list"), read.name)
        self.sheet.set_choices([(at, one.title) for at, one in enumerate(read.sheets)])
        self.sheet.set_value(0)
        self.sheet.setVisible(len(read.sheets) > 1)
        self._understand()

    def _sheet(self) -> Sheet:
        at = self.sheet.value()
        return self._read.sheets[at] if self._read and isinstance(at, int) else Sheet("", ())

    @property
    def _source(self) -> Source:
        chosen = self.source.value()
        return chosen if isinstance(chosen, Source) else Source.HOTLINE

    def _lacks(self, columns: OrderColumns) -> Sequence[Meaning]:
        return columns.lacks(self._source, day_known=self.received.value() is not None)

    def _understand(self) -> None:
        """Find the headings and what they mean; a list that is remembered is looked at at once."""
        if self._read is None:
            return
        self._told = self._taken = None
        self._understood = reading.understand(self._sheet(), self._read.known)
        known = self._understood.known
        if known is not None:
            self.source.set_value(known.source)
        if known is not None and not self._lacks(known.columns):
            self._look()
        else:
            self._ask_columns()

    def _ask_columns(self) -> None:
        """Show what the columns are taken for."""
        self._told = None
        sheet, understood = self._sheet(), self._understood
        known = understood.known.name if understood.known else ""
        self.card.show_columns(sheet.rows, understood.head_at, understood.columns, self._lacks, known,
                               lambda at: reading.headings_at(sheet, at))
        self._show()

    def _asked_otherwise(self) -> None:
        """Whose list it is, or when it came, was said anew."""
        if self.card.isVisible():
            self.card.say()
            self._offer()
        elif self._told is not None:
            self._look()

    def _read_so(self, columns: OrderColumns, head_at: int) -> None:
        self._understood = replace(self._understood, head_at=head_at, columns=columns,
                                   headings=reading.headings_at(self._sheet(), head_at))
        self._look()

    def _keep(self, name: str, columns: OrderColumns) -> None:
        self.tasks.run(remembered.keep_layout, self.desk, self._source, name, columns, receiver=self,
                       done=lambda changes: self._kept(name, columns, changes), failed=self._not_kept)

    def _kept(self, name: str, columns: OrderColumns, changes: Changes) -> None:
        if self._read is not None and changes.result:
            kept = KnownList(changes.result, self._source, name.strip(), columns)
            others = [one for one in self._read.known if one.id != kept.id]
            self._read = replace(self._read, known=[*others, kept])
            self._understood = replace(self._understood, known=kept)
        self.bar.notice(tr("The columns of “{name}” are remembered.", name=name.strip()), meaning="agreed")
        self.changed.emit(changes)

    def _not_kept(self, error: DeskError) -> None:
        if not self.card.refuse(error):
            self.show_error(error)

    # -- looking and taking --------------------------------------------------------------

    def _look(self) -> None:
        """What becomes of each row."""
        sheet, understood, day = self._sheet(), self._understood, self.received.value()
        told = ListOf(sheet.rows, understood.head_at, understood.headings, understood.columns, self._source,
                      day, sheet.troubles)
        task = self.tasks.read(reading.look, self.desk, told, done=lambda rows: self._looked(told, rows),
                               failed=self.show_error, receiver=self, label=tr("Looking at the rows …"))
        self.strip.follow(task, tr("Looking at the rows …"))

    def _looked(self, told: ListOf, judged: Sequence[Judged]) -> None:
        self._told = told
        self.card.hide()
        self.rows.show_rows(judged)
        self._show()
        self.rows.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self) -> None:
        """Take the whole list in."""
        if self._told is None:
            return
        self.set_primary("", None)  # not twice while it goes on
        self.rows.setEnabled(False)
        task = self.tasks.run(importing.take, self.desk, self._told, shown.decisions(self.rows.rows()),
                              done=self._took, failed=self._not_taken, receiver=self, label=tr("Importing …"))
        self.strip.follow(task, tr("Importing …"))

    def _not_taken(self, error: DeskError) -> None:
        self.rows.setEnabled(True)
        self.show_error(error)
        self._offer()

    def _took(self, taken: TakenIn) -> None:
        self.rows.setEnabled(True)
        self._taken = taken
        self.done.show_taken(taken)
        self._show()
        self.changed.emit(taken.changes)

    # -- showing -------------------------------------------------------------------------

    def _show(self) -> None:
        there, taken = self._read is not None, self._taken is not None
        looked = self._told is not None and not taken
        self.nothing.setVisible(not there)
        self.whole.setVisible(there)
        self.other_file.setVisible(there)
        self.columns_button.setVisible(looked)
        self.form.setVisible(there and not taken and not looked)
        self.card.setVisible(there and not taken and not looked)
        self.rows.setVisible(looked)
        self.done.setVisible(taken)
        self._offer()

    def _offer(self) -> None:
        """The one thing that is done next, and what is said of where things stand."""
        counts = shown.counts(self.rows.rows())
        taken = sum(counts[one] for one in TAKES)
        self.about.setVisible(self._told is not None and self._taken is None)
        if self._read is None:
            self.set_primary(tr("Choose a file …"), self.choose, picture="folder-open")
        elif self._told is None or self._taken is not None:
            self.set_primary("", None)
        elif counts[Verdict.ASK]:
            self.about.setText(tr_count("{count} row is still to be decided: it may belong to a case that "
                                        "is there.",
                                        "{count} rows are still to be decided: they may belong to cases "
                                        "that are "
                                        "there.", counts[Verdict.ASK]))
            self.set_primary("", None)
        else:
            self.about.setText(" ".join(filter(None, (tr(
                "Nothing of this list is kept yet. All of it is taken in together, or nothing."),
                self._told_in_row()))))
            if taken:
                self.set_primary(tr_count("Import {count} row", "Import {count} rows", taken), self.take,
                                 picture="check")
            else:
                self.about.setText(tr("There is nothing to import in this list."))
                self.set_primary("", None)

    def _told_in_row(self) -> str:
        """What of the list becomes no entry of a case."""
        kept = [tr(one.label) for one in self._understood.columns.in_row]
        return tr("Kept with the row as it came, and entered nowhere else: {columns}.", columns=kept
                  ) if kept else ""

    # -- what the frame asks -------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A list over the page may be dropped."""
        take_list(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read it."""
        if (path := take_list(event)) is not None:
            self.open_file(path)

    def stop_work(self) -> None:
        """The desk is about to close: what is half taken in is taken back."""
        self.strip.halt()

    def shown(self) -> None:
        """The keyboard is where work goes on."""
        place = self.rows.table if self._told is not None and self._taken is None else self.primary
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def help_text(self) -> str:
        """F1."""
        return tr(
            "Choose a list of work orders, drop it here, or paste cells copied from a spreadsheet. The "
            "columns are "
            "known by the names that offices use; where one is not, say what it means. The list is "
            "remembered under "
            "a name, and read so the next time.\n\n"
            "Each row becomes a new case, joins a case that is there, or is refused with its reason. The "
            "same order "
            "number joins by itself; where the former number, or the caller and company of an open case "
            "are the "
            "same, you decide: Space goes from one choice to the next. Nothing is kept before you import, "
            "and "
            "then all of it or nothing. A row that was taken before changes nothing. The row as it came is "
            "kept "
            "with its case.")
