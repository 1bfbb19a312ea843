"""Which case an order is already, as far as whoever looks may see it."""

from uuid import UUID

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.intake.pasted.known_card import KnownCard
from mediation_desk.services.intake.pasted_orders import Repeated

ONE = Repeated(UUID(int=1), "〔2026〕0001号", same_text=False, visible=True)


def test_it_is_opened_or_given_the_order(qtbot: QtBot, dressed: QApplication) -> None:
    card = KnownCard()
    qtbot.addWidget(card)
    card.show_known([])
    assert card.isHidden()
    card.show_known([Repeated(UUID(int=2), "", same_text=True, visible=False), ONE])
    assert card.words.text() == "This order number is case 〔2026〕0001号 already."
    told: list[object] = []
    card.join.connect(told.append)
    card.to_join.click()
    assert told == [ONE.case_id]


def test_of_a_colleagues_case_nothing_else_is_told(qtbot: QtBot, dressed: QApplication) -> None:
    card = KnownCard()
    qtbot.addWidget(card)
    card.show_known([Repeated(UUID(int=2), "", same_text=True, visible=False)])
    assert card.words.text() == "This order is a case of a colleague already." and card.to_case.isHidden()
