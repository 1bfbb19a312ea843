"""Sub-page of sorting: the factors of control, where each points, and the mediator's own conclusion."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mediation_desk.domain.case import Case
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.sorting.relationship import (
    Factor,
    Gap,
    Leaning,
    RelationshipEntry,
    check_conclusion,
    layout,
)
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.fields.kinds import ChoiceField, TextArea
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look import icons
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.steady import SteadyArea
from mediation_desk.gui.kit.words import tr, tr_error
from mediation_desk.library.relationship import shipped_factors
from mediation_desk.services import editing
from mediation_desk.services.editing import Edit
from mediation_desk.services.reading import CaseView
from mediation_desk.services.sorting import sorting


class ReadingCard(QAbstractButton):
    """How a factor usually looks in one category; pressed down where the mediator sees it point."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Wide enough for a few words a line."""
        width = look().px(150)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """As high as the words need at that width."""
        room = QRect(0, 0, max(1, width - look().px(40)), 10_000)
        words = QFontMetrics(look().font(9.5)).boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text())
        return max(look().px(40), words.height() + look().px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet card; with a sign and the accent's ground when it is chosen."""
        here, painter = look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(here.colour("accent" if strong else "line"), 2 if self.hasFocus() else 1))
        painter.setBrush(here.soft("accent") if self.isChecked() else
                         here.soft("muted") if self.underMouse() else here.colour("raised"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        size = here.px(16)
        spot = QRect(here.px(8), self.rect().center().y() - size // 2 + 1, size, size)
        picture = "check-circle" if self.isChecked() else "circle"
        icons.draw(painter, picture, spot, "accent" if self.isChecked() else "muted")
        painter.setFont(here.font(9.5))
        painter.setPen(here.colour("ink" if self.isEnabled() and self.isChecked() else "muted"))
        words = self.rect().adjusted(here.px(30), here.px(4), -here.px(8), -here.px(4))
        painter.drawText(words, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()


class FactorName(ReadingCard):
    """A factor's name, pressed to see and write all about it; bold while that is shown."""

    def heightForWidth(self, width: int) -> int:
        """As high as the name needs at that width."""
        room = QRect(0, 0, max(1, width - look().px(4)), 10_000)
        font = look().font(bold=True)
        return QFontMetrics(font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text()).height() + 4

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words alone."""
        here, painter = look(), QPainter(self)
        painter.setFont(here.font(bold=self.isChecked()))
        painter.setPen(here.colour("ink" if self.isChecked() else "accent"))
        painter.drawText(self.rect(), int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), self.text())
        if self.hasFocus():
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()


class FactorRow:
    """One factor in the matrix: its name, what is missing of it, and a card in each category."""

    def __init__(self, factor: Factor, language: str) -> None:
        self.factor = factor
        self.name = FactorName(factor.label.text(language))
        self.missing = label("", "small", wrap=True)
        self.cards: dict[Leaning, ReadingCard] = {}
        for reading in factor.readings:
            card = ReadingCard(reading.label.text(language))
            name = f"{factor.label.text(language)}: {tr(reading.leaning.label)}"
            card.setAccessibleName(f"{name}. {card.text()}")
            self.cards[reading.leaning] = card

    def show_leaning(self, leaning: str | None) -> None:
        """Press down the card where the mediator sees it point."""
        for kind, card in self.cards.items():
            card.setChecked(kind == leaning)

    def show_gap(self, gap: Gap | None) -> None:
        """Say what is missing."""
        parts = [] if gap is None else [
            text for wanting, text in ((gap.applicant, tr("applicants' account")),
                                       (gap.respondent, tr("respondent's account")),
                                       (gap.evidence, tr("evidence"))) if wanting]
        self.missing.setText(tr("Nothing entered yet") if len(parts) == 3 else
                             tr("Missing: {parts}", parts=tr(", ").join(parts)) if parts else "")
        self.missing.setVisible(bool(parts))


class FactorDetails(QWidget):
    """Beside the matrix: one factor's question, both accounts, evidence and note.

    ``told(factor id, which, text, seen)`` when a field is left; ``seen``: what was known of the case as it
    showed what it held before.
    """

    told = Signal(str, str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.factor: Factor | None = None
        self._seen: dict[str, Seen] = {}
        self.title, self.question = label("", "strong", wrap=True), label("", wrap=True)
        self.burden, self.proof, self.law = (label("", "small", wrap=True) for _ in range(3))
        titles = {"applicant": tr("Applicants' account"), "respondent": tr("Respondent's account"),
                  "evidence": tr("Evidence"), "note": tr("Note")}
        self.fields = {which: TextArea(title, name=which, lines=2, most=6) for which, title in titles.items()}
        self.fields["applicant"].label.setProperty("meaning", "applicants")
        self.fields["respondent"].label.setProperty("meaning", "respondents")
        column = QVBoxLayout(self)
        column.setContentsMargins(look().px(16), 0, look().px(8), 0)
        column.setSpacing(look().px(8))
        for made in (self.title, self.question, self.burden, *self.fields.values(), self.proof, self.law):
            column.addWidget(made)
        column.addStretch(1)
        for which, field in self.fields.items():
            field.committed.connect(lambda text, which=which: self._tell(which, str(text)))

    def _tell(self, which: str, text: str) -> None:
        if self.factor:
            self.told.emit(self.factor.id, which, text, self._seen[which])

    def show_factor(self, factor: Factor, entry: RelationshipEntry | None, language: str, seen: Seen) -> None:
        """Show another factor, or the same one anew; what is typed about the old one is told first."""
        if self.factor and factor.id != self.factor.id:
            for field in self.fields.values():
                if field.modified():
                    field.commit()
        self.factor = factor
        self.title.setText(factor.label.text(language))
        self.question.setText(factor.question.text(language))
        self.burden.setText(tr("To be proved by: {side}", side=tr(factor.burden.label)))
        self.proof.setText(tr("Usually shown by: {evidence}", evidence=factor.evidence.text(language)))
        self.law.setText(factor.law)
        for which, field in self.fields.items():
            if not field.modified():
                self._seen[which] = seen
            field.set_value(getattr(entry, which) if entry else "")


class Conclusion(QWidget):
    """The mediator's own conclusion and its reasons; kept together, and never without reasons."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._before = ("", "")  # conclusion and reasons as they were shown
        kinds: list[tuple[object, str]] = [(leaning.value, tr(leaning.label)) for leaning in Leaning]
        self.choice = ChoiceField(tr("Conclusion"), kinds, name="relationship_conclusion",
                                  empty=tr("None yet"), width=30)
        self.reasons = TextArea(tr("Reasons"), name="relationship_reasons", lines=2, most=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look().px(16), 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(label(tr("The mediator's own conclusion"), "group"))
        column.addWidget(label(tr("The program lays the factors out and draws no conclusion."), "small"))
        for field in (self.choice, self.reasons):
            column.addWidget(field)
            field.committed.connect(lambda _value: self._keep())
        self.reasons.edited.connect(lambda text: bench.notes.keep("relationship_reasons", text))

    def show_case(self, case: Case) -> None:
        """Show what is kept; what is being written stays."""
        if not self.choice.error() and not self.reasons.error():
            if not self.reasons.modified():
                self._before = (case.relationship_conclusion, case.relationship_reasons)
            self.choice.set_value(case.relationship_conclusion or None)
            self.reasons.set_value(case.relationship_reasons)
        draft = self._bench.notes.text("relationship_reasons")
        if draft is not None and not self._bench.read_only and not self.reasons.modified():
            self.reasons.set_typed(draft)

    def _keep(self) -> None:
        case = self._bench.view.case if self._bench.view else None
        conclusion, reasons = str(self.choice.value() or ""), self.reasons.typed().strip()
        if case is None:
            return
        try:
            check_conclusion(conclusion or None, reasons)
        except DeskError as error:
            self.reasons.set_error(tr_error(error))
            self.reasons.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.reasons.set_error(None)
        wanted = zip(("relationship_conclusion", "relationship_reasons"), self._before,
                     (conclusion, reasons), strict=True)
        edits = [Edit("case", case.id, name, before, after) for name, before, after in wanted
                 if before != after]
        if edits:
            self._before = (conclusion, reasons)
            self._bench.run(editing.save, edits, near=self,
                            done=lambda _changes: self._bench.notes.drop("relationship_reasons"))


class Relationship(Later):
    """Every factor in a row, its usual readings in three columns; the mediator presses where it points."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._case: Case | None = None
        self.rows: dict[str, FactorRow] = {}

    def make(self) -> QWidget:
        """The factors with the conclusion beneath, and beside them all about the chosen one."""
        self.details, self.conclusion = FactorDetails(), Conclusion(self._bench)
        self._matrix = QGridLayout()
        self.details.told.connect(lambda factor, which, text, seen: self._weigh(factor, {which: text}, seen))
        self._build(shipped_factors())
        made = self._laid()
        self._arrange(self.width() >= look().px(800))
        return made

    def _laid(self) -> QWidget:
        made, inner = QWidget(), QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, look().px(8), look().px(8), look().px(8))
        column.addLayout(self._matrix)
        column.addWidget(self.conclusion)
        column.addStretch(1)
        self._matrix.setHorizontalSpacing(look().px(8))
        self._matrix.setVerticalSpacing(look().px(8))
        side = QWidget()
        side.setObjectName("scrolled")
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, look().px(8), 0, 0)
        beside.addWidget(self.details)
        self._row = QHBoxLayout(made)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(SteadyArea(inner), 1)
        self._around = SteadyArea(side)
        self._row.addWidget(self._around)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Details beside the factors, or beneath where there is no room."""
        super().resizeEvent(event)
        if self.is_made:
            self._arrange(event.size().width() >= look().px(800))

    def _arrange(self, beside: bool) -> None:
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else
                               QBoxLayout.Direction.TopToBottom)
        self._around.setMinimumSize(look().px(300) if beside else 0, 0 if beside else look().px(240))
        self._around.setMaximumWidth(look().px(300) if beside else 16_777_215)

    # -- showing -------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Show the case; while hidden it waits until it is looked at."""
        self._case = view.case
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """It is looked at."""
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        if self._case is None:
            return
        factors = [row.factor for row in self.rows.values()]
        picture = layout(factors, self._case.factors)
        gaps = {gap.factor.id: gap for gap in picture.missing}
        for name, row in self.rows.items():
            entry = self._entry(name)
            row.show_leaning(entry.leaning if entry else None)
            row.show_gap(gaps.get(name))
        self._show_factor(self.details.factor or factors[0])
        self.conclusion.show_case(self._case)
        self.set_read_only(not self._bench.can("weigh_factor"))

    def _build(self, factors: Sequence[Factor]) -> None:
        for column, leaning in enumerate(Leaning, start=1):
            self._matrix.addWidget(label(tr(leaning.label), "strong", wrap=True), 0, column)
            self._matrix.setColumnStretch(column, 1)
        for at, factor in enumerate(factors, start=1):
            self._add_row(at, FactorRow(factor, self._bench.language))

    def _add_row(self, at: int, row: FactorRow) -> None:
        self.rows[row.factor.id] = row
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(row.name)
        column.addWidget(row.missing)
        column.addStretch(1)
        head.setFixedWidth(look().px(132))
        self._matrix.addWidget(head, at, 0, Qt.AlignmentFlag.AlignTop)
        row.name.clicked.connect(lambda: self._choose(row.factor))
        for place, leaning in enumerate(Leaning, start=1):
            card = row.cards.get(leaning)
            if card is not None:
                self._matrix.addWidget(card, at, place)
                card.clicked.connect(lambda down, leaning=leaning: self._lean(row.factor, leaning, down))
        if not row.cards:
            self._matrix.addWidget(label(tr("Recorded; by itself it decides nothing."), "muted", wrap=True),
                                   at, 1, 1, 3)

    def _entry(self, factor: str) -> RelationshipEntry | None:
        entries = self._case.factors if self._case else []
        return next((entry for entry in entries if entry.factor == factor), None)

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be weighed in a case that is over."""
        if not self.is_made:
            return
        for row in self.rows.values():
            for card in row.cards.values():
                card.setEnabled(not read_only)
        for field in (*self.details.fields.values(), self.conclusion.choice, self.conclusion.reasons):
            field.set_read_only(read_only)

    # -- doing ---------------------------------------------------------------------------

    def _show_factor(self, factor: Factor) -> None:
        for name, row in self.rows.items():
            row.name.setChecked(name == factor.id)
        self.details.show_factor(factor, self._entry(factor.id), self._bench.language, self._bench.seen)

    def _choose(self, factor: Factor) -> None:
        self._show_factor(factor)
        self.details.fields["applicant"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lean(self, factor: Factor, leaning: Leaning, down: bool) -> None:
        self.rows[factor.id].show_leaning(leaning if down else None)
        self._show_factor(factor)
        self._weigh(factor.id, {"leaning": leaning.value if down else None}, self._bench.seen)

    def _weigh(self, factor: str, values: dict[str, str | None], seen: Seen) -> None:
        self._bench.run(sorting.weigh_factor, factor, values, seen=seen, near=self.details)
