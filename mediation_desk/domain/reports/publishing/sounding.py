"""A name written with other characters that sound the same: 韩小兰 for 韩晓岚."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import ClassVar

from mediation_desk.domain.reports.publishing.folding import Text
from mediation_desk.domain.text.findable import Readings
from mediation_desk.domain.text.storable import ideograph


@dataclass(frozen=True)
class Sounding:
    """Every stretch of a text that sounds as the name does, whatever the tones, and is another writing.

    A person looks at it: many names sound alike.
    """

    bare: str
    readings: Readings = field(repr=False)
    sure: ClassVar[bool] = False
    in_letters: ClassVar[bool] = False

    def found(self, text: Text) -> Iterator[tuple[int, int]]:
        """Where it stands in the text."""
        sounds = cache(lambda sign: _sounds(sign, self.readings))
        wanted = [sounds(sign) for sign in self.bare]
        folded = text.squeezed
        for at in range(len(folded.text) - len(self.bare) + 1):
            there = folded.text[at:at + len(self.bare)]
            if there != self.bare and all(
                    ideograph(sign) and wanted[place] & sounds(sign) for place, sign in enumerate(there)):
                yield folded.span(at, at + len(self.bare))


def _sounds(sign: str, readings: Readings) -> frozenset[str]:
    """How one character can be read."""
    return frozenset("".join(one) for one in readings(sign)) if ideograph(sign) else frozenset()


def soundings(bare: str, family: str, readings: Readings) -> Sequence[Sounding]:
    """Of a name of which the given name has two characters at least; 马兰 sounds like too many words."""
    return (Sounding(bare, readings),) if len(bare) - len(family) > 1 else ()
