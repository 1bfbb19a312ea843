"""What became of a bag: what came, what waits and why, and what can be done with each."""

from datetime import UTC, datetime
from uuid import UUID

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.words import say
from mediation_desk.gui.pages.travel.homecoming.result import ResultView
from mediation_desk.services.travel.receipts import Receipt
from tests.gui.pages.travel.homecoming.hands import texts

NOW = datetime(2025, 1, 20, 1, 0, tzinfo=UTC)


def test_a_case_that_waits_says_why_and_has_nothing_to_take_back(qtbot: QtBot, dressed: QApplication) -> None:
    view = ResultView()
    qtbot.addWidget(view)
    view.show()
    view.show_receipt(Receipt(UUID(int=1), "笔记本", "陈守信", NOW, NOW, "陈守信", (),
                              (("0001", say("Something is still to be decided.")),)))
    line = view.model.row(0)
    assert line is not None
    assert line.words == "Something is still to be decided." and str(line.state) == "Waits"
    assert not view.back.isEnabled() and not view.open.isEnabled() and not view.again.isHidden()


def test_an_empty_bag_is_home(qtbot: QtBot, dressed: QApplication) -> None:
    view = ResultView()
    qtbot.addWidget(view)
    view.show_receipt(Receipt(UUID(int=1), "笔记本", "陈守信", NOW, NOW, "陈守信", (), ()))
    assert "The bag is home." in texts(view) and view.again.isHidden()
