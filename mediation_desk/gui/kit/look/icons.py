"""Icons, drawn from the Phosphor type that qtawesome carries, in the colours of the theme.

qtawesome itself reads eleven icon fonts when it is imported, which takes longer than showing the
whole window; only the one font in use is read here.
"""

from __future__ import annotations

import importlib.util
import json
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from mediation_desk.gui.kit.look.theme import look

_PROPERTY = "desk_icons"
OPTICAL_DROP = 0.07  # Chinese words sit low in their line; an icon beside them must too


@dataclass(frozen=True)
class _Glyphs:
    """The loaded icon type: its family, and the character of each icon's name; the copies that Qt took
    of engines: it draws with them, and nobody else holds them; and what was drawn already, by icon,
    colour and size: a page draws the same few icons over and over."""

    family: str
    characters: dict[str, str]
    copies: list[QIconEngine] = field(default_factory=list)
    drawn: dict[tuple[str, str, int, int], QPixmap] = field(default_factory=dict)


def _glyphs() -> _Glyphs:
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("icons need an application")
    found = app.property(_PROPERTY)
    if not isinstance(found, _Glyphs):
        found = _load()
        app.setProperty(_PROPERTY, found)
    return found


def _load() -> _Glyphs:
    spec = importlib.util.find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("qtawesome is not installed")
    fonts = Path(next(iter(spec.submodule_search_locations))) / "fonts"
    number = QFontDatabase.addApplicationFont(str(next(fonts.glob("phosphor-[0-9]*.ttf"))))
    charmap = json.loads(next(fonts.glob("phosphor-charmap-*.json")).read_text("utf-8"))
    characters = {name: chr(int(code, 16)) for name, code in charmap.items()}
    return _Glyphs(QFontDatabase.applicationFontFamilies(number)[0], characters)


def draw(painter: QPainter, name: str, rect: QRect, meaning: str = "ink") -> None:
    """Paint an icon into a rectangle, in the colour of a token."""
    glyphs = _glyphs()
    font = QFont(glyphs.family)
    font.setPixelSize(max(1, min(rect.width(), rect.height())))
    painter.save()
    painter.setFont(font)
    painter.setPen(look().colour(meaning))
    lowered = QRectF(rect).translated(0, rect.height() * OPTICAL_DROP)
    painter.drawText(lowered, int(Qt.AlignmentFlag.AlignCenter), glyphs.characters[name])
    painter.restore()


class _Engine(QIconEngine):
    """Draws one icon at whatever size and colour is asked for, when it is asked for."""

    def __init__(self, name: str, meaning: str, meaning_on: str) -> None:
        super().__init__()
        self._name, self._meaning, self._on = name, meaning, meaning_on

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        draw(painter, self._name, rect, self._shown(mode, state))

    def _shown(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        """The colour token that it is drawn in."""
        meaning = self._on if state == QIcon.State.On else self._meaning
        return "muted" if mode == QIcon.Mode.Disabled else meaning

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        return look().colour(self._shown(mode, state)).name()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        known, key = _glyphs().drawn, (self._name, self._colour(mode, state), size.width(), size.height())
        if key not in known:
            known[key] = self._drawn(size, mode, state)
        return known[key]

    def _drawn(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        if picture.isNull():  # a button that is squeezed to nothing for a moment asks for size 0
            return picture
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        made = _Engine(self._name, self._meaning, self._on)
        _glyphs().copies.append(made)
        return made


def icon(name: str, meaning: str = "ink", *, on: str | None = None) -> QIcon:
    """An icon by its Phosphor name (``calendar``, ``warning-circle`` …); follows the theme.

    ``meaning`` is a colour token; ``on`` the one for a checked button.
    """
    if name not in _glyphs().characters:
        raise KeyError(f"no icon is called {name!r}")
    return QIcon(_Engine(name, meaning, on or meaning))


def names() -> frozenset[str]:
    """All icons there are."""
    return frozenset(_glyphs().characters)
