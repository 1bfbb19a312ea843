"""A shelf of a hundred thousand cases, and a table that shows them."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from mediation_desk.domain.money import Money, yuan
from mediation_desk.gui.kit.tables.table import Answer, Ask, Column, Kind, PagedModel, RowsModel, State, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks

TOTAL = 100_000


@dataclass(frozen=True)
class Case:
    """An invented case."""

    number: int
    due: date
    claimed: Money
    state: State


def case(number: int) -> Case:
    """The case of a number."""
    return Case(number, date(2024, 11, 1 + number % 28), Money(number * 100), State("Disputed", "disputed"))


def columns() -> list[Column]:
    """One of each kind."""
    return [
        Column("number", "Number", lambda row: f"No. {row.number}", stretch=True),
        Column("due", "Due", lambda row: row.due, Kind.DATE),
        Column("claimed", "Claimed", lambda row: row.claimed, Kind.MONEY),
        Column("state", "State", lambda row: row.state, Kind.STATE, sortable=False),
    ]


class Shelf:
    """Answers as a service would, and remembers what was asked."""

    def __init__(self, total: int = TOTAL) -> None:
        self.total = total
        self.asks: list[Ask] = []

    def __call__(self, ask: Ask) -> Answer:
        self.asks.append(ask)
        numbers = range(self.total)[::-1] if ask.descending else range(self.total)
        return Answer(self.total, [case(at) for at in numbers[ask.offset : ask.offset + ask.limit]])


def paged(qtbot: QtBot, tasks: Tasks, shelf: Shelf) -> Table:
    """A table on a screen."""
    table = Table(PagedModel(tasks, columns(), shelf), name="Cases")
    qtbot.addWidget(table)
    table.resize(900, 600)
    table.show()
    return table


def text(table: QTableView, row: int, column: int) -> str:
    """What a cell says."""
    return str(table.model().index(row, column).data())


def rows_of(*words: str) -> RowsModel:
    """Parties, a cause, an amount that few rows have, and a day that none has."""
    model = RowsModel([
        Column("parties", "Parties", lambda row: row, width=20, stretch=True),
        Column("cause", "Cause", lambda row: row, width=20, yields=1),
        Column("owed", "Owed", lambda row: yuan("10.00") if row == words[0] else None, Kind.MONEY, width=16,
               yields=2),
        Column("due", "Next due", lambda row: None, Kind.DATE, width=16)])
    model.set_rows(words)
    return model
