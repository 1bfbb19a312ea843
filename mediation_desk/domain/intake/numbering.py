"""Case numbers after the office's pattern, such as 宁中劳调〔2026〕0001号."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mediation_desk.domain.words import N_, DeskError

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_SERIAL = re.compile(r"\d+(?=\D*$)")


@dataclass(frozen=True)
class NumberPattern:
    """What stands before the year, between year and serial, after the serial; serial's width."""

    before: str
    between: str
    after: str
    width: int

    @classmethod
    def typed(cls, example: str, *, field: str = "number_pattern") -> NumberPattern:
        """Read the pattern off an example that a person typed."""
        example = example.strip()
        year = _YEAR.search(example)
        serial = _SERIAL.search(example)
        if not year or not serial or serial.start() < year.end() or len(example) > 40:
            raise DeskError(N_("Write an example with the year and then a serial number, "
                               "such as 宁中劳调〔2026〕0001号."), field=field)
        return cls(example[:year.start()], example[year.end():serial.start()],
                   example[serial.end():], len(serial.group()))

    def number(self, year: int, serial: int) -> str:
        """The case number for that year's serial."""
        return f"{self.before}{year}{self.between}{serial:0{self.width}d}{self.after}"
