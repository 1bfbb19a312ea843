"""What the columns of a statement mean, where its headings do not say so, or as a person mends it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.payments.statements.columns import Layout, Meaning, Whose
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.fields.kinds import Form, IntegerField, TextField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.grid import Grid, GridCell, GridColumn, GridModel, GridRow
from mediation_desk.gui.kit.words import tr

MEANS, VALUES = "means", "values"
SAMPLES, ROWS_SEEN = 3, 8


class ColumnsCard(Later):
    """Headings down, each with what it means and its first values. ``read(Layout, row)`` when it shall be
    read so, ``keep(bank, Layout)`` when that shall be remembered; the row counts from 1."""

    read = Signal(object, int)
    keep = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Sequence[str]] = ()
        self._whose = Whose.PAYER
        self._meant: dict[str, Meaning] = {}
        self._words = {tr(meaning.label): meaning for meaning in Meaning}
        self.hide()

    def make(self) -> QWidget:
        """The grid, the row of the headings, the bank, and what is done with them."""
        card = QFrame()
        card.setObjectName("card")
        self.model = GridModel()
        self.grid = Grid(self.model, name=tr("What the columns mean"))
        self.form = Form(card)
        self.row = self.form.add(IntegerField(tr("The headings stand in row"), name="heading_row",
                                              required=True))
        self.bank = self.form.add(TextField(tr("Bank"), name="bank", width=20))
        self.trouble = label("", "trouble", wrap=True)
        self.read_button = button(tr("Read the lines so"), "primary", picture="check")
        self.keep_button = button(tr("Remember for this bank"), picture="bookmark-simple")
        self.model.edits.connect(self._edited)
        self.row.committed.connect(lambda _value: self._show())
        self.read_button.clicked.connect(self._read)
        self.keep_button.clicked.connect(self._keep)
        self.form.does(self.read_button)
        self._lay(card)
        return card

    def _lay(self, card: QFrame) -> None:
        acts = QHBoxLayout()
        for one in (self.read_button, self.keep_button):
            acts.addWidget(one)
        acts.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(8))
        column.addWidget(label(self.grid.accessibleName(), "group"))
        for part in (self.form, self.grid, self.trouble):
            column.addWidget(part)
        column.addLayout(acts)

    def open(self, rows: Sequence[Sequence[str]], head_at: int, layout: Layout, whose: Whose,
             bank: str = "") -> None:
        """Show the columns of these rows, as they are understood so far."""
        self.bring()
        self._rows, self._whose, self._meant = rows, whose, dict(layout.columns)
        self.row.set_value(head_at + 1)
        self.bank.set_value(bank)
        self.form.clear_errors()
        self._show()
        self.show()
        self.grid.setFocus()

    @property
    def head_at(self) -> int:
        """The row of the headings, from 0, within the file."""
        value = self.row.value()
        return min(max(0, (value if isinstance(value, int) else 1) - 1), max(0, len(self._rows) - 1))

    def layout_meant(self) -> Layout:
        """As the grid stands, for the headings of the row that was said."""
        return Layout({one: self._meant[one] for one in self._headings() if one in self._meant})

    def _headings(self) -> list[str]:
        row = self._rows[self.head_at] if self._rows else ()
        return list(dict.fromkeys(cell for cell in row if cell.strip()))

    def _show(self) -> None:
        headings = self._headings()
        choices = tuple(self._words)
        columns = [GridColumn(MEANS, tr("Means"), width=26, choices=choices),
                   GridColumn(VALUES, tr("First values"), width=60, read_only=True)]
        cells = {(one, VALUES): GridCell(self._samples(one)) for one in headings}
        cells |= {(one, MEANS): self._cell(one) for one in headings}
        self.model.set_grid([GridRow(one, one) for one in headings], columns, cells)
        self.grid.setFixedHeight(look().px(40 + 28 * min(len(headings), ROWS_SEEN)))
        self._say()

    def _samples(self, heading: str) -> str:
        at = list(self._rows[self.head_at]).index(heading)
        told = (row[at] for row in self._rows[self.head_at + 1:] if at < len(row) and row[at].strip())
        return " · ".join(one for one, _number in zip(told, range(SAMPLES), strict=False))

    def _cell(self, heading: str) -> GridCell:
        meaning = self._meant.get(heading)
        return GridCell(tr(meaning.label) if meaning else "")

    def _edited(self, batch: list[tuple[str, str, str]]) -> None:
        for heading, _column, text in batch:
            if text in self._words:
                self._meant[heading] = self._words[text]
            else:
                self._meant.pop(heading, None)
        wrong = {(heading, MEANS): GridCell(text, trouble=tr("Choose one of the list."))
                 for heading, _column, text in batch if text and text not in self._words}
        self.model.set_cells({(one, MEANS): self._cell(one) for one in self._headings()} | wrong)
        self._say()

    def _say(self) -> None:
        lacking = self.layout_meant().lacks(self._whose)
        self.trouble.setText(tr("Still to be said: {columns}", columns=[tr(one.label) for one in lacking])
                             if lacking else "")
        self.trouble.setVisible(bool(lacking))
        self.read_button.setEnabled(not lacking)
        self.keep_button.setEnabled(not lacking)

    def _read(self) -> None:
        if self.row.commit():
            self.read.emit(self.layout_meant(), self.head_at)

    def _keep(self) -> None:
        if self.form.commit():
            self.keep.emit(str(self.bank.value()), self.layout_meant())

    def refuse(self, error: DeskError) -> bool:
        """Say beside its field why it is not remembered; False where it has none."""
        return self.form.show_error(error)
