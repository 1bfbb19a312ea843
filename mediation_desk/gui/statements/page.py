"""The page on which a bank's statement is read, and a person confirms line by line what was paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.payments.statements.columns import Layout, Whose, heading_row, holder_of, usual
from mediation_desk.domain.payments.statements.lines import Statement, read_lines
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.frame import Frame
from mediation_desk.gui.kit.empty import EmptyState
from mediation_desk.gui.kit.fields.kinds import ChoiceField, Form, TextField
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.progress_strip import Cancelled, Progress, ProgressStrip
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.led_page import LedPage, open_led
from mediation_desk.gui.statements.columns import ColumnsCard
from mediation_desk.gui.statements.lines import LinesPart
from mediation_desk.library.spreadsheets.files import Sheet
from mediation_desk.services.desk import Desk
from mediation_desk.services.payments.statements import booking, files, layouts, matching
from mediation_desk.services.payments.statements.booking import Outcome
from mediation_desk.services.payments.statements.layouts import Known
from mediation_desk.services.payments.statements.matching import Found

KEY = "statements"
KINDS = "*.csv *.txt *.xlsx"


@dataclass(frozen=True)
class Read:
    """A file's tables, and the banks whose columns are known."""

    sheets: tuple[Sheet, ...]
    known: Sequence[Known]


def _read(desk: Desk, path: Path, *, progress: Progress, cancelled: Cancelled) -> Read:
    return Read(files.read_file(path, progress=progress, cancelled=cancelled), layouts.layouts(desk))


def _look_up(desk: Desk, sheet: Sheet, head_at: int, layout: Layout, whose: Whose, holder: str, *,
             progress: Progress, cancelled: Cancelled) -> tuple[Statement, Found]:
    statement = read_lines(sheet.rows, head_at, layout, whose)
    return statement, matching.match(desk, statement.lines, whose, holder, progress=progress,
                                     cancelled=cancelled)


