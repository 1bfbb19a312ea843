"""One thing to decide: departure, laptop and office side by side, who wrote when, and the choice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from mediation_desk.domain.journal_tables import column
from mediation_desk.domain.merging import Kind
from mediation_desk.domain.text.word_diff import both
from mediation_desk.domain.travel.homecoming import Decision, Question, Whose
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.choice import SegmentField
from mediation_desk.gui.kit.fields.line import TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.travel.homecoming import side
from mediation_desk.gui.pages.travel.homecoming.words import HomeWords, whose, why

REASON_WIDTH, REASON_LIMIT = 60, 400


class QuestionCard(QFrame):
    """``decided(name, Decision or None)``: a choice was made, changed, or taken back. Nothing is chosen
    beforehand. ``numbers_wanted(card)``: the numbers in full are asked for."""

    decided = Signal(str, object)
    numbers_wanted = Signal(object)

    def __init__(self, question: Question, words: HomeWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.question, self._words = question, words
        self.title = label(words.place(question.conflict), "strong", wrap=True)
        offers: list[tuple[object, str]] = [(Whose.LAPTOP, tr("Keep the laptop's")),
                                            (Whose.OFFICE, tr("Keep the office's"))]
        if question.is_text:
            offers.append((Whose.BOTH, tr("Keep both …")))
        self.choice = SegmentField(tr("What stays"), offers, name="whose")
        self.text = TextArea(tr("The text that keeps both"), name="text", required=True)
        self.reason = TextField(tr("Why the other agreement is withdrawn"), name="reason", required=True,
                                width=REASON_WIDTH, limit=REASON_LIMIT)
        self.numbers = button(tr("Show the numbers"), "link")
        self._sides = QWidget(self)
        self._lay()
        self.choice.committed.connect(lambda _value: self._chosen())
        self.text.committed.connect(lambda _value: self._tell())
        self.reason.committed.connect(lambda _value: self._tell())
        self.numbers.clicked.connect(lambda: self.numbers_wanted.emit(self))
        self._open_fields()

    def _lay(self) -> None:
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(*[look().px(12)] * 4)
        column_.setSpacing(look().px(8))
        column_.addWidget(self.title)
        said = why(self.question.conflict)
        if not self._stood:
            said = tr("{one} {other}", one=said, other=tr("At the departure there was none of it."))
        column_.addWidget(label(said, "muted", wrap=True))
        column_.addWidget(self._sides)
        column_.addLayout(row_of(self.numbers))
        for made in (self.choice, self.text, self.reason):
            column_.addWidget(made)
        place = self.question.conflict.place
        self.numbers.setVisible(bool(place.field and column(place.table, place.field).mask))
        self._lay_sides()

    @property
    def _stood(self) -> bool:
        """Whether there is a departure to show: of terms that both made anew there is none."""
        conflict = self.question.conflict
        return conflict.kind is not Kind.WHOLE or bool(conflict.seen)

    def _lay_sides(self) -> None:
        grid = QGridLayout(self._sides)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look().px(16))
        grid.setVerticalSpacing(look().px(4))
        told = self.question
        sides: list[tuple[str, Callable[[Question, HomeWords], QWidget]]] = [
            *([(tr("At departure"), side.departure)] if self._stood else []),
            (whose(tr("Laptop"), told.laptop_by), side.laptop),
            (whose(tr("Office"), told.conflict.by), side.office)]
        for at, (title, made) in enumerate(sides):
            grid.addWidget(label(title, "small", wrap=True), 0, at, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(made(told, self._words), 1, at, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at, 1)

    # -- choosing ------------------------------------------------------------------------

    def show_decision(self, decision: Decision | None) -> None:
        """Show what was chosen, in silence."""
        self.choice.set_value(decision.whose if decision else None)
        self.text.set_value(decision.text if decision else "")
        self.reason.set_value(decision.reason if decision else "")
        self._open_fields()

    def _chosen(self) -> None:
        if self.choice.value() is Whose.BOTH and not self.text.value():
            told = self.question.conflict
            self.text.set_value(both(str(told.seen or ""), str(told.stands), str(told.mine)))
        self._open_fields()
        self._tell()
        if self.choice.value() is Whose.BOTH:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.choice.value() is not None and self.question.signed_twice and not self.reason.value():
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_fields(self) -> None:
        self.text.setVisible(self.choice.value() is Whose.BOTH)
        self.reason.setVisible(self.question.signed_twice and self.choice.value() is not None)

    def _tell(self) -> None:
        chosen = self.choice.value()
        decision = None
        if isinstance(chosen, Whose):
            text = self.text.value() if chosen is Whose.BOTH else ""
            decision = Decision(chosen, text, self.reason.value())
        self.decided.emit(self.question.name, decision)

    # -- numbers -------------------------------------------------------------------------

    def show_numbers(self) -> None:
        """Show all three numbers in full; that somebody asked stands in the journal."""
        told = self.question.conflict
        self.numbers.hide()
        said = ((tr("At departure"), told.seen), (tr("Laptop"), told.mine), (tr("Office"), told.stands))
        shown = label("\n".join(tr("{field}: {value}", field=name, value=value or tr("(empty)"))
                                for name, value in said))
        if (column_ := self.layout()) is not None and isinstance(column_, QVBoxLayout):
            column_.insertWidget(3, shown)
