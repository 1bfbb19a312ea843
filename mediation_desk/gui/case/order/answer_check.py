"""The public answer as it was kept, with what it still tells marked; a mark may stay once looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from mediation_desk.domain.intake.order.replies import Release
from mediation_desk.domain.reports.publishing.published import Trace
from mediation_desk.gui.case.frame.layouts import empty_layout
from mediation_desk.gui.kit.fields.choice import Tick
from mediation_desk.gui.kit.laid import on_button
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr

HEIGHT = 96  # px at 100 %; longer answers scroll
MEANINGS = {Release.NONE: "missing", Release.NOT_YET: "disputed", Release.CHANGED: "disputed",
            Release.RELEASED: "agreed"}


class AnswerCheck(QFrame):
    """``released(answer, looked)`` when a person lets the answer go out."""

    released = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._answer, self._found = "", tuple[Trace, ...]()
        self._looked: set[str] = set()
        self._may = False
        self.state, self.said = Chip(State("", "muted")), label("", wrap=True)
        self.text = QTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Public answer"))
        self.text.setFixedHeight(look().px(HEIGHT))
        self.list = QVBoxLayout()
        self.list.setSpacing(look().px(4))
        self.release = button(tr("Release the public answer"), picture="check-circle")
        self.release.clicked.connect(lambda: self.released.emit(self._answer, frozenset(self._looked)))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(12)] * 4)
        column.setSpacing(look().px(8))
        column.addLayout(row_of(label(tr("Check of the public answer"), "group"), self.state, gap=12))
        column.addWidget(self.said)
        column.addWidget(self.text)
        column.addLayout(self.list)
        column.addLayout(row_of(self.release))
        self.hide()

    def show_answer(self, answer: str, release: Release, found: Sequence[Trace], *, secret: bool, may: bool
                    ) -> None:
        """Show what was kept. ``secret``: the citizen wishes confidentiality; ``may``: it can be released
        here."""
        if answer != self._answer:
            self._looked = set()
        self._answer, self._may = answer, may and not secret
        self._found = tuple(one for one in found if one.sure or release is not Release.RELEASED)
        self.setVisible(bool(answer))
        self.state.set_state(State(tr(release.label), MEANINGS[release]))
        self.release.setVisible(self._may and release is not Release.RELEASED)
        self._set_text()
        self._list()
        self._say(release, secret)

    @property
    def left(self) -> list[Trace]:
        """What still keeps the answer from going out."""
        return [one for one in self._found if one.sure or one.found not in self._looked]

    def _say(self, release: Release, secret: bool) -> None:
        sure = any(one.sure for one in self._found)
        if secret:
            said = tr("The citizen wishes confidentiality, so nothing of this order is published.")
        elif sure:
            said = tr("It still tells who is meant. Change the marked words above and keep the reply.")
        elif self.left:
            said = tr("Look at the marked words: they may be a name or a place. Let them stay, or change "
                      "them.")
        elif release is Release.RELEASED:
            said = tr("It stands in the reply and on the copy sheet as it is.")
        else:
            said = tr("No name, number, address or company of the case was found in it.")
        self.said.setText(said)
        self.release.setEnabled(not self.left)

    def _set_text(self) -> None:
        self.text.setPlainText(self._answer)
        marks = []
        for one in self._found:
            mark, meaning = QTextEdit.ExtraSelection(), "overdue" if one.sure else "disputed"
            mark.format = QTextCharFormat()
            mark.format.setBackground(look().soft(meaning))
            mark.format.setForeground(look().colour(meaning))
            mark.cursor = self._cursor(one)
            marks.append(mark)
        self.text.setExtraSelections(marks)

    def _cursor(self, one: Trace) -> QTextCursor:
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(_units(self._answer[:one.start]))
        cursor.setPosition(_units(self._answer[:one.end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _list(self) -> None:
        empty_layout(self.list)
        self.ticks: dict[str, Tick] = {}
        for one in {trace.found: trace for trace in self._found}.values():
            said = tr("“{words}”: {kind}", words=one.found, kind=tr(one.kind.value))
            if one.sure:
                self.list.addWidget(label(said, wrap=True))
                continue
            tick = Tick(on_button(tr("{said}. It may stay.", said=said)))
            tick.setChecked(one.found in self._looked)
            tick.clicked.connect(lambda on, words=one.found: self._let_stay(words, on))
            self.ticks[one.found] = tick
            self.list.addWidget(tick, 0, Qt.AlignmentFlag.AlignLeft)

    def _let_stay(self, words: str, on: bool) -> None:
        (self._looked.add if on else self._looked.discard)(words)
        self.release.setEnabled(not self.left)



def _units(text: str) -> int:
    """How many places Qt counts: two for a character beyond the first plane."""
    return len(text.encode("utf-16-le")) // 2
