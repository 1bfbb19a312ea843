"""The list of exhibits: small picture, number, name, giver, what it proves, form, size, day."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QPixmap

from mediation_desk.domain.evidence import Exhibit, giver
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.evidence.pictures import SMALL_EDGE, Thumbnails, kind_sign
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.sizes import size_words
from mediation_desk.gui.kit.tables.models import Index
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr

ROW_HEIGHT = 48
def form_words(exhibit: Exhibit) -> str:
    """Original or copy."""
    return tr("Original") if exhibit.original else tr("Copy")


def giver_words(given_by: str, names: Mapping[str, str]) -> str:
    """Who handed it in; nothing while nobody has said."""
    given = giver(given_by)
    if isinstance(given, Side):
        return tr(given.label)
    return names.get(given_by, "") if given else ""


class ExhibitsModel(RowsModel):
    """The rows, with a small picture in the first column."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        self.names: Mapping[str, str] = {}
        super().__init__(_columns(lambda: self.names), parent)
        self._thumbnails = thumbnails
        thumbnails.came.connect(self._picture_came)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The picture, or the sign of the kind of file; everything else as in all tables."""
        exhibit = self.row(index.row())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0 and exhibit is not None:
            return self._picture(exhibit)
        if role == Qt.ItemDataRole.AccessibleTextRole and exhibit is not None:
            return f"{exhibit.label} {exhibit.name}" if index.column() == 0 else None
        return super().data(index, role)

    def _picture(self, exhibit: Exhibit) -> QPixmap:
        return self._thumbnails.of(exhibit) or kind_sign(exhibit)

    def _picture_came(self, sha256: str) -> None:
        for at in range(self.rowCount()):
            if (row := self.row(at)) is not None and row.sha256 == sha256:
                self.dataChanged.emit(self.index(at, 0), self.index(at, 0), [Qt.ItemDataRole.DecorationRole])


def _columns(names: Callable[[], Mapping[str, str]]) -> list[Column]:
    return [Column("picture", "", lambda _exhibit: "", width=4, sortable=False),
            Column("position", tr("Number"), lambda e: e.position, Kind.NUMBER, width=6),
            Column("name", tr("Exhibit name"), lambda e: e.name, width=20, stretch=True),
            Column("given_by", tr("Given by"), lambda e: giver_words(e.given_by, names()), width=16),
            Column("proves", tr("What it proves"), lambda e: e.proves, width=24),
            Column("form", tr("Form"), form_words, width=8),
            Column("size", tr("Size"), lambda e: size_words(e.size), width=9, sortable=False),
            Column("received_on", tr("Handed in on"), lambda e: e.received_on, Kind.DATE, width=12)]


def exhibits_table(model: ExhibitsModel) -> Table:
    """The table, with rows high enough for the pictures."""
    table = Table(model, name=tr("Evidence"))
    table.verticalHeader().setDefaultSectionSize(look().px(ROW_HEIGHT))
    table.setIconSize(QSize(look().px(SMALL_EDGE), look().px(SMALL_EDGE)))
    table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the end of a file's name tells its kind
    return table
