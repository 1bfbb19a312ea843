"""The office's own typefaces in the windows: a name that papers can print shows on the screen too."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtGui import QFontDatabase, QGuiApplication

from mediation_desk.domain.changes import Changes
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import typefaces


class OwnFaces(QObject):
    """Lends the office's typefaces to the application for as long as its desk is open; Qt looks in them for
    whatever the shipped ones lack."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._lent: dict[str, int] = {}  # Qt's numbers by fingerprint
        self.destroyed.connect(partial(_take_back, self._lent))

    def read(self) -> None:
        """Lend what is there, take back what went. A desk that may not read any more shows what it has."""
        self._tasks.read(typefaces.files, self._desk, frozenset(self._lent), done=self._lend,
                         failed=lambda _trouble: None, receiver=self)

    def follow(self, changes: object) -> None:
        """The same, where the list of typefaces is another now; some verbs answer with something else."""
        if isinstance(changes, Changes) and "typefaces" in changes.lists:
            self.read()

    def _lend(self, found: Mapping[str, bytes]) -> None:
        for gone in self._lent.keys() - found.keys():
            QFontDatabase.removeApplicationFont(self._lent.pop(gone))
        for fingerprint, data in found.items():
            if fingerprint not in self._lent:
                self._lent[fingerprint] = QFontDatabase.addApplicationFontFromData(QByteArray(data))


def _take_back(lent: Mapping[str, int]) -> None:
    """What a desk lent is nobody else's: the next one at this computer may have another file of that name."""
    if QGuiApplication.instance() is not None:
        for number in lent.values():
            QFontDatabase.removeApplicationFont(number)
