"""What is out of sight at first is made when it is first looked at, whole and with its size."""

from PySide6.QtWidgets import QApplication, QLabel, QTabWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.text import label
from tests.gui.desks import show


class Card(Later):
    """Says how often it was made."""

    made = 0

    def make(self) -> QWidget:
        """One line."""
        self.made += 1
        self.words = label("Paid on 10 December")
        return self.words


def page(*cards: Card) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    for card in cards:
        column.addWidget(card)
    return whole


def test_nothing_is_made_while_nobody_looks(qtbot: QtBot, dressed: QApplication) -> None:
    hidden, seen = Card(), Card()
    hidden.hide()
    whole = page(hidden, seen)
    show(qtbot, whole)
    assert (hidden.is_made, hidden.findChildren(QLabel)) == (False, [])
    assert seen.is_made and seen.words.isVisible()


def test_it_is_made_once_and_has_its_size_at_once(qtbot: QtBot, dressed: QApplication) -> None:
    card = Card()
    card.hide()
    whole = page(card)
    show(qtbot, whole)
    card.show()
    assert card.made == 1 and card.sizeHint().height() >= card.words.sizeHint().height()
    card.hide()
    card.show()
    card.bring()
    assert card.made == 1


def test_what_must_be_told_before_it_is_seen_brings_it(qtbot: QtBot, dressed: QApplication) -> None:
    card = Card()
    card.hide()
    whole = page(card)
    show(qtbot, whole)
    card.bring()
    card.words.setText("Paid on 11 December")
    assert not card.isVisible()
    card.show()
    assert (card.made, card.words.text(), card.words.isVisible()) == (1, "Paid on 11 December", True)


def test_a_sub_page_is_made_when_one_turns_to_it(qtbot: QtBot, dressed: QApplication) -> None:
    tabs, first, second = QTabWidget(), Card(), Card()
    tabs.addTab(first, "Elements")
    tabs.addTab(second, "Issues")
    show(qtbot, tabs)
    assert first.is_made and not second.is_made
    tabs.setCurrentIndex(1)
    assert second.is_made and second.words.isVisible()
