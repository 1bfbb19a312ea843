"""State chips: a word, an icon and a colour together, so that none of them carries the meaning alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediation_desk.gui.kit.laid import on_line
from mediation_desk.gui.kit.look import icons
from mediation_desk.gui.kit.look.theme import SMALL_PT, look

PICTURES = {"agreed": "check-circle", "disputed": "warning", "missing": "circle-dashed",
            "overdue": "clock-counter-clockwise", "applicants": "users", "respondents": "buildings",
            "accent": "circle-half", "muted": "minus-circle"}


@dataclass(frozen=True)
class State:
    """What a chip shows. ``meaning`` is a colour token: ``agreed``, ``disputed``, ``missing``,
    ``overdue``, ``applicants``, ``respondents``, ``accent`` or ``muted``; ``picture`` an icon
    other than the meaning's own."""

    text: str
    meaning: str
    picture: str = ""

    def __str__(self) -> str:
        return self.text

    @property
    def icon(self) -> str:
        """The icon's name."""
        return self.picture or PICTURES[self.meaning]


def chip_size(state: State) -> QSize:
    """The room a chip needs."""
    here = look()
    metrics = QFontMetrics(here.font(SMALL_PT))
    return QSize(metrics.horizontalAdvance(on_line(state.text)) + here.px(14) + here.px(22),
                 metrics.height() + here.px(6))


def paint_chip(painter: QPainter, rect: QRect, state: State) -> None:
    """Paint a chip at the left of a rectangle, in its middle; a long word is cut with dots."""
    here, size = look(), chip_size(state)
    width = min(size.width(), rect.width())
    box = QRect(rect.left(), rect.center().y() - size.height() // 2 + 1, width, size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(here.soft(state.meaning))
    painter.drawRoundedRect(QRectF(box), box.height() / 2, box.height() / 2)
    mark = here.px(14)
    spot = QRect(box.left() + here.px(7), box.center().y() - mark // 2 + 1, mark, mark)
    icons.draw(painter, state.icon, spot, state.meaning)
    words = box.adjusted(here.px(11) + mark, 0, -here.px(8), 0)
    painter.setFont(here.font(SMALL_PT))
    painter.setPen(here.colour(state.meaning))
    told, dots = on_line(state.text), Qt.TextElideMode.ElideRight
    cut = painter.fontMetrics().elidedText(told, dots, words.width() + 2)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), cut)
    painter.restore()


class Chip(QWidget):
    """A chip on a page."""

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.state = state
        self.setAccessibleName(state.text)

    def set_state(self, state: State) -> None:
        """Show another state."""
        if state == self.state:
            return
        self.state = state
        self.setAccessibleName(state.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The room its words need."""
        return chip_size(self.state)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        paint_chip(painter, self.rect(), self.state)
        painter.end()
