"""Evidence on its way in: what was dropped or pasted, and the strip that shows how far it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.kit.tasks.progress_strip import ProgressStrip
from mediation_desk.gui.kit.tasks.tasks import Task
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import collecting
from mediation_desk.services.evidence.taking import Brought, Cancelled, FileSource, Progress


@dataclass(frozen=True)
class PastedPicture:
    """A picture without a file: a screenshot from the clipboard."""

    image: QImage
    name: str


Item = FileSource | PastedPicture


def holds_evidence(mime: QMimeData) -> bool:
    """Whether there is something in it that can be added."""
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


def items_of(mime: QMimeData, now: datetime) -> list[Item]:
    """The files of a drop or a clipboard; where there is none, the picture in it.

    A picture is named for the office's hour ``now``, since it has no name of its own.
    """
    files: list[Item] = [FileSource.of(Path(url.toLocalFile())) for url in mime.urls() if url.isLocalFile()]
    if files:
        return files
    image = mime.imageData() if mime.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return []
    return [PastedPicture(image, tr("Pasted picture {when}.png", when=f"{now:%Y-%m-%d %H-%M-%S}"))]


def bring(desk: Desk, case_id: UUID, items: Sequence[Item], *, progress: Progress | None = None,
          cancelled: Cancelled | None = None) -> Brought:
    """Take the items into the store, for the task runner: pictures become PNG files first."""
    sources = [item if isinstance(item, FileSource) else FileSource(item.name, data=_png(item.image))
               for item in items]
    return collecting.collect(desk, case_id, sources, progress=progress, cancelled=cancelled)


def _png(image: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"PNG")).write(image):
        raise DeskError(N_("The pasted picture could not be read. Save it as a file and add that."))
    return bytes(held.data())


class Import:
    """The import under way, if any; no widget, so that it can be stopped when its page is gone."""

    def __init__(self) -> None:
        self.task: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether an import is under way."""
        return self.task is not None and not self.task.finished

    def stop(self) -> None:
        """Ask it to stop; nothing of it is kept."""
        if self.task is not None:
            self.task.cancel()
        self.task = None


class AddingStrip(ProgressStrip):
    """How far an import is, with a way to stop it; hidden while nothing takes long."""

    def __init__(self, stopped: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.under_way = Import()
        self._stopped = stopped

    def follow_import(self, task: Task) -> None:
        """Show how far that import is, once it takes long."""
        self.under_way.task = task
        self.follow(task, tr("Adding evidence … {percent}%", percent=0))

    def tell(self, done: int, total: int) -> None:
        """Say how much of it is added."""
        self.words.setText(tr("Adding evidence … {percent}%", percent=done * 100 // max(total, 1)))

    def halt(self) -> None:
        """Stop the import, of which nothing is kept, and say so."""
        self.under_way.stop()
        super().halt()
        self._stopped()
