"""The sheet as a person changes it, step by step, each of which can be taken back."""

from __future__ import annotations

from mediation_desk.domain.intake.spotting.sheet import Sheet

MOST = 100  # steps that can be taken back


class Steps:
    """The sheet as it stands, and as it stood."""

    def __init__(self, sheet: Sheet | None = None) -> None:
        self.sheet = sheet or Sheet()
        self._before: list[Sheet] = []
        self._after: list[Sheet] = []

    def become(self, sheet: Sheet) -> None:
        """One step further."""
        if sheet != self.sheet:
            self._before = [*self._before[-MOST + 1:], self.sheet]
            self._after = []
            self.sheet = sheet

    def back(self) -> bool:
        """Take the last step back; whether there was one."""
        if not self._before:
            return False
        self._after.append(self.sheet)
        self.sheet = self._before.pop()
        return True

    def forth(self) -> bool:
        """Do it again; whether there was one."""
        if not self._after:
            return False
        self._before.append(self.sheet)
        self.sheet = self._after.pop()
        return True
