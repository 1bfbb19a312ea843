"""To whom something is given, each at a place of their own: ticked one by one, nobody by default."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Role
from mediation_desk.gui.kit.fields.choice import Tick
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.laid import on_button
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr

PLACE_WIDTH, NAME_WIDTH = 320, 200  # px at 100 %
MANY = 2  # of one role from which all are ticked at once


@dataclass(frozen=True)
class Chosen:
    """Somebody who is ticked, or typed (``party_id`` None), and where they are to be found."""

    party_id: UUID | None
    name: str
    place: str


@dataclass
class _Line:
    tick: Tick
    place: QLineEdit


class RecipientsField(Field):
    """Its value is a tuple of :class:`Chosen`; a party's place is its address until another is typed."""

    def __init__(self, text: str, *, name: str = "", help: str = "", parent: QWidget | None = None) -> None:
        self.editor = QWidget()
        self.lines: dict[UUID, _Line] = {}
        self._parties: dict[UUID, Party] = {}
        self._shown: list[tuple[UUID, str, str, str]] = []
        self.other, self.other_place = QLineEdit(), QLineEdit()
        self._grid, self._all = QGridLayout(), QHBoxLayout()
        self.alls: list[QWidget] = []
        self._lay()
        super().__init__(text, self.editor, name=name, help=help, parent=parent)
        self._kept = ()

    def _lay(self) -> None:
        for made, said, width in ((self.other, tr("Somebody else"), NAME_WIDTH),
                                  (self.other_place, tr("Place of service"), PLACE_WIDTH)):
            made.setPlaceholderText(said)
            made.setAccessibleName(said)
            made.setMinimumWidth(look().px(width))
            made.textEdited.connect(lambda _text: self._told())
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look().px(16))
        self._grid.setVerticalSpacing(look().px(4))
        self._grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self.editor)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        column.addLayout(self._all)
        column.addLayout(self._grid)

    def set_parties(self, parties: Sequence[Party]) -> None:
        """Who can be ticked; who is ticked already stays so, and so does a place that was typed."""
        told = [(one.id, one.name, one.address, one.id_number) for one in parties]
        if told == self._shown:
            return
        self._shown, called = told, told_apart(parties)
        typed = self.typed()
        for line in self.lines.values():
            for gone in (line.tick, line.place):
                self._grid.removeWidget(gone)
                gone.deleteLater()
        self._parties = {one.id: one for one in parties}
        self.lines = {one.id: self._line(at, one, called[one.id]) for at, one in enumerate(parties)}
        self._grid.addWidget(self.other, len(parties), 0)
        self._grid.addWidget(self.other_place, len(parties), 1)
        if self.lines:
            self.editor.setFocusProxy(next(iter(self.lines.values())).tick)
        self._offer_all(parties)
        self._show_typed(typed)

    def _line(self, at: int, party: Party, called: str) -> _Line:
        role = tr(party.role.label)
        made = _Line(Tick(on_button(tr("{name}, {role}", name=called, role=role)), self.editor),
                     QLineEdit(party.address, self.editor))
        made.place.setPlaceholderText(tr("Place of service"))
        made.place.setAccessibleName(tr("Place of service: {name}", name=called))
        made.place.setMinimumWidth(look().px(PLACE_WIDTH))
        made.place.setCursorPosition(0)
        made.tick.clicked.connect(lambda: self._told())
        made.place.textEdited.connect(lambda _text: self._told())
        self._grid.addWidget(made.tick, at, 0)
        self._grid.addWidget(made.place, at, 1)
        return made

    def _offer_all(self, parties: Sequence[Party]) -> None:
        for gone in self.alls:
            self._all.removeWidget(gone)
            gone.deleteLater()
        self.alls = []
        for role in Role:
            those = [one.id for one in parties if one.role is role]
            if len(those) >= MANY:
                made = button(tr("All of them: {role}", role=tr(role.label)), "quiet", picture="check")
                made.clicked.connect(lambda _on=False, those=those: self._tick(those))
                self._all.addWidget(made)
                self.alls.append(made)
        stretch = label("")
        self._all.addWidget(stretch, 1)
        self.alls.append(stretch)

    def _tick(self, those: Sequence[UUID]) -> None:
        for key in those:
            self.lines[key].tick.setChecked(True)
        self._told()

    # -- value ---------------------------------------------------------------------------

    def value(self) -> tuple[Chosen, ...]:
        """Who is kept as chosen."""
        return self._kept if isinstance(self._kept, tuple) else ()

    def typed(self) -> str:
        """One a line: key (nothing for somebody typed), name, place, parted by tabs."""
        return self._write(tuple(self._chosen()))

    def _chosen(self) -> list[Chosen]:
        found = [Chosen(key, self._parties[key].name, line.place.text().strip())
                 for key, line in self.lines.items() if line.tick.isChecked()]
        other = self.other.text().strip()
        return [*found, Chosen(None, other, self.other_place.text().strip())] if other else found

    def _show_typed(self, text: str) -> None:
        told = {key: (name, place) for key, name, place in map(_parted, text.splitlines())}
        for key, line in self.lines.items():
            line.tick.setChecked(str(key) in told)
            line.place.setText(told[str(key)][1] if str(key) in told else self._parties[key].address)
            line.place.setCursorPosition(0)
        name, place = told.get("", ("", ""))
        self.other.setText(name)
        self.other_place.setText(place)

    def _read(self, _text: str) -> tuple[Chosen, ...]:
        return tuple(self._chosen())

    def _write(self, value: object) -> str:
        those = value if isinstance(value, tuple) else ()
        return "\n".join(f"{one.party_id or ''}\t{one.name}\t{one.place}" for one in those)

    def _told(self) -> None:
        self.edited.emit(self.typed())


def _parted(line: str) -> tuple[str, str, str]:
    key, name, place = [*line.split("\t"), "", "", ""][:3]
    return key, name, place
