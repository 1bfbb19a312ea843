"""The look: every word legible on every ground it stands on, at every text size."""

import gc
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QColor, QFontInfo, QIcon
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.look import icons, theme
from mediation_desk.gui.kit.look.chips import PICTURES
from mediation_desk.gui.kit.look.theme import Mode, Theme
from mediation_desk.gui.kit.look.tokens import DARK, LIGHT, Tokens
from tests.gui.desks import show

MEANINGS = ("agreed", "disputed", "missing", "overdue", "applicants", "respondents", "accent")


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    shade = QColor(colour)
    red, green, blue = (linear(part) for part in (shade.redF(), shade.greenF(), shade.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    """A part of a colour as light."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself_is_right() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "muted", *MEANINGS])
def test_every_ink_is_legible_on_every_plain_ground(tokens: Tokens, ink: str) -> None:
    for ground in ("surface", "raised", "rail", "hover"):
        assert contrast(tokens.ink_of(ink), getattr(tokens, ground)) >= 4.5, ground


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("meaning", MEANINGS)
def test_words_of_a_meaning_are_legible_on_its_own_ground_and_when_selected(
    tokens: Tokens, meaning: str
) -> None:
    assert contrast(tokens.ink_of(meaning), tokens.soft_of(meaning)) >= 4.5
    assert contrast(tokens.ink, tokens.soft_of(meaning)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_buttons_are_legible_and_borders_can_be_seen(tokens: Tokens) -> None:
    for ground in (tokens.accent, tokens.accent_strong):
        assert contrast(tokens.on_accent, ground) >= 4.5
    for ground in (tokens.raised, tokens.surface):
        assert contrast(tokens.edge, ground) >= 3.0  # a control's border: WCAG 1.4.11


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


def test_dark_and_light_dress_the_whole_application(qapp: QApplication) -> None:
    theme.apply(qapp, Theme(Mode.DARK, motion=False))
    assert qapp.palette().window().color() == QColor(DARK.surface)
    assert theme.look().dark
    theme.apply(qapp, Theme(Mode.LIGHT, motion=False))
    assert qapp.palette().window().color() == QColor(LIGHT.surface)


def test_a_theme_without_motion_keeps_still(qapp: QApplication) -> None:
    assert theme.reduced_motion()


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
