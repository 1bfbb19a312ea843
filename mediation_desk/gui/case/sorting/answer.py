"""One side's word on one element: a field of the kind that the element takes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.sorting.answers import DENIED, stated
from mediation_desk.domain.sorting.elements import Element, ElementType
from mediation_desk.gui.case.sorting.list_field import ListField, as_lines
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.fields.kinds import ChoiceField, TextArea, TextField
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.sorting.sorting import SPOKEN, Voice

LONGEST = 4000
F = TypeVar("F", bound=Field)


class AnswerField(QWidget):
    """``said(text)`` when it is left with something new; ``admits()`` and ``denies()`` on the two
    small buttons that a side's field has. ``typing(text)`` on every key."""

    said = Signal(str)
    typing = Signal(str)
    admits = Signal()
    denies = Signal()

    def __init__(self, voice: Voice, title: str, ink: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.voice, self._element = voice, ""
        self.title = label(title, "label", parent=self)
        self.title.setProperty("meaning", ink)
        self.admit, self.deny = (button(text, "link", parent=self) for text in (tr("Admits"), tr("Denies")))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addLayout(self._head())
        self._read_only = False
        self._fields: list[Field] = []  # those that an element has needed so far
        self._now: Field = self.area if voice not in SPOKEN else self.line
        self._tip_buttons(title)

    @cached_property
    def line(self) -> TextField:
        """What a short answer is typed in."""
        return self._placed(TextField("", width=24, limit=LONGEST))

    @cached_property
    def choice(self) -> ChoiceField:
        """What one of a few answers is chosen in."""
        return self._placed(ChoiceField("", empty=""))

    @cached_property
    def area(self) -> TextArea:
        """What a long answer is typed in."""
        return self._placed(TextArea("", lines=2, most=6, limit=LONGEST))

    @cached_property
    def list(self) -> ListField:
        """What a list is typed in."""
        return self._placed(ListField())

    def _placed(self, field: F) -> F:
        field.set_read_only(self._read_only)
        field.setAccessibleName(self.title.text())
        field.hide()
        self._column.addWidget(field)
        field.committed.connect(self._committed)
        field.edited.connect(self.typing)
        self._fields.append(field)
        return field

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.title)
        row.addStretch(1)
        for made in (self.admit, self.deny):
            made.setVisible(self.voice in ("applicant", "respondent"))
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _tip_buttons(self, title: str) -> None:
        tip(self.admit, tr("This side admits what the other says (F8)"))
        tip(self.deny, tr("This side denies it, without a version of its own (F9)"))
        self.admit.setAccessibleName(f"{title}: {self.admit.text()}")
        self.deny.setAccessibleName(f"{title}: {self.deny.text()}")
        self.admit.clicked.connect(self.admits)
        self.deny.clicked.connect(self.denies)

    # -- showing -------------------------------------------------------------------------

    def show_answer(self, element: Element, answer: str, language: str) -> None:
        """Show the kept answer (or evidence, or note) in the field that fits."""
        self._now = self._fitting(element)
        if element.id != self._element:
            self._element = element.id
            if isinstance(self._now, ChoiceField):
                self._now.set_choices(self._choices(element, language))
            elif isinstance(self._now, ListField):
                self._now.ask_for(element, language)
        for field in self._fields:
            field.setVisible(field is self._now)
            field._editor.setAccessibleName(self.title.text())
        self._now.set_value(self._value(element, answer, language))

    def show_unsaved(self, text: str, trouble: str) -> None:
        """Show what was typed and could not be kept, with the reason; it is not said again by itself."""
        self._now.set_value(None if isinstance(self._now, ChoiceField) else text)
        self._now.set_error(trouble or None)

    def _fitting(self, element: Element) -> Field:
        if self.voice not in SPOKEN:
            return self.area
        if element.type in (ElementType.YES_NO, ElementType.CHOICE):
            return self.choice
        if element.type is ElementType.LIST:
            return self.list
        return self.area if element.type is ElementType.TEXT else self.line

    @staticmethod
    def _choices(element: Element, language: str) -> Sequence[tuple[object, str]]:
        values = ["yes", "no"] if element.type is ElementType.YES_NO else [c.value for c in element.choices]
        return [(value, element.show(value, language)) for value in (*values, DENIED)]

    def _value(self, element: Element, answer: str, language: str) -> object:
        if isinstance(self._now, ChoiceField):
            return stated(answer) or None
        if self.voice not in SPOKEN or not answer:
            return answer
        if element.type is ElementType.LIST and answer != DENIED:
            return as_lines(element, json.loads(stated(answer)), language)
        return stated(answer) if element.type is ElementType.DATE else element.show(answer, language)

    def set_answerable(self, can: bool) -> None:
        """Whether the other side has said something that can be admitted or denied."""
        for made in (self.admit, self.deny):
            made.setEnabled(can)

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting anything be said, in the fields of other elements too."""
        self._read_only = read_only
        for field in self._fields:
            field.set_read_only(read_only)
        if read_only:
            self.set_answerable(False)

    # -- speaking ------------------------------------------------------------------------

    def _committed(self, value: object) -> None:
        self.said.emit("" if value is None else str(value))

    def commit(self) -> None:
        """Say what stands in it and was not said yet."""
        if self._now.modified():
            self._now.commit()

    def is_typing(self) -> bool:
        """Whether something is being typed that was not said yet."""
        return self._now.modified() and self.has_focus()

    def has_focus(self) -> bool:
        """Whether the cursor is in it."""
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)
