"""The receipt after a case was taken in: beside its package, and nowhere before that."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from mediation_desk.gui.intake.packages.receipt import ReceiptLine
from mediation_desk.gui.kit.tasks.tasks import Tasks
from tests.gui.desks import settle
from tests.services.referral.exchange import Exchange


def test_it_is_written_beside_the_package_and_told(qtbot: QtBot, tasks: Tasks, between: Exchange) -> None:
    line = ReceiptLine(between.other, tasks)
    qtbot.addWidget(line)
    told: list[object] = []
    line.changed.connect(told.append)
    line.write_beside(between.folder / "a.mdpackage", between.taken())
    settle(tasks)
    assert Path(line.path.text()).exists() and Path(line.path.text()).parent == between.folder
    assert len(told) == 1 and "Have it brought back" in line.words.text()
