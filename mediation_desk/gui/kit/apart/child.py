"""The decoding process: confines itself, reads one file from its input, writes plain pixels, and ends.

Run as ``python -m mediation_desk.gui.kit.apart.child KIND NUMBER``. Out come one line of JSON for the file
and one before each picture's pixels.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import BinaryIO

from mediation_desk.gui.kit.apart.limits import confine

PICTURE, SMALL, PAGES = "picture", "small", "pages"
PARTS, PLAIN = "parts", "plain"  # to be printed: a picture as JPEG, a PDF as plain pages
REFUSED = 3


def main(kind: str, number: int, source: BinaryIO, target: BinaryIO) -> int:
    """Decode what comes in; ``number`` is the edge of a picture, or the first page."""
    from mediation_desk.domain.words import DeskError

    app = None if kind == PLAIN else _drawing()
    try:
        data = source.read()
        if kind in (PARTS, PLAIN):
            _tell_sheets(target, data, number, kind)
            return 0
        from mediation_desk.gui.kit.apart import decoding

        if kind == PAGES:
            count, images = decoding.pages(data, number)
        else:
            decode = decoding.small if kind == SMALL else decoding.decoded
            count, images = 1, iter([decode(data, number)])
        _tell(target, count, images)
    except DeskError as error:
        target.write(json.dumps({"refused": error.sentence.text}).encode() + b"\n")
        return REFUSED
    finally:
        target.flush()
        del app
    return 0


def _drawing() -> object:
    """What Qt needs to draw; a PDF that is only taken over does without."""
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication(["-platform", "offscreen"])


def _tell(target: BinaryIO, count: int, images: Iterable[object]) -> None:
    from PySide6.QtGui import QImage

    target.write(json.dumps({"count": count}).encode() + b"\n")
    for image in images:
        assert isinstance(image, QImage)
        plain = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        target.write(json.dumps({"size": [plain.width(), plain.height()]}).encode() + b"\n")
        target.write(plain.constBits())


def _tell_sheets(target: BinaryIO, data: bytes, number: int, kind: str) -> None:
    """A line for each sheet, with its size and how many bytes follow."""
    if kind == PLAIN:
        from mediation_desk.services.casefile.strangers import plain

        sheets = [(plain(data), (0, 0), False)]
    else:
        from mediation_desk.gui.kit.apart import decoding

        sheets = [(decoding.jpeg(one), (one.width(), one.height()), one.isGrayscale())
                  for one in decoding.parts(data, number)]
    target.write(json.dumps({"count": len(sheets)}).encode() + b"\n")
    for made, size, grey in sheets:
        target.write(json.dumps({"bytes": len(made), "size": size, "grey": grey}).encode() + b"\n")
        target.write(made)


if __name__ == "__main__":
    confine(addresses=sys.argv[1] != PAGES)
    sys.exit(main(sys.argv[1], int(sys.argv[2]), sys.stdin.buffer, sys.stdout.buffer))
