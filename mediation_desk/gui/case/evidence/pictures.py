"""Pictures of exhibits, decoded off the UI thread: small ones for the list, large ones to look at."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QPainter, QPixmap

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.look.icons import draw
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence.looking import content

MOST_BYTES = 64 * 1024 * 1024  # larger files are opened elsewhere
LARGEST_EDGE = 5000  # its square is how many pixels a picture to look at may have: 100 MB of memory
LONG = 3  # so many times as long as it is wide, a small picture shows its beginning
SMALL_EDGE = 40  # of one in the list
SIGN_EDGE = 24
KEPT = 400
_KINDS: Mapping[str, str] = MappingProxyType({
    "application/pdf": "file-pdf", "audio": "microphone", "video": "video-camera", "image": "image",
    "text": "file-text"})


def can_show(exhibit: Exhibit) -> bool:
    """Whether it is a picture of a kind that this computer can decode."""
    return exhibit.is_picture and exhibit.media_type in _decodable()


def _decodable() -> frozenset[str]:
    return frozenset(bytes(kind.data()).decode() for kind in QImageReader.supportedMimeTypes())


def decoded(data: bytes, edge: int) -> QImage:
    """A picture turned the right way up, of at most ``edge`` times ``edge`` pixels; any thread may call it.

    A long screenshot keeps its width and so its words. Raises DeskError when it cannot be read, or
    would fill the memory (a limit of Qt's reader).
    """
    return _read(data, lambda size: math.sqrt(edge * edge / max(1, size.width() * size.height())))


def small(data: bytes, edge: int) -> QImage:
    """A small picture for a list, ``edge`` pixels at most; of a very long one its beginning."""
    image = _read(data, lambda size: edge / min(max(size.width(), size.height()),
                                                LONG * min(size.width(), size.height())))
    return image.copy(0, 0, min(edge, image.width()), min(edge, image.height()))


def _read(data: bytes, factor: Callable[[QSize], float]) -> QImage:
    """The picture, made smaller by ``factor(its size)`` while it is read, where that is below 1."""
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    image = _from(buffer, factor)
    if image.isNull():
        raise DeskError(N_("This picture cannot be shown; it may be damaged. Open it with another program."))
    if factor(image.size()) < 0.99:  # its size was not known before
        image = image.scaled(_times(image.size(), factor(image.size())), Qt.AspectRatioMode.IgnoreAspectRatio,
                             Qt.TransformationMode.SmoothTransformation)
    return image


def _from(device: QIODevice, factor: Callable[[QSize], float]) -> QImage:
    """The reader ends here, before what it reads from: as it ends, that of a TIFF file still closes it."""
    reader = QImageReader(device)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and not size.isEmpty() and factor(size) < 1:
        reader.setScaledSize(_times(size, factor(size)))
    return reader.read()


def _times(size: QSize, factor: float) -> QSize:
    return QSize(int(size.width() * factor), int(size.height() * factor)).expandedTo(QSize(1, 1))


def picture(desk: Desk, case_id: UUID, exhibit_id: UUID, edge: int = LARGEST_EDGE) -> QImage:
    """The picture of an exhibit, for the task runner."""
    return decoded(content(desk, case_id, exhibit_id, MOST_BYTES), edge)


def small_picture(desk: Desk, case_id: UUID, exhibit_id: UUID, edge: int) -> QImage:
    """The small picture of an exhibit, for the task runner."""
    return small(content(desk, case_id, exhibit_id, MOST_BYTES), edge)


def kind_sign(exhibit: Exhibit) -> QPixmap:
    """The sign of a kind of file, in the middle of the room for a small picture."""
    name = _KINDS.get(exhibit.media_type) or _KINDS.get(exhibit.media_type.partition("/")[0]) or "file"
    ratio, edge = QGuiApplication.primaryScreen().devicePixelRatio(), look().px(SMALL_EDGE)
    room = QPixmap(QSize(edge, edge) * ratio)
    room.setDevicePixelRatio(ratio)
    room.fill(Qt.GlobalColor.transparent)
    painter = QPainter(room)
    inset = (edge - look().px(SIGN_EDGE)) // 2
    draw(painter, name, QRect(0, 0, edge, edge).adjusted(inset, inset, -inset, -inset), "muted")
    painter.end()
    return room


class Thumbnails(QObject):
    """Small pictures by content; one that is not at hand is asked for and announced by ``came(sha256)``."""

    came = Signal(str)

    def __init__(self, bench: CaseBench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._ready: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._asked: set[str] = set()

    def of(self, exhibit: Exhibit) -> QPixmap | None:
        """The small picture, None while it is on its way or where there is none."""
        if not can_show(exhibit) or exhibit.size > MOST_BYTES:
            return None
        if exhibit.sha256 in self._ready:
            self._ready.move_to_end(exhibit.sha256)
        elif exhibit.sha256 not in self._asked:
            self._ask(exhibit)
        return self._ready.get(exhibit.sha256)

    def _ask(self, exhibit: Exhibit) -> None:
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        edge = round(look().px(SMALL_EDGE) * ratio)
        self._asked.add(exhibit.sha256)
        self._bench.tasks.read(
            small_picture, self._bench.desk, self._bench.case_id, exhibit.id, edge,
            done=partial(self._arrived, exhibit.sha256, ratio), receiver=self,
            failed=partial(self._refused, exhibit.sha256))

    def _arrived(self, sha256: str, ratio: float, image: QImage) -> None:
        small = QPixmap.fromImage(image)
        small.setDevicePixelRatio(ratio)
        self._keep(sha256, small)

    def _refused(self, sha256: str, _error: DeskError) -> None:
        """A picture that cannot be read keeps the sign of its kind; looking at it says why."""
        self._keep(sha256, None)

    def _keep(self, sha256: str, small: QPixmap | None) -> None:
        self._asked.discard(sha256)
        self._ready[sha256] = small
        while len(self._ready) > KEPT:
            self._ready.popitem(last=False)
        self.came.emit(sha256)
