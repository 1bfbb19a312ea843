"""What the tests of the settlement do over and over: type terms and cells, keep, read the tables."""

from PySide6.QtTest import QTest

from mediation_desk.gui.case.settlement.grids import MatrixField
from mediation_desk.gui.case.settlement.page import PAUSE_MS, SettlementPage
from tests.gui.case.rooms import Room

SHARES = ["6,725.34", "6,725.33", "6,725.33", "6,725.33", "3,362.67"]


def page_of(room: Room) -> SettlementPage:
    page = room.go(4)
    assert isinstance(page, SettlementPage)
    return page


def previewed(room: Room, page: SettlementPage) -> bytes:
    """Wait for the pause after the last change, and for the paper."""
    QTest.qWait(PAUSE_MS + 50)
    room.settle()
    return page.paper._data


def cells(field: MatrixField, column: str) -> list[str]:
    model = field.model
    at = [one.id for one in model.columns].index(column)
    return [model.cell(model.index(row, at)).text for row in range(model.rowCount())]


def type_cell(page: SettlementPage, field: str, row: str, column: str, text: str) -> None:
    """Type into a cell of one of the tables."""
    grid = page.terms.schedule if field == "schedule" else page.terms.matrix
    model = grid.model
    at = ([one.id for one in model.rows].index(row), [one.id for one in model.columns].index(column))
    assert model.editable(model.index(*at))
    model.edit({at: text})


def tick_all(page: SettlementPage) -> None:
    """Look at everything that the checks found, and tick it."""
    for box in page.sign_card.findings.left:
        box.click()


def set_first_day(room: Room, page: SettlementPage, day: str = "2024-12-10") -> None:
    room.type(page.terms.first, day)


def keep(room: Room, page: SettlementPage) -> None:
    assert page.primary.text() == "Keep the terms"
    room.click(page.primary)
