"""What all fields share: a label above, the editor, help or an error beneath."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import label as text_label
from mediation_desk.gui.kit.look.text import restyle
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.steady import after_press
from mediation_desk.gui.kit.words import tr, tr_error

LONG_LABEL = 40  # letters; with a person's name in it, a label may need a second line


class Field(QWidget):
    """A labelled field. ``name`` is the draft field it holds, the one that errors speak of.

    Signals: ``committed(value)`` when it is left, or on Enter, with a changed and valid value;
    ``edited(text)`` on every key, for drafts. ``set_value`` emits neither.
    """

    committed = Signal(object)
    edited = Signal(str)

    def __init__(self, label: str, editor: QWidget, *, name: str = "", help: str = "",
                 required: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.required = name, required
        self.setObjectName(name)
        self._editor, self._help, self._trouble = editor, help, ""
        self._troubled = ""  # the text that the trouble speaks of
        self._kept: object = None
        self._composing = False
        self._read_only = False
        self._build(label)
        editor.installEventFilter(self)
        self.edited.connect(lambda _text: self._cause_changed())
        self.setFocusProxy(editor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _build(self, label: str) -> None:
        self.label = text_label("", "label", parent=self)
        self.label.setBuddy(self._editor)
        self._below = QHBoxLayout()
        self._below.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addLayout(self._editor_row())
        column.addLayout(self._below)
        self.set_label(label)
        self._say()

    @cached_property
    def _message(self) -> QLabel:
        """The line beneath; made when there is first something to say, for most fields never say anything."""
        made = text_label("", "small", wrap=True, parent=self)
        self._below.addWidget(made, 1)
        return made

    @cached_property
    def _sign(self) -> QLabel:
        """The sign of a trouble before it."""
        made = QLabel(self)
        made.setTextFormat(Qt.TextFormat.PlainText)
        self._below.insertWidget(0, made, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _says_something(self) -> bool:
        return "_message" in vars(self) and bool(self._message.text())

    def _editor_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._editor)
        return row

    # -- room ------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As high as its message needs at the width it has: no line of it is cut."""
        size = super().sizeHint()
        if self._says_something() and self.width() > 0:
            size.setHeight(max(size.height(), self.heightForWidth(self.width())))
        return size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At another width the message has other lines."""
        super().resizeEvent(event)
        if self._says_something() and event.size().width() != event.oldSize().width():
            self.updateGeometry()

    # -- what each kind of field says of itself ------------------------------------------

    def typed(self) -> str:
        """The raw text as it stands, for drafts."""
        raise NotImplementedError

    def _show_typed(self, text: str) -> None:
        """Put raw text into the editor; emits nothing."""
        raise NotImplementedError

    def _read(self, text: str) -> object:
        """The value that a raw text means; a bad one is a DeskError."""
        return text

    def _write(self, value: object) -> str:
        """How a value is shown in the editor."""
        return "" if value is None else str(value)

    # -- value ---------------------------------------------------------------------------

    def value(self) -> object:
        """The value as last kept, by ``set_value`` or by a commit."""
        return self._kept

    def set_value(self, value: object) -> None:
        """Show a value that is kept already. What a person is just typing stays theirs."""
        typing = self.modified() and self._editor.hasFocus()
        self._kept = value
        if not typing:
            self._show_typed(self._write(value))
            self.set_error(None)

    def shows(self, value: object) -> str:
        """How a value stands in the editor."""
        return self._write(value)

    def set_typed(self, text: str) -> None:
        """Bring back what was being typed, from a draft: shown, not yet kept."""
        self._show_typed(text)

    def modified(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.typed() != self._write(self._kept)

    @property
    def composing(self) -> bool:
        """Whether an input method is in the middle of a word."""
        return self._composing

    def commit(self) -> bool:
        """Keep what was typed; False, with the trouble said beneath, where it means nothing."""
        if self._read_only or self._composing:
            return True
        try:
            value = self._read(self.typed())
        except DeskError as error:
            self.set_error(tr_error(error))
            return False
        changed = value != self._kept
        self._kept = value
        if self.typed() != self._write(value):
            self._show_typed(self._write(value))
        self.set_error(None)
        if changed:
            self.committed.emit(value)
        return True

    def review(self) -> None:
        """Say what is wrong with what is typed, without keeping any of it."""
        try:
            self._read(self.typed())
        except DeskError as error:
            self.set_error(tr_error(error))

    # -- what it says --------------------------------------------------------------------

    def set_label(self, text: str) -> None:
        """The label above, which is also the accessible name."""
        self.label.setWordWrap(len(text) > LONG_LABEL)
        self.label.setText(tr("{label} *", label=text) if self.required and text else text)
        self.label.setVisible(bool(text))
        self._editor.setAccessibleName(text)

    @property
    def called(self) -> str:
        """Its label in a sentence, without the sign that it must be filled in."""
        return self._editor.accessibleName()

    def set_error(self, text: str | None) -> None:
        """Say what is wrong beneath the field, or take it back. It stays while the text stays (walking
        past a field that a service refused does not make it right), and goes with the first key."""
        self._trouble = text or ""
        self._troubled = self.typed() if text else ""
        self._say()

    def error(self) -> str:
        """What is said to be wrong, empty when nothing is."""
        return self._trouble

    def set_help(self, text: str) -> None:
        """The quiet line beneath."""
        self._help = text
        self._say()

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting change."""
        if read_only == self._read_only:  # pages say it after every reading; styling anew costs
            return
        self._read_only = read_only
        self._lock(read_only)
        self._editor.setProperty("settled", read_only)
        restyle(self._editor)

    def _lock(self, read_only: bool) -> None:
        self._editor.setEnabled(not read_only)

    def _cause_changed(self) -> None:
        """What the error spoke of is being mended: it goes at once, its room when the field is left."""
        if self._trouble and self.typed() != self._troubled:
            self.set_error(None)

    def _say(self) -> None:
        text = self._trouble or self._help
        if text or "_message" in vars(self):
            self._message.setText(text)
            after_press(self, self._give_room)
        if self._trouble:
            size = look().px(14)
            self._sign.setPixmap(icon("warning-circle", "overdue").pixmap(QSize(size, size)))
        if bool(self._editor.property("trouble")) != bool(self._trouble):
            self._editor.setProperty("trouble", bool(self._trouble))
            self._message.setProperty("role", "trouble" if self._trouble else "small")
            restyle(self._editor)
            restyle(self._message)
        self._editor.setAccessibleDescription(text)
        if self._trouble:
            QAccessible.updateAccessibility(
                QAccessibleEvent(self._editor, QAccessible.Event.DescriptionChanged))

    def _give_room(self) -> None:
        """Room for what is said; a line that was said stays free while somebody types, and nothing jumps."""
        if "_message" not in vars(self):
            return
        typing = self._editor.hasFocus() and self._message.isVisible()
        self._message.setVisible(bool(self._message.text()) or typing)
        if self._trouble or "_sign" in vars(self):
            self._sign.setVisible(bool(self._trouble))

    def set_width(self, characters: int) -> None:
        """As wide as so many Latin letters (a Chinese character counts two)."""
        metrics = QFontMetricsF(look().font())
        self._editor.setFixedWidth(round(metrics.horizontalAdvance("0") * characters) + look().px(20))

    # -- keys ----------------------------------------------------------------------------

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Commit when left; keep out of the way of input methods and of the window's undo."""
        kind = event.type()
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif kind == QEvent.Type.FocusOut:
            self._left()
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._leave_undo_to_window(event)
        return False

    def _left(self) -> None:
        if self._popup_open():
            return
        after_press(self, self._give_room)
        if self._composing:  # the input method delivers its last word right after
            QTimer.singleShot(0, self, self._composed)
        elif self.modified() or (self._trouble and self.typed() != self._troubled):
            self.commit()

    def _composed(self) -> None:
        self._composing = False
        self.commit()

    def _popup_open(self) -> bool:
        return False

    def _leave_undo_to_window(self, event: QKeyEvent) -> bool:
        undo = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        if undo and not self.modified():
            event.ignore()
            return True
        return False
