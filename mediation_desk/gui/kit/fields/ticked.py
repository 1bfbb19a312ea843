"""Some of many: ticked one by one, none by default."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from PySide6.QtWidgets import QGridLayout, QWidget

from mediation_desk.gui.kit.fields.choice import Tick
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.look.theme import look

ACROSS = 3

K = TypeVar("K")


class TickedField(Field, Generic[K]):
    """Its value is a tuple of keys, in the order in which they are offered. ``key``: reads one as it was
    written; no key has a space in it."""

    def __init__(self, text: str, key: Callable[[str], K], *, name: str = "", help: str = "",
                 parent: QWidget | None = None) -> None:
        self.box = QWidget()
        self._grid = QGridLayout(self.box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look().px(16))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(ACROSS, 1)
        self._across = ACROSS
        self._key = key
        self.ticks: dict[K, Tick] = {}
        super().__init__(text, self.box, name=name, help=help, parent=parent)
        self._kept = ()

    def set_choices(self, choices: Mapping[K, str]) -> None:
        """What can be ticked, with its words; what is ticked already stays so."""
        if list(choices) == list(self.ticks):
            return
        ticked = self.typed()
        for made in self.ticks.values():
            self._grid.removeWidget(made)
            made.deleteLater()
        self.ticks = {key: Tick(said, self.box) for key, said in choices.items()}
        for at, made in enumerate(self.ticks.values()):
            made.clicked.connect(self._pressed)
            self._grid.addWidget(made, at // self._across, at % self._across)
        if self.ticks:
            self.box.setFocusProxy(next(iter(self.ticks.values())))
        self._show_typed(ticked)

    def fit(self, width: int) -> None:
        """As many beside each other as have room for their words; at least one, at most ``ACROSS``."""
        widths = [made.sizeHint().width() for made in self.ticks.values()]
        gap = self._grid.horizontalSpacing()
        fitting = (across for across in range(ACROSS, 1, -1)
                   if sum(max(widths[at::across], default=0) + gap for at in range(across)) <= width)
        across = next(fitting, 1)
        if across != self._across:
            self._across = across
            for at, made in enumerate(self.ticks.values()):
                self._grid.addWidget(made, at // across, at % across)

    def value(self) -> tuple[K, ...]:
        """What is kept as ticked."""
        return self._kept if isinstance(self._kept, tuple) else ()

    def typed(self) -> str:
        """The keys of the ticked, parted by spaces."""
        return self._write(tuple(key for key, made in self.ticks.items() if made.isChecked()))

    def _show_typed(self, text: str) -> None:
        ticked = text.split()
        for key, made in self.ticks.items():
            made.setChecked(str(key) in ticked)

    def _read(self, text: str) -> tuple[K, ...]:
        return tuple(map(self._key, text.split()))

    def _write(self, value: object) -> str:
        return " ".join(map(str, value)) if isinstance(value, tuple) else ""

    def _pressed(self) -> None:
        self.edited.emit(self.typed())
        self.commit()
