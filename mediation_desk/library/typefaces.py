"""TrueType files that an office brings along: whether papers can be set in one."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass

from mediation_desk.domain.words import N_, DeskError

MOST_BYTES = 64 * 1024 * 1024
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_COLLECTION, _OUTLINES_OF_POSTSCRIPT = b"ttcf", b"OTTO"
_NEEDED = frozenset({"glyf", "loca", "cmap", "head", "hhea", "hmtx", "maxp", "name"})
_RESTRICTED, _BITMAPS_ONLY = 0x0002, 0x0200  # fsType: OpenType specification, OS/2 table
_UNICODE = frozenset({(0, 3), (0, 4), (3, 1), (3, 10)})  # kinds of character map: platform, encoding
_FAMILY, _FULL = 1, 4  # names of a typeface
_WINDOWS, _CHINESE = 3, 0x0804


@dataclass(frozen=True)
class Typeface:
    """A typeface that papers can be set in: its name as its maker wrote it, Chinese where there is that."""

    name: str


def check_typeface(data: bytes) -> Typeface:
    """What the content of a font file is; DeskError where no paper can be set in it: no TrueType outlines, a
    collection, damaged, or a licence that forbids embedding."""
    if len(data) > MOST_BYTES:
        raise _refused(N_("This file is larger than {most} MB."), most=MOST_BYTES // 1024 // 1024)
    try:
        tables = _tables(data)
        _require_embeddable(tables.get("OS/2", b""))
        _require_unicode(tables["cmap"])
        return Typeface(_named(tables["name"]))
    except (struct.error, IndexError, UnicodeDecodeError) as trouble:
        raise _refused(N_("This font file is damaged.")) from trouble


def _refused(text: str, **particulars: object) -> DeskError:
    return DeskError(text, field="typeface", **particulars)


def _tables(data: bytes) -> Mapping[str, bytes]:
    kind = data[:4]
    if kind == _COLLECTION:
        raise _refused(N_("This file holds several typefaces. Add one typeface as a .ttf file."))
    if kind == _OUTLINES_OF_POSTSCRIPT:
        raise _refused(N_("This typeface has PostScript outlines; papers need TrueType outlines (.ttf)."))
    if kind not in _TRUETYPE:
        raise _refused(N_("This is no TrueType file (.ttf)."))
    (count,) = struct.unpack_from(">H", data, 4)
    found = {}
    for at in range(count):
        name, _sum, start, length = struct.unpack_from(">4sIII", data, 12 + 16 * at)
        if start + length > len(data):
            raise _refused(N_("This font file is damaged."))
        found[name.decode("latin-1")] = data[start:start + length]
    if "glyf" not in found:
        raise _refused(N_("This typeface has no outlines that papers can be set in."))
    if not found.keys() >= _NEEDED:
        raise _refused(N_("This font file is damaged."))
    return found


def _require_embeddable(told: bytes) -> None:
    rights = struct.unpack_from(">H", told, 8)[0] if told else 0
    if rights & 0xF == _RESTRICTED or rights & _BITMAPS_ONLY:
        raise _refused(N_("The licence of this typeface forbids putting it into papers."))


def _require_unicode(table: bytes) -> None:
    """Its characters are found by their Unicode number (OpenType 1.9, cmap)."""
    (count,) = struct.unpack_from(">H", table, 2)
    kinds = {struct.unpack_from(">HH", table, 4 + 8 * at) for at in range(count)}
    if not kinds & _UNICODE:
        raise _refused(N_("This typeface does not know its characters by their Unicode numbers."))


def _named(table: bytes) -> str:
    """The full name, else the family; Chinese before any other."""
    _version, count, strings = struct.unpack_from(">HHH", table, 0)
    found: dict[tuple[bool, bool], str] = {}
    for at in range(count):
        system, _coding, language, name, length, start = struct.unpack_from(">HHHHHH", table, 6 + 12 * at)
        if system == _WINDOWS and name in (_FAMILY, _FULL):
            text = table[strings + start:strings + start + length].decode("utf-16-be")
            found.setdefault((language == _CHINESE, name == _FULL), text.strip())
    return next((found[key] for key in sorted(found, reverse=True) if found[key]), "")
