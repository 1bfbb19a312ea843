"""What phrases in a text tell: kinds of claim, kind of work, source; and the title and content by labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mediation_desk.domain.intake.spotting.folded import any_of, phrase
from mediation_desk.domain.intake.spotting.page import Page
from mediation_desk.domain.intake.spotting.rules import Rules, WordRule
from mediation_desk.domain.intake.spotting.spots import About, Spot, Sure


class _Phrases:
    """One thing that phrases tell, and the phrases that only look like them."""

    def __init__(self, rule: WordRule) -> None:
        self.id = rule.id
        self._words = re.compile("|".join(phrase(one) for one in sorted(rule.words, key=len, reverse=True)))
        self._but = re.compile("|".join(phrase(one) for one in rule.but)) if rule.but else None

    def found(self, plain: str) -> Iterator[tuple[int, int]]:
        """Where they stand, such as do not overlap those that only look so."""
        but = [one.span() for one in self._but.finditer(plain)] if self._but else []
        for found in self._words.finditer(plain):
            start, end = found.span()
            if not any(one < end and start < other for one, other in but):
                yield start, end


class Phrases:
    """Finds what phrases tell."""

    def __init__(self, rules: Rules) -> None:
        self._claims = [_Phrases(one) for one in rules.claims]
        self._works = [_Phrases(one) for one in rules.works]
        self._sources = [_Phrases(one) for one in rules.sources]
        self._demand = re.compile(any_of(rules.amounts.demand))

    def claims(self, page: Page) -> list[Spot]:
        """Every place of every claim: amounts look for the nearest."""
        return [Spot(About.CLAIM, one.id, start, end, Sure.LIKELY) for one in self._claims
                for start, end in one.found(page.plain)]

    def told_once(self, page: Page) -> Iterator[Spot]:
        """The kind of work and the source, at the place that tells them first."""
        works = [(len(places), -places[0][0], one.id, places[0]) for one in self._works
                 if (places := list(one.found(page.plain)))]
        if works:
            _count, _first, name, (start, end) = max(works)
            yield Spot(About.WORK, name, start, end, Sure.LIKELY)
        for one in self._sources:
            place = next(one.found(page.plain), None)
            if place:
                yield Spot(About.SOURCE, one.id, *place, Sure.LIKELY)
                return


def first_of_each(claims: Sequence[Spot]) -> list[Spot]:
    """Each claim once, at its first place."""
    firsts: dict[str, Spot] = {}
    for one in sorted(claims, key=lambda spot: spot.start):
        firsts.setdefault(str(one.value), one)
    return list(firsts.values())


def sections(page: Page) -> Iterator[Spot]:
    """Title, kind, urgency and content by their labels; the content ends where a line opens with a label."""
    for about in (About.TITLE, About.KIND, About.URGENCY):
        for stretch in [*page.labelled(about.value)][:1]:
            yield from _section(about, page, stretch.begin, stretch.end)
    contents = list(page.labelled("content"))
    if contents:
        yield from _section(About.CONTENT, page, contents[0].begin, _content_end(page, contents[0].begin))
    elif not page.turns:
        yield from _section(About.CONTENT, page, 0, len(page.plain), Sure.LIKELY)


def _content_end(page: Page, begin: int) -> int:
    """Where the content ends: at the next label that opens a line or stands in brackets; of an order set in
    one line, at the next label between semicolons that is not the caller's own."""
    for stretch in page.stretches:
        before = page.plain[stretch.start - 1:stretch.start]
        own = stretch.meaning.about in ("content", "demand")
        inside = own or (before == ";" and stretch.meaning.about in ("name", "phone"))
        opens = page.plain[stretch.start] == "【" or before in ("\n", ";")
        if stretch.start > begin and opens and not inside:
            return stretch.start
    return len(page.plain)


def _section(about: About, page: Page, start: int, end: int, sure: Sure = Sure.SURE) -> Iterator[Spot]:
    text = page.text[start:end]
    bare = text.strip().strip(";；")
    if bare:
        at = start + text.index(bare)
        yield Spot(about, bare, at, at + len(bare), sure)
