"""The panel that asks for the password or the PIN."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.look.theme import dress
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.turned.leaving import LeavingPanel
from mediation_desk.services.desk import Desk
from tests.gui.desks import bring_forward, settle, write
from tests.gui.turned.hands import PIN

Told = list[str]


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk, tasks: Tasks) -> LeavingPanel:
    made = LeavingPanel(desk, tasks)
    dress(made)
    qtbot.addWidget(made)
    bring_forward(made)
    made.begin()
    return made


@pytest.fixture
def heard(panel: LeavingPanel) -> Told:
    said: Told = []
    panel.proved.connect(lambda: said.append("proved"))
    panel.stayed.connect(lambda: said.append("stayed"))
    return said


def test_the_pin_proves_it_and_is_not_left_in_the_field(qtbot: QtBot, panel: LeavingPanel, tasks: Tasks,
                                                        heard: Told) -> None:
    assert panel.proof.line.echoMode() is QLineEdit.EchoMode.Password
    write(qtbot, panel.proof, PIN)
    QTest.mouseClick(panel.leave, Qt.MouseButton.LeftButton)
    assert panel.proof.line.text() == "" and not panel.leave.isEnabled()
    settle(tasks)
    assert heard == ["proved"]


def test_a_wrong_one_is_said_beside_the_field_and_one_may_try_again(qtbot: QtBot, panel: LeavingPanel,
                                                                    tasks: Tasks, heard: Told) -> None:
    write(qtbot, panel.proof, "604918")
    QTest.keyClick(panel.proof.line, Qt.Key.Key_Return)
    settle(tasks)
    assert panel.proof.error() and heard == [] and panel.leave.isEnabled()


def test_nothing_typed_proves_nothing(panel: LeavingPanel, tasks: Tasks, heard: Told) -> None:
    panel.submit()
    settle(tasks)
    assert heard == [] and panel.leave.isEnabled()


@pytest.mark.parametrize("way", ["button", "escape"])
def test_who_thinks_better_of_it_stays(qtbot: QtBot, panel: LeavingPanel, heard: Told, way: str) -> None:
    write(qtbot, panel.proof, PIN)
    if way == "button":
        QTest.mouseClick(panel.stay, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(panel.proof.line, Qt.Key.Key_Escape)
    assert heard == ["stayed"] and panel.proof.line.text() == "" and panel.isHidden()


def test_no_key_goes_on_to_what_is_around(qtbot: QtBot, panel: LeavingPanel, heard: Told) -> None:
    for key in (Qt.Key.Key_F5, Qt.Key.Key_Backspace, Qt.Key.Key_Menu):
        QTest.keyClick(panel, key)
    assert heard == [] and panel.isVisible()
