"""One side's word on one element: a field of the kind that the element takes."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.sorting.answers import DENIED, stated
from mediation_desk.domain.sorting.elements import Element, ElementType
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.fields.kinds import ChoiceField, TextArea, TextField
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.sorting.sorting import SPOKEN, Voice

LONGEST = 4000


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
        self.line, self.choice = TextField("", width=24, limit=LONGEST), ChoiceField("", empty="")
        self.area = TextArea("", lines=2, most=6, limit=LONGEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._head())
        for field in self._fields():
            field.setAccessibleName(title)
            column.addWidget(field)
            field.committed.connect(self._committed)
            field.edited.connect(self.typing)
            field.hide()
        self._now: Field = self.line
        self._tip_buttons(title)

    def _fields(self) -> tuple[Field, ...]:
        return (self.line, self.choice, self.area)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.title)
        row.addStretch(1)
        for made in (self.admit, self.deny):
            made.setVisible(self.voice in ("applicant", "respondent"))
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _tip_buttons(self, title: str) -> None:
        self.admit.setToolTip(tr("This side admits what the other says (F8)"))
        self.deny.setToolTip(tr("This side denies it, without a version of its own (F9)"))
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
            self.choice.set_choices(self._choices(element, language))
        for field in self._fields():
            field.setVisible(field is self._now)
            field._editor.setAccessibleName(self.title.text())
        self._now.set_help(self._help(element, language))
        self._now.set_value(self._value(element, answer, language))

    def show_unsaved(self, text: str, trouble: str) -> None:
        """Show what was typed and could not be kept, with the reason; it is not said again by itself."""
        self._now.set_value(None if self._now is self.choice else text)
        self._now.set_error(trouble or None)

    def _fitting(self, element: Element) -> Field:
        if self.voice not in SPOKEN:
            return self.area
        return {ElementType.YES_NO: self.choice, ElementType.CHOICE: self.choice,
                ElementType.LIST: self.area, ElementType.TEXT: self.area}.get(element.type, self.line)

    @staticmethod
    def _choices(element: Element, language: str) -> list[tuple[object, str]]:
        values = ["yes", "no"] if element.type is ElementType.YES_NO else [c.value for c in element.choices]
        return [(value, element.show(value, language)) for value in (*values, DENIED)]

    def _help(self, element: Element, language: str) -> str:
        if element.type is not ElementType.LIST or self.voice not in SPOKEN:
            return ""
        columns = ", ".join(column.label.text(language) for column in element.columns)
        return tr("One item a line: {columns}", columns=columns)

    def _value(self, element: Element, answer: str, language: str) -> object:
        if self._now is self.choice:
            return stated(answer) or None
        if self.voice not in SPOKEN or not answer:
            return answer
        if element.type is ElementType.LIST and answer != DENIED:
            return _lines(element, stated(answer), language)
        return stated(answer) if element.type is ElementType.DATE else element.show(answer, language)

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


def _lines(element: Element, answer: str, language: str) -> str:
    """The items of a list answer, a line each with tabs between, as they can be typed and pasted."""
    return "\n".join("\t".join(_shown(row.get(column.id, ""), column.choices, language)
                               for column in element.columns) for row in json.loads(answer))


def _shown(value: str, choices: tuple[object, ...], language: str) -> str:
    for choice in choices:
        if getattr(choice, "value", None) == value:
            return str(choice.label.text(language))  # type: ignore[attr-defined]
    return value
