"""A clause of the library: when it fits, what it needs, what it contradicts, and its places as fields."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.fields.kinds import ChoiceField, DateField, Form, MoneyField, TextField
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_error
from mediation_desk.library.forms import Clause
from mediation_desk.services.clauses import contradicted, library, line, offered, place_kind

OFFICE = "office"  # a place that the office's own name fills, until somebody writes another


class ClausePicker(QWidget):
    """Chooses a clause and asks for its places. ``wanted(str)``: the clause as a line of the further terms.

    ``present`` tells the ids of the clauses that are in the agreement already.
    """

    wanted = Signal(str)

    def __init__(self, bench: CaseBench, present: Callable[[], list[str]],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench, self._present = bench, present
        self.known = library(bench.desk.settings)
        self.clause: Clause | None = None
        self.form: Form | None = None
        self.choice = ChoiceField(tr("Add a clause from the library"),
                                  [(one.id, one.title) for one in offered(bench.desk.settings)], name="",
                                  empty=tr("Choose a clause …"))
        self.fits, self.basis = label("", "muted", wrap=True), label("", "muted", wrap=True)
        self.against = label("", "trouble", wrap=True)
        self.put_in = button(tr("Add the clause"), picture="plus")
        self.leave = button(tr("Cancel"), "quiet")
        self._lay()
        self.choice.combo.activated.connect(lambda _at: self.open())
        self.put_in.clicked.connect(self._put_in)
        self.leave.clicked.connect(self.close_clause)
        self.hide()

    def _lay(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.put_in)
        row.addWidget(self.leave)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(8))
        for made in (self.fits, self.basis, self.against):
            self._column.addWidget(made)
        self._column.addLayout(row)

    def open(self) -> None:
        """Show the chosen clause with a field for each of its places."""
        self.known = library(self.bench.desk.settings)
        self.clause = self.known.get(self.choice.typed())
        self._drop_form()
        self.setVisible(self.clause is not None)
        if self.clause is None:
            return
        self._say(self.clause)
        if self.clause.places:
            self.form = Form(self)
            self.form.group()
            for place, told in self.clause.places.items():
                self.form.add(self._field(self.clause, place, told))
            self.form.does(self.put_in)
            self._column.insertWidget(3, self.form)
            self.form.field(next(iter(self.clause.places))).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            (self.put_in if self.put_in.isEnabled() else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, clause: Clause) -> None:
        """When it fits, on which law it rests, and why it cannot stand beside what is there."""
        self.fits.setText(tr("Fits: {when}", when=clause.fits))
        self.fits.setVisible(bool(clause.fits))
        self.basis.setText(tr("Rests on: {law}", law=clause.basis))
        self.basis.setVisible(bool(clause.basis))
        there = self._present()
        others = contradicted(self.known, clause, there)
        if clause.id in there:
            self.against.setText(tr("This clause is in the further terms already."))
        elif others:
            self.against.setText(tr("Contradicts what is there already: {titles}", titles=others))
        possible = clause.id not in there and not others
        self.against.setVisible(not possible)
        self.put_in.setEnabled(possible)

    def _field(self, clause: Clause, place: str, told: str) -> Field:
        kind = place_kind(clause, place)
        if kind == "day":
            return DateField(told, name=place, required=True, today=self.bench.today)
        if kind == "money":
            return MoneyField(told, name=place, required=True)
        made = TextField(told, name=place, required=True, width=26)
        if place == OFFICE:
            made.set_value(self.bench.desk.settings.name)
        return made

    def _put_in(self) -> None:
        if self.clause is None or (self.form is not None and not self.form.commit()):
            return
        values = {place: self.form.field(place).value() for place in self.clause.places} if self.form else {}
        try:
            written = line(self.clause, values)
        except DeskError as error:
            self.choice.set_error(tr_error(error))
            return
        self.close_clause()
        self.wanted.emit(written)

    def close_clause(self) -> None:
        """Nothing is chosen any more."""
        self.choice.set_value(None)
        self.clause = None
        self._drop_form()
        self.hide()

    def _drop_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self._column.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None
