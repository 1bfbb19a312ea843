"""What a side said in words: notes with their hour, worries, admissions; each may be let out."""

from __future__ import annotations

import json
from functools import partial
from uuid import UUID

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.mediation.private import PrivateTalk, PrivateWord
from mediation_desk.domain.mediation.sealed import HEARD
from mediation_desk.domain.vocabulary import SealedKind, Side
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import empty_layout
from mediation_desk.gui.case.mediation.entry import Entry, emptied, put_back, stamp
from mediation_desk.gui.kit.fields.kinds import Form, SegmentField, TextArea
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.mediation import caucus, releasing

TITLES = {SealedKind.NOTE: N_("Notes"), SealedKind.INTEREST: N_("Interests and worries"),
          SealedKind.ADMISSION: N_("What this side admits")}


class HeardPart(QWidget):
    """A form for words of three kinds, which Ctrl+Enter keeps, and the words with their hours beneath.

    The form empties as soon as its words are sent off, so that the next ones can be typed at once; they come
    back where they could not be kept.
    """

    def __init__(self, bench: CaseBench, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench, self.whose = bench, side
        self._about: UUID | None = None
        self.form, self.button = self._form(), button(tr("Keep the note"))
        self.telling, self.tell = self._telling(), button(tr("Let it be told"), picture="megaphone")
        self.leave = button(tr("Leave it sealed"), "quiet")
        self.lists = {kind: QVBoxLayout() for kind in HEARD}
        self._titles = {kind: label(tr(TITLES[kind]), "group") for kind in HEARD}
        self._lay()
        self.form.does(self.button)
        self.telling.does(self.tell)
        self.button.clicked.connect(self.keep)
        self.tell.clicked.connect(self._tell)
        self.leave.clicked.connect(self._leave_sealed)
        self.telling.edited.connect(lambda _name, text: self._draft(text))
        bench.notes.bring_back(self.form, self.place)
        bench.notes.watch(self.form, self.place)

    @property
    def place(self) -> str:
        """Where what is being typed is kept."""
        return f"alone/{self.whose.value}/note"

    def _form(self) -> Form:
        form = Form(self)
        kind = form.add(SegmentField(tr("Kind of words"), [(one, tr(one.label)) for one in HEARD],
                                     name="kind", required=True), wide=True)
        kind.set_value(SealedKind.NOTE)
        form.add(TextArea(tr("What was said alone"), name="note", lines=3, most=8,
                          help=tr("Ctrl+Enter keeps it, with the hour.")), wide=True)
        return form

    def _telling(self) -> Form:
        form = Form(self)
        form.add(TextArea(tr("In these words it may be told to the other side"), name="telling", lines=2,
                          most=6, help=tr("From then on these words stand in the open record; what was said "
                                          "stays sealed.")), wide=True)
        return form

    def _lay(self) -> None:
        column, acts = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        self._tell_box = QWidget()
        inner = QVBoxLayout(self._tell_box)
        inner.setContentsMargins(0, 0, 0, 0)
        acts.addWidget(self.tell)
        acts.addWidget(self.leave)
        acts.addStretch(1)
        inner.addWidget(self.telling)
        inner.addLayout(acts)
        column.addWidget(self.form)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._tell_box)
        self._tell_box.hide()
        for kind in HEARD:
            column.addWidget(self._titles[kind])
            self.lists[kind].setSpacing(look().px(8))
            column.addLayout(self.lists[kind])
        column.addStretch(1)
        for made in (self.form, self.button):
            made.setVisible(not self.bench.read_only)
        self.button.setAccessibleName(tr("{what}: {side}", what=self.button.text(),
                                         side=tr(self.whose.label)))

    # -- showing -------------------------------------------------------------------------

    def show_talk(self, talk: PrivateTalk) -> None:
        """The words of each kind, the latest first; what is being typed stays."""
        for kind in HEARD:
            empty_layout(self.lists[kind])
            words = talk.of(self.whose, kind)
            self._titles[kind].setVisible(bool(words) or kind is SealedKind.NOTE)
            for word in reversed(words):
                self.lists[kind].addWidget(self._entry(word))
        if not talk.of(self.whose, SealedKind.NOTE):
            self.lists[SealedKind.NOTE].addWidget(label(tr("Nothing was noted down yet."), "muted"))

    def _entry(self, word: PrivateWord) -> Entry:
        made = Entry(word.text)
        view = self.bench.view
        facts = [one for one in view.case.told_facts if one.sealed_id == word.id] if view else []
        made.below(stamp(self.bench, word.written_at))
        for fact in facts:
            made.tells(self.bench, fact, partial(self._take_back, fact.id))
            if fact.text != word.text:
                made.below(tr("Told as: {words}", words=fact.text))
        if not facts and self.bench.can("release_fact"):
            made.act(tr("May be told …"), "may_be_told", "megaphone", partial(self.open_telling, word))
        made.forgets(self.bench, word)
        return made

    # -- keeping -------------------------------------------------------------------------

    def keep(self) -> None:
        """Seal what was typed; not while an input method is in the middle of a word."""
        if any(self.form.field(name).composing for name in self.form.names()) or not self.form.commit():
            return
        given = self.form.values()
        text, kind = str(given["note"]), given["kind"]
        assert isinstance(kind, SealedKind)
        if not text:
            self.form.field("note").set_error(tr("Write down what was said first."))
            return
        sent = emptied(self.form)
        self.bench.run(caucus.note, self.whose, text, kind=kind, notice=tr("Sealed."),
                       done=lambda _changes: self._kept(text), failed=partial(self._not_kept, sent))

    def _kept(self, text: str) -> None:
        """The draft of what was kept goes; words that were typed since keep theirs, also behind a lock."""
        draft = json.loads(self.bench.notes.text(self.place) or "{}")
        if str(draft.get("note", "")).strip() == text:
            self.bench.notes.drop(self.place)

    def _not_kept(self, sent: dict[str, str], error: DeskError) -> None:
        if shiboken6.isValid(self):
            put_back(self.form, sent)
            if self.form.show_error(error):
                return
        self.bench.trouble.emit(error)

    # -- letting out ---------------------------------------------------------------------

    def open_telling(self, word: PrivateWord) -> None:
        """Propose the words as they were said, to be written anew for the other side's ears."""
        self._about = word.id
        field = self.telling.field("telling")
        field.set_typed(self.bench.notes.text(self._telling_place) or word.text)
        field.set_error(None)
        self._tell_box.show()
        field.setFocus()

    @property
    def _telling_place(self) -> str:
        return f"alone/{self.whose.value}/telling/{self._about}"

    def _draft(self, text: str) -> None:
        if self._about is not None:
            self.bench.notes.keep(self._telling_place, text)

    def _tell(self) -> None:
        if self._about is None or self.telling.field("telling").composing or not self.telling.commit():
            return
        self.bench.run(releasing.release_fact, self._about, self.telling.field("telling").typed(),
                       form=self.telling, done=lambda _changes: self._told(),
                       notice=tr("It may be told from now on."))

    def _told(self) -> None:
        self.bench.notes.drop(self._telling_place)
        if shiboken6.isValid(self):
            self._close_telling()

    def _leave_sealed(self) -> None:
        self.bench.notes.drop(self._telling_place)
        self._close_telling()

    def _close_telling(self) -> None:
        self._about = None
        self._tell_box.hide()
        emptied(self.telling)
        self.form.field("note").setFocus()

    def _take_back(self, fact_id: UUID) -> None:
        self.bench.run(releasing.take_back_told, fact_id, notice=tr("The release was taken back."))
