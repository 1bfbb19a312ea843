"""Valuation: what one worker's claims come to on one version of the facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from mediation_desk.domain.calculators.checking import goes_before
from mediation_desk.domain.calculators.overlaps import overlapping
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.sorting.elements import Bar, Element, ElementSheet
from mediation_desk.domain.words import N_, DeskError, Sentence, say

if TYPE_CHECKING:
    from mediation_desk.domain.calculators.facts import FactValue
    from mediation_desk.domain.calculators.working import Award

Compute = Callable[[str, "Mapping[str, FactValue]"], "Award"]
Values = Mapping[str, str]  # element id -> canonical answer
Use = tuple[Element, str, str]  # an element, the fact it gives, its answer
Aside = tuple[Element, Element]  # an element, and the one that gives way to it
NOTHING: frozenset[str] = frozenset()
UNDENIED: Values = MappingProxyType({})
MOST_AWARDS = 20_000  # kept computations; a sitting with more starts afresh


@dataclass(frozen=True)
class Worth:
    """What a claim comes to on one version.

    ``amount`` is None when it cannot be computed: then ``trouble`` says why, ``waits_for`` names
    the elements (ids) that must be answered or found first. A claim that fell away has an amount
    of zero and either ``bar``, the answer that did it, or ``denied``, the contested elements.
    ``unsaid``: the side whose version it is has said nothing on the claim yet.
    """

    claim: str
    amount: Money | None
    award: Award | None = None
    bar: Bar | None = None
    denied: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()
    trouble: Sentence | None = None
    unsaid: bool = False


@dataclass(frozen=True)
class SheetIndex:
    """A sheet turned over: for each claim what feeds and bars it, for each element what it moves."""

    sheet: ElementSheet
    elements: tuple[Element, ...]
    feeding: Mapping[str, tuple[tuple[Element, str], ...]]  # claim -> (element, fact name)
    barring: Mapping[str, tuple[tuple[Element, Bar], ...]]  # claim -> (element, bar)
    moves: Mapping[str, frozenset[str]]  # element id -> claims that its answer can change
    movers: Mapping[str, frozenset[str]]  # claim -> elements whose answers can change it

    @classmethod
    def of(cls, sheet: ElementSheet) -> SheetIndex:
        """The index of that sheet."""
        elements = sheet.elements()
        feeding: dict[str, list[tuple[Element, str]]] = {}
        barring: dict[str, list[tuple[Element, Bar]]] = {}
        for element in elements:
            for claim, fact in element.feeds.items():
                feeding.setdefault(claim, []).append((element, fact))
            for bar in element.bars:
                for claim in bar.claims:
                    barring.setdefault(claim, []).append((element, bar))
        moves = _moves(elements)
        return cls(sheet, elements, {claim: tuple(found) for claim, found in feeding.items()},
                   {claim: tuple(found) for claim, found in barring.items()}, moves, _turned(moves))


def _moves(elements: Iterable[Element]) -> dict[str, frozenset[str]]:
    """For every element the claims it feeds, bars, or opens the way to by a condition."""
    moves: dict[str, set[str]] = {}
    for element in elements:
        own = set(element.feeds).union(*(bar.claims for bar in element.bars))
        moves.setdefault(element.id, set()).update(own)
        for name in element.condition.names() if element.condition else ():
            moves.setdefault(name, set()).update(own)
        for bar in element.bars:
            for name in bar.unless.names() if bar.unless else ():
                moves.setdefault(name, set()).update(bar.claims)
    return {name: frozenset(claims) for name, claims in moves.items()}


def _turned(moves: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    movers: dict[str, set[str]] = {}
    for element, claims in moves.items():
        for claim in claims:
            movers.setdefault(claim, set()).add(element)
    return {claim: frozenset(elements) for claim, elements in movers.items()}


@dataclass
class Valuer:
    """Computes worths on one sheet, and remembers awards for facts it has already computed.

    ``compute`` must be pure: the same facts always give the same award.
    """

    index: SheetIndex
    compute: Compute
    _kept: dict[tuple[str, tuple[tuple[str, str], ...], tuple[str, ...]], Worth] = field(default_factory=dict)

    def worth(self, claim: str, values: Values, denied: Values = UNDENIED) -> Worth:
        """What the claim comes to on these answers.

        ``denied`` are answers that were contested with nothing in their place. A claim that could
        be computed with them, and cannot without, rests on them and falls away.
        """
        for element, bar in self.index.barring.get(claim, ()):
            if bar.stands(values.get(element.id), values):
                return Worth(claim, ZERO, bar=bar)
        worth = self._computed(claim, *self._used(claim, values))
        if worth.amount is None and denied:
            return self._contested(worth, values, denied)
        return worth

    def compared(self, worths: Mapping[str, Worth], values: Values) -> dict[str, Worth]:
        """One worker's claims on these answers, with what is said where two may count a thing twice."""
        due = {claim: {fact: element.fact(value) for element, fact, value in self._used(claim, values)[0]}
               for claim, worth in worths.items() if worth.award and worth.amount != ZERO}
        said = overlapping(due) if len(due) > 1 else {}
        return {claim: replace(worth, award=worth.award.remarked(*said[claim]))
                if worth.award and claim in said else worth for claim, worth in worths.items()}

    def _used(self, claim: str, values: Values) -> tuple[list[Use], list[Aside]]:
        """What the claim is computed from, and the answers that give way to others."""
        used = [(element, fact, values[element.id]) for element, fact in self.index.feeding.get(claim, ())
                if element.id in values and _asked(element, values)]
        before = {name: element for element, _, _ in used for name in element.instead_of}
        aside = [(before[fact], element) for element, fact, _ in used if fact in before]
        return [one for one in used if one[1] not in before], aside

    def _computed(self, claim: str, used: list[Use], aside: list[Aside]) -> Worth:
        key = (claim, tuple((fact, value) for _, fact, value in used),
               tuple(left.id for _, left in aside))
        kept = self._kept.get(key)
        if kept is None:
            if len(self._kept) >= MOST_AWARDS:
                self._kept.clear()
            kept = self._kept[key] = self._fresh(claim, used, aside)
        return kept

    def _fresh(self, claim: str, used: list[Use], aside: list[Aside]) -> Worth:
        if len({fact for _, fact, _ in used}) < len(used):
            return Worth(claim, None, waits_for=tuple(element.id for element, _, _ in used),
                         trouble=say(N_("Two elements answer the same fact; leave one of them empty.")))
        try:
            award = self.compute(claim, {fact: element.fact(value) for element, fact, value in used})
        except DeskError as error:
            waits = tuple(element.id for element, fact in self.index.feeding.get(claim, ())
                          if fact == error.field)
            return Worth(claim, None, waits_for=waits, trouble=error.sentence)
        notes = [goes_before(kept.label, left.label) for kept, left in aside]
        return Worth(claim, award.amount, award.remarked(*notes))

    def _contested(self, worth: Worth, values: Values, denied: Values) -> Worth:
        """Nothing, when what the claim lacks is what was denied; otherwise as it was."""
        used, aside = self._used(worth.claim, {**values, **denied})
        if self._computed(worth.claim, used, aside).amount is None:
            return worth
        return Worth(worth.claim, ZERO, denied=tuple(e.id for e, _, _ in used if e.id in denied))


def _asked(element: Element, values: Values) -> bool:
    return element.condition is None or element.condition.holds(values)
