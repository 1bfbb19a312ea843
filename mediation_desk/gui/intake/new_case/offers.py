"""A field that offers what the office knows while one types, and hands over what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, QStringListModel, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from mediation_desk.gui.kit.fields.line import TextField
from mediation_desk.gui.kit.laid import on_line
from mediation_desk.gui.kit.look.theme import dress, look
from mediation_desk.gui.kit.tasks.tasks import Tasks

PAUSE_MS = 120  # after the last key
LEAST = 2  # letters or digits; one Chinese character is enough


class OfferField(TextField):
    """``find(text)`` is asked off the UI thread, ``said(one)`` is how each answer stands in the list.

    ``chosen(one)``: somebody took one of them, by Down and Enter or a click. Nothing is taken by itself.
    """

    chosen = Signal(object)

    def __init__(self, label: str, tasks: Tasks, find: Callable[[str], Sequence[Any]],
                 said: Callable[[Any], str], *, name: str = "", required: bool = False, width: int = 26,
                 placeholder: str = "", limit: int = 500, shape: Callable[[str], str] = str.strip,
                 parent: QWidget | None = None) -> None:
        super().__init__(label, name=name, required=required, width=width, placeholder=placeholder,
                         limit=limit, shape=shape, parent=parent)
        self._tasks, self._find, self._said = tasks, find, said
        self.offered: list[Any] = []
        self._lines = QStringListModel(self)
        self.list = QCompleter(self._lines, self)
        self.list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.list.setWidget(self.line)
        taken: Any = self.list.activated  # of its two shapes the one with the place, for lines may be alike
        taken[QModelIndex].connect(self._take)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.edited.connect(self._typed)

    def _typed(self, text: str) -> None:
        self._put(())
        if _tells(text):
            self._pause.start()
        else:
            self._pause.stop()

    def _ask(self) -> None:
        text = self.typed()
        self._tasks.read(self._find, text, done=lambda found: self._arrived(text, found), receiver=self)

    def _arrived(self, text: str, found: Sequence[Any]) -> None:
        """Show what was found, unless something else stands there by now or one is elsewhere."""
        if text != self.typed() or not self.line.hasFocus():
            return
        self._put(found)
        if self.offered and (popup := self.list.popup()) is not None:
            dress(popup)
            wide = popup.sizeHintForColumn(0) + look().px(24)  # whole, though the field be narrower
            self.list.complete(QRect(0, 0, max(self.line.width(), wide), self.line.height()))
            popup.setCurrentIndex(QModelIndex())  # Enter is the form's until somebody goes into the list

    def _put(self, found: Sequence[Any]) -> None:
        self.offered = list(found)
        self._lines.setStringList([on_line(self._said(one)) for one in self.offered])
        popup = self.list.popup()
        if not self.offered and popup is not None and popup.isVisible():
            popup.hide()

    def _take(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self.offered):
            one = self.offered[index.row()]
            self._put(())
            self.chosen.emit(one)

    def _popup_open(self) -> bool:
        popup = self.list.popup()
        return popup is not None and popup.isVisible()

    def waiting(self) -> bool:
        """Whether something was typed that the office was not asked about yet."""
        return self._pause.isActive()


def _tells(text: str) -> bool:
    plain = text.strip()
    return len(plain) >= LEAST or (plain != "" and not plain.isascii())


