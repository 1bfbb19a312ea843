"""Fields that are chosen rather than typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.laid import on_line
from mediation_desk.gui.kit.look.icons import draw
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.press import Button
from mediation_desk.gui.kit.words import tr

Choices = Sequence[tuple[object, str]]

MOST_ROWS = 24  # of a list that is shown whole
MOST_LETTERS = 52  # of the longest entry that a field makes room for; a company's name may be longer


def unchosen(name: str) -> DeskError:
    """That nothing was chosen where something must be."""
    return DeskError(N_("This must be chosen."), field=name or None)


class Choice(QComboBox):
    """A drop-down list that a passing mouse wheel does not change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listed = False
        self.setMaxVisibleItems(MOST_ROWS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Room for the longest entry; a letter ends between two dots of the screen."""
        return (super().sizeHint() + QSize(2, 0)).boundedTo(self._most())

    def minimumSizeHint(self) -> QSize:
        """No more than that: a name without end is cut with dots."""
        return super().minimumSizeHint().boundedTo(self._most())

    @staticmethod
    def _most() -> QSize:
        return QSize(QFontMetrics(look().font()).horizontalAdvance("0" * MOST_LETTERS), look().px(200))

    def showPopup(self) -> None:
        """The list, made when it is first looked at (its parts are twice those of all the rest), and whole
        where it has few rows and the screen has room: none is hidden below the last."""
        if not self._listed:
            self._listed = True
            self.setView(QListView(self))
        super().showPopup()
        hidden, popup = self.view().verticalScrollBar().maximum(), self.view().window()
        if 0 < self.count() <= MOST_ROWS and hidden:
            last = self.view().visualRect(self.model().index(self.count() - 1, self.modelColumn()))
            short = last.bottom() + 1 - self.view().viewport().height()
            screen = self.screen().availableGeometry()
            taller = min(popup.height() + max(short, 0), screen.height())
            top = max(screen.top(), min(popup.y(), screen.bottom() + 1 - taller))
            popup.setGeometry(popup.x(), top, popup.width(), taller)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and a chevron at its end."""
        super().paintEvent(event)
        size = look().px(14)
        spot = QRect(self.width() - size - look().px(8), (self.height() - size) // 2, size, size)
        painter = QPainter(self)
        draw(painter, "caret-down", spot, "muted")
        painter.end()


class Tick(QCheckBox):
    """A check box with a drawn tick."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, and the tick in it."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        spot = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        draw(painter, "check-bold", spot.adjusted(2, 2, -2, -2), "on_accent" if self.isEnabled() else "muted")
        painter.end()


class ChoiceField(Field):
    """One of a list of ``(value, words)``; its value is the value, None when nothing is chosen.

    ``empty`` is what stands for no choice; without it the list has no empty entry. ``most``: letters of the
    longest entry that it makes room for; a narrow pane has less.
    """

    def __init__(self, label: str, choices: Choices = (), *, name: str = "", help: str = "",
                 required: bool = False, empty: str | None = None, width: int | None = None,
                 most: int = MOST_LETTERS, parent: QWidget | None = None) -> None:
        self.combo = Choice()
        self._empty, self._least, self._most = empty, width or 0, most
        super().__init__(label, self.combo, name=name, help=help, required=required, parent=parent)
        self.set_choices(choices)
        self.combo.activated.connect(self._chosen)

    def _editor_row(self) -> QHBoxLayout:
        row = super()._editor_row()
        row.addStretch(1)
        return row

    def set_choices(self, choices: Choices) -> None:
        """Another list; the kept value stays chosen where the list has it."""
        self._values: list[object] = [] if self._empty is None else [None]
        self.combo.blockSignals(True)
        self.combo.clear()
        if self._empty is not None:
            self.combo.addItem(self._empty)
        for value, text in choices:
            self._values.append(value)
            self.combo.addItem(on_line(text))
        self.combo.blockSignals(False)
        self._show_typed(self._write(self._kept))
        self.set_width(self._least)

    def set_width(self, characters: int) -> None:
        """At least so wide, and wide enough for each entry: what was chosen is read to its end."""
        self._least = characters
        if characters:
            most = QFontMetrics(look().font()).horizontalAdvance("0" * self._most)
            self.combo.ensurePolished()
            super().set_width(characters)
            self.combo.setFixedWidth(max(self.combo.minimumWidth(), min(self.combo.sizeHint().width(), most)))

    def typed(self) -> str:
        """The chosen value as text."""
        return self._write(self._chosen_value())

    def _chosen_value(self) -> object:
        """What is chosen; the kept value's own kind of nothing where nothing is."""
        at = self.combo.currentIndex()
        if 0 <= at < len(self._values):
            return self._values[at]
        return "" if self._kept == "" else None

    def _show_typed(self, text: str) -> None:
        known = [self._write(value) for value in self._values]
        self.combo.setCurrentIndex(known.index(text) if text in known else -1)

    def _read(self, _text: str) -> object:
        if self.required and self.combo.currentIndex() < 0:
            raise unchosen(self.name)
        return self._chosen_value()

    def _chosen(self) -> None:
        self.edited.emit(self.typed())
        self.commit()

    def _popup_open(self) -> bool:
        return self.combo.view().isVisible()


class _Segments(QWidget):
    """Buttons in a row, one of which may be down; arrows move, Space or a click chooses."""

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.buttons = [self._button(text, at, len(texts)) for at, text in enumerate(texts)]
        for made in self.buttons:
            row.addWidget(made)
        row.addStretch(1)
        self.setFocusProxy(self.buttons[0])

    def _button(self, text: str, at: int, count: int) -> QPushButton:
        made = Button(text, self)
        made.setCheckable(True)
        made.setAutoDefault(False)  # Enter is the form's
        made.setProperty("role", "segment")
        bold = QFontMetrics(look().font(bold=True)).horizontalAdvance(text)  # the chosen one is bold
        made.setMinimumWidth(bold + look().px(28))
        made.setProperty("place", "first" if at == 0 else "last" if at == count - 1 else "middle")
        made.installEventFilter(self)
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and Right go from button to button."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}.get(event.key(), 0)
            at = self.buttons.index(watched) if isinstance(watched, QPushButton) else 0
            if step and 0 <= at + step < len(self.buttons):
                self.buttons[at + step].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False


class SegmentField(Field):
    """A few choices side by side; choosing the chosen one again takes it back, unless required."""

    def __init__(self, label: str, choices: Choices, *, name: str = "", help: str = "",
                 required: bool = False, parent: QWidget | None = None) -> None:
        self._values = [value for value, _ in choices]
        self._segments = _Segments([text for _, text in choices])
        super().__init__(label, self._segments, name=name, help=help, required=required, parent=parent)
        self.buttons = self._segments.buttons
        for at, made in enumerate(self.buttons):
            made.setAccessibleName(f"{label}: {made.text()}")
            made.clicked.connect(lambda _down, at=at: self._pressed(at))

    def typed(self) -> str:
        """The chosen value as text."""
        return self._write(self._chosen_value())

    def _chosen_value(self) -> object:
        down = [value for value, made in zip(self._values, self.buttons, strict=True) if made.isChecked()]
        return down[0] if down else None

    def _show_typed(self, text: str) -> None:
        for value, made in zip(self._values, self.buttons, strict=True):
            made.setChecked(bool(text) and self._write(value) == text)

    def _read(self, _text: str) -> object:
        if self.required and not any(made.isChecked() for made in self.buttons):
            raise unchosen(self.name)
        return self._chosen_value()

    def _pressed(self, at: int) -> None:
        keep = self.buttons[at].isChecked() or self.required
        for other, made in enumerate(self.buttons):
            made.setChecked(other == at and keep)
        self.edited.emit(self.typed())
        self.commit()


class YesNo(SegmentField):
    """Yes, no, or not said; its value is True, False or None."""

    def __init__(self, label: str, *, name: str = "", help: str = "", required: bool = False,
                 parent: QWidget | None = None) -> None:
        super().__init__(label, [(True, tr("Yes")), (False, tr("No"))], name=name, help=help,
                         required=required, parent=parent)

    def value(self) -> bool | None:
        """The kept answer."""
        return self._kept if isinstance(self._kept, bool) else None


class CheckField(Field):
    """A single tick with its words beside it; its value is a bool."""

    def __init__(self, text: str, *, name: str = "", help: str = "", parent: QWidget | None = None) -> None:
        self.tick = Tick(text)
        super().__init__("", self.tick, name=name, help=help, parent=parent)
        self.tick.setAccessibleName(text)
        self._kept = False
        self.tick.clicked.connect(self._pressed)

    def value(self) -> bool:
        """Whether it is kept as ticked."""
        return bool(self._kept)

    def typed(self) -> str:
        """``True`` or ``False``."""
        return str(self.tick.isChecked())

    def _show_typed(self, text: str) -> None:
        self.tick.setChecked(text == "True")

    def _read(self, text: str) -> bool:
        return text == "True"

    def _write(self, value: object) -> str:
        return str(bool(value))

    def _pressed(self) -> None:
        self.edited.emit(self.typed())
        self.commit()
