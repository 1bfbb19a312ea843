"""Pasted orders: how long a text takes to be read, and how much is found in forty invented ones, by field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mediation_desk.library.spotting import read_rules
from tests.benchmarks.figures import Figure, milliseconds

LONG = 20_000  # characters of a text that is read off the UI thread
DAY = date(2026, 11, 27)


def figures() -> Iterator[Figure]:
    """The time, then recall and precision of every field, first over the texts that were held out."""
    from mediation_desk.domain.intake.spotting.spotting import Spotter
    from tests.domain.intake.spotting.accuracy import SETS, Score, scores, texts

    reader = Spotter(read_rules())
    one = "\n".join(each.text for each in texts("tuned"))
    whole = (one * (LONG // len(one) + 1))[:LONG]
    yield Figure(f"read a pasted text of {LONG:,} characters", milliseconds(lambda: reader.read(whole, DAY)),
                 "ms", 150)
    yield Figure("make the reader from its words", milliseconds(lambda: Spotter(read_rules()), rounds=5),
                 "ms", 500)
    for name in reversed(SETS):
        found = scores(reader, name)
        for field, score in {**found, "all": sum(found.values(), Score())}.items():
            yield Figure(f"{name}: recall of {field}", score.recall, "%")
            yield Figure(f"{name}: precision of {field}", score.precision, "%")
