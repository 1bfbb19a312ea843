"""Which papers are given out: ticked one by one, none by default."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from mediation_desk.gui.kit.fields.choice import Tick
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import words
from mediation_desk.services.serving.offering import Servable

ACROSS = 3


class PapersField(Field):
    """Its value is a tuple of the forms' names, in the order of the road."""

    def __init__(self, text: str, *, name: str = "", help: str = "", parent: QWidget | None = None) -> None:
        self.box = QWidget()
        self._grid = QGridLayout(self.box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look().px(16))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(ACROSS, 1)
        self.ticks: dict[str, Tick] = {}
        super().__init__(text, self.box, name=name, help=help, parent=parent)
        self._kept = ()

    def set_papers(self, papers: Sequence[Servable]) -> None:
        """What can be ticked; what is ticked already stays so."""
        if [one.template for one in papers] == list(self.ticks):
            return
        ticked = self.typed()
        for made in self.ticks.values():
            self._grid.removeWidget(made)
            made.deleteLater()
        self.ticks = {one.template: Tick(one.title.text(words().code), self.box) for one in papers}
        for at, made in enumerate(self.ticks.values()):
            made.clicked.connect(self._pressed)
            self._grid.addWidget(made, at // ACROSS, at % ACROSS)
        if self.ticks:
            self.box.setFocusProxy(next(iter(self.ticks.values())))
        self._show_typed(ticked)

    def value(self) -> tuple[str, ...]:
        """What is kept as ticked."""
        return self._kept if isinstance(self._kept, tuple) else ()

    def typed(self) -> str:
        """The names of the ticked, parted by spaces."""
        return self._write(tuple(key for key, made in self.ticks.items() if made.isChecked()))

    def _show_typed(self, text: str) -> None:
        ticked = text.split()
        for key, made in self.ticks.items():
            made.setChecked(key in ticked)

    def _read(self, text: str) -> tuple[str, ...]:
        return tuple(text.split())

    def _write(self, value: object) -> str:
        return " ".join(value) if isinstance(value, tuple) else ""

    def _pressed(self) -> None:
        self.edited.emit(self.typed())
        self.commit()
