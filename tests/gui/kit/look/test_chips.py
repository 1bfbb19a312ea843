"""State chips: a word, an icon and a colour together."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.look import icons
from mediation_desk.gui.kit.look.chips import PICTURES, Chip, State


def test_a_chip_carries_a_word_besides_its_colour(qtbot: QtBot) -> None:
    short, long = Chip(State("Due", "overdue")), Chip(State("Three days overdue", "overdue"))
    qtbot.addWidget(short)
    qtbot.addWidget(long)
    assert short.accessibleName() == "Due"
    assert long.sizeHint().width() > short.sizeHint().width()


def test_a_state_without_an_icon_of_its_own_takes_its_meanings(dressed: QApplication) -> None:
    assert State("Disputed", "disputed").icon == "warning"
    assert State("Due today", "accent", "clock").icon == "clock" and str(State("Paid", "agreed")) == "Paid"
    assert set(PICTURES.values()) <= icons.names()


def test_another_state_is_drawn_and_told_at_once(qtbot: QtBot, dressed: QApplication) -> None:
    chip = Chip(State("Paid", "agreed"))
    qtbot.addWidget(chip)
    before, small = chip.grab().toImage(), chip.sizeHint()
    chip.set_state(State("Late, within grace", "disputed"))
    chip.resize(chip.sizeHint())
    assert chip.accessibleName() == "Late, within grace"
    assert chip.sizeHint().width() > small.width() and chip.grab().toImage() != before


def test_two_meanings_differ_without_their_colours(qtbot: QtBot, dressed: QApplication) -> None:
    """Whoever sees no red still sees another sign."""
    drawn = []
    for meaning in PICTURES:
        chip = Chip(State("State", meaning))
        qtbot.addWidget(chip)
        chip.resize(chip.sizeHint())
        grey = chip.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        middle = grey.pixelColor(2 * grey.width() // 3, 3).value()
        drawn.append([abs(grey.pixelColor(x, y).value() - middle) > 60
                      for x in range(6, 24) for y in range(grey.height())])
    assert all(one != other for at, one in enumerate(drawn) for other in drawn[at + 1:])
