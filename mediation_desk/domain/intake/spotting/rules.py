"""The words by which things are spotted in a text: an office may keep its own (forms/intake)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mediation_desk.domain.intake.spotting.spots import Whose

Words = tuple[str, ...]


@dataclass(frozen=True)
class LabelMeaning:
    """What follows a label: ``about`` as in forms/intake/labels.toml, and on whose side it is."""

    about: str
    whose: Whose = Whose.OPEN


@dataclass(frozen=True)
class NameRules:
    """How names of persons are known: by surname, by the words before and after them."""

    surnames: frozenset[str]
    compound: frozenset[str]
    not_given: frozenset[str]
    titles: Words
    staff: Words  # what clerks are called: 秦科长
    before: Mapping[Whose, Words]
    after: Mapping[Whose, Words]
    nobody: frozenset[str]
    ours: Words  # speakers of the office


@dataclass(frozen=True)
class CompanyRules:
    """How companies and platforms are known."""

    endings: Words
    short: Words  # endings that need a place before them
    before: Words
    weak: Words  # words before a name that may also be in one
    never: frozenset[str]
    platform: Words
    brands: Words


@dataclass(frozen=True)
class AddressRules:
    """How addresses are known."""

    before: Words
    areas: Words
    streets: Words


@dataclass(frozen=True)
class WordRule:
    """Phrases that tell one thing, ``…`` for a few characters between; ``but`` are phrases that do not."""

    id: str
    words: Words
    but: Words = ()


@dataclass(frozen=True)
class AmountRules:
    """Words around amounts."""

    before: Words
    monthly: Words
    sum: Words
    paid: Words
    demand: Words


@dataclass(frozen=True)
class Rules:
    """All of them."""

    labels: Mapping[str, LabelMeaning]
    names: NameRules
    companies: CompanyRules
    addresses: AddressRules
    amounts: AmountRules
    claims: tuple[WordRule, ...]
    works: tuple[WordRule, ...]
    sources: tuple[WordRule, ...]
    due: Words = field(default=())
