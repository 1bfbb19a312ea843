"""Who consented to what an elected representative says alone: ticked one by one, nobody by default."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QGridLayout, QWidget

from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.people import Party
from mediation_desk.gui.kit.fields.choice import Tick
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.look.theme import look

ACROSS = 3


class ConsentingField(Field):
    """Its value is a tuple of the parties' keys, in their order."""

    def __init__(self, text: str, *, name: str = "", help: str = "", parent: QWidget | None = None) -> None:
        self.box = QWidget()
        self._grid = QGridLayout(self.box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look().px(12))
        self._grid.setVerticalSpacing(0)
        self.ticks: dict[UUID, Tick] = {}
        super().__init__(text, self.box, name=name, help=help, parent=parent)
        self._kept = ()

    def set_parties(self, parties: Sequence[Party]) -> None:
        """Who can be ticked; who is ticked already stays so."""
        if [party.id for party in parties] == list(self.ticks):
            return
        ticked = self.typed()
        for made in self.ticks.values():
            self._grid.removeWidget(made)
            made.deleteLater()
        self.ticks = {party: Tick(name, self.box) for party, name in told_apart(parties).items()}
        for at, made in enumerate(self.ticks.values()):
            made.clicked.connect(self._pressed)
            self._grid.addWidget(made, at // ACROSS, at % ACROSS)
        if self.ticks:
            self.box.setFocusProxy(next(iter(self.ticks.values())))
        self._show_typed(ticked)

    def value(self) -> tuple[UUID, ...]:
        """Who is kept as ticked."""
        return self._kept if isinstance(self._kept, tuple) else ()

    def typed(self) -> str:
        """The keys of the ticked, parted by spaces."""
        return self._write(tuple(key for key, made in self.ticks.items() if made.isChecked()))

    def _show_typed(self, text: str) -> None:
        ticked = text.split()
        for key, made in self.ticks.items():
            made.setChecked(str(key) in ticked)

    def _read(self, text: str) -> tuple[UUID, ...]:
        return tuple(map(UUID, text.split()))

    def _write(self, value: object) -> str:
        return " ".join(map(str, value)) if isinstance(value, tuple) else ""

    def _pressed(self) -> None:
        self.edited.emit(self.typed())
        self.commit()
