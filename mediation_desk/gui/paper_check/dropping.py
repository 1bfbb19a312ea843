"""A paper dropped on the window, or chosen from the disk, is checked against what the store keeps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.held_files import files_of
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.paper_check.card import PaperCard
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import genuine
from mediation_desk.services.papers.genuine import Checked


def look_into(desk: Desk, file: Path) -> Checked:
    """Read the file, and ask the store; never more of it than a paper can have."""
    return genuine.check(desk, genuine.content_of(file))


class PaperCheck(QObject):
    """Watches a window for files that are dropped where no page takes them itself."""

    def __init__(self, desk: Desk, tasks: Tasks, window: QWidget,
                 open_case: Callable[[UUID], object]) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._window = desk, tasks, window
        self._open_case = open_case
        self._card: PaperCard | None = None
        self._round = 0
        self._takers: dict[str, Callable[[Path], object]] = {}
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @property
    def card(self) -> PaperCard:
        """The card; made as it is first needed."""
        if self._card is None:
            self._card = PaperCard(self._window)
            self._card.case_wanted.connect(self._open_case)
            self._card.another_wanted.connect(self.ask)
        return self._card

    def hand_on(self, endings: Sequence[str], act: Callable[[Path], object]) -> None:
        """Files whose names end so are no papers: dropped one by one, ``act(path)`` takes them."""
        self._takers.update(dict.fromkeys(endings, act))

    def _taker(self, files: Sequence[Path]) -> Callable[[Path], object] | None:
        return self._takers.get(files[0].suffix.lower()) if len(files) == 1 else None

    def ask(self) -> None:
        """Choose a file, and check it."""
        chosen, _kind = QFileDialog.getOpenFileName(self._window, tr("Check a paper"), "",
                                                    tr("PDF files (*.pdf);;All files (*)"))
        if chosen:
            self.check([Path(chosen)])

    def check(self, files: list[Path]) -> None:
        """Check one file; of several nothing is left out silently."""
        self._round += 1
        if len(files) != 1:
            self.card.trouble("", tr("Drop one paper at a time."))
            return
        name = files[0].name
        self.card.wait(name)
        self._tasks.read(look_into, self._desk, files[0], label=tr("Reading the file …"), receiver=self,
                         done=partial(self._found, self._round, name),
                         failed=partial(self._failed, self._round, name))

    def _found(self, asked: int, name: str, checked: Checked) -> None:
        if asked == self._round:
            self.card.tell(name, checked)

    def _failed(self, asked: int, name: str, error: DeskError) -> None:
        if asked == self._round:
            self.card.trouble(name, error)

    # -- what is held over the window ----------------------------------------------------

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Files over the window, and its size."""
        kind = event.type()
        if kind == QEvent.Type.Resize and self._card is not None and self._card.isVisible():
            self._card.place()
        if kind == QEvent.Type.DragLeave and self._card is not None:
            self._card.put_away()
        return isinstance(event, QDropEvent) and self._held(event)  # entering and moving are such events too

    def _held(self, event: QDropEvent) -> bool:
        files = files_of(event.mimeData())
        if not files:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)  # never move: the giver's file stays
        event.accept()
        if event.type() == QEvent.Type.DragEnter:
            self._round += 1  # an answer under way is not wanted any more
            self.card.invite(other=self._taker(files) is not None)
        elif event.type() == QEvent.Type.Drop:
            self._take(files)
        return True

    def _take(self, files: list[Path]) -> None:
        if (taker := self._taker(files)) is None:
            self.check(files)
        else:
            self.card.put_away()
            taker(files[0])
