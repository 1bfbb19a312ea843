"""All text that a value holds, however deep: fields of objects, mappings, sequences, errors, their causes."""

from __future__ import annotations

import io
import traceback
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

from sqlalchemy import Connection, Engine

from mediation_desk.services.desk import Desk
from mediation_desk.services.library import Library
from mediation_desk.store.store import Store
from mediation_desk.store.work.work import Work

_APART = (Desk, Store, Library, Work, Engine, Connection)
"""What a verb works with, and does not tell."""
_FLAT = (int, float, bool, type(None), Enum, type)


def told(value: object) -> bytes:
    """Everything that the value says, by itself and part by part, joined."""
    return b"\n".join((repr(value).encode("utf-8", "replace"), *_said(value, set())))


def _said(value: object, seen: set[int]) -> Iterator[bytes]:
    if isinstance(value, str):
        yield value.encode("utf-8", "surrogateescape")
    elif isinstance(value, bytes | bytearray | memoryview):
        yield from _of_bytes(bytes(value))
    elif isinstance(value, BaseException):
        yield "".join(traceback.format_exception(value)).encode()
        yield from _parts(value, seen)
    elif isinstance(value, (*_FLAT, *_APART)):
        yield str(value).encode() if isinstance(value, int) else b""
    else:
        yield from _parts(value, seen)


def _of_bytes(value: bytes) -> Iterator[bytes]:
    """As they are; a workbook unpacked too."""
    yield value
    if value.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(value)) as book:
            yield from (book.read(name) for name in book.namelist())


def _parts(value: object, seen: set[int]) -> Iterator[bytes]:
    if id(value) in seen:
        return
    seen.add(id(value))
    for part in _inside(value):
        yield from _said(part, seen)


def _inside(value: object) -> Iterable[Any]:
    if isinstance(value, Mapping):
        return [*value.keys(), *value.values()]
    if isinstance(value, list | tuple | set | frozenset):
        return value
    slots = [getattr(value, name, None) for one in type(value).__mro__
             for name in getattr(one, "__slots__", ()) if not name.startswith("__")]
    kept = [part for name, part in getattr(value, "__dict__", {}).items() if not name.startswith("_sa_")]
    return [*slots, *kept]
