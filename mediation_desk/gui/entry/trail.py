"""Where one stands among the steps of setting up."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import label, restyle
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr


def step_titles() -> list[str]:
    """The steps of setting up, in their order."""
    return [tr("The office"), tr("Case numbers"), tr("Where the store is kept"), tr("The first account")]


class Trail(QWidget):
    """The steps one under the other: done, current, still to come; each with its own sign."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look().px(8))
        grid.setVerticalSpacing(look().px(12))
        grid.setColumnStretch(1, 1)
        self._lines = [(QLabel(self), label(title, parent=self)) for title in step_titles()]
        for row, (sign, words) in enumerate(self._lines):
            grid.addWidget(sign, row, 0)
            grid.addWidget(words, row, 1)

    def go(self, step: int) -> None:
        """Stand at that step."""
        for at, (sign, words) in enumerate(self._lines):
            name, meaning = (("check-circle", "agreed") if at < step else
                             ("circle-half", "accent") if at == step else ("circle", "muted"))
            size = look().px(18)
            sign.setPixmap(icon(name, meaning).pixmap(QSize(size, size)))
            words.setProperty("role", "strong" if at == step else "muted")
            restyle(words)
        self.setAccessibleName(tr("Step {step} of {steps}: {title}", step=step + 1, steps=len(self._lines),
                                  title=self._lines[step][1].text()))
