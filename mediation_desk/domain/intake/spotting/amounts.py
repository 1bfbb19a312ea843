"""Amounts in a text, to the fen: 12,600元, 1.2万, 3千2百元, 两万三千六; and what each is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from mediation_desk.domain.intake.spotting.folded import any_of
from mediation_desk.domain.intake.spotting.numerals import SIGNS, SMALL, number
from mediation_desk.domain.intake.spotting.page import Page
from mediation_desk.domain.intake.spotting.rules import AmountRules, Rules
from mediation_desk.domain.intake.spotting.spots import About, Spot, Sure
from mediation_desk.domain.money import LIMIT_FEN, Money

_NUM = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_GAP = r"\s{0,8}"  # few: where any number may stand, each blank is tried with all after it
_FIGURES = re.compile(
    rf"(?<![\d.,A-Za-z])(?P<sign>¥|人民币|RMB)?{_GAP}(?P<num>{_NUM}){_GAP}"
    rf"(?:(?P<big>[万千百wWkK])(?P<rest>\d{{0,4}}(?:[千百]\d{{0,3}})?百?)?)?{_GAP}"
    r"(?P<unit>元|块钱|块|圆)?(?P<about>[多几余来])?")
_SAID = re.compile(rf"(?P<num>[{SIGNS}]{{1,14}})(?P<about>[多几余来])?(?P<unit>元|块钱|块|圆)?")
_SCALE = {"万": 10_000, "w": 10_000, "千": 1000, "k": 1000, "百": 100}
_COUNTED = re.compile(r"\s*(?:小时|公里|元/|[个人名天日单次年月号楼栋室分位件岁周条点级期辆倍例户%:/.-])")
_BIG = re.compile(r"[千仟百佰万]")
NEAR = 7  # characters before an amount in which a word says what it is
FAR = 60  # characters between a claim and the amount asked under it


@dataclass(frozen=True)
class _Found:
    """An amount at its place; ``bare``: without a word for yuan."""

    fen: int
    start: int
    end: int
    bare: bool


class Amounts:
    """Finds amounts, and puts them under the claims that they are asked for."""

    def __init__(self, rules: Rules) -> None:
        words: AmountRules = rules.amounts
        self._before = re.compile(rf"(?:{any_of((*words.before, *words.monthly))})[为是:约计有 ]{{0,3}}$")
        self._monthly = re.compile(rf"(?<![\d{SMALL}])(?:{any_of(words.monthly)})[^,。;\d]{{0,5}}$")
        self._sum = re.compile(rf"(?:{any_of(words.sum)})[^,。;\d]{{0,6}}$")
        self._paid = re.compile(rf"(?:{any_of(words.paid)})[^,。;\d]{{0,5}}$")
        self._demand = re.compile(any_of(words.demand))

    def spots(self, page: Page) -> Iterator[Spot]:
        """Every amount; one without a word for yuan only after a word that tells it is money."""
        for found in sorted((*self._figures(page), *self._said(page)), key=lambda one: one.start):
            if page.free(found.start, found.end) and 0 < found.fen <= LIMIT_FEN:
                page.take(found.start, found.end)
                yield Spot(About.AMOUNT, Money(found.fen), found.start, found.end,
                           Sure.DOUBTED if found.bare else Sure.LIKELY)

    def _figures(self, page: Page) -> Iterator[_Found]:
        for found in _FIGURES.finditer(page.plain):
            marked = bool(found["unit"] or found["sign"])
            if found["about"] or not (marked or found["big"] or self._cued(page, found)):
                continue
            yuan = _yuan(found)
            counted = not marked and _COUNTED.match(page.plain, found.end())
            if (yuan * 100).denominator == 1 and not counted:
                yield _Found(int(yuan * 100), found.start(), _end(found), not marked and not found["big"])

    def _cued(self, page: Page, found: re.Match[str]) -> bool:
        digits = found["num"].replace(",", "").partition(".")[0]
        return 2 < len(digits) < 8 and bool(self._before.search(page.before(found.start("num"), NEAR + 3)))

    def _said(self, page: Page) -> Iterator[_Found]:
        for found in _SAID.finditer(page.plain):
            whole = number(found["num"])
            if whole is None or found["about"]:
                continue
            said_big = len(found["num"]) > 1 and _BIG.search(found["num"])
            if found["unit"] or (said_big and not _COUNTED.match(page.plain, found.end())):
                yield _Found(int(whole * 100), found.start(), found.end(), not found["unit"])

    # -- what is asked under which claim -------------------------------------------------

    def asked(self, page: Page, amounts: Sequence[Spot], claims: Sequence[Spot]) -> list[Spot]:
        """The amounts, of which one for each claim says so: the only one, else the sum, else what the demand
        names. Where several could be meant none does."""
        under: dict[str, list[tuple[bool, Spot]]] = {}
        for amount in amounts:
            claim, near = self._claim(page, amount, claims)
            if claim:
                under.setdefault(claim, []).append((near or self._is_sum(page, amount), amount))
        chosen = {id(one): claim for claim, found in under.items()
                  if (one := self._chosen(page, _nearest(found)))}
        return [replace(amount, claim=chosen.get(id(amount), "")) for amount in amounts]

    def _is_sum(self, page: Page, amount: Spot) -> bool:
        return bool(self._sum.search(page.before(amount.start, 10)))

    def _claim(self, page: Page, amount: Spot, claims: Sequence[Spot]) -> tuple[str, bool]:
        """The claim nearest before the amount in its clause, else in its clause at all, else told before;
        and whether it is in its clause."""
        before = page.before(amount.start, 12)
        if self._monthly.search(before) or self._paid.search(before):
            return "", False
        begin, end = page.clause(amount.start)
        inside = [one for one in claims if begin <= one.start < end]
        told = [one for one in inside if one.start < amount.start]
        earlier = [one for one in claims if amount.start - FAR <= one.start < begin]
        found = told[-1:] or inside[:1] or sorted(earlier, key=lambda one: one.start)[-1:]
        return (str(found[0].value), bool(inside)) if found else ("", False)

    def _chosen(self, page: Page, found: Sequence[Spot]) -> Spot | None:
        if len({one.value for one in found}) == 1:
            return found[0]
        sums = [one for one in found if self._is_sum(page, one)]
        if len({one.value for one in sums}) == 1:
            return sums[0]
        wanted = [one for one in found if self._demand.search(page.plain, *self._reach(page, one))]
        return wanted[0] if len({one.value for one in wanted}) == 1 else None

    @staticmethod
    def _reach(page: Page, one: Spot) -> tuple[int, int]:
        return page.sentence(one.start)[0], one.start


def _nearest(found: Sequence[tuple[bool, Spot]]) -> list[Spot]:
    """Those with the claim in their own clause, where there are such."""
    near = [one for is_near, one in found if is_near]
    return near or [one for _is_near, one in found]


def _yuan(found: re.Match[str]) -> Fraction:
    whole = Fraction(found["num"].replace(",", ""))
    scale = _SCALE[found["big"].lower()] if found["big"] else 1
    return whole * scale + _rest(found["rest"] or "", scale)


def _rest(rest: str, scale: int) -> Fraction:
    """What follows 万 or 千: ``3万5`` is 35,000, ``3千2百`` 3,200."""
    if not rest:
        return Fraction(0)
    parts = re.findall(r"(\d+)([千百]?)", rest)
    if len(parts) == 1 and not parts[0][1] and len(parts[0][0]) == 1:
        return Fraction(int(parts[0][0]) * scale, 10)
    return sum((Fraction(int(digits) * _SCALE.get(unit, 1)) for digits, unit in parts), Fraction(0))


def _end(found: re.Match[str]) -> int:
    return found.start() + len(found.group().rstrip())
