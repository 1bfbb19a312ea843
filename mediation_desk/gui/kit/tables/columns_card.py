"""What the columns of a list mean, where its headings do not say so, or as a person mends it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.headings import Columns
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.fields.kinds import Form, IntegerField, TextField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.grid import Grid, GridCell, GridColumn, GridModel, GridRow
from mediation_desk.gui.kit.words import tr

MEANS, VALUES = "means", "values"
SAMPLES, ROWS_SEEN = 3, 8
Lacks = Callable[[Any], Sequence[Term]]
"""What must still be said of columns before anything can be read."""
Headings = Callable[[int], Sequence[str]]
"""What the columns are called by the row of that number, counted from 0."""


@dataclass(frozen=True)
class CardWords:
    """``name``: the field that says whose lists look so (called ``field``); what the two buttons say."""

    field: str
    name: str
    read: str
    keep: str


class ColumnsCard(Later):
    """Headings down, each with what it means and its first values. ``read(columns, row)`` when the list
    shall be read so, ``keep(name, columns)`` when that shall be remembered; the row counts from 0."""

    read = Signal(object, int)
    keep = Signal(str, object)

    def __init__(self, meanings: Sequence[Term], made: Callable[[Mapping[str, Any]], Columns[Any]],
                 words: CardWords, *, rows_seen: int = ROWS_SEEN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made, self._said, self._rows_seen = made, words, rows_seen
        self._rows: Sequence[Sequence[str]] = ()
        self._lacks: Lacks = lambda _columns: ()
        self._called: Headings = lambda _at: ()
        self._meant: dict[str, Term] = {}
        self._words = {tr(meaning.label): meaning for meaning in meanings}
        self.hide()

    def make(self) -> QWidget:
        """The grid, the row of the headings, whose list it is, and what is done with them."""
        card = QFrame()
        card.setObjectName("card")
        self.model = GridModel()
        self.grid = Grid(self.model, name=tr("What the columns mean"))
        self.form = Form(card)
        self.row = self.form.add(IntegerField(tr("The headings stand in row"), name="heading_row",
                                              required=True))
        self.name = self.form.add(TextField(self._said.name, name=self._said.field, width=20))
        self.trouble = label("", "trouble", wrap=True)
        self.read_button = button(self._said.read, "primary", picture="check")
        self.keep_button = button(self._said.keep, picture="bookmark-simple")
        self.model.edits.connect(self._edited)
        self.row.committed.connect(lambda _value: self._show())
        self.read_button.clicked.connect(self.read_so)
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

    def show_columns(self, rows: Sequence[Sequence[str]], head_at: int, columns: Columns[Any], lacks: Lacks,
                     name: str = "", called: Headings | None = None) -> None:
        """Show the columns of these rows, as they are understood so far."""
        self.bring()
        self._rows, self._lacks, self._meant = rows, lacks, dict(columns.columns)
        self._called = called or (lambda at: rows[at] if rows else ())
        self.row.set_value(head_at + 1)
        self.name.set_value(name)
        self.form.clear_errors()
        self._show()
        self.show()
        self.grid.setFocus()

    @property
    def head_at(self) -> int:
        """The row of the headings, from 0, within the file."""
        value = self.row.value()
        return min(max(0, (value if isinstance(value, int) else 1) - 1), max(0, len(self._rows) - 1))

    def columns_meant(self) -> Columns[Any]:
        """As the grid stands, for the headings of the row that was said."""
        return self._made({one: self._meant[one] for one in self._headings() if one in self._meant})

    def _headings(self) -> list[str]:
        return list(dict.fromkeys(cell for cell in self._called(self.head_at) if cell.strip()))

    def _show(self) -> None:
        headings = self._headings()
        choices = tuple(self._words)
        columns = [GridColumn(MEANS, tr("Means"), width=26, choices=choices),
                   GridColumn(VALUES, tr("First values"), width=60, read_only=True)]
        cells = {(one, VALUES): GridCell(self._samples(one)) for one in headings}
        cells |= {(one, MEANS): self._cell(one) for one in headings}
        self.model.set_grid([GridRow(one, one) for one in headings], columns, cells)
        self.grid.setFixedHeight(look().px(40 + 28 * min(len(headings), self._rows_seen)))
        self.say()

    def _samples(self, heading: str) -> str:
        at = list(self._called(self.head_at)).index(heading)
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
        self.say()

    def say(self) -> None:
        """Tell what is still to be said, and allow what can be done."""
        lacking = self._lacks(self.columns_meant())
        self.trouble.setText(tr("Still to be said: {columns}", columns=[tr(one.label) for one in lacking])
                             if lacking else "")
        self.trouble.setVisible(bool(lacking))
        self.read_button.setEnabled(not lacking)
        self.keep_button.setEnabled(not lacking)

    def read_so(self) -> None:
        """The list shall be read as the grid stands."""
        if self.row.commit():
            self.read.emit(self.columns_meant(), self.head_at)

    def _keep(self) -> None:
        if self.form.commit():
            self.keep.emit(str(self.name.value()), self.columns_meant())

    def refuse(self, error: DeskError) -> bool:
        """Say beside its field why it is not remembered; False where it has none."""
        return self.form.show_error(error)
