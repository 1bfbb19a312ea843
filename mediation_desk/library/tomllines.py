"""TOML data files that clerks write: read into typed shapes, refused with file, line and reason."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import msgspec

from mediation_desk.domain.words import N_, DeskError, Sentence, say

Shape = TypeVar("Shape")

_HEADER = re.compile(r"^\s*\[\[?\s*([\w.-]+)\s*\]?\]")
_KEY = re.compile(r"^\s*([\w-]+)\s*=")
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_PATH = re.compile(r" - at `(\$[^`]*)`$")
_MISSING = re.compile(r"missing required field `([^`]+)`")
_UNKNOWN = re.compile(r"unknown field `([^`]+)`")


class FormError(DeskError):
    """A data file that cannot be used: which file, which line, why."""

    def __init__(self, file: str, line: int, reason: Sentence) -> None:
        super().__init__(N_("{file}, line {line}: {reason}"), field="file",
                         file=file, line=line, reason=reason)
        self.file = file
        self.line = line
        self.reason = reason


@dataclass(frozen=True)
class TomlText:
    """A file's text, and on which line each of its tables and keys begins.

    Places are written as in ``$.sections[0].elements[2].id``.
    """

    name: str
    text: str
    places: Mapping[str, int] = field(default_factory=dict)

    def line(self, place: str) -> int:
        """The line of that place, or of the nearest table or key around it."""
        while place not in self.places and "." in place:
            place = place[: max(place.rfind("."), place.rfind("["))]
        return self.places.get(place, 1)

    def refuse(self, place: str, text: str, **particulars: object) -> FormError:
        """The error to raise about that place; ``text`` is marked with N_ by the caller."""
        return FormError(self.name, self.line(place), say(text, **particulars))


def open_source(path: Path) -> TomlText:
    """The file with its lines counted; FormError when it is not readable text."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise FormError(path.name, 1, say(N_("this is not a readable UTF-8 text file"))) from None
    return source_of(path.name, text)


def source_of(name: str, text: str) -> TomlText:
    """A text with its lines counted; ``name`` is what messages call it."""
    return TomlText(name, text, _places(text))


def read(source: TomlText, shape: type[Shape]) -> Shape:
    """The file's content in that shape; FormError with the line that does not fit."""
    try:
        return msgspec.convert(tomllib.loads(source.text), shape, strict=True)
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        line = int(found.group(1)) if found else max(1, source.text.count("\n"))
        raise FormError(source.name, line, say(N_("this is not TOML: {detail}"), detail=str(error))) from None
    except msgspec.ValidationError as error:
        raise _misfit(source, str(error)) from None


def _misfit(source: TomlText, message: str) -> FormError:
    found = _PATH.search(message)
    place = found.group(1) if found else "$"
    if missing := _MISSING.search(message):
        return source.refuse(place, N_("the key “{key}” is missing"), key=missing.group(1))
    if unknown := _UNKNOWN.search(message):
        key = unknown.group(1)
        return source.refuse(f"{place}.{key}", N_("the key “{key}” is not known here"), key=key)
    return source.refuse(place, N_("a value does not fit: {detail}"), detail=_PATH.sub("", message))


def _places(text: str) -> dict[str, int]:
    """Where each table and key begins, walking the headers line by line."""
    places = {"$": 1}
    counts: dict[str, int] = {}
    table = "$"
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = _table(header.group(1), counts, repeated=line.lstrip().startswith("[["))
            places[table] = number
        elif key := _KEY.match(line):
            places.setdefault(f"{table}.{key.group(1)}", number)
    return places


def _table(name: str, counts: dict[str, int], *, repeated: bool) -> str:
    """The place that a header opens; a repeated table counts up and starts its inner ones anew."""
    parts = name.split(".")
    if repeated:
        counts[name] = counts.get(name, -1) + 1
        for inner in [one for one in counts if one.startswith(name + ".")]:
            del counts[inner]
    place = "$"
    for depth, part in enumerate(parts, 1):
        count = counts.get(".".join(parts[:depth]))
        place += f".{part}" if count is None else f".{part}[{count}]"
    return place