class StatementsPage(LedPage):
    """Nothing is booked by itself: lines are ticked, one by one or the sure ones together, and then booked.
    ``changed(Changes)`` tells what was."""

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__(tr("Import a bank statement"))
        self.desk, self.tasks = desk, tasks
        self._read: Read | None = None
        self._layout, self._head_at, self._bank = Layout({}), 0, ""
        self._statement: Statement | None = None
        self._found = Found((), {})
        self._refused: dict[int, DeskError] = {}
        self.columns_button = button(tr("Columns …"), picture="columns")
        self.other_file = button(tr("Another file …"), "quiet", picture="folder-open")
        self.form = self._make_form()
        self.about = label("", "muted", wrap=True)
        self.card = ColumnsCard()
        self.strip = ProgressStrip()
        self.nothing = EmptyState(tr("No statement chosen yet"), tr(
            "Choose the statement of whoever pays, or of a worker: CSV or XLSX. Each line is held against "
            "what is owed; you confirm what it paid."), picture="receipt", action=tr("Choose a file …"),
            on_action=self.choose)
        self.lines = LinesPart(self._name)
        self._lay()
        self._listen()
        self._show()

    # -- laying out ----------------------------------------------------------------------

    def _make_form(self) -> Form:
        form = Form()
        self.whose = form.add(ChoiceField(tr("Whose statement"), [(one, tr(one.label)) for one in Whose],
                                          name="whose", width=44))
        self.holder = form.add(TextField(tr("Holder of this account"), name="holder", width=30, help=tr(
            "As the case has the name: it tells who paid, or which worker received.")))
        self.sheet = form.add(ChoiceField(tr("Table of the workbook"), name="sheet", width=24))
        self.whose.set_value(Whose.PAYER)
        return form

    def _lay(self) -> None:
        for one in (self.way_back, self.other_file, self.columns_button):
            self.head.addWidget(one)
        self.whole = QWidget()
        column = QVBoxLayout(self.whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        for part in (self.form, self.about, self.card):
            column.addWidget(part)
        column.addWidget(self.lines, 1)
        self.card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addStretch(0)
        for widget in (self.nothing, self.strip, self.whole):
            self.add(widget)

    def _listen(self) -> None:
        self.leaves(self.card, self.card.hide)
        self.other_file.clicked.connect(self.choose)
        self.columns_button.clicked.connect(self._ask_columns)
        self.card.read.connect(self._read_so)
        self.card.keep.connect(self._keep)
        self.whose.committed.connect(lambda _value: self._understand())
        self.sheet.committed.connect(lambda _value: self._understand())
        self.holder.committed.connect(lambda _value: self._look_up())
        self.lines.changed.connect(self._offer)

    def _name(self, key: UUID) -> str:
        return self._found.names.get(key, "")

    # -- reading -------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for a file."""
        chosen, _kind = QFileDialog.getOpenFileName(self, tr("Import a bank statement"), "",
                                                    tr("Statements ({kinds});;All files (*)", kinds=KINDS))
        if chosen:
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Read a file; what was ticked before is forgotten."""
        task = self.tasks.read(_read, self.desk, path, done=lambda read: self._arrived(path, read),
                               failed=self.show_error, receiver=self, label=tr("Reading the file …"))
        self.strip.follow(task, tr("Reading the file …"))

    def _arrived(self, path: Path, read: Read) -> None:
        self.bar.clear()
        self._read = read
        self.set_title(tr("Import a bank statement"), path.name)
        self.sheet.set_choices([(at, one.title) for at, one in enumerate(read.sheets)])
        self.sheet.set_value(0)
        self.sheet.setVisible(len(read.sheets) > 1)
        self.holder.set_value("")
        self._understand()

    @property
    def _side(self) -> Whose:
        chosen = self.whose.value()
        return chosen if isinstance(chosen, Whose) else Whose.PAYER

    def _rows(self) -> Sequence[Sequence[str]]:
        at = self.sheet.value()
        return self._read.sheets[at].rows if self._read and isinstance(at, int) else ()

    def _understand(self) -> None:
        """Find the headings and what they mean; ask where they do not say enough."""
        if self._read is None:
            return
        rows, known = self._rows(), self._read.known
        head_at = heading_row(rows, [one.layout for one in known])
        self._head_at = head_at if head_at is not None else next(
            (at for at, row in enumerate(rows) if sum(map(bool, row)) > 1), 0)
        fitting = next((one for one in known if one.layout.columns and not one.layout.lacks(self._side)
                        and one.layout.fits(rows[self._head_at])), None)
        self._bank = fitting.bank if fitting else ""
        self._layout = fitting.layout if fitting else usual(rows[self._head_at], self._side)
        if not self.holder.typed():
            self.holder.set_value(holder_of(rows, self._head_at))
        if self._layout.lacks(self._side):
            self._statement, self._found = None, Found((), {})
            self._show()
            self._ask_columns()
        else:
            self.card.hide()
            self._look_up()

    def _ask_columns(self) -> None:
        self.card.open(self._rows(), self._head_at, self._layout, self._side, self._bank)

    def _read_so(self, layout: Layout, head_at: int) -> None:
        self._layout, self._head_at = layout, head_at
        self.card.hide()
        self._look_up()

    def _keep(self, bank: str, layout: Layout) -> None:
        self.tasks.run(layouts.keep_layout, self.desk, bank, layout, receiver=self,
                       done=lambda changes: self._kept(bank, layout, changes), failed=self._not_kept)

    def _kept(self, bank: str, layout: Layout, changes: Changes) -> None:
        if self._read is not None and changes.result:
            others = [one for one in self._read.known if one.bank != bank.strip()]
            self._read = Read(self._read.sheets, [*others, Known(changes.result, bank.strip(), layout)])
        self._bank = bank
        self.bar.notice(tr("The columns of {bank} are remembered.", bank=bank.strip()), meaning="agreed")
        self.changed.emit(changes)

    def _not_kept(self, error: DeskError) -> None:
        if not self.card.refuse(error):
            self.show_error(error)

    def _look_up(self) -> None:
        """Hold the lines against what is owed."""
        if self._read is None or self._layout.lacks(self._side):
            return
        sheet = Sheet("", tuple(tuple(row) for row in self._rows()))
        task = self.tasks.read(_look_up, self.desk, sheet, self._head_at, self._layout, self._side,
                               str(self.holder.value() or ""), done=self._looked_up, failed=self.show_error,
                               receiver=self, label=tr("Looking for what each line paid …"))
        self.strip.follow(task, tr("Looking for what each line paid …"))

    def _looked_up(self, answer: tuple[Statement, Found]) -> None:
        self._statement, self._found = answer
        self.lines.show_lines(self._found.lines, self._statement.unread, self._refused)
        self._refused = {}
        self._show()

    # -- showing -------------------------------------------------------------------------

    def _show(self) -> None:
        self.nothing.setVisible(self._read is None)
        self.whole.setVisible(self._read is not None)
        self.other_file.setVisible(self._read is not None)
        self.columns_button.setVisible(self._read is not None)
        self.lines.setVisible(self._statement is not None)
        if self._statement is None:
            self.lines.show_lines((), (), {})
        self.about.setText(self._told())
        self._offer()

    def _told(self) -> str:
        if self._statement is None:
            return ""
        parts = [tr_count("{count} line", "{count} lines", len(self._statement.lines))]
        if unread := len(self._statement.unread):
            parts.append(tr_count("{count} row not read", "{count} rows not read", unread))
        if over := self._statement.passed_over:
            parts.append(tr_count("{count} line of the other direction passed over",
                                  "{count} lines of the other direction passed over", over))
        told = tr("In this statement: {parts}.", parts=parts)
        if self._statement.unmarked:
            told += " " + tr("No column says whether money came in or went out: all lines are taken to go "
                             "the way chosen above.")
        return told

    def _offer(self) -> None:
        """The one thing that is done next: choose a file, or book what is ticked."""
        count = len(self.lines.confirmed())
        if self._read is None:
            self.set_primary(tr("Choose a file …"), self.choose, picture="folder-open")
        elif count:
            self.set_primary(tr_count("Book {count} line", "Book {count} lines", count), self.book,
                             picture="check")
        else:
            self.set_primary("", None)

    # -- doing ---------------------------------------------------------------------------

    def book(self) -> None:
        """Book what is ticked, and nothing else."""
        wanted = self.lines.confirmed()
        self.set_primary("", None)  # not twice while it goes on
        task = self.tasks.run(booking.book_lines, self.desk, wanted, done=self._booked, failed=self._failed,
                              receiver=self, label=tr("Booking …"))
        self.strip.follow(task, tr("Booking …"))

    def _failed(self, error: DeskError) -> None:
        self.show_error(error)
        self._offer()

    def _booked(self, outcome: Outcome) -> None:
        self._refused = {one.row: one.why for one in outcome.refused}
        told = [tr_count("{count} line booked.", "{count} lines booked.", len(outcome.booked))]
        if outcome.refused:
            told.append(tr_count("{count} was not: its row says why.",
                                 "{count} were not: their rows say why.", len(outcome.refused)))
        if outcome.left:
            told.append(tr_count("Stopped before {count} line.", "Stopped before {count} lines.",
                                 len(outcome.left)))
        fine = not outcome.refused and not outcome.left
        self.bar.notice(" ".join(told), meaning="agreed" if fine else "disputed", stays=not fine)
        if outcome.booked:
            self.changed.emit(outcome.changes)
        self._look_up()

    # -- what the frame asks -------------------------------------------------------------

    def shown(self) -> None:
        """The keyboard is where work goes on."""
        place = self.lines.table if self.lines.rows.rowCount() else self.primary
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def help_text(self) -> str:
        """F1."""
        return tr(
            "Choose a statement: of whoever pays, where money went out to the workers, or of a worker, where "
            "it came in. CSV (UTF-8 or GB 18030) and XLSX are read; the columns are known by the headings "
            "that banks use, or you say what they mean, and the bank's are remembered.\n\n"
            "Each line is held against what is owed in the cases that you may see, by account, name, amount "
            "and case number. Space ticks a line, Enter on one below takes that instead; “Tick all sure "
            "matches” ticks those that one case alone answers strongly. Only what is ticked is booked. A "
            "line that is booked is never booked again, from whatever file, unless its payment is reversed.")


def open_statements(frame: Frame, desk: Desk, tasks: Tasks) -> StatementsPage:
    """Show the page in a frame; its way back leads to the page that was in front."""
    return open_led(frame, KEY, lambda: StatementsPage(desk, tasks))
