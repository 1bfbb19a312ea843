"""Workers from a pasted list: read line by line, the good ones added, the wrong ones left to be mended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediation_desk.domain.intake.likeness import Somebody
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.pasted_people import PastedPeople


class PastedPanel(Later):
    """Paste above, see each line beneath, add those that are good; the others stay in the box."""

    wanted = Signal(list)  # the drafts of the good lines
    left = Signal()

    def make(self) -> QWidget:
        """Where lines are pasted, and each as it was read."""
        self.form = Form()
        self.form.group(tr("Workers from a list"), tr(
            "Paste name, kind of document, its number and phone of each worker in a line of its own, as "
            "columns of a spreadsheet or parted by commas or blanks."))
        self.text = self.form.add(TextArea(tr("Pasted lines"), name="pasted", lines=3, most=6), wide=True)
        self.people = PastedPeople(self.text)
        self.add = button(tr("Add the workers"))
        self.reason = label("", "small")
        self.cancel = button(tr("Cancel"), "quiet")
        self._lay()
        self.people.changed.connect(self._offer)
        self.add.clicked.connect(lambda: self.wanted.emit(self.people.drafts()))
        self.cancel.clicked.connect(self.left)
        self.form.does(self.add)
        self._offer()
        return self.form

    def _lay(self) -> None:
        self.form.add_widget(self.people)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.add, self.cancel, self.reason):
            row.addWidget(widget)
        row.addStretch(1)
        self.form.add_widget(buttons)

    def begin(self, known: Sequence[Somebody]) -> None:
        """Empty, ready for a paste; ``known`` are the applicants whom the case has."""
        self.bring()
        self.people.begin(known)
        self.text.setFocus()

    def added(self, known: Sequence[Somebody]) -> bool:
        """The good lines are in the case by now; whether wrong ones are left in the box."""
        self.people.keep_wrong(known)
        return bool(self.people.lines)

    def _offer(self) -> None:
        good, wrong = len(self.people.drafts()), len(self.people.wrong)
        self.add.setEnabled(good > 0)
        self.add.setText(tr_count("Add the {count} good one", "Add the {count} good ones", good)
                         if wrong and good else tr_count("Add {count} worker", "Add {count} workers", good))
        self.reason.setText(tr("No line can be added before it is mended.") if wrong and not good else
                            "" if good else tr("Nothing is pasted yet."))
