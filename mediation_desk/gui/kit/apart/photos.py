"""Photos as telephones take them (HEIC), which Qt cannot read; runs in the decoding process alone."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtGui import QImage

from mediation_desk.domain.media_types import HEAD, media_type
from mediation_desk.domain.words import N_, DeskError

KINDS = frozenset({"image/heic", "image/heif"})
MOST_PIXELS = 64_000_000  # before it is made smaller: as many as Qt's own reader takes, 256 MB
_FORMATS: Mapping[str, QImage.Format] = MappingProxyType({
    "RGB": QImage.Format.Format_RGB888, "RGBA": QImage.Format.Format_RGBA8888,
    "RGBa": QImage.Format.Format_RGBA8888_Premultiplied, "L": QImage.Format.Format_Grayscale8})

NOT_READ = (ValueError, LookupError, TypeError, RuntimeError, EOFError, SyntaxError, OSError, MemoryError)
"""What a broken file makes of the reader."""


def is_photo(data: bytes) -> bool:
    """Whether it is such a photo, by its first bytes."""
    return media_type("", data[:HEAD]) in KINDS


def photo(data: bytes) -> QImage:
    """The photo, turned as it says itself. DeskError where it is damaged, of a kind that is not read (AV1),
    or too large: its size is asked before a pixel is made."""
    import pi_heif  # type: ignore[import-untyped]

    try:
        held = pi_heif.open_heif(data)
        width, height = held.size
        if width * height > MOST_PIXELS or held.mode not in _FORMATS:
            raise ValueError("too large, or of a kind that is not known")
        return QImage(bytes(held.data), width, height, int(held.stride), _FORMATS[held.mode]).copy()
    except NOT_READ as broken:
        raise DeskError(N_("This picture cannot be shown; it may be damaged. Open it with another "
                           "program.")) from broken
