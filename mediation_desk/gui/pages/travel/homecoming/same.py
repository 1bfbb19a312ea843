"""Somebody whom both sides entered: offered as one person, joined only when somebody says so."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from mediation_desk.domain.travel.same_people import SamePerson
from mediation_desk.gui.kit.fields.choice import SegmentField
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.travel.homecoming.words import HomeWords

ONE, TWO = "one", "two"


class SameCard(QFrame):
    """``judged(SamePerson, bool)``: whether they are one person. While nobody says so they are two."""

    judged = Signal(object, bool)

    def __init__(self, same: SamePerson, words: HomeWords, *, joined: bool,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.same = same
        self.choice = SegmentField(tr("Are they one person?"),
                                   [(ONE, tr("One person")), (TWO, tr("Two people"))],
                                   name="same", help=tr("Until you say so they stay two."))
        if joined:
            self.choice.set_value(ONE)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(12)] * 4)
        column.setSpacing(look().px(8))
        column.addWidget(label(tr("Both sides entered {name}.", name=same.name or "?"), "strong", wrap=True))
        column.addLayout(self._sides(words))
        column.addWidget(self.choice)
        self.choice.committed.connect(lambda value: self.judged.emit(self.same, value == ONE))

    def _sides(self, words: HomeWords) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(look().px(16))
        rows = zip((tr("Laptop"), tr("Office")), words.known.both(self.same), strict=True)
        for at, (title, row) in enumerate(rows):
            grid.addWidget(label(title, "small"), 0, at)
            grid.addWidget(label(words.held("parties", row), wrap=True), 1, at)
            grid.setColumnStretch(at, 1)
        return grid
