"""The growing pause after wrong passwords.

It slows down a hand at the keyboard. Who carries the file away meets no pause, only the cost of Argon2id.
"""

from __future__ import annotations

import math
from datetime import datetime

import msgspec
from msgspec import Struct

FREE_FAILURES = 2
LONGEST_PAUSE = 300


class Pause(Struct, frozen=True):
    """How often in a row a password was wrong, and when last (an aware instant); kept by the caller.

    Seconds to wait after the n-th failure: 0, 0, 1, 2, 4, 8 ... at most 300. A right password puts an
    empty ``Pause()`` in its place.

    A clock set back cannot shorten the pause: an instant before the last failure counts as no time
    passed. It cannot lengthen it beyond measure either: keep what :meth:`seen` returns, which then
    counts the whole pause anew from the earlier instant. A clock set forward does end the pause; only
    an administrator of the computer can do that.
    """

    failures: int = 0
    failed_at: datetime | None = None

    def failed(self, now: datetime) -> Pause:
        """The pause after one more wrong password."""
        return Pause(self.failures + 1, now)

    def seen(self, now: datetime) -> Pause:
        """The pause to keep at this instant: begun anew when the clock was set back meanwhile."""
        if self.failed_at is not None and now < self.failed_at:
            return Pause(self.failures, now)
        return self

    def wait(self, now: datetime) -> int:
        """Whole seconds still to wait before another password is tried."""
        if self.failed_at is None:
            return 0
        passed = max(0.0, (now - self.failed_at).total_seconds())
        return max(0, math.ceil(self._length() - passed))

    def _length(self) -> int:
        beyond = self.failures - FREE_FAILURES
        return 0 if beyond <= 0 else min(LONGEST_PAUSE, 1 << min(beyond - 1, 16))

    def text(self) -> str:
        """The pause as a line of JSON, to be kept beside the store."""
        return msgspec.json.encode(self).decode()


def read_pause(text: str) -> Pause:
    """The pause that a kept line describes; a torn line locks nobody out: it begins anew."""
    try:
        pause = msgspec.json.decode(text, type=Pause)
    except (msgspec.DecodeError, UnicodeEncodeError):
        return Pause()
    return pause if pause.failed_at is None or pause.failed_at.tzinfo else Pause()
