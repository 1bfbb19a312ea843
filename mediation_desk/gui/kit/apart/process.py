"""Has a stranger's picture or paper decoded by a process apart, and ends that when it takes too much."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import mediation_desk
from mediation_desk.domain.casefile.sheets import Picture, Sheets
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.kit.apart.child import PAGES, PARTS, PICTURE, PLAIN, REFUSED, SMALL
from mediation_desk.services.casefile.strangers import BROKEN, LOCKED, TOO_LONG

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

PATIENCE = 20.0  # seconds by the clock: a busy computer needs long to start a process
MOST_PIXELS = 25_000_000  # of one picture: 100 MB
MOST_PICTURES = 10
MOST_SHEETS, MOST_BYTES = 60, 96 << 20  # of one exhibit to be printed, and of one sheet of it
PRINTED_EDGE = 5000  # its square is how many pixels a picture to be printed may have
LINE = 4096  # bytes at most of a line about a picture
_LOOK = 0.05  # seconds between two looks at the clock
_MODULE = "mediation_desk.gui.kit.apart.child"

Cancelled = Callable[[], bool]


class TooMuch(DeskError):
    """Decoding took more time or memory than a picture or paper is given."""

    def __init__(self) -> None:
        super().__init__(N_("This file takes more time or memory to show than is safe, so it was stopped. "
                            "Save a copy if you know who made it."))


@dataclass(frozen=True)
class Pages:
    """Some pages of a paper as pictures: ``first`` counts from 0, ``count`` is how many there are."""

    first: int
    count: int
    images: tuple[QImage, ...]


def picture(data: bytes, edge: int, cancelled: Cancelled | None = None) -> QImage:
    """A picture to look at, as :func:`decoding.decoded`. DeskError when it cannot be shown, or TooMuch."""
    return _one(data, PICTURE, edge, cancelled)


def small_picture(data: bytes, edge: int, cancelled: Cancelled | None = None) -> QImage:
    """A small picture, as :func:`decoding.small`."""
    return _one(data, SMALL, edge, cancelled)


def pages(data: bytes, first: int, cancelled: Cancelled | None = None) -> Pages:
    """Pages of a PDF from ``first`` on, as :func:`decoding.pages`."""
    count, images = _decoded(data, PAGES, first, cancelled)
    return Pages(first, count, images)


def sheets(data: bytes, is_pdf: bool, cancelled: Cancelled | None = None) -> Sheets:
    """What is printed of an exhibit: its pictures as :func:`decoding.parts`, or a PDF of plain pages.
    DeskError where it cannot be read, or TooMuch."""
    kind = PLAIN if is_pdf else PARTS
    with _running(kind, PRINTED_EDGE) as child, _fed(child, data), _watched(child, cancelled):
        assert child.stdout is not None
        try:
            told = _line(child.stdout)
            made = tuple(_sheets(child.stdout)) if "refused" not in told else ()
        except _Broken:
            raise TooMuch from None
        if child.wait() not in (0, REFUSED):
            raise TooMuch
    if not made:
        raise DeskError(_sentence(told))
    return made[0].jpeg if is_pdf else made


def _sheets(source: IO[bytes]) -> Iterator[Picture]:
    for _number in range(MOST_SHEETS):
        if not source.peek(1):  # type: ignore[attr-defined]
            return
        told = _line(source)
        match told.get("bytes"), told.get("size"):
            case int(length), [int(width), int(height)] if 0 < length <= MOST_BYTES:
                held = source.read(length)
                if len(held) < length:
                    raise _Broken
                yield Picture(held, width, height, told.get("grey") is True)
            case _:
                raise _Broken


def _one(data: bytes, kind: str, edge: int, cancelled: Cancelled | None) -> QImage:
    return _decoded(data, kind, edge, cancelled)[1][0]


def _decoded(data: bytes, kind: str, number: int,
             cancelled: Cancelled | None) -> tuple[int, tuple[QImage, ...]]:
    with _running(kind, number) as child, _fed(child, data), _watched(child, cancelled):
        assert child.stdout is not None
        try:
            told = _line(child.stdout)
            images = tuple(_images(child.stdout)) if "refused" not in told else ()
        except _Broken:
            raise TooMuch from None
        if child.wait() not in (0, REFUSED):
            raise TooMuch
    if not images:
        raise DeskError(_sentence(told))
    return int(told["count"]), images


class _Broken(Exception):
    """The process ended in the middle, or says what no decoding process of ours says."""


def _sentence(told: dict[str, Any]) -> str:
    known = (N_("This picture cannot be shown; it may be damaged. Open it with another program."),
             N_("This paper cannot be opened: it is not a readable PDF."), BROKEN, LOCKED, TOO_LONG)
    return next((one for one in known if one == told.get("refused")), known[0])


def _line(source: IO[bytes]) -> dict[str, Any]:
    line = source.readline(LINE)
    if not line:
        raise _Broken
    try:
        told = json.loads(line)
    except ValueError:
        raise _Broken from None
    if not isinstance(told, dict):
        raise _Broken
    return told


def _images(source: IO[bytes]) -> Iterator[QImage]:
    """The pictures as they come, each as large as it says and none larger than it may be."""
    from PySide6.QtGui import QImage  # who only binds papers does without

    for _number in range(MOST_PICTURES):
        if not source.peek(1):  # type: ignore[attr-defined]
            return
        width, height = _size(_line(source))
        pixels = source.read(width * height * 4)
        if len(pixels) < width * height * 4:
            raise _Broken
        yield QImage(pixels, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied).copy()


def _size(told: dict[str, Any]) -> tuple[int, int]:
    match told.get("size"):
        case [int(width), int(height)] if width > 0 and height > 0 and width * height <= MOST_PIXELS:
            return width, height
    raise _Broken


@contextmanager
def _running(kind: str, number: int) -> Iterator[subprocess.Popen[bytes]]:
    """The process; it never outlives whoever waits for it."""
    child = subprocess.Popen([sys.executable, "-s", "-m", _MODULE, kind, str(number)], stdin=subprocess.PIPE,
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment(),
                             creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0))
    try:
        yield child
    finally:
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            assert pipe is not None
            with suppress(OSError):
                pipe.close()


def _environment() -> dict[str, str]:
    """What a program needs to start, and nothing that this person's session holds besides."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "TEMP", "TMP")
            if name in os.environ}
    here = str(Path(mediation_desk.__file__).parents[1])
    return kept | {"PYTHONPATH": here, "QT_QPA_PLATFORM": "offscreen"}


@contextmanager
def _fed(child: subprocess.Popen[bytes], data: bytes) -> Iterator[None]:
    """The file on its way in, while what comes out is read."""
    def feed() -> None:
        assert child.stdin is not None
        with suppress(OSError):  # it ended before it had read everything
            child.stdin.write(data)
            child.stdin.close()

    feeding = threading.Thread(target=feed, name="desk-feed")
    feeding.start()
    try:
        yield
    finally:
        child.kill()
        feeding.join()


@contextmanager
def _watched(child: subprocess.Popen[bytes], cancelled: Cancelled | None) -> Iterator[None]:
    """Ends the process when its time is over, or nobody waits for it any more."""
    over, end = threading.Event(), time.monotonic() + PATIENCE

    def watch() -> None:
        while not over.wait(_LOOK):
            if time.monotonic() > end or (cancelled is not None and cancelled()):
                child.kill()
                return

    watching = threading.Thread(target=watch, name="desk-watch")
    watching.start()
    try:
        yield
    finally:
        over.set()
        watching.join()
