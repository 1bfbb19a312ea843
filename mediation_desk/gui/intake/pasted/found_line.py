"""Beneath a field: the words of the text in which its value was found, and what may be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mediation_desk.gui.kit.look.text import button, mean
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.words import tr

MOST = 36  # Latin letters of the text that show; a Chinese character is as wide as two


class FoundLine(QWidget):
    """``wanted``: to see the place in the text; ``took``: what is doubted is right; ``threw``: is wrong."""

    wanted = Signal()
    took = Signal()
    threw = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = button("", "line", parent=self)
        self.take = button(tr("Take it"), "line", picture="check", parent=self)
        self.throw = button("", "line", picture="x", parent=self)
        self.throw.setAccessibleName(tr("Throw out"))
        tip(self.words, tr("Show it in the text"))
        tip(self.throw, tr("Throw out (Ctrl+Del)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(4))
        for made in (self.words, self.take, self.throw):
            row.addWidget(made)
        row.addStretch(1)
        self.words.clicked.connect(self.wanted)
        self.take.clicked.connect(self.took)
        self.throw.clicked.connect(self.threw)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_found(self, words: str, *, doubted: bool, is_claim: bool) -> None:
        """The words in which it was found; nothing where a person entered it."""
        brief = shortened(words)
        told = tr("Not sure: “{words}”", words=brief) if doubted else tr("“{words}”", words=brief)
        mean(self.words, "disputed" if doubted else "muted")
        self.words.setText(told)
        self.words.setVisible(bool(words))
        self.take.setVisible(doubted)
        self.throw.setVisible(bool(words) or is_claim)
        self.setVisible(bool(words) or is_claim)


def shortened(words: str) -> str:
    """The words as far as there is room for them."""
    room = MOST
    for at, sign in enumerate(words):
        room -= 1 if sign < "\u2e80" else 2
        if room < 0:
            return f"{words[:at]}…"
    return words
