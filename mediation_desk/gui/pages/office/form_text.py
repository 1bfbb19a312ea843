"""Forms as text: an office changes one or adds its own, looks at it, and is told the line of a fault."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.fields.kinds import ChoiceField, Form, TextArea
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_error
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.library.tomllines import FormError
from mediation_desk.services.desk import Desk
from mediation_desk.services.form_texts import LARGEST, Standing

LINES = 18


@dataclass(frozen=True)
class FormLine:
    """A form in the list, by its key and its title in the reader's language."""

    key: str
    title: str
    standing: Standing
    trouble: FormError | None = None


@dataclass(frozen=True)
class FormDoors:
    """The verbs behind one kind of forms. ``text_of`` and ``own_text_of`` take a form's key; ``keep`` its
    key, the text and the office's own text as it was looked at; ``drop`` its key and that text."""

    listed: Callable[[Desk], Sequence[Any]]
    text_of: Callable[[Desk, str], str]
    own_text_of: Callable[[Desk, str], str | None]
    keep: Callable[[Desk, str, str, str | None], Any]
    drop: Callable[[Desk, str, str | None], Any]


@dataclass(frozen=True)
class FormWords:
    """What is said of one kind of forms: what they are, how one is called, the help beneath the text, the
    button that shows it, and that one is kept."""

    about: str
    one: str
    help: str
    see: str
    kept: str


