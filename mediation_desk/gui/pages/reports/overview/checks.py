"""Whether the figures reconcile: one line at the foot, and what does not hold in full."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from mediation_desk.domain.reports.figures import Check
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import label, mean
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.pages.filled import words


class ChecksLine(QWidget):
    """Said with a sign and in words: being checked, all identities hold, or which does not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign, self.words = QLabel(self), label("", "small", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(6))
        row.addWidget(self.sign)
        row.addWidget(self.words, 1)
        self.show_waiting()

    def show_waiting(self) -> None:
        """The figures are there, and are being counted a second way."""
        self._say(tr("Whether the figures reconcile is being checked …"), "clock", "muted")

    def show_checks(self, checks: Sequence[Check]) -> None:
        """What was found."""
        broken = [one for one in checks if not one.holds]
        if broken:
            self._say(" ".join([tr_count("{count} of {all} identities does not hold:",
                                         "{count} of {all} identities do not hold:", len(broken),
                                         all=len(checks)), *map(in_words, broken)]), "warning-circle",
                      "overdue")
        else:
            self._say(tr("All {count} identities hold: each figure was counted a second way.",
                         count=len(checks)), "check-circle", "agreed")

    def _say(self, text: str, picture: str, meaning: str) -> None:
        size = look().px(16)
        self.sign.setPixmap(icon(picture, meaning).pixmap(size, size))
        self.words.setText(text)
        mean(self.words, meaning if meaning == "overdue" else "")
        self.setAccessibleName(text)


def in_words(check: Check) -> str:
    """``Received = the sum over its sources: 12 against 11.``"""
    left, right = (sum(value for _label, value in side) for side in (check.left, check.right))
    return tr("{identity}: {left} against {right}.", identity=tr(check.label),
              left=words.amount(check.unit, left), right=words.amount(check.unit, right))
