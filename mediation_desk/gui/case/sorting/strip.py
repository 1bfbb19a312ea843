"""The strip above the sorting page: what the claims come to, how much is settled, what matters most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mediation_desk.domain.money import Money
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.sorting.stakes import Issue
from mediation_desk.domain.sorting.statements import State
from mediation_desk.domain.sorting.sums import VersionSum
from mediation_desk.gui.case.sorting.sight import INKS, VERSIONS, Sight, chip
from mediation_desk.gui.kit.look.chips import Chip
from mediation_desk.gui.kit.look.text import button, label, restyle
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.words import tr, tr_count, tr_sentence

FIRST_ISSUES = 3
LONGEST_FIGURE = 14  # letters that are shown large
Line = tuple[str, str]  # an element and the words of its issue; no element: all issues
COUNTED = (State.AGREED, State.DISPUTED, State.ONE_SIDED, State.MISSING)


class Figure(QWidget):
    """A quiet title, a large number; what the number leaves out is told by the title."""

    def __init__(self, title: str, meaning: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = title
        self.title = label(title, "small", parent=self)
        self.number = label("—", "figure", parent=self)
        for made in (self.title, self.number):
            made.setProperty("meaning", meaning)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for made in (self.title, self.number):
            column.addWidget(made)

    def show_amount(self, amount: Money | None, otherwise: str = "—") -> None:
        """The amount, or what stands there while there is none."""
        self._show(otherwise if amount is None else str(amount))

    def show_sum(self, found: VersionSum, names: Mapping[UUID, str]) -> None:
        """The sum of a version, from the lowest to the highest where the respondents differ; what it
        leaves out stands in the title, and who comes to which sum in the tip."""
        self.title.setText(tr("{title}, {count} open", title=self.words, count=found.left_out)
                           if found.left_out and not found.is_unsaid else self.words)
        told = [tr_count("{count} claim cannot be computed yet on this version",
                         "{count} claims cannot be computed yet on this version", found.left_out)
                ] if found.left_out and not found.is_unsaid else []
        told += [tr("{who}: {said}", who=names[party], said=_amount(amount)) for party, amount in found.each]
        tip(self, "\n".join(told))
        self._show(sum_words(found))

    def _show(self, words: str) -> None:
        role = "figure" if len(words) <= LONGEST_FIGURE else "heading"
        if self.number.property("role") != role:
            self.number.setProperty("role", role)
            restyle(self.number)
        self.number.setText(words)
        self.setAccessibleName(f"{self.title.text()}: {words}")


def sum_words(found: VersionSum) -> str:
    """``96,000.00``; ``8,600.00 – 9,200.00``; or that the side has not spoken."""
    if found.is_unsaid:
        return tr("Not stated yet")
    if found.is_range:
        return f"{found.low} – {found.high}"
    return "—" if found.low is None else str(found.low)


def _amount(amount: Money | None) -> str:
    return tr("Not stated yet") if amount is None else str(amount)


class Strip(QWidget):
    """``issue_wanted(element id)`` when one of the first issues is pressed, ``all_wanted()`` for the rest."""

    issue_wanted = Signal(str)
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = {name: Figure(tr("{title} (yuan)", title=tr(title)), INKS.get(name, ""), self)
                        for name, title in VERSIONS.items()}
        self.counts = {state: Chip(chip(state, 0), self) for state in COUNTED}
        self._issues = QVBoxLayout()
        self.issues: list[QPushButton] = []
        self._lines: list[Line] | None = None  # as they are shown
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look().px(24))
        self._left_part, self._right_part = self._left(), self._right()
        self._row.addLayout(self._left_part)
        self._row.addLayout(self._right_part, 1)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the figures: where the issues do not fit beside them, they go beneath."""
        size = super().minimumSizeHint()
        return QSize(min(size.width(), self._left_part.minimumSize().width()), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The issues beside the figures, or beneath where there is no room."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        needed = self._left_part.minimumSize().width() + self._right_part.sizeHint().width() + look().px(24)
        wanted = (QBoxLayout.Direction.LeftToRight if width >= needed else QBoxLayout.Direction.TopToBottom)
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
            self._row.setSpacing(look().px(24 if width >= needed else 8))
            self.updateGeometry()

    def _left(self) -> QVBoxLayout:
        numbers, counts = QHBoxLayout(), QHBoxLayout()
        numbers.setSpacing(look().px(24))
        counts.setSpacing(look().px(8))
        for figure in self.figures.values():
            numbers.addWidget(figure)
        for made in self.counts.values():
            counts.addWidget(made)
        for row in (numbers, counts):
            row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(look().px(2))
        column.addLayout(numbers)
        column.addLayout(counts)
        return column

    def _right(self) -> QVBoxLayout:
        self.heading = label("", "group", parent=self)
        self._issues.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addLayout(self._issues)
        column.addStretch(1)
        return column

    # -- showing -------------------------------------------------------------------------

    def show_sight(self, sight: Sight) -> None:
        """Show what the sorting came to."""
        names = dict(told_apart(sight.respondents))
        for name, figure in self.figures.items():
            figure.show_sum(sight.sum_of(name), names)
        counts = sight.outcome.counts
        for state, made in self.counts.items():
            settled = counts.get(State.ADMITTED, 0) if state is State.AGREED else 0
            made.set_state(chip(state, counts.get(state, 0) + settled))
        self._show_issues(_lines(sight.outcome.issues, sight.language))

    def _show_issues(self, lines: list[Line]) -> None:
        """The first issues, in the lines that stand there already."""
        if lines == self._lines:
            return
        self._lines = lines
        self.heading.setText(tr("Issues in dispute, by what they are worth") if lines
                             else tr("Nothing is in dispute so far"))
        while len(self.issues) > len(lines):
            gone = self.issues.pop()
            gone.hide()
            gone.deleteLater()
        for at, (element, text) in enumerate(lines):
            if at == len(self.issues):
                self._add_line(at)
            self.issues[at].setText(text)
            tip(self.issues[at], text if element else "")
        self._arrange(self.width())

    def _add_line(self, at: int) -> None:
        made = button("", "line", parent=self)
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        made.setMinimumWidth(look().px(120))  # where there is less room, the tip has the rest
        made.clicked.connect(lambda: self._press(at))
        made.ensurePolished()  # or its length is told in another type size
        self._issues.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        made.show()
        self.issues.append(made)

    def _press(self, at: int) -> None:
        element, _text = (self._lines or [])[at]
        if element:
            self.issue_wanted.emit(element)
        else:
            self.all_wanted.emit()


def _lines(issues: Sequence[Issue], language: str) -> list[Line]:
    """The first issues in words, and where there are more, how many there are."""
    whole = len(issues) <= FIRST_ISSUES
    lines = [(issue.element.id, _begun_large(tr_sentence(issue.line(language))))
             for issue in (issues if whole else issues[:FIRST_ISSUES - 1])]
    return lines if whole else [*lines, ("", tr("All {count} issues …", count=len(issues)))]


def _begun_large(text: str) -> str:
    return text[:1].upper() + text[1:]
