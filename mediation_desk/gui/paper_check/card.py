"""The quiet card that says whether a file is one of the office's papers, and unchanged."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.text import button, label, selectable
from mediation_desk.gui.kit.look.theme import dress, look
from mediation_desk.gui.kit.words import tr, tr_error, tr_sentence
from mediation_desk.services.papers.genuine import Checked, Verdict, sentences

WIDE, EDGE = 460, 16  # px at 100 %: the card, and how far it stands from the window's corner
ABOVE = 44  # px: it leaves the status line free


def verdict_state(verdict: Verdict) -> State:
    """The answer as a chip: word, icon and colour together."""
    return {Verdict.UNCHANGED: State(tr("Ours, unchanged"), "agreed"),
            Verdict.COPY: State(tr("Copy of ours, unchanged"), "agreed"),
            Verdict.CHANGED: State(tr("Not as it was kept"), "overdue", "warning-circle"),
            Verdict.NOT_OURS: State(tr("None of ours"), "muted")}[verdict]


class PaperCard(QFrame):
    """Over the window, at its lower right corner. ``case_wanted``: the paper's case is to be opened;
    ``another_wanted``: another file is to be chosen."""

    case_wanted = Signal(object)
    another_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self._window = window
        self._case_id: UUID | None = None
        self.chip = Chip(State(tr("None of ours"), "muted"))
        self.name, self.answer = label("", "muted", wrap=True), selectable(label("", "strong", wrap=True))
        self.more = selectable(label("", wrap=True))
        self.open = button(tr("Open the case"), picture="folder-open")
        self.another = button(tr("Check another …"), "quiet")
        self.close_button = button(tr("Close"), "quiet")
        self._lay()
        self.open.clicked.connect(self._open)
        self.another.clicked.connect(self.another_wanted)
        self.close_button.clicked.connect(self.put_away)
        dress(self)
        self.hide()

    def _lay(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        for press in (self.open, self.another):
            row.addWidget(press)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(8))
        column.addWidget(label(tr("Check a paper"), "group"))
        column.addWidget(self.name)
        column.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.answer, self.more):
            column.addWidget(part)
        column.addLayout(row)

    # -- what it says --------------------------------------------------------------------

    def invite(self, *, other: bool = False) -> None:
        """A file is held over the window; ``other``: one that is no paper, and has a page of its own."""
        self._say("", tr("Drop the file to look into it; nothing is changed by that.") if other else
                  tr("Drop the paper to see whether it is one of this office's, and unchanged."))
        self._come(buttons=False)

    def wait(self, name: str) -> None:
        """The file is being read."""
        self._say(name, tr("Reading the file …"))
        self._come(buttons=False)

    def tell(self, name: str, checked: Checked) -> None:
        """What was found."""
        first, *further = map(tr_sentence, sentences(checked))
        number = [tr("Case {number}.", number=checked.number)] if checked.number and checked.case_id else []
        self._say(name, first, "\n".join((*number, *further)))
        self.chip.set_state(verdict_state(checked.verdict))
        self.chip.show()
        self._case_id = checked.case_id
        self._come()

    def trouble(self, name: str, error: DeskError | str) -> None:
        """Why nothing could be checked."""
        self._say(name, tr_error(error) if isinstance(error, DeskError) else error)
        self._come()

    def _say(self, name: str, answer: str, more: str = "") -> None:
        self._case_id = None
        self.chip.hide()
        for line, text in ((self.name, name), (self.answer, answer), (self.more, more)):
            line.setText(text)
            line.setVisible(bool(text))
        self.setAccessibleName(answer)

    # -- where it stands -----------------------------------------------------------------

    def _come(self, *, buttons: bool = True) -> None:
        self.open.setVisible(buttons and self._case_id is not None)
        for press in (self.another, self.close_button):
            press.setVisible(buttons)
        self.show()
        self.place()
        self.raise_()
        if buttons:
            press = self.open if self._case_id is not None else self.close_button
            press.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """At the window's lower right corner, as high as its words are."""
        window = self._window
        wide = min(look().px(WIDE), window.width() - 2 * look().px(EDGE))
        self.setFixedWidth(wide)
        high = self.heightForWidth(wide)
        self.setFixedHeight(high if high > 0 else self.sizeHint().height())
        self.move(window.width() - wide - look().px(EDGE), window.height() - self.height() - look().px(ABOVE))

    def put_away(self) -> None:
        """Done with it."""
        self.hide()

    def _open(self) -> None:
        case_id = self._case_id
        self.put_away()
        if case_id is not None:
            self.case_wanted.emit(case_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)
