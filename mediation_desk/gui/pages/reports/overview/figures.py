"""The figures in a table: each with its unit, what it is of, and the two periods beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from mediation_desk.domain.reports.figures import Figure
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tips import plain_tip
from mediation_desk.gui.kit.tables.models import Column, Index, Kind, RowsModel
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.reports.overview import words
from mediation_desk.services.reports.overview import Compared

INDENT = "\N{EM SPACE}"


@dataclass(frozen=True)
class Heading:
    """The title of the figures that follow it."""

    title: str


@dataclass(frozen=True)
class FigureRow:
    """One figure in three periods."""

    now: Figure
    before: Figure
    year_before: Figure


def rows(compared: Compared) -> Iterator[Heading | FigureRow]:
    """The lines of an overview, each section under its title."""
    sections = zip(compared.now.sections, compared.before.sections, compared.year_before.sections,
                   strict=True)
    for now, before, year in sections:
        yield Heading(tr(now.title))
        for figures in zip(now.figures, before.figures, year.figures, strict=True):
            yield FigureRow(*figures)


def columns() -> list[Column]:
    """What stands in a line."""
    def told(key: str, title: str, say: Callable[[FigureRow], str], kind: Kind = Kind.TEXT, *,
             width: int = 9, whole: bool = True, stretch: bool = False) -> Column:
        return Column(key, title, lambda row: say(row) if isinstance(row, FigureRow) else "", kind,
                      sortable=False, width=width, whole=whole, stretch=stretch)

    return [
        Column("label", tr("Figure"), _called, width=24, sortable=False, stretch=True),
        told("value", tr("This period"), lambda row: words.number(row.now), Kind.NUMBER),
        told("unit", tr("Unit"), lambda row: words.unit(row.now), width=5),
        told("of", tr("Counted"), lambda row: words.counted(row.now), whole=False),
        told("before", tr("Period before"), lambda row: words.number(row.before), Kind.NUMBER),
        told("since_before", tr("Against it"), lambda row: words.difference(row.now, row.before), width=12),
        told("year", tr("Year before"), lambda row: words.number(row.year_before), Kind.NUMBER),
        told("since_year", tr("Against it"), lambda row: words.difference(row.now, row.year_before),
             width=12),
    ]


def _called(row: Heading | FigureRow) -> str:
    return row.title if isinstance(row, Heading) else INDENT + words.called(row.now)


class FiguresModel(RowsModel):
    """The lines; a tip over each says what the figure counts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(columns(), parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Its definition as a tip and for who is read to; the rest as in any table."""
        row = self.row(index.row())
        if role == Qt.ItemDataRole.FontRole and isinstance(row, Heading):
            return look().font(bold=True)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole) \
                and isinstance(row, FigureRow):
            return plain_tip(words.definition(row.now)) if role == Qt.ItemDataRole.ToolTipRole \
                else words.definition(row.now)
        return super().data(index, role)


