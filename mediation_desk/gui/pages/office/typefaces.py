"""Typefaces: the office's own TrueType files, for names with characters that the shipped faces lack."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from mediation_desk.domain.own_files import OwnTypeface
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.seeking import choose_where
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.at_office import leave_to_office
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import typefaces

TABLE_HEIGHT = 240


class TypefacesPart(OfficePart):
    """The list in the order in which a character is looked for, and what is done to the chosen one."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self._wanted: UUID | None = None  # the one to be chosen once the list is read
        self.model = RowsModel([
            Column("name", tr("Typeface"), lambda face: face.name, width=32, stretch=True,
                   sortable=False),  # Up and Down move a typeface in the order that is shown
            Column("size", tr("Size"), _size_words, Kind.NUMBER, width=10, sortable=False)])
        self.table = Table(self.model, name=tr("Typefaces of the office's own"))
        self.table.set_empty(tr("No typeface of your own yet"),
                             tr("Papers are set in the typefaces that come with the program. Add one where a "
                                "name holds a character that prints as a blank square."), picture="text-aa")
        self.add = button(tr("Add a typeface …"), picture="upload-simple")
        self.up, self.down = button(tr("Up"), picture="arrow-up"), button(tr("Down"), picture="arrow-down")
        self.remove = button(tr("Remove"), "quiet", picture="trash")
        self._lay()
        self._listen()
        leave_to_office(desk, self.add, self.up, self.down, self.remove)

    def _lay(self) -> None:
        top = QHBoxLayout()
        top.addWidget(label(tr("TrueType files (.ttf) in which papers look for characters that no shipped "
                               "typeface has, the first in the list first."), "muted", wrap=True), 1)
        top.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(top)
        self.table.setMinimumHeight(look().px(TABLE_HEIGHT))
        self.column.addWidget(self.table, 1)
        self.column.addLayout(row_of(self.up, self.down, self.remove))

    def _listen(self) -> None:
        self.table.chosen.connect(lambda _face: self._enable())
        self.add.clicked.connect(self._choose_file)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._remove)

    # -- showing -------------------------------------------------------------------------

    def shown(self) -> None:
        """The list as it is now."""
        self.read(typefaces.typefaces, done=self._show)

    def _show(self, found: Sequence[OwnTypeface]) -> None:
        chosen = self.table.current_row()
        wanted = self._wanted or (chosen.id if chosen else None)
        self._wanted = None
        self.model.set_rows(found)
        if not choose_where(self.table, lambda face: face.id == wanted) and found:
            self.table.choose_row(0)
        self._enable()

    def _enable(self) -> None:
        at, count = self.table.currentIndex().row(), self.model.rowCount()
        here = self.desk.branch is None and self.table.current_row() is not None
        self.up.setEnabled(here and at > 0)
        self.down.setEnabled(here and at < count - 1)
        self.remove.setEnabled(here)

    # -- doing ---------------------------------------------------------------------------

    def _choose_file(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, tr("Add a typeface"), "",
                                                    tr("TrueType files (*.ttf)"))
        if chosen:
            self.take(Path(chosen))

    def take(self, path: Path) -> None:
        """Keep a file behind those that stand."""
        self.run(typefaces.add_typeface, path, done=self._taken, notice=tr("The typeface was added."))

    def _taken(self, changes: object) -> None:
        self._wanted = getattr(changes, "result", None)
        self.shown()

    def _move(self, by: int) -> None:
        at, before = self.table.currentIndex().row(), self._order()
        after = [*before]
        after.insert(at + by, after.pop(at))
        self._put(after, tr("The order is kept."), before)

    def _order(self) -> list[UUID]:
        rows = (self.model.row(at) for at in range(self.model.rowCount()))
        return [row.id for row in rows if row is not None]

    def _put(self, order: Sequence[UUID], notice: str, before: Sequence[UUID] = ()) -> None:
        self.run(typefaces.order_typefaces, order, done=lambda _changes: self.shown(), notice=notice,
                 back=(lambda: self._put(before, tr("Undone."))) if before else None)

    def _remove(self) -> None:
        face = self.table.current_row()
        if face is not None:
            self.run(typefaces.remove_typeface, face.id, done=lambda _changes: self.shown(),
                     notice=tr("The typeface was taken out."), back=lambda: self._put_back(face.id))

    def _put_back(self, typeface_id: UUID) -> None:
        self._wanted = typeface_id
        self.run(typefaces.put_back_typeface, typeface_id, done=lambda _changes: self.shown(),
                 notice=tr("Undone."))

    def help_text(self) -> str:
        """F1."""
        return tr("Names may hold characters that no typeface of this program has. Add a TrueType file that "
                  "has them, and papers set such a character in it; the first typeface of the list that has "
                  "it serves. A file is taken where papers can be set in it and its licence lets it be put "
                  "into them; it is kept in the store, goes into backups, and along to laptops.")


def _size_words(face: OwnTypeface) -> str:
    kib = -(-face.size // 1024)
    return tr("{size} KB", size=kib) if kib < 1024 else tr("{size} MB", size=f"{kib / 1024:.1f}")
