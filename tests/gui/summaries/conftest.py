"""A pane at the desk of a mediator who supervises too, and hands to work with."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.domain.accounts import Role
from mediation_desk.gui.kit.fields.choice import ChoiceField
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.summaries.pane import SummaryPane
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Founding, Surroundings
from mediation_desk.store.store import in_folder
from tests.gui import desks
from tests.services.papers_desk import registered

FACTS = "经理王建华说下月付，温若晴电话１３８ 9712 3456。"


@pytest.fixture
def supervisor(tmp_path: Path, around: Surroundings) -> Iterator[Desk]:
    """Somebody who mediates and supervises."""
    founding = Founding(desks.OFFICE, desks.LOGIN, desks.PERSON, desks.PASSWORD, desks.PASSWORD,
                        frozenset({Role.MEDIATOR, Role.SUPERVISOR, Role.ADMINISTRATOR}))
    made = sign_in.found(in_folder(tmp_path / "supervised"), founding, around)
    try:
        yield made
    finally:
        made.store.close()


class Hands:
    """A pane on cases, as a person uses it."""

    def __init__(self, qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory, cases: list[UUID]) -> None:
        self.desk, self.tasks, self.qtbot = desk, tasks, qtbot
        self.pane = SummaryPane(desk, tasks, memory)
        self.told: list[str] = []
        self.troubles: list[object] = []
        self.pane.told.connect(self.told.append)
        self.pane.trouble.connect(self.troubles.append)
        self.pane.resize(1240, 640)
        desks.show(qtbot, self.pane)
        self.pane.open(cases)
        self.settle()

    def settle(self) -> None:
        desks.settle(self.tasks)

    def choose(self, field: ChoiceField, value: object) -> None:
        at = next(at for at in range(field.combo.count()) if field.combo.itemData(at) == value
                  or field.combo.itemText(at) == value)
        field.combo.setCurrentIndex(at)
        field.combo.activated.emit(at)
        self.settle()

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()


@pytest.fixture
def hands(qtbot: QtBot, supervisor: Desk, tasks: Tasks, memory: Memory) -> Hands:
    """A case in which a stranger is named, and one in which nobody is."""
    return Hands(qtbot, supervisor, tasks, memory, [registered(supervisor, facts=FACTS),
                                                    registered(supervisor)])
