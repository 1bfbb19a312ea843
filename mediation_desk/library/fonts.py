"""Where the typefaces of the papers are, what has been read of them, and which file may become one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from struct import error, unpack_from
from threading import RLock

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.shipped import shipped

_NEEDED = frozenset(("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"))
_MOST_TABLES = 256
_RESTRICTED, _LOOSER, _WHOLE_OR_BITMAPS = 0x0002, 0x000C, 0x0300  # bits of OS/2 fsType
_UNICODE = ((0, 3), (0, 4), (3, 1), (3, 10))  # kinds of character map, as (platform, encoding)

_NO_TYPEFACE = N_("This file is no typeface that papers can be set in. Choose a TrueType file (.ttf) with "
                  "TrueType outlines.")


@dataclass(frozen=True, eq=False)
class Fonts:
    """The TrueType files that papers are set in: song for text, hei for headings; ``fallbacks`` are asked in
    their order for a character that those lack, and are read only then.

    Reading a typeface takes a tenth of a second, so one object is made when the desk opens and
    handed around: ``read`` keeps what was read, under ``lock``, for as long as the object lives.
    """

    song: Path
    song_bold: Path
    hei: Path
    hei_bold: Path
    fallbacks: tuple[Path, ...] = ()
    lock: RLock = field(default_factory=RLock, repr=False)
    read: dict[object, object] = field(default_factory=dict, repr=False)


def shipped_fonts(own: Iterable[Path] = ()) -> Fonts:
    """The typefaces that come with the program, and behind them an office's ``own`` files, in their order;
    DeskError when a file is missing."""
    return Fonts(song=_typeface("NotoSerifSC_400Regular"), song_bold=_typeface("NotoSerifSC_700Bold"),
                 hei=_typeface("NotoSansSC_400Regular"), hei_bold=_typeface("NotoSansSC_700Bold"),
                 fallbacks=(_typeface("HanaMinB"), *own))


def _typeface(name: str) -> Path:
    return shipped("resources", "fonts", f"{name}.ttf")


def check_typeface(path: Path) -> None:
    """Raises DeskError, in words, for a file that papers cannot be set in: no TrueType outlines, a part
    missing, or a maker that does not let it be embedded (OpenType 1.9, OS/2 fsType)."""
    try:
        data = path.read_bytes()
        tables = _tables(data)
        known = _knows_unicode(data, tables["cmap"])
        allowed: int = unpack_from(">H", data, tables["OS/2"] + 8)[0]
    except OSError as unreadable:
        raise DeskError(N_("The typeface cannot be read. Choose another file.")) from unreadable
    except error as broken:
        raise DeskError(_NO_TYPEFACE) from broken
    if not known:
        raise DeskError(_NO_TYPEFACE)
    if allowed & _WHOLE_OR_BITMAPS or (allowed & _RESTRICTED and not allowed & _LOOSER):
        raise DeskError(N_("The maker of this typeface does not allow it to be embedded in papers. "
                           "Choose another one."))


def _tables(data: bytes) -> dict[str, int]:
    """Where each table of a TrueType file begins; DeskError for another kind of file, struct.error for one
    that is cut off."""
    kind = data[:4]
    if kind == b"ttcf":
        raise DeskError(N_("This file holds several typefaces in one (.ttc). Choose a file of one alone "
                           "(.ttf)."))
    if kind == b"OTTO":
        raise DeskError(N_("This typeface has PostScript outlines, which papers cannot be set in. Choose one "
                           "with TrueType outlines (.ttf)."))
    count: int = unpack_from(">H", data, 4)[0]
    if kind not in (b"\0\1\0\0", b"true") or count > _MOST_TABLES:
        raise DeskError(_NO_TYPEFACE)
    found = {}
    for at in range(count):
        name, _sum, begins, length = unpack_from(">4sLLL", data, 12 + 16 * at)
        if begins + length <= len(data):
            found[name.decode("latin-1")] = begins
    if _NEEDED - found.keys():
        raise DeskError(_NO_TYPEFACE)
    return found


def _knows_unicode(data: bytes, cmap: int) -> bool:
    """Whether its characters are found by their Unicode number."""
    kinds = (unpack_from(">HH", data, cmap + 4 + 8 * at)
             for at in range(min(unpack_from(">H", data, cmap + 2)[0], _MOST_TABLES)))
    return any(kind in _UNICODE for kind in kinds)
