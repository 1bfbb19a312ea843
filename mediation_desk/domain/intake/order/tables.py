"""What a source asks of its orders, kind by kind: a file of ``forms/sources/``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from mediation_desk.domain.intake.order.terms import OrderClockKind, OrderTerms, Period
from mediation_desk.domain.sorting.answer_types import Label


@dataclass(frozen=True)
class OrderKind:
    """One kind of order. ``words``: how senders call it; ``urgent``: the periods that differ where it is."""

    id: str
    label: Label
    words: tuple[str, ...]
    periods: Mapping[OrderClockKind, Period]
    urgent: Mapping[OrderClockKind, Period]


@dataclass(frozen=True)
class Weights:
    """How much each rate counts, in hundredths that make a hundred."""

    response: int
    solved: int
    satisfied: int
    whence: str = ""


@dataclass(frozen=True)
class OrderTable:
    """What one source asks. ``urgent_words``: words of an order's urgency by which its urgent periods
    count; ``beyond``: the ways in which an order may be another office's, as the sender's form names them;
    ``returns`` and ``extends``: reasons that are usual; ``handling`` and ``public``: templates by which a
    reply and its public answer are proposed."""

    source: str
    label: Label
    terms: OrderTerms
    kinds: tuple[OrderKind, ...]
    weights: Weights | None = None
    urgent_words: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    returns: tuple[str, ...] = ()
    extends: tuple[str, ...] = ()
    handling: str = ""
    public: str = ""

    def kind(self, rule: str) -> OrderKind | None:
        """The kind of that id."""
        return next((one for one in self.kinds if one.id == rule), None)

    def kind_called(self, words: str) -> OrderKind | None:
        """The kind that a sender's words mean; the longest word that stands in them decides."""
        found = [(len(word), one) for one in self.kinds for word in (*one.words, one.label.zh, one.label.en)
                 if word and word.casefold() in words.casefold()]
        return max(found, key=lambda one: one[0])[1] if found else None

    def is_urgent(self, urgency: str) -> bool:
        """Whether an order of that urgency has less time."""
        return any(re.search(f"(?<![不非]){re.escape(word)}", urgency) for word in self.urgent_words)

    def terms_of(self, rule: str, urgency: str) -> OrderTerms:
        """What counts for an order of that kind; of an unknown one what counts for all kinds."""
        kind = self.kind(rule)
        periods = {**self.terms.periods, **(kind.periods if kind else {})}
        if kind and self.is_urgent(urgency):
            periods |= kind.urgent
        return replace(self.terms, periods=periods)
