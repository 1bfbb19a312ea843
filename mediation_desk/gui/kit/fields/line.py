"""Fields of one line: text, date, money, number."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QCompleter, QHBoxLayout, QLineEdit, QToolButton, QWidget

from mediation_desk.domain import dates
from mediation_desk.domain.money import Money
from mediation_desk.domain.text.plain import plain, ungrouped
from mediation_desk.domain.text.storable import line as one_line
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.held_files import FilesPassBy
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import label as text_label
from mediation_desk.gui.kit.look.theme import dress, look
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.words import tr

DATE_WIDTH, MONEY_WIDTH, NUMBER_WIDTH, TEXT_WIDTH = 21, 18, 8, 44
_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
EXAMPLE = date(2024, 11, 25)  # how a date may be typed


class LineField(Field):
    """A field around one line of typing."""

    def __init__(self, label: str, *, name: str = "", help: str = "", required: bool = False,
                 placeholder: str = "", width: int = TEXT_WIDTH, unit: str = "",
                 parent: QWidget | None = None) -> None:
        self.line = QLineEdit()
        self._unit = text_label(unit, "muted")
        FilesPassBy(self.line)
        super().__init__(label, self.line, name=name, help=help, required=required, parent=parent)
        self.line.setPlaceholderText(placeholder)
        self.set_width(width)
        self.line.textEdited.connect(self._edited)
        self.line.returnPressed.connect(self.commit)

    def _editor_row(self) -> QHBoxLayout:
        row = super()._editor_row()
        row.addWidget(self._unit)
        row.addStretch(1)
        if not self._unit.text():
            self._unit.hide()  # never show(): it has no parent yet and would open as a window
        return row

    def _edited(self) -> None:
        self.edited.emit(self.line.text())

    def typed(self) -> str:
        """The raw text as it stands."""
        return self.line.text()

    def _show_typed(self, text: str) -> None:
        self.line.setText(text)
        self.line.setCursorPosition(0 if not self.line.hasFocus() else len(text))

    def _lock(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)

    def _demand(self) -> DeskError:
        return DeskError(N_("This must be filled in."), field=self.name or None)


class TextField(LineField):
    """One line of text; its value is a str, without spaces at the ends and what nobody sees.

    ``check(text)`` may raise a DeskError as soon as the field is left; so does more than ``limit``
    characters, which is never cut off unseen. ``shape(text)`` is how the text is kept: a person's
    name, a telephone number.
    """

    def __init__(self, label: str, *, name: str = "", help: str = "", required: bool = False,
                 placeholder: str = "", width: int = TEXT_WIDTH, unit: str = "", limit: int = 500,
                 check: Callable[[str], object] | None = None, shape: Callable[[str], str] = one_line,
                 parent: QWidget | None = None) -> None:
        super().__init__(label, name=name, help=help, required=required, placeholder=placeholder,
                         width=width, unit=unit, parent=parent)
        self._limit, self._check, self._shape = limit, check, shape
        self._kept = ""

    def value(self) -> str:
        """The kept text, perhaps empty."""
        return str(self._kept or "")

    def _read(self, text: str) -> str:
        plain = self._shape(text)
        if self.required and not plain:
            raise self._demand()
        if len(plain) > self._limit:
            raise DeskError(N_("This is longer than {limit} characters."), field=self.name or None,
                            limit=self._limit)
        if plain and self._check:
            self._check(plain)
        return plain


class SuggestField(TextField):
    """A text field that offers what fits while it is typed; anything else may be typed too.

    ``asked(text)`` lets a page look suggestions up and answer with ``set_suggestions``.
    """

    asked = Signal(str)

    def __init__(self, label: str, suggestions: list[str] | None = None, *, name: str = "", help: str = "",
                 required: bool = False, placeholder: str = "", width: int = TEXT_WIDTH,
                 parent: QWidget | None = None) -> None:
        super().__init__(label, name=name, help=help, required=required, placeholder=placeholder,
                         width=width, parent=parent)
        self._offered = QStringListModel(suggestions or [], self)
        completer = QCompleter(self._offered, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda _text: self.commit())
        self.line.setCompleter(completer)
        self.edited.connect(self.asked)

    def set_suggestions(self, suggestions: list[str]) -> None:
        """What is offered from now on."""
        self._offered.setStringList(suggestions)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list of what fits is a window of its own: it is dressed before it can come up."""
        completer = self.line.completer()
        if event.type() == QEvent.Type.FocusIn and completer and (popup := completer.popup()):
            dress(popup)
        return super().eventFilter(watched, event)

    def _popup_open(self) -> bool:
        completer = self.line.completer()
        popup = completer.popup() if completer else None
        return popup is not None and popup.isVisible()


