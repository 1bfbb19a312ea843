"""What a referral does to the clocks of the case, and what it leaves as it is, each with its source."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.referring.clocks import Effect
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_sentence


class EffectsList(QWidget):
    """Lines under a heading; out of sight where there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[Effect] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(4))
        self.hide()

    def show_effects(self, effects: Sequence[Effect]) -> None:
        """Show these instead of those before."""
        self.setVisible(bool(effects))
        if list(effects) == self._shown:
            return
        self._shown = list(effects)
        while (item := self._column.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        self._column.addWidget(label(tr("What this does to the clocks"), "strong"))
        for one in effects:
            self._column.addWidget(label(tr_sentence(one.words), wrap=True))
            self._column.addWidget(label(tr_sentence(one.source), "small", wrap=True))

    def lines(self) -> list[str]:
        """What stands there, effect by effect."""
        return [tr_sentence(one.words) for one in self._shown]
