"""How long work tells how far it is, and is asked to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mediation_desk.domain.words import N_, DeskError

Progress = Callable[[int, int], object]
Cancelled = Callable[[], bool]


class Stopped(DeskError):
    """The person asked to stop; what was half done is taken away again."""

    def __init__(self) -> None:
        super().__init__(N_("Stopped. Nothing was changed."))


def nobody_looks(_done: int, _total: int) -> None:
    """Progress that nobody looks at."""


def goes_on() -> bool:
    """Nobody asks to stop."""
    return False


@dataclass(frozen=True)
class Pace:
    """Carries ``progress(done, total)`` and ``cancelled()`` through a long piece of work."""

    progress: Progress = nobody_looks
    cancelled: Cancelled = goes_on

    def step(self, done: int, total: int) -> None:
        """Tell how far the work is; Stopped when it should end here."""
        if self.cancelled():
            raise Stopped
        self.progress(done, total)


AT_EASE = Pace()
"""Nobody looks and nobody hurries."""
