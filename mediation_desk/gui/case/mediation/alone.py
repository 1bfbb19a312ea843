"""What one side said alone: its notes, its bottom line and the offers it has not allowed to be told."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import SealedKind, Side
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import drop, empty_layout
from mediation_desk.gui.case.mediation.side import SideCard, paid_in, side_chip
from mediation_desk.gui.kit.fields.kinds import Form, IntegerField, MoneyField, TextArea, TextField
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.words import tr, tr_count, words
from mediation_desk.services.mediation import caucus
from mediation_desk.services.mediation.caucus import ClosedWord, PrivateTalk, PrivateWord

Values = dict[str, object]


class SideAlone(SideCard):
    """One side's private column. It lives only while it is shown; its drafts are kept sealed."""

    def __init__(self, bench: CaseBench, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(side, parent)
        self.bench, self.whose = bench, side
        self.closed, self.lines, self.offers, self.notes = (QVBoxLayout() for _ in range(4))
        self.column.addWidget(side_chip(side), 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(self.closed)
        self.line_form, self.line_button = self._line_form(), button(tr("Keep the bottom line"))
        self.offer_form, self.offer_button = self._offer_form(), button(tr("Keep the offer to myself"))
        self.note_form, self.note_button = self._note_form(), button(tr("Keep the note"))
        self._section(tr("Bottom line"), self.lines, self.line_form, self.line_button)
        self._section(tr("Offers not released"), self.offers, self.offer_form, self.offer_button)
        self._section(tr("Notes"), self.notes, self.note_form, self.note_button)
        self.column.addStretch(1)
        self.line_button.clicked.connect(self.keep_line)
        self.offer_button.clicked.connect(self.keep_offer)
        self.note_button.clicked.connect(self.keep_note)
        for form, place in self._drafts():
            bench.notes.bring_back(form, place)
            bench.notes.watch(form, place)

    def _drafts(self) -> list[tuple[Form, str]]:
        forms = {"line": self.line_form, "offer": self.offer_form, "note": self.note_form}
        return [(form, f"alone/{self.whose.value}/{name}") for name, form in forms.items()]

    # -- forms ---------------------------------------------------------------------------

    def _section(self, title: str, words_: QVBoxLayout, form: Form, keep: QPushButton) -> None:
        self.column.addSpacing(look().px(8))
        self.column.addWidget(label(title, "group"))
        words_.setSpacing(look().px(4))
        self.column.addLayout(words_)
        self.column.addWidget(form)
        self.column.addWidget(keep, 0, Qt.AlignmentFlag.AlignLeft)
        form.does(keep)
        form.setVisible(not self.bench.read_only)
        keep.setVisible(not self.bench.read_only)
        keep.setAccessibleName(tr("{what}: {side}", what=keep.text(), side=tr(self.whose.label)))

    def _line_form(self) -> Form:
        form = Form(self)
        worker = self.whose is Side.APPLICANT
        form.add(MoneyField(tr("Not under") if worker else tr("Not over"), name="bottom_line", required=True))
        form.add(IntegerField(tr("Most instalments"), name="most", least=1, most=60))
        form.add(IntegerField(tr("Fewest instalments"), name="fewest", least=1, most=60))
        form.add(TextField(tr("In their words"), name="text", width=26))
        return form

    def _offer_form(self) -> Form:
        form = Form(self)
        form.add(MoneyField(tr("Amount"), name="amount", required=True))
        form.add(IntegerField(tr("Instalments"), name="instalments", required=True, least=1, most=60))
        form.add(TextField(tr("Terms"), name="terms", width=26), wide=True)
        form.set_values({"instalments": 1})
        return form

    def _note_form(self) -> Form:
        form = Form(self)
        form.add(TextArea(tr("What was said alone"), name="note", lines=2, most=8), wide=True)
        return form

    # -- showing -------------------------------------------------------------------------

    def show_talk(self, talk: PrivateTalk) -> None:
        """Show this side's words; what is being typed stays."""
        for box in (self.closed, self.lines, self.offers, self.notes):
            empty_layout(box)
        for entry in talk.closed:
            if entry.side in (self.whose, None):
                self.closed.addWidget(self._closed(entry))
        lines = talk.of(self.whose, SealedKind.BOTTOM_LINE)
        for word in lines[-1:]:
            self._add(self.lines, word, label(self._line(word), "strong", wrap=True), word.text)
        for word in talk.of(self.whose, SealedKind.OFFER):
            if not word.released:
                row = self._add(self.offers, word, label(self._offer(word), "strong", wrap=True), word.terms)
                self._add_release(row, word)
        for word in talk.of(self.whose, SealedKind.NOTE):
            day = word.written_at.astimezone(self.bench.desk.zone).replace(tzinfo=None)
            self._add(self.notes, word, label(word.text, wrap=True), f"{day:%Y-%m-%d %H:%M}")

    def _closed(self, entry: ClosedWord) -> QLabel:
        """An entry that does not open, by the day and kind that its row says now."""
        if entry.kind is None or entry.written_at is None:
            said = tr("An entry of this case cannot be read at all: somebody wrote into it outside the "
                      "program. Verify the store.")
        else:
            day = entry.written_at.astimezone(self.bench.desk.zone)
            said = tr("{what} of {day} does not open: the entry was altered outside the program, or an older "
                      "one was put back. Verify the store.", what=tr(entry.kind.label), day=f"{day:%Y-%m-%d}")
        made = label(said, "small", wrap=True)
        made.setProperty("meaning", "overdue")
        return made

    def _line(self, word: PrivateWord) -> str:
        amount = words().money(word.amount)
        bound = tr("not under {amount}", amount=amount) if self.whose is Side.APPLICANT else tr(
            "not over {amount}", amount=amount)
        parts = [bound]
        if word.instalments:
            parts.append(tr_count("at most {count} instalment", "at most {count} instalments",
                                  word.instalments))
        if word.fewest_instalments:
            parts.append(tr_count("at least {count} instalment", "at least {count} instalments",
                                  word.fewest_instalments))
        return str(words().shown(parts))

    @staticmethod
    def _offer(word: PrivateWord) -> str:
        return tr("{amount}, {instalments}", amount=word.amount, instalments=paid_in(word.instalments or 1))

    def _add(self, box: QVBoxLayout, word: PrivateWord, said: QWidget, below: str) -> QHBoxLayout:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.addWidget(said, 1)
        row.addWidget(self._forget(word), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        if below:
            column.addWidget(label(below, "small", wrap=True))
        box.addWidget(whole)
        return row

    def _forget(self, word: PrivateWord) -> QToolButton:
        made = QToolButton()
        made.setIcon(icon("x", "muted"))
        made.setIconSize(QSize(look().px(14), look().px(14)))
        tip(made, tr("Take out"))
        made.setAccessibleName(tr("Take out: {what}", what=tr(word.kind.label)))
        made.setEnabled(not self.bench.read_only)
        made.clicked.connect(lambda: self.bench.run(caucus.forget, word.id, notice=tr("It was taken out.")))
        return made

    def _add_release(self, row: QHBoxLayout, word: PrivateWord) -> None:
        made = button(tr("Release to the other side"), "quiet", picture="arrow-right")
        made.setObjectName("release")
        made.setEnabled(not self.bench.read_only)
        made.clicked.connect(lambda: self.bench.run(
            caucus.release, word.id, notice=tr("The offer now stands in the open record.")))
        row.insertWidget(1, made, 0, Qt.AlignmentFlag.AlignTop)

    # -- keeping -------------------------------------------------------------------------

    def keep_line(self) -> None:
        """Seal the bottom line."""
        if self.line_form.commit():
            given = self.line_form.values()
            self.bench.run(caucus.set_bottom_line, self.whose, given["bottom_line"] or Money(0),
                           most_instalments=given["most"], fewest_instalments=given["fewest"],
                           text=str(given["text"]), form=self.line_form, notice=tr("Sealed."),
                           done=lambda _changes: self._emptied(self.line_form, "line"))

    def keep_offer(self) -> None:
        """Seal an offer that may not be told yet."""
        if self.offer_form.commit():
            given = self.offer_form.values()
            self.bench.run(caucus.take_offer, self.whose, given["amount"], given["instalments"],
                           str(given["terms"]), form=self.offer_form, notice=tr("Sealed."),
                           done=lambda _changes: self._emptied(self.offer_form, "offer", {"instalments": 1}))

    def keep_note(self) -> None:
        """Seal a note."""
        if self.note_form.commit():
            self.bench.run(caucus.note, self.whose, str(self.note_form.values()["note"]), form=self.note_form,
                           notice=tr("Sealed."), done=lambda _changes: self._emptied(self.note_form, "note"))

    def _emptied(self, form: Form, place: str, values: Values | None = None) -> None:
        self.bench.notes.drop(f"alone/{self.whose.value}/{place}")
        if not shiboken6.isValid(self):
            return
        empty: Values = {name: "" if isinstance(form.field(name), TextField | TextArea) else None
                         for name in form.names()}
        for name, value in (empty | (values or {})).items():
            field = form.field(name)
            field.set_value(value)
            field.set_typed("" if value in (None, "") else str(value))
            field.set_error(None)


def forget_widget(widget: QWidget | None) -> None:
    """Take a private widget off the page, its words first."""
    if widget is not None:
        for form in widget.findChildren(Form):
            form.blockSignals(True)  # emptying it is nobody's typing
            for name in form.names():
                form.field(name).set_typed("")
        drop(widget)
