"""Fields together: titled groups without frames, in two columns where there is room, else in one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QGridLayout, QVBoxLayout, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit import order
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.press import is_enter, press_focused
from mediation_desk.gui.kit.words import tr_error

AnyField = TypeVar("AnyField", bound=Field)
AnyWidget = TypeVar("AnyWidget", bound=QWidget)


@dataclass
class _Group:
    grid: QGridLayout
    members: list[tuple[QWidget, bool]] = field(default_factory=list)


class Form(QWidget):
    """A form of named fields.

    ``committed(name, value)`` and ``edited(name, text)`` speak for whichever field was left or
    is being typed in. Enter does the form's primary act (``does``); in a form that is saved field by
    field it keeps the field and goes on to the next.
    """

    committed = Signal(str, object)
    edited = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, Field] = {}
        self._groups: list[_Group] = []
        self._columns = 2
        self._primary: QAbstractButton | None = None
        self._followed: dict[str, str] = {}  # how each field stood when it was last shown as it is kept
        self._refused: list[Field] = []  # what a service said is wrong; its cause may lie in any field
        self.setMaximumWidth(look().px(960))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(8))

    def group(self, title: str = "", help: str = "") -> None:
        """Begin a group; what is added next belongs to it."""
        if self._groups:
            self._column.addSpacing(look().px(16))
        if title:
            self._column.addWidget(label(title, "group"))
        if help:
            self._column.addWidget(label(help, "muted", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look().px(24))
        grid.setVerticalSpacing(look().px(12))
        self._column.addLayout(grid)
        self._groups.append(_Group(grid))

    def add(self, made: AnyField, *, wide: bool = False) -> AnyField:
        """Add a field after the last one; a wide one takes both columns."""
        if made.name in self._fields:
            raise ValueError(f"the form has a field {made.name!r} already")
        self._place(made, wide)
        made.edited.connect(lambda _text: self._cause_changed(made))
        made.committed.connect(lambda _value: self._cause_changed(made))
        if made.name:
            self._fields[made.name] = made
            made.committed.connect(lambda value, name=made.name: self.committed.emit(name, value))
            made.edited.connect(lambda text, name=made.name: self.edited.emit(name, text))
        return made

    def add_widget(self, made: AnyWidget, *, wide: bool = True) -> AnyWidget:
        """Add anything else: a sentence, a button, a table."""
        self._place(made, wide)
        return made

    def _place(self, made: QWidget, wide: bool) -> None:
        if not self._groups:
            self.group()
        self._groups[-1].members.append((made, wide))
        self._lay(self._groups[-1])

    def _lay(self, group: _Group) -> None:
        row = column = 0
        rows: dict[int, list[QWidget]] = {}
        for made, wide in group.members:
            span = self._columns if wide else 1
            if column + span > self._columns:
                row, column = row + 1, 0
            group.grid.addWidget(made, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            rows.setdefault(row, []).append(made)
            column += span
        for beside in rows.values():
            self._align(beside)
        for at in range(2):
            group.grid.setColumnStretch(at, 1 if at < self._columns else 0)

    @staticmethod
    def _align(beside: list[QWidget]) -> None:
        """A field without a label stands level with the editor beside it."""
        fields = [made for made in beside if isinstance(made, Field)]
        labelled = any(made.label.text() for made in fields)
        for made in fields:
            made.label.setVisible(bool(made.label.text()) or labelled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where two do not fit."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        columns = 2 if width >= self._two_columns_width() else 1
        if columns != self._columns:
            self._columns = columns
            for group in self._groups:
                self._lay(group)

    def _two_columns_width(self) -> int:
        half = max((made.sizeHint().width() for group in self._groups for made, wide in group.members
                    if not wide), default=0)
        return 2 * half + look().px(24)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for one column: the form folds before anything scrolls sideways."""
        size = super().minimumSizeHint()
        widest = max((made.minimumSizeHint().width() for group in self._groups
                      for made, _ in group.members), default=0)
        size.setWidth(min(size.width(), widest))
        return size

    # -- as a whole ----------------------------------------------------------------------

    def field(self, name: str) -> Field:
        """The field of that name."""
        return self._fields[name]

    def names(self) -> list[str]:
        """The names of all fields, in their order."""
        return list(self._fields)

    def values(self) -> dict[str, object]:
        """All kept values."""
        return {name: made.value() for name, made in self._fields.items()}

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show kept values; names the form does not have are passed over."""
        for name in self._fields.keys() & values.keys():
            self._fields[name].set_value(values[name])

    def follow_values(self, values: Mapping[str, object]) -> bool:
        """Show what is kept by now, but for what a person has entered since it was last shown so; False where
        there is any of that. For forms that are saved as a whole and shown again while they are filled in."""
        entered = {name for name, made in self._fields.items()
                   if made.typed() != self._followed.get(name, "")}
        for name in self._fields.keys() & values.keys():
            if name not in entered or self._fields[name].typed() == self._fields[name].shows(values[name]):
                self._fields[name].set_value(values[name])
                self._followed[name] = self._fields[name].typed()
                entered.discard(name)
        return not entered & values.keys()

    def typed(self) -> dict[str, str]:
        """The raw text of every field that holds something not yet kept: the draft."""
        return {name: made.typed() for name, made in self._fields.items() if made.modified()}

    def set_typed(self, draft: Mapping[str, str]) -> None:
        """Bring a draft back."""
        for name in self._fields.keys() & draft.keys():
            self._fields[name].set_typed(draft[name])

    def commit(self) -> bool:
        """Keep every field; False, with the first troubled one in focus, where one means nothing."""
        bad = [made for made in self._fields.values() if not made.isHidden() and not made.commit()]
        if bad:
            bad[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not bad

    def show_error(self, error: DeskError) -> bool:
        """Say it beside the field it concerns; False where the form has no such field."""
        made = self._fields.get(error.field or "")
        if made is None:
            return False
        made.set_error(tr_error(error))
        self._refused.append(made)
        made.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _cause_changed(self, changed: Field) -> None:
        """Something in the form is other than when a service refused it: what it said is no more known."""
        refused, self._refused = self._refused, []
        for made in refused:
            if made is not changed:
                made.set_error(None)

    def clear_errors(self) -> None:
        """Take back all that was said."""
        self._refused = []
        for made in self._fields.values():
            made.set_error(None)

    # -- Enter ---------------------------------------------------------------------------

    def does(self, primary: QAbstractButton | None) -> None:
        """Enter in any field presses this button; Ctrl+Enter does so in running text too. None: Enter goes
        on from field to field."""
        self._primary = primary

    def begin(self) -> None:
        """The keyboard to what must still be filled in; to the first field where nothing must."""
        first = next((one for one in self._fields.values() if one.isVisible()), None)
        if (place := self._lacking() or first) is not None:
            place.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter: press the button in focus, else do the primary act, else go on to the next field."""
        if press_focused(event, choices=False):
            return
        if not is_enter(event, control=True):
            super().keyPressEvent(event)
        elif self._primary is None:
            self._go_on()
        elif (lacks := self._lacking()) is not None:
            lacks.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._primary.isVisible() and self._primary.isEnabled():
            self._primary.click()

    def _here(self) -> Field | None:
        """The field in focus."""
        focus = QApplication.focusWidget() or self
        return next((one for one in self.findChildren(Field) if one.isAncestorOf(focus)), None)

    def _lacking(self) -> Field | None:
        """A further field that has to be filled in first and is still empty."""
        here = self._here()
        return next((one for one in self._fields.values() if one.required and one is not here
                     and one.isVisible() and not one.typed().strip()), None)

    def _go_on(self) -> None:
        """Keep the field in focus; on to the next place on the page, unless the field means nothing as it
        stands. On the last place of a page one stays."""
        here = self._here()
        if here is None or not here.commit():
            return
        places = [one for one in order.in_order(order.page_of(self)) if order.aside_of(one) is None]
        inside = [at for at, one in enumerate(places) if here.isAncestorOf(one)]
        if inside and inside[-1] + 1 < len(places):
            places[inside[-1] + 1].setFocus(Qt.FocusReason.TabFocusReason)

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting change."""
        for made in self._fields.values():
            made.set_read_only(read_only)
