"""Icons in the colours of the theme."""

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from mediation_desk.gui.kit.look import icons
from mediation_desk.gui.kit.look.chips import PICTURES
from mediation_desk.gui.kit.look.theme import look


def test_every_meaning_has_an_icon_that_exists(qapp: QApplication) -> None:
    assert set(PICTURES.values()) <= icons.names()
    with pytest.raises(KeyError):
        icons.icon("no-such-icon")


def test_an_icon_that_is_copied_and_changed_still_draws(qapp: QApplication) -> None:
    """Qt copies the engine then; a copy that nobody holds would be drawn from freed memory."""
    first = icons.icon("calendar")
    second = QIcon(first)
    second.setIsMask(True)
    gc.collect()
    assert not second.pixmap(QSize(16, 16)).isNull()
    assert not first.pixmap(QSize(16, 16)).isNull()


def test_an_icon_that_nobody_drew_is_a_bug_and_is_told_at_once(dressed: QApplication) -> None:
    with pytest.raises(KeyError, match="no icon is called 'unicorn'"):
        icons.icon("unicorn")


def test_an_icon_has_the_colour_of_its_meaning_and_of_being_chosen(dressed: QApplication) -> None:
    made = icons.icon("warning-circle", "overdue", on="accent")
    size = QSize(64, 64)

    def ink(state: QIcon.State, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
        image = made.pixmap(size, mode, state).toImage()
        return {image.pixelColor(x, y).name() for x in range(64) for y in range(64)
                if image.pixelColor(x, y).alpha() == 255}

    assert look().colour("overdue").name() in ink(QIcon.State.Off)
    assert look().colour("accent").name() in ink(QIcon.State.On)
    assert look().colour("muted").name() in ink(QIcon.State.Off, QIcon.Mode.Disabled)


def test_a_button_squeezed_to_nothing_draws_nothing_and_says_nothing(dressed: QApplication) -> None:
    assert icons.icon("clock").pixmap(QSize(0, 0)).isNull()
