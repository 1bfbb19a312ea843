"""Collects Python's garbage on the UI thread only: a widget that a worker's thread collects is a crash."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500


class Garbage(QObject):
    """While it lives, cyclic garbage waits for this timer instead of whichever thread comes by.

    The generations follow Python's own thresholds. Must be made on the UI thread; ``stop`` gives
    Python its own ways back.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours = gc.isenabled()
        gc.disable()
        self._clock = QTimer(self, interval=EVERY_MS)
        self._clock.timeout.connect(self.collect)
        self._clock.start()

    def collect(self) -> int:
        """Collect the oldest generation whose threshold is passed; how many objects went."""
        counts, most = gc.get_count(), gc.get_threshold()
        due = [generation for generation in range(3) if counts[generation] > most[generation]]
        return gc.collect(max(due)) if due else 0

    def stop(self) -> None:
        """No other thread runs any more: collect as Python does."""
        self._clock.stop()
        if self._ours:
            gc.enable()
