"""What can be done with an exhibit: opened elsewhere, saved as a copy, moved, removed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.kit.elsewhere import open_elsewhere
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.filing import Listed
from mediation_desk.services.evidence.looking import look_elsewhere, save_copy
from mediation_desk.services.evidence.private_folder import PrivateFolder


class ExhibitActs(QObject):
    """Does by name what the buttons of an exhibit ask for. ``opener`` hands a copy to another program."""

    def __init__(self, page: StationPage) -> None:
        super().__init__(page)
        self._page, self._bench = page, page.bench
        self.opener: Callable[[Path], bool] = open_elsewhere
        self.folder = PrivateFolder(page.bench.desk)

    def do(self, name: str, exhibit: Exhibit | None, listed: Listed) -> None:
        """``open``, ``save``, ``up``, ``down`` or ``remove``."""
        if exhibit is None:
            return
        acts: dict[str, Callable[[], None]] = {
            "open": partial(self._open, exhibit), "save": partial(self._save, exhibit),
            "remove": partial(self._remove, exhibit), "up": partial(self._move, exhibit, listed, -1),
            "down": partial(self._move, exhibit, listed, 1)}
        if name in ("open", "save") or not self._bench.read_only:
            acts[name]()

    def _open(self, exhibit: Exhibit) -> None:
        self._bench.read(look_elsewhere, exhibit.id, self.folder, done=self._laid_out,
                         label=tr("Opening the file …"))

    def _laid_out(self, path: Path) -> None:
        if not self.opener(path):
            self._page.bar.trouble(tr("No program on this machine opens this kind of file. Save a copy "
                                      "instead."))

    def _save(self, exhibit: Exhibit) -> None:
        path, _ = QFileDialog.getSaveFileName(self._page, tr("Save a copy"), exhibit.name)
        if path:
            self._bench.read(save_copy, exhibit.id, Path(path), done=self._saved,
                             label=tr("Saving a copy …"))

    def _saved(self, path: Path) -> None:
        self._page.bar.notice(tr("Saved as {name}.", name=path.name))

    def _remove(self, exhibit: Exhibit) -> None:
        self._bench.run(filing.remove, exhibit.id, notice=tr("Removed: {name}", name=exhibit.name))

    def _move(self, exhibit: Exhibit, listed: Listed, step: int) -> None:
        order = [one.id for one in listed.exhibits]
        at = order.index(exhibit.id)
        if 0 <= at + step < len(order):
            order[at], order[at + step] = order[at + step], order[at]
            self._bench.run(filing.renumber, order, notice=tr("The exhibits are numbered anew."))
