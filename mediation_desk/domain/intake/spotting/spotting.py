"""Reads a pasted text: everything that is spotted in it, each at its place, and whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from mediation_desk.domain.intake.spotting.amounts import Amounts
from mediation_desk.domain.intake.spotting.companies import Addresses, Companies
from mediation_desk.domain.intake.spotting.daytimes import DayTimes
from mediation_desk.domain.intake.spotting.numbers import Numbers
from mediation_desk.domain.intake.spotting.page import Page, Pages
from mediation_desk.domain.intake.spotting.people import People
from mediation_desk.domain.intake.spotting.phrases import Phrases, first_of_each, sections
from mediation_desk.domain.intake.spotting.rules import Rules
from mediation_desk.domain.intake.spotting.spots import About, Spot, Whose

LONGEST = 100_000  # characters of a text that are read
_NEAR = 60  # characters in which somebody named before a number is taken for its holder


class Spotter:
    """Reads texts by one office's rules; made once, it reads any number of them."""

    def __init__(self, rules: Rules) -> None:
        self._pages = Pages(rules)
        self._numbers, self._hours = Numbers(rules), DayTimes(rules)
        self._amounts, self._companies = Amounts(rules), Companies(rules)
        self._people, self._addresses = People(rules), Addresses(rules)
        self._phrases = Phrases(rules)

    def read(self, text: str, today: date) -> tuple[Spot, ...]:
        """All that is spotted, in the text's order. ``today``: the day from which 上个月 is told."""
        page = self._pages.page(text[:LONGEST], today)
        numbers = list(self._numbers.spots(page))
        hours = list(self._hours.spots(page))
        amounts = list(self._amounts.spots(page))
        named = [*self._companies.spots(page), *self._addresses.spots(page), *self._people.spots(page)]
        claims = self._phrases.claims(page)
        found = [*_belonging(page, numbers, named), *hours, *self._amounts.asked(page, amounts, claims),
                 *_belonging(page, named, named), *first_of_each(claims), *self._phrases.told_once(page),
                 *sections(page)]
        return tuple(sorted(_once(found), key=lambda one: (one.start, one.end, one.about)))


def _belonging(page: Page, spots: Iterable[Spot], named: Sequence[Spot]) -> list[Spot]:
    """Numbers and addresses that nobody is named for belong to whom the text named last before them."""
    holders = sorted((one for one in named if one.about in (About.NAME, About.COMPANY)),
                     key=lambda one: one.start)
    return [_held(page, one, holders) for one in spots]


def _held(page: Page, spot: Spot, holders: Sequence[Spot]) -> Spot:
    if spot.whose is not Whose.OPEN or spot.about not in (About.PHONE, About.DOCUMENT, About.ADDRESS):
        return spot
    if spot.about is About.DOCUMENT:
        return replace(spot, whose=Whose.APPLICANT)
    before = [one for one in holders if one.end <= spot.start]
    near = [one for one in before if spot.start - one.end <= _NEAR and _together(page, one, spot)]
    if near:
        return replace(spot, whose=near[-1].whose)
    return replace(spot, whose=Whose.APPLICANT)


def _together(page: Page, one: Spot, other: Spot) -> bool:
    """Whether both stand in one sentence, or a line apart where labels stand line by line."""
    between = page.plain[one.end:other.start]
    turns = {turn.start for turn in page.turns for at in (one.start, other.start)
             if turn.start <= at < turn.end}
    return "。" not in between and between.count("\n") < 3 and len(turns) < 2


def _once(spots: Iterable[Spot]) -> list[Spot]:
    """A value found twice is told once, at its first place."""
    kept: dict[tuple[object, ...], Spot] = {}
    for one in sorted(spots, key=lambda spot: (not spot.claim, spot.start)):
        kept.setdefault((one.about, one.value, one.whose if one.about is About.NAME else "",
                         one.claim if one.about is About.AMOUNT else ""), one)
    told = {one.value for one in kept.values() if one.about is About.AMOUNT and one.claim}
    return [one for one in kept.values()
            if one.about is not About.AMOUNT or one.claim or one.value not in told]
