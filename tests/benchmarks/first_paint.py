"""A process that shows a window, says so once it is painted, and ends: ``desk`` the program, ``bare`` Qt.

Run by ``start.py``, which takes the time from the outside.
"""

from __future__ import annotations

import os
import sys


def bare() -> None:
    """The least a PySide6 program can show."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QLabel

    class Painted(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                QTimer.singleShot(0, _said)
            return False

    app = QApplication([])
    window = QLabel("Mediation Desk")
    window.resize(960, 640)
    painted = Painted()
    window.installEventFilter(painted)
    window.show()
    app.exec()


def desk() -> None:
    """The program as a person starts it; only the end of painting is listened for."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    from mediation_desk.app import program as app
    from mediation_desk.cli import main

    class Painted(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                QTimer.singleShot(0, _said)
            return False

    class Watched(app.Program):
        def start(self) -> bool:
            begun = super().start()
            assert begun and self.entry is not None, "another desk holds the bench's office"
            self.entry.installEventFilter(Painted(self))
            return begun

    app.Program = Watched  # type: ignore[misc]
    main.main([])


def _said() -> None:
    """Painting is over and has reached the screen."""
    print("painted", flush=True)
    os._exit(0)


if __name__ == "__main__":
    {"bare": bare, "desk": desk}[sys.argv[1]]()
