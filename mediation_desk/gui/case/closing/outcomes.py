"""Closing: the outcomes to choose from, each with what speaks for or against it today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget

from mediation_desk.domain.doubts import doubts
from mediation_desk.domain.money import ZERO
from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.look.text import label, restyle
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_sentence
from mediation_desk.services.reading import CaseView

OFFERED: tuple[Outcome, ...] = tuple(outcome for outcome in Outcome if outcome is not Outcome.REFUSED)


@dataclass(frozen=True)
class Word:
    """What is to be said of an outcome: ``fits`` when it can be chosen as things stand."""

    text: str
    fits: bool


def word(outcome: Outcome, view: CaseView, today: date) -> Word:
    """What speaks for or against an outcome today."""
    case, book = view.case, view.ledger
    against = doubts(case, outcome, today, book.outstanding if book else ZERO)
    if against:
        return Word(tr_sentence(against[0]), False)
    if outcome in (Outcome.PERFORMED, Outcome.AGREEMENT):
        if book is None:
            return Word(tr("There is no signed agreement."), False)
        return _performed(view) if outcome is Outcome.PERFORMED else _going_on(view)
    if outcome is Outcome.NO_AGREEMENT:
        signed = book is not None
        return Word(tr("An agreement was signed.") if signed else tr("Nothing was signed."), not signed)
    if outcome is Outcome.RECONCILED:
        return Word(tr("The parties settled without the office."), book is None)
    if outcome is Outcome.WITHDRAWN:
        return Word(tr("The applicants withdraw; say in the note when and why."), True)
    return Word(tr("Another office takes over; name it below."), True)


def _performed(view: CaseView) -> Word:
    owed = view.ledger.outstanding if view.ledger else None
    if owed:
        return Word(tr("{owed} is still outstanding.", owed=owed), False)
    if not view.case.visits:
        return Word(tr("Everything is paid; a return visit is still to be recorded."), False)
    return Word(tr("Everything is paid, and the parties were called back."), True)


def _going_on(view: CaseView) -> Word:
    owed = view.ledger.outstanding if view.ledger else ZERO
    return Word(tr("{owed} is still outstanding; say in the note why the case closes.", owed=owed), True)


class _Round(QRadioButton):
    """A round button drawn in the colours of the theme."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring, the dot when chosen, and the words."""
        here, painter = look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = here.px(16)
        ring = QRect(here.px(2), (self.height() - size) // 2, size, size)
        strong = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(here.colour("accent" if strong else "edge"), 2 if self.hasFocus() else 1))
        painter.setBrush(here.colour("raised"))
        painter.drawEllipse(ring)
        if self.isChecked():
            inset = here.px(4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(here.colour("accent"))
            painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))
        painter.setPen(here.colour("ink" if self.isEnabled() else "muted"))
        painter.drawText(self.rect().adjusted(ring.right() + here.px(8), 0, 0, 0),
                         int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()

    def sizeHint(self) -> QSize:
        """Ring, words, and room to press."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + look().px(36), look().px(28))

    def hitButton(self, pos: QPoint) -> bool:
        """Anywhere on it."""
        return self.rect().contains(pos)


class _Choices(QWidget):
    """Round buttons, each with its word beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.group = QButtonGroup(self)
        self.buttons: dict[Outcome, QRadioButton] = {}
        self.words: dict[Outcome, QLabel] = {outcome: label("", "muted", wrap=True) for outcome in OFFERED}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look().px(24))
        grid.setColumnStretch(1, 1)
        for row, outcome in enumerate(OFFERED):
            made = self.buttons[outcome] = _Round(tr(outcome.label))
            self.group.addButton(made)
            grid.addWidget(made, row, 0)
            grid.addWidget(self.words[outcome], row, 1)
        self.setFocusProxy(self.buttons[OFFERED[0]])

    def checked(self) -> QRadioButton:
        """The button that is down, else the first."""
        return next((made for made in self.buttons.values() if made.isChecked()), self.buttons[OFFERED[0]])


class OutcomeList(Field):
    """The outcome as a field of a form; its value is an Outcome or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.choices = _Choices()
        super().__init__("", self.choices, name="outcome", parent=parent)
        self.choices.setAccessibleName(tr("Outcome"))
        for made in self.choices.buttons.values():
            made.clicked.connect(lambda _down: self._pressed())

    def show_case(self, view: CaseView, today: date, *, closed: bool) -> None:
        """Say what speaks for each; an open case keeps what was chosen."""
        for outcome, said in self.choices.words.items():
            found = word(outcome, view, today)
            said.setText(found.text)
            said.setProperty("meaning", "" if closed else "agreed" if found.fits else "disputed")
            restyle(said)
            self.choices.buttons[outcome].setAccessibleDescription(found.text)
        if closed:
            self.set_value(view.case.outcome)

    def typed(self) -> str:
        """The chosen outcome's stored value."""
        return next((str(outcome) for outcome, made in self.choices.buttons.items() if made.isChecked()), "")

    def _show_typed(self, text: str) -> None:
        self.choices.group.setExclusive(False)
        for outcome, made in self.choices.buttons.items():
            made.setChecked(str(outcome) == text)
        self.choices.group.setExclusive(True)

    def _read(self, text: str) -> object:
        return next((outcome for outcome in OFFERED if str(outcome) == text), None)

    def _pressed(self) -> None:
        self.edited.emit(self.typed())
        self.commit()
