"""What is proposed for a field, as long as nobody gave it something else."""

from __future__ import annotations

from mediation_desk.gui.kit.fields.line import TextField


class Proposed:
    """Remembers what it put into the field last: that alone gives way to the next proposal."""

    def __init__(self, field: TextField) -> None:
        self._field, self._last = field, ""

    def offer(self, fresh: str) -> None:
        """Put it there, unless somebody gave the field something of their own."""
        if self._field.typed() in ("", self._last):
            self._field.set_value(fresh)
        self._last = fresh

    def give_way(self) -> None:
        """Whatever stands there now gives way to the next proposal."""
        self._last = self._field.typed()
