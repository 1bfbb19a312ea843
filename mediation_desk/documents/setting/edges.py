"""Where the columns of tables and forms begin and end, in points.

A form is laid on one row of slots, each a label and its value, as many as its fullest row has pairs. A pair
of a row with fewer takes several slots together, so that every label and every value of the form begins
where one of the fullest row begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Need = tuple[float, float]
"""What a value must have so that nothing in it is broken, and what would hold it in one line."""


@dataclass(frozen=True, slots=True)
class Slots:
    """``label``: the width of every label; ``values``: of the value of each slot; ``spans``: for each row,
    how many slots each of its pairs takes."""

    label: float
    values: tuple[float, ...]
    spans: tuple[tuple[int, ...], ...]

    def row(self, at: int) -> list[tuple[float, float]]:
        """(left edge, width of the value) of each pair of a row; the value stands behind its label."""
        found, slot, left = list[tuple[float, float]](), 0, 0.0
        for span in self.spans[at]:
            wide = _wide(self.values[slot:slot + span], self.label)
            found.append((left, wide))
            slot, left = slot + span, left + self.label + wide
        return found


def slots(rows: Sequence[Sequence[Need]], label: float, width: float) -> Slots | None:
    """The slots of a form: equal ones where that breaks nothing; None when something is broken anyhow."""
    count = max(map(len, rows))
    even = width / count - label
    spans = tuple(_spans(row, count, label, even) for row in rows)
    least = _least(rows, spans, count, label)
    if sum(least) + count * label > width + 0.01:
        return None
    return Slots(label, tuple(raised([even] * count, least, width - count * label)), spans)


def _spans(row: Sequence[Need], count: int, label: float, even: float) -> tuple[int, ...]:
    """Each pair has a slot, and those left over go to the value that lacks most."""
    spans = [1] * len(row)
    for _over in range(count - len(row)):
        tight = [fill / (span * (even + label) - label) for (_must, fill), span in
                 zip(row, spans, strict=True)]
        spans[tight.index(max(tight))] += 1
    return tuple(spans)


def _least(rows: Sequence[Sequence[Need]], spans: Sequence[Sequence[int]], count: int,
           label: float) -> list[float]:
    """The least width of each slot's value: the narrow ones first, then what wider ones still lack."""
    least = [0.0] * count
    asked = [(span, sum(row_spans[:at]), row[at][0])
             for row, row_spans in zip(rows, spans, strict=True) for at, span in enumerate(row_spans)]
    for span, slot, must in sorted(asked):
        lacks = must - _wide(least[slot:slot + span], label)
        if lacks > 0:
            for at in range(slot, slot + span):
                least[at] += lacks / span
    return least


def _wide(values: Sequence[float], label: float) -> float:
    return sum(values) + (len(values) - 1) * label


def raised(wished: list[float], least: list[float], width: float) -> list[float]:
    """Wished widths, none below its least; the others give in proportion to what they can."""
    found = [max(wish, each) for wish, each in zip(wished, least, strict=True)]
    over = sum(found) - width
    can = [each - low for each, low in zip(found, least, strict=True)]
    if over <= 0 or not sum(can):
        return found
    return [each - over * give / sum(can) for each, give in zip(found, can, strict=True)]
