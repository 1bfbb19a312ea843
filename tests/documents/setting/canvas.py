"""A canvas that only notes down what is drawn on it."""

from __future__ import annotations

from typing import Any

Mark = tuple[str, tuple[Any, ...]]


class Noting:
    """Takes every call of a canvas and keeps its name with what it was given."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []

    def __getattr__(self, name: str) -> Any:
        def noted(*given: Any, **_more: Any) -> Noting:
            self.marks.append((name, given))
            return self
        return noted

    def of(self, name: str) -> list[tuple[Any, ...]]:
        """What was drawn by that call, in its order."""
        return [given for called, given in self.marks if called == name]
