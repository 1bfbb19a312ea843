"""The shape of an element sheet's file: which tables and keys it may have."""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal["date", "money", "number", "share", "choice", "yes_no", "text", "list"]


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table of the file: no key that is not named here."""


class ChoiceShape(Shape, frozen=True, kw_only=True):
    """A choice of a choice element or column."""

    value: str
    zh: str
    en: str


class ColumnShape(Shape, frozen=True, kw_only=True):
    """A column of a list element."""

    id: str
    type: Literal["date", "money", "number", "share", "choice", "yes_no", "text"]
    zh: str
    en: str
    optional: bool = False
    choices: tuple[ChoiceShape, ...] = ()


class ConditionShape(Shape, frozen=True, kw_only=True):
    """A condition: one test, or several in all or any."""

    element: str | None = None
    equals: str | None = None
    differs: str | None = None
    answered: bool | None = None
    every: tuple[ConditionShape, ...] = msgspec.field(name="all", default=())
    some: tuple[ConditionShape, ...] = msgspec.field(name="any", default=())


class ItemShape(Shape, frozen=True, kw_only=True):
    """How an item of a list is said."""

    when: str | None = None
    zh: str
    en: str


class BarShape(Shape, frozen=True, kw_only=True):
    """An answer that makes claims fall away."""

    value: str
    claims: tuple[str, ...]
    zh: str
    en: str
    law: str
    unless: ConditionShape | None = None


class ElementShape(Shape, frozen=True, kw_only=True):
    """One element, as its table has it."""

    id: str
    type: Kind
    zh: str
    en: str
    scope: Literal["case", "worker"] = "worker"
    burden: Literal["applicant", "respondent"] = "applicant"
    evidence_zh: str
    evidence_en: str
    feeds: tuple[str, ...] | dict[str, str] | None = None
    condition: ConditionShape | None = None
    help_zh: str = ""
    help_en: str = ""
    law: str = ""
    unit_zh: str = ""
    unit_en: str = ""
    issue_zh: str = ""
    issue_en: str = ""
    yes_zh: str = ""
    no_zh: str = ""
    choices: tuple[ChoiceShape, ...] = ()
    columns: tuple[ColumnShape, ...] = ()
    items: tuple[ItemShape, ...] = ()
    instead_of: tuple[str, ...] = ()
    bars: tuple[BarShape, ...] = ()
    optional: bool = False
    tolerance: str | int | None = None


class SectionShape(Shape, frozen=True, kw_only=True):
    """Elements under a heading."""

    id: str
    zh: str
    en: str
    order: int
    elements: tuple[ElementShape, ...]


class SheetShape(Shape, frozen=True, kw_only=True):
    """The whole file."""

    id: str
    order: int
    zh: str
    en: str
    claims: tuple[str, ...]
    use: tuple[str, ...] = ()
    sections: tuple[SectionShape, ...] = ()
