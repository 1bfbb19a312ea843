"""Beside the grids: everything about the one place that the cursor is on."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.sorting.elements import Element
from mediation_desk.domain.sorting.statements import Place, State
from mediation_desk.gui.case.frame.layouts import empty_layout
from mediation_desk.gui.case.sorting.answer import AnswerField
from mediation_desk.gui.case.sorting.sayings import Sayings
from mediation_desk.gui.case.sorting.sight import INKS, VOICES, Key, Sight, answerable, chip
from mediation_desk.gui.kit.look.chips import Chip
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_sentence
from mediation_desk.services.sorting.sorting import Saying, Voice


class Details(QScrollArea):
    """Both statements, the finding, evidence and note of one place, to be read and written; who must
    prove it, what the law says, and what hangs on it. Where the respondents differ, each has a field.

    ``said(Saying, version)`` when a field is left, with the case's version that it was typed under;
    ``admits(place, voice, party)``, ``denies(place, voice, party)``, the party None where it speaks for
    its whole side.
    """

    said = Signal(object, int)
    admits = Signal(object, str, object)
    denies = Signal(object, str, object)

    def __init__(self, sayings: Sayings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sayings = sayings
        self._versions: dict[tuple[Voice, UUID | None], int] = {}  # of the case, as each field shows it
        self.place: Place | None = None
        self._needed = QSize()
        self._read_only, self._opened = False, False  # whether the respondents' own fields were asked for
        self.title, self.whose = label("", "strong", wrap=True), label("", "muted")
        self.state = Chip(chip(State.MISSING))
        self.burden, self.stake = label("", "small", wrap=True), label("", "small", wrap=True)
        self.stake.setProperty("meaning", "disputed")
        self.help, self.law, self.proof = label("", "muted", wrap=True), label("", "small", wrap=True), label(
            "", "small", wrap=True)
        self.fields = {voice: AnswerField(voice, tr(title), INKS.get(voice, ""))
                       for voice, title in VOICES.items()}
        self.alone: dict[UUID, AnswerField] = {}
        self.differ = button(tr("The respondents differ: one by one"), "link")
        self._lay()
        self._listen()

    def _lay(self) -> None:
        inner = self._inner = QWidget()
        inner.setObjectName("scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(look().px(16), 0, look().px(8), look().px(8))
        column.setSpacing(look().px(8))
        self._alone = QVBoxLayout()
        for made in (self.title, self.whose, self.state, self.burden, self.stake, *self.fields.values(),
                     self.help, self.proof, self.law):
            column.addWidget(made)
            if made is self.fields["respondent"]:
                column.addLayout(self._alone)
                column.addWidget(self.differ, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        self.setAccessibleName(tr("About this element"))
        inner.hide()

    def _listen(self) -> None:
        for field in self.fields.values():
            self._hear(field, None)
        self.differ.clicked.connect(self.open_alone)

    def _hear(self, field: AnswerField, party: UUID | None) -> None:
        field.said.connect(lambda text: self._say(field.voice, text, party))
        field.admits.connect(lambda: self.admits.emit(self.place, field.voice, party))
        field.denies.connect(lambda: self.denies.emit(self.place, field.voice, party))

    def _say(self, voice: Voice, text: str, party: UUID | None) -> None:
        if self.place:
            self.said.emit(Saying(self.place[0], self.place[1], voice, text, party_id=party),
                           self._versions[voice, party])

    def open_alone(self) -> None:
        """Offer a field for each respondent."""
        self._opened = True
        self._show_alone(apart=False)
        first = next(iter(self.alone.values()), None)
        if first is not None:
            first._now.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing -------------------------------------------------------------------------

    def show_place(self, sight: Sight, place: Place) -> None:
        """Show another place, or the same one anew; what is typed in the old one is said first."""
        if place != self.place:
            self.commit()
            self._opened = False
        self.place = place
        cell = sight.outcome.cell(*place)
        self._show_words(sight, cell.element, place[1], cell.state)
        self._make_alone(sight)
        self._show_alone(apart=sight.apart(*place))
        for field, party in self._voices():
            self._show_field(sight, field, (*place, field.voice, party))
        self._inner.show()
        if self.minimumSizeHint() != self._needed:  # or the sub-pages around it are painted anew for nothing
            self._needed = self.minimumSizeHint()
            self.updateGeometry()

    def _voices(self) -> list[tuple[AnswerField, UUID | None]]:
        """Every field, with the respondent who speaks in it for itself."""
        return [*((field, None) for field in self.fields.values()),
                *((field, party) for party, field in self.alone.items())]

    def _show_field(self, sight: Sight, field: AnswerField, key: Key) -> None:
        cell = sight.outcome.cell(key[0], key[1])
        if not field.is_typing():
            self._versions[field.voice, key[3]] = sight.case.version
        field.show_answer(cell.element, sight.kept(key) or "", sight.language)
        if key in self._sayings.unsaved:
            field.show_unsaved(self._sayings.unsaved[key], self._sayings.troubles.get(key, ""))
        field.set_answerable(not self._read_only and answerable(cell.word, field.voice))

    def _make_alone(self, sight: Sight) -> None:
        """A field for each respondent, where there are several; made once."""
        wanted = dict(told_apart(sight.respondents))
        if {party: field.title.text() for party, field in self.alone.items()} == wanted:
            return
        empty_layout(self._alone)
        self.alone = {party: AnswerField("respondent", name, INKS["respondent"])
                      for party, name in wanted.items()}
        for party, field in self.alone.items():
            self._alone.addWidget(field)
            self._hear(field, party)

    def _show_alone(self, *, apart: bool) -> None:
        """One field for all respondents, or one for each."""
        several = bool(self.alone)
        for field in self.alone.values():
            field.setVisible(several and (apart or self._opened))
        self.fields["respondent"].setVisible(not apart)
        self.differ.setVisible(several and not (apart or self._opened or self._read_only))

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
        for field, _party in self._voices():
            field.commit()

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be said, admitted or denied."""
        self._read_only = read_only
        for field, _party in self._voices():
            field.set_read_only(read_only)
        if read_only:
            self.differ.hide()

    def speaker_in_focus(self) -> tuple[Voice, UUID | None] | None:
        """In whose field the cursor is, None when it is in none."""
        return next(((field.voice, party) for field, party in self._voices() if field.has_focus()), None)

    def focus_voice(self, voice: Voice) -> None:
        """Put the cursor into that side's field."""
        self.fields[voice]._now.setFocus(Qt.FocusReason.OtherFocusReason)