class DateField(LineField):
    """A date: typed in any usual way, picked from a calendar (F4), or moved a day with Up and Down.

    Its value is a date or None. ``today`` tells a year that is left out, by where the field ``look``s,
    and opens the calendar; the day that is meant shows at the field's end until the field is left.
    """

    def __init__(self, label: str, *, name: str = "", help: str = "", required: bool = False,
                 today: Callable[[], date] | None = None, look: dates.Look = "back",
                 parent: QWidget | None = None) -> None:
        super().__init__(label, name=name, help=help, required=required, width=DATE_WIDTH, parent=parent)
        self.line.setPlaceholderText(tr("e.g. {day}", day=EXAMPLE.isoformat()))
        self._today, self._look = today, look
        self._calendar: QCalendarWidget | None = None
        self.meant = text_label("", "small", parent=self.line)
        self.meant.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._open = QToolButton(self.line)
        self._open.setIcon(icon("calendar-blank", "muted"))
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._open.setCursor(Qt.CursorShape.PointingHandCursor)
        tip(self._open, tr("Open the calendar"))
        self._open.setAccessibleName(tr("Open the calendar"))
        self._open.clicked.connect(self.open_calendar)
        self.line.textChanged.connect(lambda _text: self._say_day())
        self._lay_button()

    def value(self) -> date | None:
        """The kept day."""
        return self._kept if isinstance(self._kept, date) else None

    def _read(self, text: str) -> date | None:
        day = dates.read(text, field=self.name or None, today=self._day_now(), look=self._look)
        if day is None and self.required:
            raise self._demand()
        return day

    def _write(self, value: object) -> str:
        return dates.show(value if isinstance(value, date) else None)

    def _lock(self, read_only: bool) -> None:
        super()._lock(read_only)
        self._open.setVisible(not read_only)

    def _lay_button(self) -> None:
        size = look().px(16)
        self._open.setIconSize(QSize(size, size))
        self._open.setGeometry(self.line.width() - size - look().px(12), 2, size + look().px(10),
                               self.line.height() - 4)
        self.line.setTextMargins(0, 0, size + look().px(8), 0)
        self._say_day()

    def _day_now(self) -> date | None:
        return self._today() if self._today else None

    def _say_day(self) -> None:
        """The whole day at the field's end, where something shorter was typed and both have room."""
        day = self._day_typed()
        self.meant.setText(dates.show(day) if dates.show(day) != self.typed() else "")
        self.meant.adjustSize()
        left = self._open.x() - self.meant.width() - look().px(4)
        typed = self.line.fontMetrics().horizontalAdvance(self.typed()) + look().px(16)
        self.meant.move(left, (self.line.height() - self.meant.height()) // 2)
        self.meant.setVisible(bool(self.meant.text()) and typed <= left)

    def open_calendar(self) -> None:
        """Show the calendar beneath the field."""
        calendar = self._calendar or self._make_calendar()
        day = self._day_typed() or self._day_now()
        if day:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.move(self.line.mapToGlobal(QPoint(0, self.line.height())))
        calendar.show()
        calendar.setFocus()

    def _make_calendar(self) -> QCalendarWidget:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.activated.connect(self._picked)
        calendar.clicked.connect(self._picked)
        self._calendar = calendar
        return calendar

    def _picked(self, day: QDate) -> None:
        if self._calendar:
            self._calendar.hide()
        self._put(date(day.year(), day.month(), day.day()))
        self.commit()

    def _put(self, day: date) -> None:
        self._show_typed(dates.show(day))
        self._edited()

    def _day_typed(self) -> date | None:
        try:
            return dates.read(self.typed(), today=self._day_now(), look=self._look)
        except DeskError:
            return None

    def _popup_open(self) -> bool:
        return self._calendar is not None and self._calendar.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move a day; F4 opens the calendar."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._moved(event.key()):
            return True
        if event.type() == QEvent.Type.Resize and watched is self.line:
            self._lay_button()
        return super().eventFilter(watched, event)

    def _moved(self, key: int) -> bool:
        if self._read_only or self._composing:
            return False
        if key == Qt.Key.Key_F4:
            self.open_calendar()
            return True
        step = {int(Qt.Key.Key_Up): 1, int(Qt.Key.Key_Down): -1}.get(key, 0)
        day = self._day_typed()
        if not step or day is None or day in (date.min, date.max):
            return False
        self._put(day + timedelta(days=step))
        return True


class MoneyField(LineField):
    """An amount in yuan, right aligned; its value is Money or None. ``￥4,300.00`` may be pasted."""

    def __init__(self, label: str, *, name: str = "", help: str = "", required: bool = False,
                 allow_negative: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(label, name=name, help=help, required=required, width=MONEY_WIDTH,
                         unit=tr("yuan"), parent=parent)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._allow_negative = allow_negative

    def value(self) -> Money | None:
        """The kept amount."""
        return self._kept if isinstance(self._kept, Money) else None

    def _read(self, text: str) -> Money | None:
        if not plain(text):
            if self.required:
                raise self._demand()
            return None
        read = Money.typed if self._allow_negative else Money.payable
        return read(text, field=self.name or None)


class IntegerField(LineField):
    """A whole number within limits; its value is an int or None."""

    def __init__(self, label: str, *, name: str = "", help: str = "", required: bool = False,
                 least: int = 0, most: int = 999_999, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, name=name, help=help, required=required, width=NUMBER_WIDTH, unit=unit,
                         parent=parent)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._least, self._most = least, most

    def value(self) -> int | None:
        """The kept number."""
        return self._kept if isinstance(self._kept, int) else None

    def _read(self, text: str) -> int | None:
        digits = ungrouped(plain(text))
        if not digits:
            if self.required:
                raise self._demand()
            return None
        if not _WHOLE.fullmatch(digits):
            raise DeskError(N_("“{text}” is not a whole number."), field=self.name or None, text=digits)
        number = int(digits)
        if not self._least <= number <= self._most:
            raise DeskError(N_("This must be between {least} and {most}."), field=self.name or None,
                            least=self._least, most=self._most)
        return number
