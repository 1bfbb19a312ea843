"""Reads the words by which pasted texts are read: forms/intake/*.toml, or an office's own in their place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

import msgspec

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.intake.spotting.rules import (
    AddressRules,
    AmountRules,
    CompanyRules,
    LabelMeaning,
    NameRules,
    Rules,
    WordRule,
)
from mediation_desk.domain.intake.spotting.spots import Whose
from mediation_desk.domain.intake.spotting.spotting import Spotter
from mediation_desk.domain.vocabulary import KindOfWork, Source
from mediation_desk.domain.words import N_
from mediation_desk.library.shipped import shipped
from mediation_desk.library.tomllines import TomlText, open_source, read, source_of

LABELS, NAMES, WORDS = "labels", "names", "words"
FILES = (LABELS, NAMES, WORDS)
ABOUTS = frozenset({"name", "phone", "document", "address", "order", "arrived", "due", "title", "content",
                    "kind", "urgency", "demand", "source", "work", "ours", "number"})
NO_OVERRIDES: Mapping[str, str] = MappingProxyType({})


class _Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a file's tables have in common."""


class SideShape(_Shape, frozen=True):
    """What one side is called in labels."""

    whose: str
    words: list[str]


class ThingShape(_Shape, frozen=True):
    """What is told of a side: its phone, its address."""

    about: str
    words: list[str]


class LabelShape(_Shape, frozen=True):
    """Labels of their own."""

    about: str
    words: list[str]
    whose: str = "open"


class LabelsShape(_Shape, frozen=True):
    """The file of labels."""

    sides: list[SideShape]
    things: list[ThingShape]
    labels: list[LabelShape]


class SidesShape(_Shape, frozen=True):
    """Words by the side that they lead to."""

    applicant: list[str]
    respondent: list[str] = []


class OursShape(_Shape, frozen=True):
    """Speakers of the office."""

    ours: list[str]


class ListShape(_Shape, frozen=True):
    """A list of words."""

    words: list[str]


class CompaniesShape(_Shape, frozen=True):
    """How companies are known."""

    endings: list[str]
    short: list[str]
    before: list[str]
    weak: list[str]
    never: list[str]
    platform: list[str]
    brands: list[str]


class AddressesShape(_Shape, frozen=True):
    """How addresses are known."""

    before: list[str]
    areas: list[str]
    streets: list[str]


class NamesShape(_Shape, frozen=True):
    """The file of names."""

    surnames: str
    compound: str
    not_given: str
    titles: str
    staff: str
    before: SidesShape
    after: SidesShape
    speakers: OursShape
    nobody: ListShape
    companies: CompaniesShape
    addresses: AddressesShape


class WordShape(_Shape, frozen=True):
    """Phrases that tell one thing."""

    id: str
    words: list[str]
    but: list[str] = []


class AmountsShape(_Shape, frozen=True):
    """Words around amounts."""

    before: list[str]
    monthly: list[str]
    sum: list[str]
    paid: list[str]
    demand: list[str]


class WordsShape(_Shape, frozen=True):
    """The file of phrases."""

    claims: list[WordShape]
    works: list[WordShape]
    sources: list[WordShape]
    amounts: AmountsShape
    due: ListShape


def path_of(name: str) -> str:
    """Where a file of the rules lies under ``forms/``."""
    return f"intake/{name}.toml"


def shipped_text(name: str) -> str:
    """A file of the rules as it came with the program."""
    return shipped("forms", "intake", f"{name}.toml").read_text("utf-8")


def read_rules(overrides: Mapping[str, str] = NO_OVERRIDES) -> Rules:
    """The rules; ``overrides``: an office's own texts by path. FormError names the file and the line."""
    labels, names, words = (_source(name, overrides) for name in FILES)
    return _rules(_labels(labels), read(names, NamesShape), _words(words))


@lru_cache(maxsize=1)
def shipped_spotter() -> Spotter:
    """The reader with the rules that come with the program."""
    return Spotter(read_rules())


