"""The next page slides in, unless a person or the system asks for stillness."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.case.frame.slide import SLIDE_MS, SlidingStack
from mediation_desk.gui.kit.look import theme


@pytest.fixture
def stack(qtbot: QtBot, dressed: QApplication) -> Iterator[tuple[SlidingStack, list[QWidget]]]:
    made, pages = SlidingStack(), [QWidget() for _ in range(3)]
    for page in pages:
        made.addWidget(page)
    made.resize(400, 300)
    qtbot.addWidget(made)
    made.show()
    general = Qt.UIEffect.UI_General
    allowed = QApplication.isEffectEnabled(general)
    QApplication.setEffectEnabled(general, True)  # the system asks for no stillness
    yield made, pages
    QApplication.setEffectEnabled(general, allowed)
    theme.apply(dressed, theme.Theme(theme.Mode.LIGHT, motion=False))


def test_without_motion_the_page_is_in_its_place_at_once(stack: tuple[SlidingStack, list[QWidget]]) -> None:
    made, pages = stack
    for page in (pages[2], pages[0]):
        made.slide_to(page, forward=True)
        assert made.currentWidget() is page and page.pos() == QPoint(0, 0)


def test_a_later_page_comes_from_the_right_an_earlier_one_from_the_left_and_both_arrive(
        stack: tuple[SlidingStack, list[QWidget]], dressed: QApplication, qtbot: QtBot) -> None:
    theme.apply(dressed, theme.Theme(theme.Mode.LIGHT, motion=True))
    made, pages = stack
    for page, forward in ((pages[1], True), (pages[0], False)):
        made.slide_to(page, forward=forward)
        assert made.currentWidget() is page
        assert (page.x() > 0) is forward and page.x() != 0
        qtbot.waitUntil(partial(at_home, page), timeout=SLIDE_MS * 20)


def at_home(page: QWidget) -> bool:
    return page.pos() == QPoint(0, 0)


def test_going_on_in_a_hurry_leaves_no_page_half_way(stack: tuple[SlidingStack, list[QWidget]],
                                                     dressed: QApplication) -> None:
    theme.apply(dressed, theme.Theme(theme.Mode.LIGHT, motion=True))
    made, pages = stack
    made.slide_to(pages[1], forward=True)
    made.slide_to(pages[2], forward=True)
    assert pages[1].pos() == QPoint(0, 0) and made.currentWidget() is pages[2]
    made.slide_to(pages[2], forward=False)  # it is there already
    assert pages[2].pos() == QPoint(0, 0)
