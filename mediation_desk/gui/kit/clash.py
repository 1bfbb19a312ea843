"""Two people, one place: both words beside each other, who wrote what stands, and the choice between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from mediation_desk.domain.merging import Conflict, Conflicts, Kind, Row
from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Term
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_count, tr_error, words

MOST_SHOWN = 6  # conflicts told one by one


def spoken(value: object) -> str:
    """A value of the domain in the reader's words."""
    if value is None or value == "":
        return tr("(empty)")
    if isinstance(value, Term):
        return tr(value.label)
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    if isinstance(value, Money):
        return words().money(value)
    return value.isoformat() if isinstance(value, date) else str(value)


@dataclass(frozen=True)
class Choice:
    """The words of the two buttons; without ``mine`` there is nothing to choose."""

    theirs: str
    mine: str


def choice_of(kind: Kind) -> Choice:
    """What can be chosen in such a conflict."""
    return {Kind.FIELD: Choice(tr("Keep theirs"), tr("Keep mine")),
            Kind.REMOVED: Choice(tr("Leave it there"), tr("Take it out all the same")),
            Kind.GONE: Choice(tr("Close"), ""),
            Kind.GROUND: Choice(tr("Leave it"), tr("Do it with what stands now")),
            Kind.WHOLE: Choice(tr("Keep theirs"), tr("Put mine in its place"))}[kind]


@dataclass(frozen=True)
class Versions:
    """A conflict in the reader's words: which place, what stands there, what was wanted."""

    place: str
    theirs: str
    mine: str


class ClashWords:
    """Conflicts in words. Who knows more of what they are about says its names and values better."""

    def versions(self, conflict: Conflict) -> Versions:
        """Both versions of what they are about."""
        place, field = self.place(conflict), conflict.place.field
        if conflict.kind is Kind.WHOLE:
            return Versions(place, self._rows(conflict.stands), self._rows(conflict.mine))
        if not field:
            return Versions(place, self._changed(conflict, conflict.stands),
                            self._changed(conflict, conflict.mine))
        return Versions(place, self.value(conflict, conflict.stands), self.value(conflict, conflict.mine))

    def place(self, conflict: Conflict) -> str:
        """What the conflict is about."""
        return self.named(conflict.place.table, conflict.place.field)

    def named(self, _table: str, field: str) -> str:
        """What a field is called; nothing for one that tells a reader nothing."""
        return field

    def value(self, _conflict: Conflict, value: object, _field: str = "") -> str:
        """A value of the field that the conflict is about, or of another field of that row."""
        return spoken(value)

    def held(self, table: str, row: Row) -> str:
        """All that a row says."""
        said = ((self.named(table, name), value) for name, value in row.items() if value not in (None, ""))
        return tr("; ").join(tr("{field}: {value}", field=name, value=spoken(value))
                             for name, value in said if name)

    def _rows(self, rows: object) -> str:
        assert isinstance(rows, Mapping)
        return "\n".join(self.held(table, row) for (table, _id), row in rows.items()) or tr("(empty)")

    def _changed(self, conflict: Conflict, now: object) -> str:
        """What became of a row that was seen."""
        if now is None:
            return tr("(taken out)")
        assert isinstance(now, Mapping)
        before: Row = conflict.seen if isinstance(conflict.seen, Mapping) else {}
        table = conflict.place.table
        names = [name for name in now if before.get(name) != now[name] and self.named(table, name)]
        return tr("; ").join(tr("{field}: {before} → {after}", field=self.named(table, name),
                                before=self.value(conflict, before.get(name), name),
                                after=self.value(conflict, now[name], name))
                             for name in names) or tr("(as it was)")


class ClashPanel(QFrame):
    """One conflict or several, and a button for each version. ``chosen(bool)``: whether mine is kept."""

    chosen = Signal(bool)

    def __init__(self, error: Conflicts, versions: Sequence[Versions], *, may_insist: bool = True,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        choice = choice_of(error.conflicts[0].kind)
        self.theirs = self._button(choice.theirs, versions[0].theirs)
        self.mine = self._button(choice.mine, versions[0].mine)
        insist = bool(choice.mine) and may_insist
        self.mine.setVisible(insist)
        if not insist:
            self.theirs.setText(tr("Close"))
        self._lay(tr_error(error), versions, insist)
        self.theirs.clicked.connect(lambda: self._choose(False))
        self.mine.clicked.connect(lambda: self._choose(True))

    def _button(self, text: str, value: str) -> QPushButton:
        made = button(text, parent=self)
        made.setAccessibleName(tr("{choice}: {value}", choice=text, value=value))
        return made

    def _lay(self, told: str, versions: Sequence[Versions], insist: bool) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(*[look().px(8)] * 4)
        grid.setSpacing(look().px(8))
        grid.setColumnStretch(1, 1)
        several = len(versions) > 1
        grid.addWidget(label(told, "strong", wrap=True), 0, 0, 1, 2)
        if several:
            grid.addWidget(label("\n".join(_listed(versions)), wrap=True), 1, 0, 1, 2)
        for row, (choose, value) in enumerate(((self.theirs, versions[0].theirs),
                                               (self.mine, versions[0].mine)), start=2):
            grid.addWidget(choose, row, 0, Qt.AlignmentFlag.AlignTop)
            if not several and (insist or choose is self.theirs):
                grid.addWidget(label(value, wrap=True), row, 1)

    def _choose(self, mine: bool) -> None:
        self.hide()
        self.deleteLater()
        self.chosen.emit(mine)


def _listed(versions: Sequence[Versions]) -> list[str]:
    lines = [tr("{place}: {theirs} (mine: {mine})", place=one.place, theirs=one.theirs, mine=one.mine)
             for one in versions[:MOST_SHOWN]]
    rest = len(versions) - len(lines)
    return [*lines, tr_count("… and {count} more", "… and {count} more", rest)] if rest else lines


def ask_beneath(host: QWidget, error: Conflicts, said: ClashWords, chosen: Callable[[bool], object], *,
                may_insist: bool = True) -> ClashPanel:
    """Show both versions at the end of a widget, in the place of what it showed before."""
    for shown in host.findChildren(ClashPanel, options=Qt.FindChildOption.FindDirectChildrenOnly):
        shown.hide()
        shown.deleteLater()
    panel = ClashPanel(error, [said.versions(one) for one in error.conflicts], may_insist=may_insist,
                       parent=host)
    layout = host.layout()
    if layout is not None:
        layout.addWidget(panel)
    panel.chosen.connect(chosen)
    return panel


def ask_in_form(fields: Mapping[str, Field], error: Conflicts, said: ClashWords,
                chosen: Callable[[str, bool], object]) -> bool:
    """Show each conflict beneath the field it is about; False where one is about none of them.

    ``chosen(field, mine)`` when the person has decided on that field.
    """
    found = {one.place.field: one for one in error.conflicts}
    if any(name not in fields for name in found):
        return False
    for name, conflict in found.items():
        ask_beneath(fields[name], Conflicts([conflict], error.seen), said, partial(chosen, name))
    return True