class FormTextPart(OfficePart):
    """The chosen form's text, and beneath it how it looks. A kind of forms gives its doors and words, says
    what a line of its list is, and shows what ``see`` asks for."""

    def __init__(self, desk: Desk, tasks: Tasks, doors: FormDoors, words: FormWords,
                 parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self.doors, self.words = doors, words
        self.lines: dict[str, FormLine] = {}
        self._own: str | None = None  # the office's own text of the form, as one looked at it
        self._front, self._stood = "", ""  # the form whose text stands there, and that text as it was read
        # by form: what is being typed and was not kept yet, and the office's own text that it was begun on
        self._typed: dict[str, tuple[str, str | None]] = {}
        self.choice = ChoiceField(words.one, (), name="form", width=30)
        self.choice.combo.setSizeAdjustPolicy(self.choice.combo.SizeAdjustPolicy.AdjustToContents)
        self.form = Form(self)
        self.form.setMaximumWidth(16_777_215)  # a text of columns is wide
        self.text = self.form.add(TextArea(tr("Its text"), name="file", lines=LINES, most=LINES,
                                           limit=LARGEST, required=True, help=words.help), wide=True)
        self.preview = button(words.see, picture="eye")
        self.keep = button(tr("Keep the form"), "primary", picture="floppy-disk")
        self.drop = button(tr("Back to the form as shipped"), picture="trash")
        self.standing = label("", "muted", wrap=True)
        self._lay_text()
        self.choice.committed.connect(lambda _form: self._turn_to())
        self.preview.clicked.connect(self.see)
        self.keep.clicked.connect(self.submit)
        self.drop.clicked.connect(self.forget)

    def _lay_text(self) -> None:
        self.column.addWidget(label(self.words.about, "muted", wrap=True))
        self.column.addWidget(self.choice)
        self.column.addWidget(self.standing)
        self.column.addWidget(self.form)
        self.column.addLayout(row_of(self.keep, self.preview, self.drop))
        self.text.area.setLineWrapMode(self.text.area.LineWrapMode.NoWrap)

    # -- what a kind of forms says --------------------------------------------------------

    def line(self, listed: Any) -> FormLine:
        """What a line of the list is."""
        raise NotImplementedError

    def see(self) -> None:
        """Show the form as it is typed; what is wrong is said with its line."""
        raise NotImplementedError

    def put_away(self) -> None:
        """Another text stands there: what was shown of the former one is shown no more."""

    # -- showing -------------------------------------------------------------------------

    def shown(self) -> None:
        """The forms as they are now; what is being typed stays."""
        self.read(self.doors.listed, done=self._show)

    def _show(self, listed: Sequence[Any]) -> None:
        self.lines = {line.key: line for line in map(self.line, listed)}
        chosen = self.choice.value() if self.choice.value() in self.lines else next(iter(self.lines), None)
        self.choice.set_choices([(line.key, line.title) for line in self.lines.values()])
        self.choice.set_value(chosen)
        self._turn_to()

    def choose(self, key: str) -> None:
        """Bring a form to the front, as soon as the list is known."""
        self.read(self.doors.listed, done=lambda listed: self._choose(listed, key))

    def _choose(self, listed: Sequence[Any], key: str) -> None:
        self._show(listed)
        self.choice.set_value(key)
        self._turn_to()

    def _turn_to(self) -> None:
        """Show the chosen form. What was typed into the one before and not kept is kept for when one comes
        back to it."""
        typed = self.text.typed().strip()
        if self._front and typed != self._stood:
            self._typed[self._front] = typed, self._own
        else:
            self._typed.pop(self._front, None)
        self._read_text()

    @property
    def chosen(self) -> str:
        """The key of the form in front."""
        return str(self.choice.value())

    def _read_text(self) -> None:
        """The text of the chosen form, with what the office itself has of it."""
        line = self.lines.get(self.chosen)
        if line is None:
            return
        self.standing.setText(_standing(line))
        self.drop.setVisible(line.standing is not Standing.SHIPPED)
        self.drop.setText(tr("Back to the form as shipped") if line.standing is Standing.CHANGED
                          else tr("Remove the form"))
        self.read(self.doors.own_text_of, line.key, done=self._show_own)
        self.read(self.doors.text_of, line.key, done=self._show_text)

    def _show_own(self, own: str | None) -> None:
        """What is being typed goes by what stood there when it was begun: a colleague's text of meanwhile is
        asked about, not written over."""
        self._own = self._typed.get(self.chosen, ("", own))[1]

    def _show_text(self, text: str) -> None:
        self._front, self._stood = self.chosen, text.strip()
        self.text.set_value(self._typed.get(self._front, (self._stood, None))[0])
        self.form.clear_errors()
        self.put_away()

    # -- doing ---------------------------------------------------------------------------

    def submit(self) -> None:
        """Keep the text as the office's form."""
        if self.form.commit():
            self._keep(self._own)

    def _keep(self, seen: str | None) -> None:
        self.run(self.doors.keep, self.chosen, self.text.value(), seen, form=self.form,
                 done=lambda _changes: self._kept(), notice=self.words.kept)

    def _kept(self) -> None:
        self._typed.pop(self._front, None)
        self._stood = self.text.typed().strip()
        self.shown()

    def forget(self) -> None:
        """Let the shipped form count again, or the office's own one go; its text stands ready to be kept."""
        key = self.chosen
        if self._own is not None:
            self._forget(key, self._own)
        else:  # a colleague's, kept while one typed
            self.read(self.doors.own_text_of, key, done=lambda own: self._forget(key, own))

    def _forget(self, key: str, before: str | None) -> None:
        if before is not None:
            self.run(self.doors.drop, key, before, done=lambda _changes: self._kept(),
                     notice=tr("The form is removed."), back=lambda: self._bring_back(key, before))

    def _bring_back(self, key: str, text: str) -> None:
        self.run(self.doors.keep, key, text, None, done=lambda _changes: self.shown(), notice=tr("Undone."))

    def refused(self, error: DeskError, form: Form | None = None) -> None:
        """A fault in the text is said beneath it, and the cursor goes to its line."""
        if isinstance(error, FormError):
            self.text.set_error(tr_error(error))
            block = self.text.area.document().findBlockByNumber(max(0, error.line - 1))
            self.text.area.setTextCursor(QTextCursor(block))
            self.text.area.setFocus()
            return
        super().refused(error, form)

    def decided(self, _field: str, mine: bool) -> None:
        """A colleague kept another text meanwhile: one's own after all, or theirs."""
        if not mine:
            self._typed.pop(self._front, None)
            self._read_text()
            return
        self.read(self.doors.own_text_of, self.chosen, done=self._keep)


def _standing(line: FormLine) -> str:
    told = {Standing.SHIPPED: tr("As shipped with the program."),
            Standing.CHANGED: tr("Changed by this office."),
            Standing.OFFICE: tr("This office's own form.")}[line.standing]
    return f"{told} {tr_error(line.trouble)}" if line.trouble else told
