"""Workers from a pasted list: each line read, with what is wrong with it; and the panel that shows them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.domain.words import N_, Sentence, say
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.spreadsheet import read_cells
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr, tr_count, tr_sentence
from mediation_desk.services.intake.identity import read_id_number, read_phone, tidy
from mediation_desk.services.intake.registering import PartyDraft

HEADINGS = frozenset({"姓名", "name", "申请人", "劳动者", "worker"})
_GAPS = re.compile(r"[,，;；、]\s*|\s{2,}")


@dataclass(frozen=True)
class PastedLine:
    """One line: a worker, what keeps it from being added, and what merely looks wrong."""

    number: int
    name: str
    id_number: str
    phone: str
    errors: tuple[Sentence, ...] = ()
    warnings: tuple[Sentence, ...] = ()

    def draft(self) -> PartyDraft:
        """The worker as an applicant."""
        return PartyDraft(Role.APPLICANT, self.name, PartyKind.PERSON,
                          {"id_number": self.id_number, "phone": self.phone})


def read_lines(text: str, known: Collection[str] = ()) -> list[PastedLine]:
    """The workers of a pasted list: name, ID number, phone, parted by tabs or commas.

    A line of headings and empty lines are passed over; ``known`` are the ID numbers in the case.
    """
    lines: list[PastedLine] = []
    seen = set(known)
    for number, cells in enumerate(read_cells(text), 1):
        parts = [cell.strip() for cell in (cells if len(cells) > 1 else _GAPS.split(cells[0].strip()))]
        if not any(parts) or (number == 1 and parts[0].casefold() in HEADINGS):
            continue
        made = _line(number, parts, seen)
        lines.append(made)
        seen.add(made.id_number)
    return lines


def _line(number: int, parts: Sequence[str], seen: Collection[str]) -> PastedLine:
    name, id_number, phone = (*parts[:3], "", "", "")[:3]
    id_number, phone = tidy(id_number), tidy(phone)
    errors = []
    if not name:
        errors.append(say(N_("The name is missing.")))
    elif any(sign.isdecimal() for sign in name):
        errors.append(say(N_("“{word}” is not a name; the order is name, ID number, phone."), word=name))
    if any(parts[3:]):
        errors.append(say(N_("There are {count} cells; three are read: name, ID number, phone."),
                          count=len(parts)))
    if id_number and id_number in seen:
        errors.append(say(N_("This ID number is entered already.")))
    warnings = (*read_id_number(id_number).warnings, *read_phone(phone))
    return PastedLine(number, name, id_number, phone, tuple(errors), warnings)


class PastedPanel(Later):
    """Paste above, see each line beneath; all of them are added, or none while one is wrong."""

    wanted = Signal(list)  # the drafts of all lines
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: Collection[str] = ()
        self.lines: list[PastedLine] = []

    def make(self) -> QWidget:
        """Where lines are pasted, and each as it was read."""
        self.form = Form()
        self.form.group(tr("Workers from a list"),
                        tr("Copy the columns name, ID number, phone in a spreadsheet and paste them here."))
        self.text = self.form.add(TextArea(tr("Pasted lines"), name="pasted", lines=3, most=6), wide=True)
        self.model = RowsModel(_columns())
        self.table = Table(self.model, name=tr("Lines read"))
        self.table.setFixedHeight(look().px(200))
        self.table.set_empty(tr("No lines read yet"), tr("Each pasted line shows here before it is added."),
                             picture="clipboard-text")
        self.add = button(tr("Add the workers"))
        self.cancel = button(tr("Cancel"), "quiet")
        self._lay()
        self.text.edited.connect(lambda _text: self._read())
        self.add.clicked.connect(lambda: self.wanted.emit([line.draft() for line in self.lines]))
        self.cancel.clicked.connect(self.left)
        self._read()
        return self.form

    def _lay(self) -> None:
        self.form.add_widget(self.table)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.add)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.form.add_widget(buttons)

    def begin(self, known: Collection[str]) -> None:
        """Empty, ready for a paste; ``known`` are the ID numbers the case has."""
        self.bring()
        self._known = known
        self.text.set_value("")
        self.text.set_typed("")
        self._read()
        self.text.setFocus()

    def _read(self) -> None:
        self.lines = read_lines(self.text.typed(), self._known)
        self.model.set_rows(self.lines)
        wrong = sum(bool(line.errors) for line in self.lines)
        self.add.setEnabled(bool(self.lines) and not wrong)
        self.add.setText(tr_count("Add {count} worker", "Add {count} workers", len(self.lines)))
        self.text.set_error(tr_count("{count} line is wrong, so none is added.",
                                     "{count} lines are wrong, so none is added.", wrong) if wrong else None)


def _state(line: PastedLine) -> State:
    if line.errors:
        return State(tr("wrong"), "overdue", "warning-circle")
    return State(tr("check"), "disputed") if line.warnings else State(tr("good"), "agreed")


def _columns() -> list[Column]:
    return [Column("number", tr("Line"), lambda line: line.number, Kind.NUMBER, width=5),
            Column("state", tr("State"), _state, Kind.STATE, width=11),
            Column("name", tr("Name"), lambda line: line.name, width=12),
            Column("id", tr("ID number"), lambda line: line.id_number, width=20),
            Column("phone", tr("Phone"), lambda line: line.phone, width=13),
            Column("note", tr("Remark"), lambda line: " ".join(
                tr_sentence(said) for said in (*line.errors, *line.warnings)), stretch=True)]
