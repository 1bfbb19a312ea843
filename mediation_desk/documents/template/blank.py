"""Values that are not there: one that nobody gave, and one that is known to be absent."""

from __future__ import annotations

from typing import Any

from jinja2 import StrictUndefined, UndefinedError
from jinja2.exceptions import TemplateRuntimeError


class MissingValue(UndefinedError):
    """A template asked for a value that is not there; the message is its dotted name."""


class Missing(StrictUndefined):
    """A name that the context does not have: any use of it is an error that names it."""

    __slots__ = ()

    def __init__(self, hint: str | None = None, obj: Any = None, name: str | None = None,
                 exc: type[TemplateRuntimeError] = MissingValue) -> None:
        super().__init__(hint or name, obj, name, exc)


class Blank(Missing):
    """A value that is known to be absent: it may be asked for, but not printed."""

    __slots__ = ()

    def __bool__(self) -> bool:  # type: ignore[override]
        return False
