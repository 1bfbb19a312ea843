"""A PDF that is written object by object, so that as little as one paper of it is ever in memory."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from typing import BinaryIO

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, StreamObject

DEEPEST = 60  # how far arrays and dictionaries may lie in each other
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

Reference = Callable[[IndirectObject], int]


class TooDeep(ValueError):
    """Objects lie in each other deeper than any honest paper has them."""


class PdfStream:
    """The file under way. Numbers are given out by ``reserve``, and each is ``put`` once."""

    def __init__(self, target: BinaryIO) -> None:
        self._target, self._at = target, 0
        self._places: list[int] = [0]  # where each object stands; 0: not yet
        self._write(_HEAD)

    def _write(self, data: bytes) -> None:
        self._target.write(data)
        self._at += len(data)

    def reserve(self) -> int:
        """The number of an object that is put later."""
        self._places.append(0)
        return len(self._places) - 1

    def put(self, number: int, body: bytes) -> int:
        """Write an object under its number."""
        self._places[number] = self._at
        self._write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        return number

    def add(self, body: bytes) -> int:
        """Write an object under the next number."""
        return self.put(self.reserve(), body)

    def add_stream(self, data: bytes, entries: bytes = b"", *, packed: bool = False) -> int:
        """Write a stream with further ``entries`` in its dictionary; ``packed``: as its filter wants it."""
        if not packed:
            data, entries = zlib.compress(data), entries + b" /Filter /FlateDecode"
        return self.add(stream_body(entries, data))

    def close(self, root: int, info: int) -> None:
        """Write where everything stands. Whatever was reserved and never put is nothing."""
        for number, place in enumerate(self._places):
            if number and not place:
                self.put(number, b"null")
        start = self._at
        rows = [b"0000000000 65535 f \n", *(b"%010d 00000 n \n" % place for place in self._places[1:])]
        self._write(b"xref\n0 %d\n%s" % (len(rows), b"".join(rows)))
        self._write(b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                    % (len(rows), root, info, start))


def stream_body(entries: bytes, data: bytes) -> bytes:
    """A stream as an object's body."""
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)


class Copier:
    """Takes objects of one read PDF over into a stream, each once, whatever refers to it."""

    def __init__(self, stream: PdfStream) -> None:
        self._stream = stream
        self._known: dict[tuple[int, int], int] = {}
        self._waiting: list[tuple[int, IndirectObject]] = []

    def number(self, reference: IndirectObject) -> int:
        """The number of an object here; it is written with the next :meth:`settle`."""
        key = reference.idnum, reference.generation
        if key not in self._known:
            self._known[key] = self._stream.reserve()
            self._waiting.append((self._known[key], reference))
        return self._known[key]

    def written(self, value: PdfObject) -> bytes:
        """A value as it stands in a PDF, with the numbers that its references have here."""
        return written(value, self.number)

    def settle(self) -> None:
        """Write whatever was referred to."""
        while self._waiting:
            number, reference = self._waiting.pop()
            value = reference.get_object()
            self._stream.put(number, b"null" if value is None else self.written(value))


def written(value: PdfObject, reference: Reference, depth: int = 0) -> bytes:
    """A value as it stands in a PDF; the data of a stream as they are, whatever its filter. TooDeep."""
    if depth > DEEPEST:
        raise TooDeep
    if isinstance(value, IndirectObject):
        return b"%d 0 R" % reference(value)
    if isinstance(value, StreamObject):
        return stream_body(_entries(value, reference, depth), bytes(value._data))
    if isinstance(value, DictionaryObject):
        return b"<< %s >>" % _entries(value, reference, depth)
    if isinstance(value, ArrayObject):
        return b"[ %s ]" % b" ".join(written(one, reference, depth + 1) for one in list.__iter__(value))
    target = BytesIO()
    value.write_to_stream(target)
    return target.getvalue()


def _entries(value: DictionaryObject, reference: Reference, depth: int) -> bytes:
    parts: list[bytes] = []
    for key in value:
        if key == "/Length" and isinstance(value, StreamObject):
            continue
        parts += (written(key, reference, depth + 1), written(value.raw_get(key), reference, depth + 1))
    return b" ".join(parts)


def text(said: str) -> bytes:
    """A text as PDF writes it in descriptions and bookmarks."""
    return b"<%s>" % (b"\xfe\xff" + said.encode("utf-16-be", "replace")).hex().encode()


def name_tree(entries: Mapping[bytes, bytes]) -> bytes:
    """A dictionary of names that are known to be plain."""
    return b"<< %s >>" % b" ".join(b"%s %s" % pair for pair in entries.items())


def references(numbers: Iterable[int]) -> bytes:
    """An array of references."""
    return b"[ %s ]" % b" ".join(b"%d 0 R" % number for number in numbers)
