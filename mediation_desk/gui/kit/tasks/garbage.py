"""Collects Python's garbage on the UI thread only: a widget that a worker's thread collects is a crash."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500
QUIET_MS = 3000


class Garbage(QObject):
    """While it lives, cyclic garbage waits for this timer instead of whichever thread comes by.

    The generations follow Python's own thresholds, but for the oldest: to look through all there is
    takes a moment that would be felt, so it waits until nobody has touched anything for a while
    (``disturb`` at every touch). What is there when it first would be due is the program itself, and is
    never looked through. Must be made on the UI thread; ``stop`` gives Python its own ways back.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours = gc.isenabled()
        self._settled = False
        gc.disable()
        self._clock = QTimer(self, interval=EVERY_MS)
        self._clock.timeout.connect(self.collect)
        self._clock.start()
        self._touched = QTimer(self, singleShot=True, interval=QUIET_MS)

    def disturb(self) -> None:
        """Somebody works at the screen."""
        self._touched.start()

    def collect(self) -> int:
        """Collect the oldest generation whose threshold is passed; how many objects went."""
        counts, most = gc.get_count(), gc.get_threshold()
        known = 2 if self._touched.isActive() else 3
        due = [generation for generation in range(known) if counts[generation] > most[generation]]
        if 2 in due and not self._settled:
            self._settled = True
            young = gc.collect(1)
            gc.freeze()
            return young
        return gc.collect(max(due)) if due else 0

    def sweep(self) -> int:
        """Look through all there is at once, also what is never looked through else: windows that were let
        go of, and what they showed, shall not lie there longer than need be. How many objects went."""
        if self._settled:
            gc.unfreeze()
            self._settled = False
        return gc.collect()

    def stop(self) -> None:
        """No other thread runs any more: collect as Python does."""
        self._clock.stop()
        if self._settled:
            gc.unfreeze()
        if self._ours:
            gc.enable()
