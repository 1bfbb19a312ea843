"""How the program looks: light or dark, how large, and in which type."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from mediation_desk.gui.kit.look.stylesheet import stylesheet
from mediation_desk.gui.kit.look.tokens import DARK, LIGHT, Tokens
from mediation_desk.library.shipped import shipped

FAMILY = "Noto Sans SC"
RARE = "HanaMinB"  # has the ideographs in names that Noto lacks
FILES = ("NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf", "HanaMinB.ttf")
BODY_PT, SMALL_PT, HEADING_PT, TITLE_PT, FIGURE_PT, LEAST_PT = 10.5, 9.0, 14.0, 18.0, 22.0, 9.0
LEAST_PERCENT, MOST_PERCENT = 75, 200
_PROPERTY, _WARDROBE = "desk_look", "desk_wardrobe"


class Mode(StrEnum):
    """Light, dark, or whatever the system is."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Theme:
    """What a person chose: ``percent`` is the text size, 75 to 200; ``motion`` allows short moves."""

    mode: Mode = Mode.SYSTEM
    percent: int = 100
    motion: bool = True


@dataclass(frozen=True)
class Look:
    """A theme come to rest on a screen: the colours and sizes that widgets paint with."""

    theme: Theme
    dark: bool
    tokens: Tokens

    @cached_property
    def sheet(self) -> str:
        """The style sheet that windows and pages wear (see :func:`dress`)."""
        return stylesheet(self.tokens, self.px, self.pt)

    def px(self, size: int) -> int:
        """A length on the 8 px grid, grown with the text."""
        return round(size * self.theme.percent / 100)

    def pt(self, size: float) -> float:
        """A type size in points, grown with the text, never under 9."""
        return max(LEAST_PT, size * self.theme.percent / 100)

    def colour(self, meaning: str) -> QColor:
        """The colour of a token by its name."""
        return QColor(self.tokens.ink_of(meaning))

    def soft(self, meaning: str) -> QColor:
        """The quiet ground of a meaning."""
        return QColor(self.tokens.soft_of(meaning))

    def font(self, size: float = BODY_PT, *, bold: bool = False) -> QFont:
        """The program's type at a size in points (of 100 %)."""
        font = QFont([FAMILY, RARE])
        font.setPointSizeF(self.pt(size))
        font.setBold(bold)
        return font


def look() -> Look:
    """The look in use; light at 100 % before one was applied."""
    app = QCoreApplication.instance()
    found = app.property(_PROPERTY) if app else None
    return found if isinstance(found, Look) else Look(Theme(), False, LIGHT)


def apply(app: QApplication, theme: Theme) -> Look:
    """Dress every window of the application; may be called again at any time."""
    _load_fonts()
    chosen = Look(_within(theme), dark := _dark(app, theme.mode), DARK if dark else LIGHT)
    if chosen == app.property(_PROPERTY):
        return look()  # as it is
    if app.property(_PROPERTY) is None:
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(lambda: _follow(app))
    app.setProperty(_PROPERTY, chosen)
    app.setFont(chosen.font())
    app.setPalette(_palette(chosen.tokens))
    for widget, worn in list(_wardrobe(app).worn.items()):
        if shiboken6.isValid(widget) and (not worn.when_shown or widget.isVisibleTo(widget.window())):
            dress(widget, when_shown=worn.when_shown)
    return chosen


def dress(widget: QWidget, *, when_shown: bool = False) -> None:
    """Dress a window, or a page of one, in the present look; all that is in it follows.

    ``when_shown``: out of sight it keeps what it wears when the look changes, and is dressed again as it
    comes into sight. The style sheet lies on windows and pages and never on the application: under that
    Qt styles each part anew whenever it is put into a larger one, nine times over before a page is whole.
    """
    app, now = QCoreApplication.instance(), look()
    assert app is not None
    worn = _wardrobe(app).worn
    if widget not in worn or worn[widget].look != now:
        worn[widget] = _Worn(now, when_shown)
        widget.setStyleSheet(now.sheet)


@dataclass(frozen=True)
class _Worn:
    """What a window or page wears."""

    look: Look
    when_shown: bool


@dataclass(frozen=True)
class _Wardrobe:
    """What is dressed, as long as it lives."""

    worn: WeakKeyDictionary[QWidget, _Worn] = field(default_factory=WeakKeyDictionary)


def _wardrobe(app: QCoreApplication) -> _Wardrobe:
    found = app.property(_WARDROBE)
    if not isinstance(found, _Wardrobe):
        found = _Wardrobe()
        app.setProperty(_WARDROBE, found)
    return found


def _within(theme: Theme) -> Theme:
    percent = min(MOST_PERCENT, max(LEAST_PERCENT, theme.percent))
    return Theme(theme.mode, percent, theme.motion)


def _dark(app: QApplication, mode: Mode) -> bool:
    hints = app.styleHints()
    if mode is Mode.SYSTEM:
        hints.unsetColorScheme()
        return hints.colorScheme() == Qt.ColorScheme.Dark
    wanted = Qt.ColorScheme.Dark if mode is Mode.DARK else Qt.ColorScheme.Light
    hints.setColorScheme(wanted)  # the title bar and the system's own dialogs follow
    return mode is Mode.DARK


def _follow(app: QApplication) -> None:
    """The system turned light or dark: turn with it, unless a person chose otherwise."""
    now = look()
    system = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    if now.theme.mode is Mode.SYSTEM and now.dark != system:
        apply(app, now.theme)


def _load_fonts() -> None:
    """The shipped type, once. Both weights and the rare characters take about 10 ms together: mapped, not
    read, until such a character is drawn."""
    if FAMILY in QFontDatabase.families():
        return
    for name in FILES:
        QFontDatabase.addApplicationFont(str(shipped("resources", "fonts", name)))


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.surface, role.WindowText: tokens.ink, role.Base: tokens.raised,
        role.AlternateBase: tokens.surface, role.Text: tokens.ink, role.Button: tokens.raised,
        role.ButtonText: tokens.ink, role.BrightText: tokens.overdue, role.ToolTipBase: tokens.ink,
        role.ToolTipText: tokens.raised, role.PlaceholderText: tokens.muted, role.Link: tokens.accent,
        role.LinkVisited: tokens.accent, role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent, role.Accent: tokens.accent, role.Light: tokens.raised,
        role.Midlight: tokens.hover, role.Mid: tokens.line, role.Dark: tokens.edge,
        role.Shadow: tokens.line,
    }
    palette = QPalette()
    for name, colour in colours.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.muted))
    return palette


def reduced_motion() -> bool:
    """Whether nothing should move: the person or the system asks for stillness."""
    return not look().theme.motion or not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
