"""The growing pause after wrong secrets, the same at every door, kept among this machine's notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from mediation_desk.domain.words import N_, DeskError, by_count
from mediation_desk.library import private_files
from mediation_desk.store.vault.pause import Pause, read_pause
from mediation_desk.store.vault.recovery import WrongCode
from mediation_desk.store.vault.vault import WrongPassword


@dataclass(frozen=True)
class Pauses:
    """The pause of one place: wrong at one of its doors counts at all of them.

    ``place`` names the store, or the store whose backup is looked into; ``clock`` gives aware instants.
    """

    notes: Path
    place: str
    clock: Callable[[], datetime]

    def of(self, place: str) -> Pauses:
        """Another place's pause, among the same notes."""
        return replace(self, place=place)

    def left(self) -> int:
        """Whole seconds that the place still waits before another secret is tried there."""
        return self._read().wait(self.clock())

    @contextmanager
    def door(self, field: str = "password") -> Iterator[None]:
        """Try a secret inside: refused beside ``field`` while the pause lasts; WrongPassword and WrongCode
        lengthen it, what goes well ends it, and other troubles leave it as it is."""
        self.require_over(field)
        try:
            yield
        except (WrongPassword, WrongCode):
            self.failed()
            raise
        self.forget()

    def require_over(self, field: str = "password") -> None:
        """DeskError beside the field while the pause lasts."""
        pause, now = self._read(), self.clock()
        seconds = pause.wait(now)
        if seconds:
            self._write(pause.seen(now))
            said = (by_count(N_("Too many wrong codes. Try again in {seconds} second."),
                             N_("Too many wrong codes. Try again in {seconds} seconds."), seconds)
                    if field == "code" else
                    by_count(N_("Too many wrong passwords. Try again in {seconds} second."),
                             N_("Too many wrong passwords. Try again in {seconds} seconds."), seconds))
            raise DeskError(said, field=field, seconds=seconds)

    def failed(self) -> None:
        """One more wrong secret."""
        self._write(self._read().failed(self.clock()))

    def forget(self) -> None:
        """The right secret: the pause begins anew."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)

    @property
    def _file(self) -> Path:
        return self.notes / f"pause-{self.place.encode('utf-8', 'surrogateescape').hex()[-48:]}.json"

    def _read(self) -> Pause:
        with suppress(OSError):  # without notes the pause begins anew; nobody is locked out by a full disk
            return read_pause(self._file.read_text("utf-8", "replace"))
        return Pause()

    def _write(self, pause: Pause) -> None:
        with suppress(OSError):
            private_files.make_folder(self._file.parent)
            private_files.write(self._file, pause.text().encode())
