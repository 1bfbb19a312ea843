"""Pictures of exhibits, decoded off the UI thread: small ones for the list, large ones to look at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QPainter, QPixmap

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.apart import process
from mediation_desk.gui.kit.apart.decoding import LONG as LONG
from mediation_desk.gui.kit.apart.photos import KINDS
from mediation_desk.gui.kit.apart.process import Cancelled, Pages
from mediation_desk.gui.kit.look.icons import draw
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence.looking import content

MOST_BYTES = 64 * 1024 * 1024  # larger files are opened elsewhere
LARGEST_EDGE = 5000  # its square is how many pixels a picture to look at may have: 100 MB of memory
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
    return KINDS | {bytes(kind.data()).decode() for kind in QImageReader.supportedMimeTypes()}


def picture(desk: Desk, case_id: UUID, exhibit_id: UUID, edge: int = LARGEST_EDGE, *,
            cancelled: Cancelled | None = None) -> QImage:
    """The picture of an exhibit, for the task runner; decoded by a process apart."""
    return process.picture(content(desk, case_id, exhibit_id, MOST_BYTES), edge, cancelled)


def small_picture(desk: Desk, case_id: UUID, exhibit_id: UUID, edge: int, *,
                  cancelled: Cancelled | None = None) -> QImage:
    """The small picture of an exhibit, for the task runner; decoded by a process apart."""
    return process.small_picture(content(desk, case_id, exhibit_id, MOST_BYTES), edge, cancelled)


def pages(desk: Desk, case_id: UUID, exhibit_id: UUID, first: int = 0, *,
          cancelled: Cancelled | None = None) -> Pages:
    """Pages of an exhibit that is a PDF, for the task runner; drawn by a process apart."""
    return process.pages(content(desk, case_id, exhibit_id, MOST_BYTES), first, cancelled)


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
