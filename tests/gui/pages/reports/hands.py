"""A supervisor at the reports page, and hands to work with."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tables.table import Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.reports.overview.figures import FigureRow
from mediation_desk.gui.pages.reports.overview.part import OverviewPart
from mediation_desk.gui.pages.reports.page import ReportsPage
from mediation_desk.services.desk import Desk
from tests.gui.pages.seat import Seat


class Figures(Seat[ReportsPage]):
    """A frame with the reports page in it."""

    def __init__(self, qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> None:
        super().__init__(qtbot, desk, tasks, memory, "reports", ReportsPage)

    @property
    def overview(self) -> OverviewPart:
        """The part that is in front at first."""
        part = self.page.parts["overview"]
        assert isinstance(part, OverviewPart)
        return part

    def press(self, widget: object, key: Qt.Key) -> None:
        """A key, and all that follows from it."""
        QTest.keyClick(widget, key)  # type: ignore[call-overload]
        self.settle()

    def choose(self, key: str) -> None:
        """Walk to the line of a figure."""
        model = self.overview.model
        at = next(at for at in range(model.rowCount())
                  if isinstance(row := model.row(at), FigureRow) and row.now.key == key)
        self.overview.table.choose_row(at)

    def line(self, key: str) -> list[str]:
        """A figure's line as it is read."""
        self.choose(key)
        return cells(self.overview.table, self.overview.table.currentIndex().row())


def cells(table: Table, row: int) -> list[str]:
    """A line of a table as it is read."""
    model = table.model()
    return [str(model.index(row, at).data()).strip() for at in range(model.columnCount())]
