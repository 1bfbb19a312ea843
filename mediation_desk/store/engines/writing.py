"""How SQLite's columns are written by the program, for SQLite takes anything and is read leniently.

A key with a blank or braces in it, an amount with a fraction are read as if nothing were wrong: that somebody
else wrote them is seen only where they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, LargeBinary, cast, func, or_
from sqlalchemy.types import Boolean, Date, DateTime, Integer, Text, TypeDecorator, TypeEngine, Uuid

Value = ColumnElement[Any]
Condition = ColumnElement[bool]
KEY_LENGTH, DIGIT = 32, "[0-9]"
DAY = "-".join((DIGIT * 4, DIGIT * 2, DIGIT * 2))
MOMENT = f"{DAY} {':'.join((DIGIT * 2,) * 3)}.{DIGIT * 6}"


def otherwise(value: Value, kind: TypeEngine[Any]) -> Condition:
    """The condition for a value that stands there otherwise than the program writes this kind.

    ``value``: the column without its type. Of nothing, nothing is said.
    """
    while isinstance(kind, TypeDecorator):
        kind = kind.impl_instance
    return next(made for sort, made in _OTHERWISE.items() if isinstance(kind, sort))(value)


def _is_not(sort: str) -> Callable[[Value], Condition]:
    return lambda value: func.typeof(value).not_in((sort, "null"))


def _key(value: Value) -> Condition:
    return or_(_is_not("text")(value), _bytes(value) != KEY_LENGTH, value.op("GLOB")("*[^0-9a-f]*"))


def _like(pattern: str) -> Callable[[Value], Condition]:
    length = len(pattern.replace(DIGIT, "0"))
    return lambda value: or_(_is_not("text")(value), _bytes(value) != length,
                             ~value.op("GLOB", is_comparison=True)(pattern))


def _bytes(value: Value) -> ColumnElement[int]:
    """All of them: a text's own length ends at the first zero."""
    return func.length(cast(value, LargeBinary))


def _yes_or_no(value: Value) -> Condition:
    return or_(_is_not("integer")(value), value.not_in((0, 1)))


_OTHERWISE: Mapping[type[TypeEngine[Any]], Callable[[Value], Condition]] = MappingProxyType({
    Uuid: _key, DateTime: _like(MOMENT), Date: _like(DAY), Boolean: _yes_or_no, Integer: _is_not("integer"),
    LargeBinary: _is_not("blob"), Text: _is_not("text")})
