"""What of a folder was not added, each with its reason, until a person has read it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_count, tr_error

MOST_LINES = 5  # in sight; the others are scrolled to


class Refusals(QFrame):
    """The list, out of sight while there is nothing in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.title = label("", "strong", wrap=True)
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.close_button = button(tr("Close the list"), "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(12)] * 4)
        column.setSpacing(look().px(8))
        column.addWidget(self.title)
        column.addWidget(self.lines)
        column.addLayout(row_of(self.close_button))
        self.close_button.clicked.connect(self.put_away)
        self.hide()

    def tell(self, added: int, refused: Sequence[DeskError]) -> None:
        """Name each with its reason. ``added``: how many others were added."""
        said = tr_count("{count} file was not added.", "{count} files were not added.", len(refused))
        arrived = tr_count("{count} exhibit added.", "{count} exhibits added.", added) if added else ""
        self.title.setText(tr("{arrived} {refused}", arrived=arrived, refused=said) if added else said)
        self.lines.setPlainText("\n".join(map(tr_error, refused)))
        self.lines.setAccessibleName(said)
        high = self.lines.fontMetrics().lineSpacing() * min(MOST_LINES, len(refused))
        self.lines.setFixedHeight(high + look().px(28))
        self.show()

    def put_away(self) -> None:
        """It was read."""
        self.hide()
