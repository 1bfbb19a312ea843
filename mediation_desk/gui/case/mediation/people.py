"""Who attended a session and as what: named one by one, or taken over from the case's people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mediation_desk.domain.vocabulary import Attendance
from mediation_desk.gui.case.frame.layouts import empty_layout
from mediation_desk.gui.kit.fields.choice import Choice
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import dress, look
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.words import tr

Present = tuple[Attendance, str]
ACROSS = 3


class PeopleField(Field):
    """Its value is a tuple of (Attendance, name), in the order in which they were named.

    ``people`` maps the words of a button to those whom it adds at once.
    """

    def __init__(self, text: str, people: Mapping[str, Sequence[Present]], *, name: str = "",
                 help: str = "", parent: QWidget | None = None) -> None:
        self._present: list[Present] = []
        self.editor = QWidget()
        self.adders = [self._adder(words, those) for words, those in people.items() if those]
        self.capacity = Choice()
        self.line = QLineEdit()
        self.add_button = button(tr("Add"))
        self._names, self._nobody = QGridLayout(), label(tr("Nobody is named yet."), "muted")
        self._lay(sorted({who for those in people.values() for _, who in those}))
        super().__init__(text, self.editor, name=name, help=help, parent=parent)
        self.editor.setFocusProxy(self.line)
        self.line.installEventFilter(self)  # input methods compose there, not in the editor around it
        self._kept = ()
        self._redraw()

    def _adder(self, words: str, those: Sequence[Present]) -> QPushButton:
        made = button(words, "quiet", picture="plus")
        made.setAccessibleName(tr("Add: {who}", who=words))
        made.clicked.connect(lambda: self._add(those))
        return made

    def _lay(self, names: list[str]) -> None:
        for attendance in Attendance:
            self.capacity.addItem(tr(attendance.label))
        self.capacity.setAccessibleName(tr("Attended as"))
        self.line.setAccessibleName(tr("Name"))
        self.line.setPlaceholderText(tr("Name"))
        completer = QCompleter(names, self.line)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        if popup := completer.popup():
            dress(popup)  # a window of its own
        self.line.setCompleter(completer)
        self.line.returnPressed.connect(self._add_typed)
        self.add_button.clicked.connect(self._add_typed)
        quick, by_hand = QHBoxLayout(), QHBoxLayout()
        for made in self.adders:
            quick.addWidget(made)
        quick.addStretch(1)
        for widget in (self.capacity, self.line, self.add_button):
            by_hand.addWidget(widget)
        by_hand.addStretch(1)
        self.line.setFixedWidth(look().px(200))
        column = QVBoxLayout(self.editor)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        self._names.setHorizontalSpacing(look().px(8))
        self._names.setVerticalSpacing(look().px(4))
        column.addWidget(self._nobody)
        column.addLayout(self._names)
        column.addLayout(quick)
        column.addLayout(by_hand)

    # -- value ---------------------------------------------------------------------------

    def value(self) -> tuple[Present, ...]:
        """Who attended, as kept."""
        return tuple(self._kept) if isinstance(self._kept, tuple) else ()

    def typed(self) -> str:
        """One person a line: capacity, tab, name."""
        return self._write(tuple(self._present))

    def _show_typed(self, text: str) -> None:
        lines = (line.partition("\t") for line in text.splitlines())
        known = {attendance.value: attendance for attendance in Attendance}
        self._present = [(known[capacity], who) for capacity, _, who in lines if who and capacity in known]
        self._redraw()

    def _read(self, _text: str) -> object:
        return tuple(self._present)

    def _write(self, value: object) -> str:
        present = value if isinstance(value, tuple) else ()
        return "\n".join(f"{capacity.value}\t{who}" for capacity, who in present)

    # -- by hand -------------------------------------------------------------------------

    def _add(self, those: Sequence[Present]) -> None:
        self._name_too(those)
        self._told()

    def _name_too(self, those: Sequence[Present]) -> None:
        """Nobody is named twice in the same part."""
        self._present += [one for one in dict.fromkeys(those) if one not in self._present]

    def _add_typed(self) -> None:
        who = self.line.text().strip()
        if who:
            self.line.clear()
            self._add([(list(Attendance)[self.capacity.currentIndex()], who)])

    def _remove(self, one: Present) -> None:
        self._present = [other for other in self._present if other != one]
        self._told()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _told(self) -> None:
        self._redraw()
        self.edited.emit(self.typed())
        self.commit()

    def commit(self) -> bool:
        """Keep who is named; a name still standing in the line counts as named."""
        who = self.line.text().strip()
        if who and not self._read_only and not self._composing:
            self.line.clear()
            self._name_too([(list(Attendance)[self.capacity.currentIndex()], who)])
            self._redraw()
        return super().commit()

    # -- showing -------------------------------------------------------------------------

    def _redraw(self) -> None:
        empty_layout(self._names)
        for at, one in enumerate(self._present):
            self._names.addWidget(self._name(one), at // ACROSS, at % ACROSS, Qt.AlignmentFlag.AlignLeft)
        self._names.setColumnStretch(ACROSS, 1)
        self._nobody.setVisible(not self._present)

    def _name(self, one: Present) -> QPushButton:
        capacity, who = one
        made = button(tr("{who}, {capacity}", who=who, capacity=tr(capacity.label)))
        made.setIcon(icon("x", "muted"))
        made.setIconSize(QSize(look().px(12), look().px(12)))
        tip(made, tr("Take out"))
        made.setAccessibleName(tr("Take out {who}, {capacity}", who=who, capacity=tr(capacity.label)))
        made.clicked.connect(lambda: self._remove(one))
        return made
