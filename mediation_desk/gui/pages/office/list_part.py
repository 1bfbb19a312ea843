"""A list of the office with its row in hand: added, changed, taken out, each with a way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from mediation_desk.domain.merging import Conflict
from mediation_desk.gui.kit.clash import ClashWords
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.tables.seeking import choose_where
from mediation_desk.gui.kit.tables.table import Column, RowsModel, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.at_office import leave_to_office
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.services.desk import Desk

Values = Mapping[str, Any]
"""What a form says, by the names of its fields."""


@dataclass(frozen=True)
class ListDoors:
    """The verbs behind one list. ``add`` takes what the form says; ``change`` the entry's key, what the form
    says, and the entry as the person looked at it (None: whatever stands now); the others its key."""

    add: Callable[[Desk, Values], Any]
    change: Callable[[Desk, UUID, Values, Any], Any]
    remove: Callable[[Desk, UUID], Any]
    put_back: Callable[[Desk, UUID], Any]


@dataclass(frozen=True)
class ListWords:
    """What is said of one list: what it is called and for; its empty state, with a picture; the button for a
    further entry; that one is added, is kept; what a conflict is about; and that one is taken out, where
    that is the same for all."""

    name: str
    about: str
    empty: str
    empty_help: str
    picture: str
    add: str
    added: str
    kept: str
    clash: str
    removed: str = ""


class ListPart(OfficePart):
    """The list, and beneath it the entry in hand: a further one, or the one of the row that was chosen.

    A list gives its doors, words and columns, makes its form and reads its rows (``shown``, which hands
    them to ``show_rows``); a row is its own entry unless the list says otherwise, and the form's fields
    are called as the entry's are. ``table_height``: the least that the table has, in pixels.
    """

    table_height: ClassVar[int]

    def __init__(self, desk: Desk, tasks: Tasks, doors: ListDoors, words: ListWords,
                 columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self.doors, self.words = doors, words
        self.in_hand: Any = None  # the row whose entry stands in the form; None for a further one
        self.model = RowsModel(columns)
        self.table = Table(self.model, name=words.name)
        self.table.set_empty(words.empty, words.empty_help, picture=words.picture)
        self.add = button(words.add, picture="plus")
        self.form = self.make_form()
        self._blank, self._begun = self.form.values(), self._typed()
        self.keep_button, self.remove = button(tr("Keep")), button(tr("Remove"), "quiet", picture="trash")
        self._lay()
        self.table.chosen.connect(self._choose)
        self.add.clicked.connect(self.begin)
        self.keep_button.clicked.connect(self.keep)
        self.remove.clicked.connect(self._remove)
        self.form.does(self.keep_button)
        leave_to_office(desk, self.add, self.keep_button, self.remove)

    def _lay(self) -> None:
        self.lay_head(label(self.words.about, "muted", wrap=True))
        self.table.setMinimumHeight(self.table_height)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.form)
        self.column.addLayout(row_of(self.keep_button, self.remove))

    # -- what a list says ----------------------------------------------------------------

    def make_form(self) -> Form:
        """The fields of an entry, empty."""
        raise NotImplementedError

    def lay_head(self, about: QLabel) -> None:
        """What stands above the table: what the list is for, and the button for a further entry."""
        top = QHBoxLayout()
        top.addWidget(about, 1)
        top.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(top)

    def entry(self, row: Any) -> Any:
        """The entry that a row shows, with its ``id``."""
        return row

    def values_of(self, entry: Any) -> Values:
        """An entry as the form says it."""
        return {name: getattr(entry, name) for name in self.form.names()}

    def blank(self) -> Values:
        """What the form says of a further entry before anybody has typed."""
        return self._blank

    def turned(self, row: Any | None) -> None:
        """That row is in hand from now on, or none: whatever else goes by it."""

    def removed_words(self, _row: Any) -> str:
        """That the entry of that row is taken out."""
        return self.words.removed

    def added(self, _changes: Any) -> None:
        """A further entry is in the list, and its form ready for another."""
        self._turn_to(None)
        self.shown()

    @property
    def is_entering(self) -> bool:
        """Whether a further entry is being entered, which reading the list anew leaves as it is."""
        return self.in_hand is None and self._typed() != self._begun

    def _typed(self) -> list[str]:
        return [self.form.field(name).typed() for name in self.form.names()]

    @property
    def takes_focus(self) -> bool:
        """Whether the cursor goes to the form when a further entry is begun."""
        return self.isVisible()

    # -- showing -------------------------------------------------------------------------

    def show_rows(self, found: Sequence[Any]) -> None:
        """The list as it was read; the row that is in hand stays so as long as it is there."""
        wanted = self.entry(self.in_hand).id if self.in_hand is not None else None
        self.model.set_rows(found)
        if choose_where(self.table, lambda row: self.entry(row).id == wanted):
            self._choose(self.table.current_row())  # which says nothing by itself where it was there before
        elif not self.is_entering:
            self.begin()

    def _choose(self, row: Any | None) -> None:
        if row is not None:
            self._turn_to(row)

    def begin(self) -> None:
        """Empty fields for a further entry."""
        self.table.clearSelection()
        self._turn_to(None)
        if self.takes_focus:
            first, *_others = self.form.names()
            self.form.field(first).setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_to(self, row: Any | None) -> None:
        self.in_hand = row
        self.turned(row)
        self.form.set_values(self.blank() if row is None else self.values_of(self.entry(row)))
        self.form.clear_errors()
        self._begun = self._typed()
        self.remove.setEnabled(row is not None and self.desk.branch is None)

    # -- doing ---------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep the entry in hand."""
        if not self.form.commit():
            return
        if self.in_hand is None:
            self.run(self.doors.add, self.form.values(), form=self.form, done=self.added,
                     notice=self.words.added)
        else:
            entry = self.entry(self.in_hand)
            self.change(entry, seen=entry, back=lambda: self.put_back_words(entry))

    def change(self, entry: Any, seen: Any = None, back: Callable[[], object] | None = None) -> None:
        """Keep what the form says of an entry; ``seen``: as the person looked at it."""
        self.run(self.doors.change, entry.id, self.form.values(), seen, form=self.form,
                 done=lambda _changes: self.shown(), notice=self.words.kept, back=back)

    def put_back_words(self, entry: Any) -> None:
        """Let an entry say again what it said."""
        self._undo(self.doors.change, entry.id, self.values_of(entry), None)

    def _remove(self) -> None:
        row, self.in_hand = self.in_hand, None
        if row is not None:
            key = self.entry(row).id
            self.run(self.doors.remove, key, done=self._removed,
                     notice=self.removed_words(row), back=lambda: self._undo(self.doors.put_back, key))

    def _removed(self, _changes: Any) -> None:
        self._turn_to(None)
        self.shown()

    def _undo(self, verb: Callable[..., Any], *args: Any) -> None:
        self.run(verb, *args, done=lambda _changes: self.shown(), notice=tr("Undone."))

    def decided(self, _field: str, mine: bool) -> None:
        """One's own words after all, now that the colleague's were seen; or theirs."""
        if mine and self.in_hand is not None:
            self.change(self.entry(self.in_hand))
        else:
            self.shown()

    def clash_words(self) -> ListClashWords:
        """A conflict about an entry, by the fields of its form."""
        return ListClashWords(self.words.clash,
                              {name: self.form.field(name).called for name in self.form.names()})


class ListClashWords(ClashWords):
    """A conflict about an entry of a list. ``about``: which list; ``called``: its fields by name."""

    def __init__(self, about: str, called: Mapping[str, str]) -> None:
        self._about, self._called = about, called

    def place(self, _conflict: Conflict) -> str:
        """What it is about."""
        return self._about

    def named(self, _table: str, field: str) -> str:
        """Which of its words."""
        return self._called.get(field, field)
