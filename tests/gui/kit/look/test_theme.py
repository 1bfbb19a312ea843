"""The look: every word legible on every ground it stands on, at every text size."""


import gc
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QFontInfo, QTextLayout
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.look import theme
from mediation_desk.gui.kit.look.theme import Mode, Theme
from mediation_desk.gui.kit.look.tokens import DARK, LIGHT
from tests.gui.desks import show


@pytest.mark.parametrize("percent", [75, 100, 150, 200])
def test_type_grows_with_the_text_size_and_never_falls_under_nine_points(
    qapp: QApplication, percent: int
) -> None:
    look = theme.apply(qapp, Theme(Mode.LIGHT, percent, motion=False))
    sizes = [look.pt(size) for size in (9, 10.5, 14, 18, 22)]
    assert min(sizes) >= 9
    assert look.font().pointSizeF() == max(9, 10.5 * percent / 100)
    assert look.px(8) == round(8 * percent / 100)


def test_a_text_size_out_of_bounds_is_brought_within_them(qapp: QApplication) -> None:
    assert theme.apply(qapp, Theme(Mode.LIGHT, 500)).theme.percent == 200
    assert theme.apply(qapp, Theme(Mode.LIGHT, 10)).theme.percent == 75


def test_the_shipped_type_is_used(qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == "Noto Sans SC"


@pytest.mark.parametrize("bold", [False, True])
def test_a_rare_name_is_drawn_in_full(dressed: QApplication, bold: bool) -> None:
    """𠮷 and 𬺰 come from HanaMinB, the others from Noto; no glyph is the one for what is missing."""
    layout = QTextLayout("李𠮷𬺰𬍛䶮㐂", theme.look().font(bold=bold))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert {run.rawFont().familyName() for run in runs} == {theme.FAMILY, theme.RARE}
    assert all(glyph for run in runs for glyph in run.glyphIndexes())


def test_dark_and_light_dress_the_whole_application(qapp: QApplication) -> None:
    theme.apply(qapp, Theme(Mode.DARK, motion=False))
    assert qapp.palette().window().color() == QColor(DARK.surface)
    assert theme.look().dark
    theme.apply(qapp, Theme(Mode.LIGHT, motion=False))
    assert qapp.palette().window().color() == QColor(LIGHT.surface)


def test_a_theme_without_motion_keeps_still(qapp: QApplication) -> None:
    assert theme.reduced_motion()


# -- what wears the sheet ----------------------------------------------------------------


@pytest.fixture
def pages(qtbot: QtBot, dressed: QApplication) -> Iterator[tuple[QWidget, QWidget]]:
    """Two pages of one window, the first in front."""
    stack, front, behind = QStackedWidget(), QWidget(), QWidget()
    for page in (front, behind):
        stack.addWidget(page)
        theme.dress(page, when_shown=True)
    show(qtbot, stack)
    yield front, behind


def test_a_page_out_of_sight_puts_another_look_on_when_it_is_shown(
        dressed: QApplication, pages: tuple[QWidget, QWidget]) -> None:
    front, behind = pages
    light = front.styleSheet()
    dark = theme.apply(dressed, Theme(Mode.DARK, motion=False)).sheet
    assert light != dark and (front.styleSheet(), behind.styleSheet()) == (dark, light)
    theme.dress(behind, when_shown=True)  # as the frame does before it brings it to the front
    assert behind.styleSheet() == dark


def test_what_comes_into_sight_by_itself_is_dressed_at_once(qtbot: QtBot, dressed: QApplication) -> None:
    window, strip = QWidget(), QWidget()
    strip.setParent(window)
    strip.hide()
    theme.dress(strip)
    show(qtbot, window)
    dark = theme.apply(dressed, Theme(Mode.DARK, motion=False)).sheet
    assert not strip.isVisible() and strip.styleSheet() == dark


def test_the_application_wears_none_and_the_same_look_again_changes_nothing(
        dressed: QApplication, pages: tuple[QWidget, QWidget]) -> None:
    """Under a sheet of the application each part is styled anew whenever it is put into a larger one."""
    assert dressed.styleSheet() == ""
    polished: list[QWidget] = []

    class Counted(QObject):
        """Counts what is styled anew."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.StyleChange and isinstance(watched, QWidget):
                polished.append(watched)
            return False

    counted = Counted()
    for page in pages:
        page.installEventFilter(counted)
    before = theme.look()
    assert theme.apply(dressed, Theme(Mode.LIGHT, motion=False)) == before
    assert polished == []


def test_a_window_that_is_gone_is_dressed_no_more(qtbot: QtBot, dressed: QApplication) -> None:
    gone = QWidget()
    theme.dress(gone)
    shiboken6.delete(gone)
    theme.apply(dressed, Theme(Mode.DARK, motion=False))
    del gone
    gc.collect()
    theme.apply(dressed, Theme(Mode.LIGHT, motion=False))