_WHOSE: Mapping[str, Whose] = MappingProxyType({one.value: one for one in Whose})


def _source(name: str, overrides: Mapping[str, str]) -> TomlText:
    own = overrides.get(path_of(name))
    if own is not None:
        return source_of(f"{name}.toml", own)
    return open_source(shipped("forms", "intake", f"{name}.toml"))


# -- labels ----------------------------------------------------------------------------------


def _labels(source: TomlText) -> Mapping[str, LabelMeaning]:
    shape = read(source, LabelsShape)
    _require(source, "sides", "whose", (one.whose for one in shape.sides), {"applicant", "respondent"})
    _require(source, "labels", "whose", (one.whose for one in shape.labels), set(Whose))
    for table, rows in (("things", shape.things), ("labels", shape.labels)):
        _require(source, table, "about", (one.about for one in rows), ABOUTS)
    found: dict[str, LabelMeaning] = {}
    for side in shape.sides:
        whose = _WHOSE[side.whose]
        found |= {word: LabelMeaning("name", whose) for word in side.words}
        for thing in shape.things:
            found |= {side_word + word: LabelMeaning(thing.about, whose)
                      for side_word in side.words for word in thing.words}
    for thing in shape.things:
        found |= {word: LabelMeaning(thing.about) for word in thing.words if word not in found}
    for label in shape.labels:
        found |= {word: LabelMeaning(label.about, _WHOSE[label.whose]) for word in label.words}
    return MappingProxyType(found)


def _require(source: TomlText, table: str, key: str, values: Iterable[str], known: Collection[str]) -> None:
    for at, value in enumerate(values):
        if value not in known:
            raise source.refuse(f"$.{table}[{at}].{key}", N_("“{name}” is not known here"), name=value)


# -- phrases -----------------------------------------------------------------------------------


def _words(source: TomlText) -> WordsShape:
    shape = read(source, WordsShape)
    for table, rows, known in (("claims", shape.claims, set(CLAIMS)), ("works", shape.works, set(KindOfWork)),
                               ("sources", shape.sources, set(Source))):
        _require(source, table, "id", (one.id for one in rows), known)
        for at, row in enumerate(rows):
            if not all(word.replace("…", "").strip() for word in (*row.words, *row.but)) or not row.words:
                raise source.refuse(f"$.{table}[{at}].words", N_("a phrase here is empty"))
    return shape


def _rules(labels: Mapping[str, LabelMeaning], names: NamesShape, words: WordsShape) -> Rules:
    told, places, amounts = names.companies, names.addresses, words.amounts
    return Rules(
        labels, _names(names),
        CompanyRules(tuple(told.endings), tuple(told.short), tuple(told.before), tuple(told.weak),
                     frozenset(told.never), tuple(told.platform), tuple(told.brands)),
        AddressRules(tuple(places.before), tuple(places.areas), tuple(places.streets)),
        AmountRules(tuple(amounts.before), tuple(amounts.monthly), tuple(amounts.sum), tuple(amounts.paid),
                    tuple(amounts.demand)),
        _rows(words.claims), _rows(words.works), _rows(words.sources), tuple(words.due.words))


def _names(names: NamesShape) -> NameRules:
    sides = {Whose.APPLICANT: tuple(names.before.applicant), Whose.RESPONDENT: tuple(names.before.respondent)}
    return NameRules(frozenset("".join(names.surnames.split())), frozenset(names.compound.split()),
                     frozenset("".join(names.not_given.split())), tuple(names.titles.split()),
                     tuple(names.staff.split()), sides, {Whose.APPLICANT: tuple(names.after.applicant)},
                     frozenset(names.nobody.words), tuple(names.speakers.ours))


def _rows(rows: Iterable[WordShape]) -> tuple[WordRule, ...]:
    return tuple(WordRule(one.id, tuple(one.words), tuple(one.but)) for one in rows)
