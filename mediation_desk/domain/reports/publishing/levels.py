"""How much a summary of a case tells, and what a person corrected in one that is to be published."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_


class Level(Term):
    """Three levels, for three kinds of reader."""

    FULL = "full", N_("Full, for inside")
    MASKED = "masked", N_("Numbers masked")
    PUBLISHED = "published", N_("Published: no names, no places")


@dataclass(frozen=True)
class Corrections:
    """What a person changed in the published summary of one case.

    ``words``: what is put for words, before anything else. ``passages``: whole passages rewritten, by the
    fingerprint of what they were; they fall away when the case tells otherwise by then. ``looked``: marks
    that were looked at and may stay, by their words.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    passages: Mapping[str, str] = field(default_factory=dict)
    looked: frozenset[str] = frozenset()

    def put(self, was: str, by: str) -> Corrections:
        """Put other words for these wherever they stand."""
        return replace(self, words={**self.words, was: by})

    def rewrite(self, passage: str, text: str) -> Corrections:
        """Write a passage anew; the same text again takes that back."""
        others = {key: one for key, one in self.passages.items() if key != fingerprint(passage)}
        return replace(self, passages=others if text == passage else {**others, fingerprint(passage): text})

    def look_at(self, *words: str) -> Corrections:
        """These were looked at and may stay."""
        return replace(self, looked=self.looked | set(words))

    def stored(self) -> str:
        """As a draft keeps it."""
        return json.dumps({"words": dict(self.words), "passages": dict(self.passages),
                           "looked": sorted(self.looked)}, ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> Corrections:
        """From a draft; what is none of ours is no correction."""
        try:
            told: dict[str, Any] = json.loads(text)
            return cls(dict(told["words"]), dict(told["passages"]), frozenset(told["looked"]))
        except (ValueError, KeyError, TypeError):
            return cls()


def fingerprint(text: str) -> str:
    """By which a passage is known again."""
    return hashlib.sha256(text.encode()).hexdigest()[:24]
