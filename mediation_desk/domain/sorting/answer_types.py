"""The kinds of answer an element takes: how each is read, shown and handed to the calculators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from mediation_desk.domain.money import Money
from mediation_desk.domain.sorting import answers


class ElementType(StrEnum):
    """What kind of answer an element takes."""

    DATE = "date"
    MONEY = "money"
    NUMBER = "number"
    SHARE = "share"
    CHOICE = "choice"
    YES_NO = "yes_no"
    TEXT = "text"
    LIST = "list"


@dataclass(frozen=True)
class Label:
    """The same words in both languages of the program."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.en

    def text(self, language: str) -> str:
        """Chinese for ``zh`` and ``zh_CN``, English for anything else."""
        return self.zh if language.startswith("zh") else self.en


@dataclass(frozen=True)
class Choice:
    """One of the answers that a choice element offers."""

    value: str
    label: Label


@dataclass(frozen=True)
class Column:
    """One field of a list element's items; ``optional`` may be left empty."""

    id: str
    type: ElementType
    label: Label
    optional: bool = False
    choices: tuple[Choice, ...] = ()

    def read(self, text: str) -> str:
        """The canonical value in what a person typed; DeskError when it is no such value."""
        return read_as(self.type, text, self.choices, self.id)


def read_as(kind: ElementType, text: str, choices: Sequence[Choice], name: str) -> str:
    """The canonical answer of that kind in what a person typed; DeskError with ``field`` = ``name``."""
    match kind:
        case ElementType.DATE:
            return answers.read_date(text, name)
        case ElementType.MONEY:
            return answers.read_money(text, name)
        case ElementType.NUMBER:
            return answers.read_number(text, name)
        case ElementType.SHARE:
            return answers.read_share(text, name)
        case ElementType.YES_NO:
            return answers.read_yes_no(text, name)
        case ElementType.CHOICE:
            offered = {said: choice.value for choice in choices
                       for said in (choice.value, choice.label.zh, choice.label.en)}
            return answers.read_choice(text, offered, name)
        case _:
            return answers.read_text(text, name)


def show_as(kind: ElementType, value: str, choices: Sequence[Choice], language: str) -> str:
    """The canonical answer as a person reads it."""
    if kind is ElementType.CHOICE:
        return next((choice.label.text(language) for choice in choices if choice.value == value), value)
    return answers.show(kind.value, value, language)


def fact_as(kind: ElementType, value: str) -> Money | date | Fraction | bool | str:
    """The canonical answer as the calculators take it."""
    match kind:
        case ElementType.DATE:
            return date.fromisoformat(value)
        case ElementType.MONEY:
            return Money.typed(value)
        case ElementType.NUMBER | ElementType.SHARE:
            return Fraction(value)
        case ElementType.YES_NO:
            return value == "yes"
        case _:
            return value
