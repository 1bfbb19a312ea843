"""A field of several lines that grows with what is written in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.held_files import FilesPassBy
from mediation_desk.gui.kit.look.theme import look


class TextArea(Field):
    """Running text; its value is a str. Tab leaves it, Ctrl+Enter keeps it and does what its form does.

    It is ``lines`` high when empty and grows to ``most`` lines, then scrolls.
    """

    def __init__(self, label: str, *, name: str = "", help: str = "", required: bool = False,
                 placeholder: str = "", lines: int = 3, most: int = 12, limit: int = 20_000,
                 parent: QWidget | None = None) -> None:
        self.area = QPlainTextEdit()
        self._lines, self._most, self._limit = lines, most, limit
        FilesPassBy(self.area.viewport())
        super().__init__(label, self.area, name=name, help=help, required=required, parent=parent)
        self._kept = ""
        self._silent = False
        self.area.setTabChangesFocus(True)
        self.area.setPlaceholderText(placeholder)
        self.area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.area.textChanged.connect(self._changed)
        self.area.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self._grow()

    def value(self) -> str:
        """The kept text."""
        return str(self._kept or "")

    def typed(self) -> str:
        """The raw text as it stands."""
        return self.area.toPlainText()

    def _show_typed(self, text: str) -> None:
        self._silent = True
        self.area.setPlainText(text)
        self._silent = False

    def _read(self, text: str) -> str:
        plain = storable(text).strip()
        if self.required and not plain:
            raise DeskError(N_("This must be filled in."), field=self.name or None)
        if len(plain) > self._limit:
            raise DeskError(N_("This is longer than {limit} characters."), field=self.name or None,
                            limit=self._limit)
        return plain

    def _lock(self, read_only: bool) -> None:
        self.area.setReadOnly(read_only)

    def _changed(self) -> None:
        if not self._silent and not self._composing and self.modified():
            self.edited.emit(self.typed())

    def _grow(self) -> None:
        rows = self.area.document().documentLayout().documentSize().height()  # in lines, for plain text
        shown = min(max(rows, self._lines), self._most)
        line = QFontMetricsF(self.area.font()).lineSpacing()
        self.area.setFixedHeight(round(shown * line + look().px(20)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter keeps, then the form hears of it; everything else as in all fields."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.commit()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.Resize):
            self._grow()
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._grow)  # by then its lines are broken at the new width
        return super().eventFilter(watched, event)
