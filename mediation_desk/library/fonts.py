"""Where the typefaces of the papers are, and what has been read of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock

from mediation_desk.library.shipped import shipped


@dataclass(frozen=True)
class OwnFace:
    """A TrueType file of an office's own, by the SHA-256 of its content."""

    sha256: str
    data: bytes = field(repr=False, compare=False)

    @property
    def stem(self) -> str:
        """What its typeface is called while papers are set."""
        return self.sha256[:16]


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
    fallbacks: tuple[Path | OwnFace, ...] = ()
    lock: RLock = field(default_factory=RLock, repr=False)
    read: dict[object, object] = field(default_factory=dict, repr=False)


def shipped_fonts(own: Iterable[OwnFace] = ()) -> Fonts:
    """The typefaces that come with the program, and behind them an office's ``own`` files, in their order;
    DeskError when a file is missing."""
    return Fonts(song=_typeface("NotoSerifSC_400Regular"), song_bold=_typeface("NotoSerifSC_700Bold"),
                 hei=_typeface("NotoSansSC_400Regular"), hei_bold=_typeface("NotoSansSC_700Bold"),
                 fallbacks=(_typeface("HanaMinB"), *own))


def _typeface(name: str) -> Path:
    return shipped("resources", "fonts", f"{name}.ttf")
