"""Above a paper: what it would be printed without, each with the way to where it is entered."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.services.papers.lacking import Lack

NAMED = 3  # empty fields named in the line; the menu has all


class LacksLine(QWidget):
    """``wanted(Lack)``: somebody goes to enter it."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lacks: tuple[Lack, ...] = ()
        self.said = label("", "strong", wrap=True)
        self.go = button(tr("Enter it"), "quiet", picture="arrow-right")
        self._menu = QMenu(self.go)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        mark = label("")
        mark.setPixmap(icon("warning-circle", "disputed").pixmap(look().px(16), look().px(16)))
        row.addWidget(mark)
        row.addWidget(self.said, 1)
        row.addWidget(self.go)
        self.go.clicked.connect(self._enter)
        self.hide()

    def show_lacks(self, lacks: Sequence[Lack]) -> None:
        """Say what is empty; nothing where nothing is."""
        self.lacks = tuple(lacks)
        names = [called(one) for one in self.lacks]
        self._menu.clear()
        for one, name in zip(self.lacks, names, strict=True):
            self._menu.addAction(name, partial(self.wanted.emit, one))
        self.said.setText(_sentence(names))
        self.setVisible(bool(self.lacks))

    def _enter(self) -> None:
        """To the one field, or to the one that is chosen of several."""
        if len(self.lacks) == 1:
            self.wanted.emit(self.lacks[0])
        else:
            self._menu.popup(self.go.mapToGlobal(self.go.rect().bottomLeft()))

    def actions_of(self) -> QMenu:
        """The menu with every empty field."""
        return self._menu


def called(lack: Lack) -> str:
    """What an empty field is called, with whose it is."""
    name = lack.said or tr(lack.label)
    return tr("{field} ({whose})", field=name, whose=lack.whose) if lack.whose else name


def _sentence(names: Sequence[str]) -> str:
    shown = tr(", ").join(names[:NAMED])
    if len(names) <= NAMED:
        return tr("Printed empty, for it is not entered yet: {fields}.", fields=shown)
    return tr_count("Printed empty, for it is not entered yet: {fields} and 1 more.",
                    "Printed empty, for it is not entered yet: {fields} and {count} more.",
                    len(names) - NAMED, fields=shown)
