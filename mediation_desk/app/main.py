"""Opens the desk: the one place where the program begins and ends."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mediation_desk.app.machine import NAME, Machine, keep_log
from mediation_desk.app.program import Program

if TYPE_CHECKING:
    pass


def main(arguments: Sequence[str] = ()) -> int:
    """Open the desk; returns when its last window is closed."""
    os.umask(0o077)  # what libraries write besides is for this person alone, too
    app = QApplication([NAME, *arguments])
    app.setApplicationName(NAME)
    app.setDesktopFileName(NAME)
    machine = Machine.here()
    program = Program(app, machine)
    program.catch()
    code = 0
    if program.start():
        QTimer.singleShot(0, program, lambda: keep_log(machine.data / "notes"))
        code = app.exec()
    program.end()
    return code
