"""One case before it comes home: what it brings, what the office did meanwhile, and what must be decided."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from mediation_desk.domain.merging import Conflict
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.travel.homecoming import Question, Whose
from mediation_desk.domain.travel.same_people import SamePerson
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_count, tr_sentence
from mediation_desk.gui.pages.titles import short_title
from mediation_desk.gui.pages.travel.homecoming import side
from mediation_desk.gui.pages.travel.homecoming.choices import Choices
from mediation_desk.gui.pages.travel.homecoming.meanwhile import Meanwhile
from mediation_desk.gui.pages.travel.homecoming.question import QuestionCard
from mediation_desk.gui.pages.travel.homecoming.same import SameCard
from mediation_desk.gui.pages.travel.homecoming.twice import TwiceCard, told
from mediation_desk.gui.pages.travel.homecoming.words import HomeWords, counted, why
from mediation_desk.services.desk import Desk
from mediation_desk.services.travel.homecoming import Coming


class ComingView(QWidget):
    """``decided(name, Decision or None)``, ``all_decided(Whose)``, ``undo_wanted()``, ``judged(SamePerson,
    bool)``, ``into_chosen(Into or None)``, ``events_wanted()``, ``numbers_wanted(card)``: what the person
    asks for in this case."""

    decided = Signal(str, object)
    all_decided = Signal(object)
    undo_wanted = Signal()
    judged = Signal(object, bool)
    into_chosen = Signal(object)
    events_wanted = Signal()
    numbers_wanted = Signal(object)

    def __init__(self, desk: Desk, coming: Coming, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.coming, self._choices = coming, choices
        self.words = HomeWords(desk, coming.known) if coming.known else None
        self.cards: dict[str, QuestionCard] = {}
        self.same: list[SameCard] = []
        self.twice: list[TwiceCard] = []
        self.left = label("", "strong")
        self.laptops, self.offices = button(tr("All of the laptop's")), button(tr("All of the office's"))
        self.back = button(tr("Undo"), "quiet", picture="arrow-counter-clockwise")
        self.meanwhile = Meanwhile(coming.meanwhile, parent=self, may_read=(
            self.words is not None and desk.may(Verb.READ_TIMELINE, own_case=coming.may_decide)))
        self._lay()
        self.laptops.clicked.connect(lambda: self.all_decided.emit(Whose.LAPTOP))
        self.offices.clicked.connect(lambda: self.all_decided.emit(Whose.OFFICE))
        self.back.clicked.connect(self.undo_wanted)
        self.meanwhile.wanted.connect(self.events_wanted)
        self.show_choices()

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, look().px(8), 0)
        column.setSpacing(look().px(12))
        column.addWidget(label(self.coming.label, "heading", wrap=True))
        if self.coming.known is not None:
            column.addWidget(label(short_title(self.coming.known.case), "muted", wrap=True))
        for made in self._parts():
            column.addWidget(made)
        column.addStretch(1)

    def _parts(self) -> Iterator[QWidget]:
        coming = self.coming
        if coming.trouble is not None:
            yield label(tr_sentence(coming.trouble), wrap=True)
            return
        if coming.is_home:
            yield label(tr("All that the bag has of this case is home already; nothing is done again."),
                        wrap=True)
            return
        if coming.brings:
            yield label(tr("The laptop brings: {what}", what=counted(coming.brings)), wrap=True)
        if coming.is_new:
            yield label(tr("This case was begun on the laptop; it comes home whole, with the number that "
                           "it has."), wrap=True)
            yield from self._twice()
            return
        yield self.meanwhile
        if coming.plan is not None:
            yield from (label(tr_sentence(one), "muted", wrap=True) for one in coming.plan.moved)
        yield from self._decisions()

    def _twice(self) -> Iterator[QWidget]:
        found = self.coming.twice
        if found is None:
            return
        if said := told(found):
            yield label(said, wrap=True)
        for same in found.offered:
            made = TwiceCard(same, self._choices.into_of(self.coming), self)
            made.chosen.connect(self.into_chosen)
            self.twice.append(made)
            yield made

    def _decisions(self) -> Iterator[QWidget]:
        words, coming = self.words, self.coming
        if words is None:
            if coming.questions:
                yield label(_not_yours(len(coming.questions)), wrap=True)
            return
        for same in coming.same:
            yield self._same(words, same)
        if coming.questions:
            yield self._head()
        for question in coming.questions:
            yield self._card(words, question)
        for conflict in coming.overruled:
            yield Overruled(conflict, words, self)

    def _head(self) -> QWidget:
        head = QWidget(self)
        row = row_of(self.left, self.laptops, self.offices, self.back)
        row.setContentsMargins(0, 0, 0, 0)
        head.setLayout(row)
        return head

    def _same(self, words: HomeWords, same: SamePerson) -> SameCard:
        joined = same.laptop in self._choices.joined.get(self.coming.case_id, {})
        made = SameCard(same, words, joined=joined, parent=self)
        made.judged.connect(self.judged)
        self.same.append(made)
        return made

    def _card(self, words: HomeWords, question: Question) -> QuestionCard:
        made = self.cards[question.name] = QuestionCard(question, words, self)
        made.decided.connect(self.decided)
        made.numbers_wanted.connect(self.numbers_wanted)
        return made

    def show_choices(self) -> None:
        """Show what is chosen by now; what is being typed stays."""
        chosen = self._choices.of(self.coming.case_id)
        for name, card in self.cards.items():
            card.show_decision(chosen.get(name))
        for one in self.twice:
            one.show_choice(self._choices.into_of(self.coming))
        open_, whole = self._choices.open_in(self.coming), len(self.cards)
        self.left.setText(tr("{done} of {whole} decided", done=whole - open_, whole=whole))

    def focus_next(self) -> bool:
        """The first place that is not decided; False when there is none."""
        complete = self._choices.complete(self.coming)
        for name, card in self.cards.items():
            if name not in complete:
                card.choice.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False


class Overruled(QFrame):
    """A place where a signature outweighs what the other side wrote: both are shown, nothing is asked."""

    def __init__(self, conflict: Conflict, words: HomeWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        question = Question(conflict)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(12)] * 4)
        column.addWidget(label(words.place(conflict), "strong", wrap=True))
        column.addWidget(label(why(conflict), "muted", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look().px(16))
        for at, (title, made) in enumerate(((tr("Laptop"), side.laptop), (tr("Office"), side.office))):
            grid.addWidget(label(title, "small"), 0, at)
            grid.addWidget(made(question, words), 1, at, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at, 1)
        column.addLayout(grid)


def _not_yours(count: int) -> str:
    return tr_count("In {count} place both sides wrote something. A mediator of the case decides it here; "
                    "nothing of it is shown to you. The case waits until then, and all others come home.",
                    "In {count} places both sides wrote something. A mediator of the case decides them here; "
                    "nothing of it is shown to you. The case waits until then, and all others come home.",
                    count)
