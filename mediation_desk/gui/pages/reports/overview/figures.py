"""The figures in a table: each with its unit, what it is of, and the two periods beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from mediation_desk.domain.reports.figures import Figure
from mediation_desk.gui.kit.look.tips import plain_tip
from mediation_desk.gui.kit.tables.models import Column, Index, Kind, RowsModel
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.reports.overview import words
from mediation_desk.services.reports.overview import Compared


@dataclass(frozen=True)
class FigureRow:
    """One figure in three periods; ``section``: its title, on the section's first line alone."""

    section: str
    now: Figure
    before: Figure
    year_before: Figure


def rows(compared: Compared) -> Iterator[FigureRow]:
    """The lines of an overview."""
    sections = zip(compared.now.sections, compared.before.sections, compared.year_before.sections,
                   strict=True)
    for now, before, year in sections:
        for at, figures in enumerate(zip(now.figures, before.figures, year.figures, strict=True)):
            yield FigureRow(tr(now.title) if at == 0 else "", *figures)


def columns() -> list[Column]:
    """What stands in a line."""
    def fixed(key: str, title: str, value: object, kind: Kind = Kind.TEXT, **more: object) -> Column:
        return Column(key, title, value, kind, sortable=False, **more)  # type: ignore[arg-type]

    return [
        fixed("section", "", lambda row: row.section, width=9, whole=True),
        fixed("label", tr("Figure"), lambda row: words.called(row.now), width=24, stretch=True),
        fixed("value", tr("This period"), lambda row: words.number(row.now), Kind.NUMBER, width=10),
        fixed("unit", tr("Unit"), lambda row: words.unit(row.now), width=5, whole=True),
        fixed("of", tr("Counted"), lambda row: words.counted(row.now), width=10),
        fixed("before", tr("Period before"), lambda row: words.number(row.before), Kind.NUMBER, width=9),
        fixed("since_before", tr("Against it"), lambda row: words.difference(row.now, row.before), width=12),
        fixed("year", tr("Year before"), lambda row: words.number(row.year_before), Kind.NUMBER, width=9),
        fixed("since_year", tr("Against it"), lambda row: words.difference(row.now, row.year_before),
              width=12),
    ]


class FiguresModel(RowsModel):
    """The lines; a tip over each says what the figure counts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(columns(), parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Its definition as a tip and for who is read to; the rest as in any table."""
        row = self.row(index.row())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole) \
                and isinstance(row, FigureRow):
            return plain_tip(words.definition(row.now)) if role == Qt.ItemDataRole.ToolTipRole \
                else words.definition(row.now)
        return super().data(index, role)


