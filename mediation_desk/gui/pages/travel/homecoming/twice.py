"""A case that the office entered too: offered as one, joined only when somebody says so."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mediation_desk.domain.travel.twice import Carried
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.fields.choice import CheckField, SegmentField
from mediation_desk.gui.kit.look.text import label, mean
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_count, tr_sentence
from mediation_desk.gui.pages.titles import short_title
from mediation_desk.services.travel.twice import Into, SameCase, Twice

OWN, JOIN = "own", "join"


class TwiceCard(QFrame):
    """``chosen(Into or None)``: in which of the office's cases it goes on, with what is carried over; while
    nobody says so it comes home as its own."""

    chosen = Signal(object)

    def __init__(self, same: SameCase, into: Into | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.same = same
        number = same.case.number
        self.choice = SegmentField(
            tr("Is it the same matter?"), [(OWN, tr("Bring it home as its own case")),
                                           (JOIN, tr("Join it to case {number}", number=number))],
            name="twice", help=tr("Until you say so it comes home as its own case."))
        self.ticks = {kind: CheckField(f"{tr(kind.label)}{self._of(kind, count)}")
                      for kind, count in same.carrying.counts.items()}
        self.trouble = label("", "small", wrap=True)
        mean(self.trouble, "overdue")
        self.more = QWidget(self)
        self._lay()
        self.show_choice(into)
        self.choice.committed.connect(lambda _value: self._tell())
        for tick in self.ticks.values():
            tick.committed.connect(lambda _value: self._tell())

    def _of(self, kind: Carried, count: int) -> str:
        names = tr(", ").join(self.same.people) if kind is Carried.PEOPLE else str(count)
        return "" if kind is Carried.FACTS else tr(" ({what})", what=names)

    def _lay(self) -> None:
        column, inner = QVBoxLayout(self), QVBoxLayout(self.more)
        column.setContentsMargins(*[look().px(12)] * 4)
        column.setSpacing(look().px(8))
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(look().px(4))
        case = self.same.case
        column.addWidget(label(tr("The office has case {number}, which looks like the same: {title}",
                                  number=case.number, title=short_title(case)), "strong", wrap=True))
        column.addWidget(self.choice)
        column.addWidget(self.more)
        inner.addWidget(label(tr(
            "The laptop's case ends as entered twice; all that is in it stays there to be read, what was "
            "said alone, sessions, offers and papers too. What you tick is written into case {number} as "
            "well. Where both wrote something, the office's word stands.", number=case.number), wrap=True))
        if self.ticks:
            inner.addWidget(label(tr("Carry over what it lacks"), "small"))
        for tick in self.ticks.values():
            inner.addWidget(tick)
        inner.addWidget(self.trouble)

    def show_choice(self, into: Into | None) -> None:
        """Show what is chosen by now."""
        here = into is not None and into.leading_id == self.same.case.id
        if here or self.choice.value() == JOIN:
            self.choice.set_value(JOIN if here else None)
        for kind, tick in self.ticks.items():
            tick.set_value(here and into is not None and kind in into.carried)
        self._show_more(into if here else None)

    def _show_more(self, into: Into | None) -> None:
        self.more.setVisible(into is not None)
        self.trouble.setText("")
        if into is not None:
            try:
                self.same.carrying.require_together(into.carried)
            except DeskError as trouble:
                self.trouble.setText(tr_sentence(trouble.sentence))
        self.trouble.setVisible(bool(self.trouble.text()))

    def _tell(self) -> None:
        carried = frozenset(kind for kind, tick in self.ticks.items() if tick.value())
        into = Into(self.same.case.id, carried) if self.choice.value() == JOIN else None
        self._show_more(into)
        self.chosen.emit(into)


def told(twice: Twice) -> str:
    """What is said besides of cases of the office that look like the same."""
    said = [tr_sentence(twice.hindrance)] if twice.hindrance else []
    if twice.others:
        said.append(tr_count(
            "The office has a case that looks like the same. You may not join them: one of its mediators who "
            "mediates this one too may. It comes home as its own case.",
            "The office has {count} cases that look like the same. You may not join them: one of their "
            "mediators who mediates this one too may. It comes home as its own case.", twice.others))
    elif twice.hindrance:
        said.insert(0, tr("The office has a case that looks like the same."))
    return " ".join(said)
