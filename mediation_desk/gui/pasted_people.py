"""Pasted people as they are read, line by line under the box they are pasted into."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.intake.likeness import Somebody
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.models import Column, Kind, RowsModel
from mediation_desk.gui.kit.tables.spreadsheet import read_cells
from mediation_desk.gui.kit.tables.table import Table
from mediation_desk.gui.kit.words import tr, tr_count, tr_sentence, words
from mediation_desk.services.intake.pasting import READ, PastedPerson, read_people, worst_first
from mediation_desk.services.intake.registering import PartyDraft

HIGH = 200  # px of the table at 100 %
WIDTHS: Mapping[str, int] = MappingProxyType({"name": 12, "id_kind": 14, "id_number": 20, "phone": 13})
WIDE = 16
SAID = 3  # lines that a brief one tells of


class PastedPeople(QWidget):
    """Reads a text box as it is typed or pasted into, and shows a table: the wrong lines first, each with
    its reason. ``changed`` when the lines were read anew.

    A ``brief`` one has no table: it tells in words what it read besides names, and what is wrong.
    """

    changed = Signal()

    def __init__(self, text: TextArea, *, brief: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text, self._brief = text, brief
        self._known: Sequence[Somebody] = ()
        self.lines: list[PastedPerson] = []
        self.model = RowsModel(_columns())
        self.table = Table(self.model, name=tr("Lines read"))
        self.table.setFixedHeight(look().px(HIGH))
        self.table.set_empty(tr("No lines read yet"), tr("Each pasted line shows here before it is added."),
                             picture="clipboard-text")
        self.told = label("", "small", wrap=True)
        self.leave_out = button("", "quiet", picture="minus-circle")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        column.addWidget(self.table)
        below = QHBoxLayout()
        below.addWidget(self.told, 1)
        below.addWidget(self.leave_out, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)
        text.area.textChanged.connect(self.read)
        text.committed.connect(lambda _value: self.say())  # leaving the box takes its error back
        self.leave_out.clicked.connect(self._leave_out)
        self.read()

    @property
    def wrong(self) -> list[PastedPerson]:
        """The lines that cannot be added as they stand."""
        return [line for line in self.lines if line.errors]

    def drafts(self) -> list[PartyDraft]:
        """The people of the lines that nothing is wrong with, as applicants."""
        return [line.draft() for line in self.lines if not line.errors]

    def begin(self, known: Sequence[Somebody] = ()) -> None:
        """Empty, ready for a paste; ``known`` are the applicants whom the case has."""
        self._known = known
        self.text.set_value("")
        self.text.set_typed("")
        self.read()

    def keep_wrong(self, known: Sequence[Somebody]) -> None:
        """Let the good lines go, which the case has by now; the wrong ones stay to be mended."""
        left, self._known = self.wrong, known
        self._put(left)

    def _leave_out(self) -> None:
        self._put([line for line in self.lines if not line.errors])

    def _put(self, lines: Sequence[PastedPerson]) -> None:
        """Write other lines, such that Ctrl+Z in the box brings the former ones back."""
        cursor = self.text.area.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText("\n".join(line.text for line in lines))
        self.read()

    def read(self) -> None:
        """Read the box, and show what was read."""
        self.lines = read_people(read_cells(self.text.typed()), self._known)
        self.model.set_rows(worst_first(self.lines))
        self.table.setVisible(not self._brief)
        self.told.setText(("；" if words().chinese else "; ").join(_listed(self._told())))
        self.told.setVisible(self._brief and bool(self.told.text()))
        wrong = len(self.wrong)
        self.leave_out.setVisible(self._brief and 0 < wrong < len(self.lines))
        self.leave_out.setText(tr_count("Leave out the {count} wrong line",
                                        "Leave out the {count} wrong lines", wrong))
        self.say()
        self.changed.emit()

    def _told(self) -> list[str]:
        """What was read of the good lines besides the name."""
        return [" ".join(filter(None, (line.name, _kind(line), line.id_number, line.phone, _remark(line))))
                for line in self.lines if not line.errors
                and (line.id_number or line.phone or line.warnings or line.notes)]

    def say(self) -> None:
        """Say beneath the box what is wrong: each line's reason, or how many show first in the table."""
        wrong = self.wrong
        if self._brief:
            reasons = [tr("Line {number}: {reason}", number=line.number, reason=_remark(line))
                       for line in wrong]
            self.text.set_error("\n".join(_listed(reasons)) or None)
            return
        self.text.set_error(tr_count("{count} line cannot be added as it stands; it shows first below.",
                                     "{count} lines cannot be added as they stand; they show first below.",
                                     len(wrong)) if wrong else None)


def _listed(said: Sequence[str]) -> list[str]:
    """The first few of many, and how many more there are."""
    more = len(said) - SAID
    rest = [tr_count("and {count} more", "and {count} more", more)] if more > 0 else []
    return [*said[:SAID], *rest]


def _remark(line: PastedPerson) -> str:
    return " ".join(tr_sentence(said) for said in (*line.errors, *line.warnings, *line.notes))


def _kind(line: PastedPerson) -> str:
    return tr(line.id_kind.label) if line.id_kind else ""


def _state(line: PastedPerson) -> State:
    if line.errors:
        return State(tr("wrong"), "overdue", "warning-circle")
    return State(tr("check"), "disputed") if line.warnings else State(tr("good"), "agreed")


_SHOWN: Mapping[str, Callable[[PastedPerson], str]] = MappingProxyType({"id_kind": _kind})


def _columns() -> list[Column]:
    return [Column("number", tr("Line"), lambda line: line.number, Kind.NUMBER, width=5),
            Column("state", tr("State"), _state, Kind.STATE, width=11),
            *(Column(name, tr(told.label), _SHOWN.get(name, attrgetter(name)), width=WIDTHS.get(name, WIDE))
              for name, told in READ.items()),
            Column("note", tr("Remark"), _remark, stretch=True)]
