"""A number that shows masked until somebody goes into it; the first going in is kept in the journal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.text.storable import line
from mediation_desk.gui.kit.fields.line import TextField


class VeiledField(TextField):
    """A text field that is masked while nobody is in it. ``asked``, once, when somebody goes into it
    and sees what stands there; what is typed into an empty field is no secret to whoever types it."""

    asked = Signal()

    def __init__(self, label: str, mask: Callable[[str], str], *, name: str = "", width: int = 44,
                 shape: Callable[[str], str] = line, parent: QWidget | None = None) -> None:
        self._mask = mask
        self._plain = ""
        self._veiled = True
        self._was_asked = False
        super().__init__(label, name=name, width=width, shape=shape, parent=parent)

    @property
    def veiled(self) -> bool:
        """Whether the number shows masked."""
        return self._veiled

    def typed(self) -> str:
        """The number itself, masked or not."""
        return self._plain if self._veiled else self.line.text()

    def _show_typed(self, text: str) -> None:
        if self.typed() == text and self._shown() == self.line.text():
            return  # as it is: no cursor jumps and no selection goes
        self._plain = text
        super()._show_typed(self._mask(text) if self._veiled else text)

    def _shown(self) -> str:
        return self._mask(self._plain) if self._veiled else self.line.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the number to whoever goes into it, and mask it again behind them."""
        if event.type() == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            self._enter(event.reason())
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut and not self._composing and not self.modified():
            self._veil()
        return done

    def _enter(self, reason: Qt.FocusReason) -> None:
        if not self._veiled:
            return
        self._veiled = False
        self.line.setText(self._plain)
        if reason in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.line.selectAll()
        if self._plain and not self._was_asked:
            self._was_asked = True
            self.asked.emit()

    def _composed(self) -> None:
        super()._composed()
        if not self.line.hasFocus():
            self._veil()

    def _veil(self) -> None:
        """Mask what is kept; a number that cannot be read as one stays in sight, to be mended."""
        if not self._veiled and not self.error():
            self._plain, self._veiled = self.line.text(), True
            self.line.setText(self._mask(self._plain))
            self.line.setCursorPosition(0)
