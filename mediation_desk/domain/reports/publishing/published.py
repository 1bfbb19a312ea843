"""A text made fit to be published: what was replaced in it, and what is still to be found there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mediation_desk.domain.reports.publishing import amounts, days, guesses, numbers, places
from mediation_desk.domain.reports.publishing.amounts import Rounding
from mediation_desk.domain.reports.publishing.folding import Text
from mediation_desk.domain.reports.publishing.subjects import NO_NUMBER, Kind, Subject

ROUNDS = 8  # what stands for one thing may, beside its neighbours, spell another
DIGITS = (Kind.NUMBER, Kind.FILE)


@dataclass(frozen=True)
class Replaced:
    """Words that were replaced, by what, and of what kind they are."""

    kind: Kind
    was: str
    by: str


@dataclass(frozen=True)
class Trace:
    """Something that a text still tells: where it stands, its words there, and of what it is a trace.

    ``sure``: it is one. What is not is a mark: a person looks at it and says that it may stay.
    """

    start: int
    end: int
    found: str
    kind: Kind
    of: str
    sure: bool = True


def traces(text: str, subjects: Iterable[Subject]) -> tuple[Trace, ...]:
    """Everything of a case that a text still tells, in whatever writing, in the order of the text; and
    what looks like a name, a number or an address and is nobody's of the case."""
    searched = Text(text)
    found = [Trace(start, end, text[start:end], one.kind, one.text, sure)
             for one in subjects for start, end, sure in one.find(searched)]
    found += [Trace(start, end, text[start:end], Kind.CONTACT, text[start:end])
              for start, end, _instead in numbers.contacts(text)]
    found += [Trace(start, end, text[start:end], Kind.NUMBER, text[start:end])
              for start, end in numbers.loose(text)]
    found += [Trace(start, end, text[start:end], Kind.GUESS, "", sure=False)
              for start, end in guesses.guesses(text)]
    return tuple(_outermost(found))


def _outermost(found: Iterable[Trace]) -> Iterator[Trace]:
    """Of traces one within another the longest; a sure one before a mark."""
    kept: list[Trace] = []
    for one in sorted(found, key=lambda trace: (not trace.sure, trace.start - trace.end, trace.start)):
        if not any(other.start < one.end and one.start < other.end for other in kept):
            kept.append(one)
    return iter(sorted(kept, key=lambda trace: trace.start))


@dataclass(frozen=True)
class Publishing:
    """How the texts of one case are made fit: what must not be told, how exactly amounts are told, and the
    words that a person replaced, which come first."""

    subjects: tuple[Subject, ...]
    rounding: Rounding = Rounding.KEPT
    words: Mapping[str, str] = field(default_factory=dict)

    def publish(self, text: str) -> tuple[str, tuple[Replaced, ...]]:
        """The text without names, numbers and places, days to the month, amounts as chosen; and what was
        replaced, in its order. Nothing of it is dropped unsaid."""
        told: list[Replaced] = []
        text = self._corrected(text, told)
        text = self._without(text, [one for one in self.subjects if one.kind in DIGITS], told)
        text = _contacts(text, told)
        text = amounts.in_text(days.in_text(text), self.rounding)
        for _ in range(ROUNDS):
            before = text
            text = _loose(self._without(text, self.subjects, told), told)
            if text == before:
                break
        text = self._corrected(_generalised(text, told), told)  # words of the text as it is read, too
        return text, tuple(dict.fromkeys(told))

    def _corrected(self, text: str, told: list[Replaced]) -> str:
        for was, by in sorted(self.words.items(), key=lambda pair: -len(pair[0])):
            if was and was in text:
                told.append(Replaced(Kind.GUESS, was, by))
                text = text.replace(was, by)
        return text

    def _without(self, text: str, subjects: Sequence[Subject], told: list[Replaced]) -> str:
        searched = Text(text)
        spans = [(start, end, one.kind, one.alias) for one in subjects
                 for start, end, sure in one.find(searched) if sure]
        return _replaced(text, spans, told)


def _contacts(text: str, told: list[Replaced]) -> str:
    return _replaced(text, [(start, end, Kind.CONTACT, instead)
                            for start, end, instead in numbers.contacts(text)], told)


def _loose(text: str, told: list[Replaced]) -> str:
    return _replaced(text, [(start, end, Kind.NUMBER, NO_NUMBER) for start, end in numbers.loose(text)], told)


def _generalised(text: str, told: list[Replaced]) -> str:
    general = places.in_text(text)
    if general != text:
        told.extend(Replaced(Kind.PLACE, found.group(), places.in_text(found.group()))
                    for found in places.known(text))
    return general


def _replaced(text: str, spans: Iterable[tuple[int, int, Kind, str]], told: list[Replaced]) -> str:
    """The text with the spans replaced, the longer first where they overlap."""
    kept: list[tuple[int, int, Kind, str]] = []
    for one in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if not any(other[0] < one[1] and one[0] < other[1] for other in kept):
            kept.append(one)
    made, done = "", 0
    for start, end, kind, alias in sorted(kept, key=lambda span: span[0]):
        told.append(Replaced(kind, text[start:end], alias))
        made, done = made + text[done:start] + alias, end
    return made + text[done:]
