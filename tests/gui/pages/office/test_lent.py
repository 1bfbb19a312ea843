"""A lent password is shown once, and forgotten as soon as it is put away."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.pages.office.lent import LentCard
from tests.gui import desks


@pytest.fixture
def card(qtbot: QtBot, dressed: QApplication) -> Iterator[LentCard]:
    window = QWidget()
    made = LentCard(window)
    desks.show(qtbot, window)
    yield made


def words(card: LentCard) -> str:
    return "\n".join(one.text() for one in card.findChildren(QLabel))


def test_it_says_whose_it_is_and_is_gone_with_one_press(card: LentCard) -> None:
    card.lend("王调解", "river stones 27")
    assert card.isVisible() and "river stones 27" in words(card) and "王调解" in card.title.text()
    assert card.done.hasFocus()
    QTest.keyClick(card.done, Qt.Key.Key_Space)
    assert card.isHidden() and "river stones 27" not in words(card)


def test_a_second_one_takes_the_place_of_the_first(card: LentCard) -> None:
    card.lend("王调解", "river stones 27")
    card.lend("钱新人", "green willows 13")
    assert "river stones" not in words(card) and "王调解" not in words(card)


def test_a_password_that_looks_like_markup_is_shown_letter_by_letter(card: LentCard) -> None:
    card.lend("<b>王</b>", "<i>x</i>&amp;7")
    assert card.password.text() == "<i>x</i>&amp;7"
    assert card.password.textFormat() is Qt.TextFormat.PlainText is card.title.textFormat()
