"""Beside the grids: everything about the one place that the cursor is on."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from mediation_desk.domain.sorting.elements import Element
from mediation_desk.domain.sorting.statements import State
from mediation_desk.gui.case.sorting.answer import AnswerField
from mediation_desk.gui.case.sorting.sayings import Sayings
from mediation_desk.gui.case.sorting.sight import INKS, VOICES, Sight, chip
from mediation_desk.gui.kit.look.chips import Chip
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_sentence
from mediation_desk.services.sorting.sorting import Saying, Voice

Place = tuple[str, UUID | None]  # element, and the worker or None for the whole case


class Details(QScrollArea):
    """Both statements, the finding, evidence and note of one place, to be read and written; who must
    prove it, what the law says, and what hangs on it.

    ``said(Saying, version)`` when a field is left, with the case's version that it was typed under;
    ``admits(place, voice)``, ``denies(place, voice)``.
    """

    said = Signal(object, int)
    admits = Signal(object, str)
    denies = Signal(object, str)

    def __init__(self, sayings: Sayings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sayings = sayings
        self._versions: dict[Voice, int] = {}  # of the case, as each field shows it
        self.place: Place | None = None
        self.title, self.whose = label("", "strong", wrap=True), label("", "muted")
        self.state = Chip(chip(State.MISSING))
        self.burden, self.stake = label("", "small", wrap=True), label("", "small", wrap=True)
        self.stake.setProperty("meaning", "disputed")
        self.help, self.law, self.proof = label("", "muted", wrap=True), label("", "small", wrap=True), label(
            "", "small", wrap=True)
        self.fields = {voice: AnswerField(voice, tr(title), INKS.get(voice, ""))
                       for voice, title in VOICES.items()}
        self._lay()
        self._listen()

    def _lay(self) -> None:
        inner = self._inner = QWidget()
        inner.setObjectName("scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(look().px(16), 0, look().px(8), look().px(8))
        column.setSpacing(look().px(8))
        for made in (self.title, self.whose, self.state, self.burden, self.stake, *self.fields.values(),
                     self.help, self.proof, self.law):
            column.addWidget(made)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        self.setAccessibleName(tr("About this element"))
        inner.hide()

    def _listen(self) -> None:
        for voice, field in self.fields.items():
            field.said.connect(lambda text, voice=voice: self._say(voice, text))
            field.admits.connect(lambda voice=voice: self.admits.emit(self.place, voice))
            field.denies.connect(lambda voice=voice: self.denies.emit(self.place, voice))

    def _say(self, voice: Voice, text: str) -> None:
        if self.place:
            self.said.emit(Saying(self.place[0], self.place[1], voice, text), self._versions[voice])

    # -- showing -------------------------------------------------------------------------

    def show_place(self, sight: Sight, place: Place) -> None:
        """Show another place, or the same one anew; what is typed in the old one is said first."""
        if place != self.place:
            self.commit()
        self.place = place
        cell = sight.outcome.cell(*place)
        self._show_words(sight, cell.element, place[1], cell.state)
        for voice, field in self.fields.items():
            key = (*place, voice)
            if not field.is_typing():
                self._versions[voice] = sight.case.version
            field.show_answer(cell.element, sight.kept(key) or "", sight.language)
            if key in self._sayings.unsaved:
                field.show_unsaved(self._sayings.unsaved[key], self._sayings.troubles.get(key, ""))
        self._inner.show()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Wide enough that nothing in it is cut; it scrolls down."""
        room = self.verticalScrollBar().sizeHint().width() + look().px(4)
        return QSize(max(look().px(280), self._inner.minimumSizeHint().width() + room), look().px(120))

    def _show_words(self, sight: Sight, element: Element, worker: UUID | None, state: State) -> None:
        language = sight.language
        self.title.setText(element.label.text(language))
        self.whose.setText(sight.name(worker))
        self.state.set_state(chip(state))
        self.burden.setText(tr("To be proved by: {side}", side=tr(element.burden.label)))
        issue = next((one for one in sight.outcome.issues if one.element.id == element.id), None)
        self.stake.setText(tr_sentence(issue.line(language)) if issue else "")
        evidence = element.evidence.text(language)
        self.proof.setText(tr("Usually shown by: {evidence}", evidence=evidence) if evidence else "")
        self.help.setText(element.help.text(language))
        self.law.setText(element.law)
        for made in (self.stake, self.help, self.proof, self.law):
            made.setVisible(bool(made.text()))

    def commit(self) -> None:
        """Say what stands in a field and was not said yet."""
        for field in self.fields.values():
            field.commit()

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be admitted or denied; the fields themselves are locked by the page."""
        for field in self.fields.values():
            field.admit.setEnabled(not read_only)
            field.deny.setEnabled(not read_only)

    def voice_in_focus(self) -> Voice | None:
        """Whose field the cursor is in, None when it is in none."""
        return next((voice for voice, field in self.fields.items() if field.has_focus()), None)

    def focus_voice(self, voice: Voice) -> None:
        """Put the cursor into that side's field."""
        self.fields[voice]._now.setFocus(Qt.FocusReason.OtherFocusReason)
