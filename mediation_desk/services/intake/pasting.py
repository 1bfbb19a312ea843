"""Reads pasted people: a line each with name, ID number, phone, in whatever order and parted by whatever."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from mediation_desk.domain.identity import IdKind, kind_called
from mediation_desk.domain.intake.likeness import Likeness, Somebody, likeness
from mediation_desk.domain.particulars import particulars
from mediation_desk.domain.people import Party
from mediation_desk.domain.text import codes, names, phones
from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.domain.words import N_, Sentence, say
from mediation_desk.services.intake.identity import read_id_number, read_name, read_phone
from mediation_desk.services.intake.registering import PartyDraft

READ = MappingProxyType({name: told for name, told in particulars(Party).items() if told.headings})
"""The particulars that a list is read for."""
HEADINGS = frozenset({"序号"}).union(*({told.label.casefold(), *told.headings} for told in READ.values()))
NOTHING = frozenset({"", "无", "暂无", "/", "-", "\u2014", "n/a"})
LEAST_DIGITS = 7  # of a telephone number in a list
_COMMAS = re.compile(r"[,，;；、|]|\s{2,}")
_RUNNING = re.compile(r"^\s*[0-9０-９]{1,4}(?:[.．、)）]\s*|\s+)(?=[^0-9０-９\s])")  # the number of a line
_GLUED = re.compile(r"(?<=[\u3400-\u9fff\U00020000-\U0003ffff])(?=[+＋]?[0-9０-９]{7})")
_DOCUMENT = re.compile(r"[A-Z]{1,3}[0-9]{5,}[0-9A-Z()-]*|[0-9]{8}|[0-9]{15}|[0-9]{17}[0-9X]")
_NUMBERISH = re.compile(r"[0-9A-Z()+*#. -]*[0-9][0-9A-Z()+*#. -]*")
_COUNTED = re.compile(r"[0-9]{1,4}")


@dataclass(frozen=True)
class PastedPerson:
    """One line: a person, what keeps them from being added, and what merely looks wrong."""

    number: int
    name: str
    id_number: str = ""
    phone: str = ""
    id_kind: IdKind | None = None
    errors: tuple[Sentence, ...] = ()
    warnings: tuple[Sentence, ...] = ()
    notes: tuple[Sentence, ...] = ()  # what is kept otherwise than it was pasted
    text: str = ""  # as it was pasted

    def draft(self) -> PartyDraft:
        """The person as an applicant."""
        given = {name: getattr(self, name) for name in READ if name != "name"}
        return PartyDraft(Role.APPLICANT, self.name, PartyKind.PERSON,
                          {name: value for name, value in given.items() if value})


def read_people(rows: Iterable[Sequence[str]], known: Sequence[Somebody] = ()) -> list[PastedPerson]:
    """The people of pasted rows, each cell a text; a row of one cell is parted by commas or blanks.

    A row of headings and empty rows are passed over. ``known`` are those whom the case has.
    """
    people: list[PastedPerson] = []
    for number, row in enumerate(rows, 1):
        for cells in _persons([storable(cell).strip() for cell in row]):
            if any(cells) and (people or not _is_heading(cells)):
                read = replace(_read(number, cells), text="\t".join(cells))
                people.append(_judged(read, people, known))
    return people


def worst_first(people: Iterable[PastedPerson]) -> list[PastedPerson]:
    """Those that cannot be added, then those to be looked at, then the good ones, each in their order."""
    return sorted(people, key=lambda one: (not one.errors, not one.warnings, one.number))


# -- cells -------------------------------------------------------------------------------


def _is_heading(cells: Sequence[str]) -> bool:
    words = {word for cell in cells for word in (cell.casefold(), *cell.casefold().split())}
    return not HEADINGS.isdisjoint(words) and not any(map(_has_number, cells))


def _persons(row: Sequence[str]) -> list[list[str]]:
    """The cells of the person in a row; names alone, parted by commas in one cell, are a person each."""
    if len(row) > 1:
        return [[part for cell in row for part in _GLUED.split(cell)]]
    parts = [part.strip() for part in _COMMAS.split(_RUNNING.sub("", row[0], count=1)) if part.strip()]
    if len(parts) > 1 and all(len(part) > 1 and not _has_number(part) and not kind_called(part)
                              for part in parts):
        return [[part] for part in parts]
    return [[piece for part in parts for piece in _apart(_GLUED.sub(" ", part))]]


def _apart(part: str) -> Iterator[str]:
    """A part's words together, for blanks belong to names too, and its numbers one by one."""
    words = [one for word in part.split() for one in _told_apart(word)]
    if len(words) < 2 or not _has_number(part) or _is_phone(part):
        yield part
        return
    for numbers, group in groupby(words, _has_number):
        together = list(group)
        yield from _numbers(together) if numbers else _named(together)


def _told_apart(word: str) -> Sequence[str]:
    """``护照：E12345678`` is a kind of document, and its number."""
    kind, colon, number = plain(word).partition(":")
    return (kind, number) if colon and number and kind_called(kind) else (word,)


def _named(words: Sequence[str]) -> Iterator[str]:
    """Words that make one name together; what names a kind of document stands for itself."""
    for kind, group in groupby(words, lambda word: kind_called(word) is not None):
        together = tuple(group)
        yield from together if kind else (" ".join(together),)


def _numbers(words: Sequence[str]) -> Iterator[str]:
    """Groups of digits that make one number together (138 9712 3456), else each for itself."""
    left = list(words)
    while left:
        ends = range(len(left), 0, -1)
        end = next((end for end in ends if _is_number(" ".join(left[:end]))), 1)
        yield " ".join(left[:end])
        left = left[end:]


def _has_number(text: str) -> bool:
    return any(sign.isdecimal() for sign in text)


def _is_number(text: str) -> bool:
    return _is_card(text) or _is_phone(text)


def _is_phone(text: str) -> bool:
    read = phones.read(text)
    return bool(read) and not _is_card(text) and all(
        one.known and len(one.digits) >= LEAST_DIGITS for one in read)


def _is_card(text: str) -> bool:
    bare = codes.canonical(text)
    return len(bare) == 18 and bare[:17].isdecimal()


# -- a line ------------------------------------------------------------------------------


def _read(number: int, cells: Sequence[str]) -> PastedPerson:
    """A line by what its cells look like; a number that looks like none goes where one is awaited."""
    rest = [cell for cell in cells if plain(cell) not in NOTHING]
    if len(rest) > 1 and _COUNTED.fullmatch(plain(rest[0])):  # the column of running numbers
        rest = rest[1:]
    phone = [cell for cell in rest if _is_phone(cell)]
    document = [cell for cell in rest if cell not in phone and _DOCUMENT.fullmatch(codes.kept(cell))]
    for cell in rest:
        if cell not in (*phone, *document) and _NUMBERISH.fullmatch(codes.kept(cell)):
            (phone if document or cells.index(cell) > 1 else document).append(cell)
    words = [cell for cell in rest if cell not in (*phone, *document)]
    kinds = [cell for cell in words if len(words) > 1 and kind_called(cell)][-1:]
    return _person(number, _Line([cell for cell in words if cell not in kinds], document, phone,
                                 kind_called(kinds[0]) if kinds else None, len(rest)))


class _Line(NamedTuple):
    """What the cells of a line were taken for; ``cells``: how many there are."""

    words: Sequence[str]
    document: Sequence[str]
    phone: Sequence[str]
    kind: IdKind | None
    cells: int


def _person(number: int, line: _Line) -> PastedPerson:
    errors = []
    name = names.person(line.words[0]) if line.words else ""
    if not line.words:
        errors.append(say(N_("The name is missing.")))
    elif _has_number(name):
        errors.append(say(N_("“{word}” is no name: it holds a number."), word=name))
    if len(line.words) > 1 or len(line.document) > 1:
        errors.append(say(N_("There are {count} cells; four are read: name, kind of document, its number, "
                             "phone."), count=line.cells))
    id_number, ring = codes.kept(next(iter(line.document), "")), phones.kept("/".join(line.phone))
    doubts = (*read_id_number(id_number, line.kind).warnings, *read_phone(ring))
    return PastedPerson(number, name, id_number, ring, line.kind, tuple(errors), doubts,
                        notes=read_name(line.words[0]) if line.words else ())


def _judged(read: PastedPerson, before: Sequence[PastedPerson], known: Sequence[Somebody]) -> PastedPerson:
    """The line with what it has in common with those before it and those in the case."""
    inside = [(say(N_("{name} is in the case already."), name=one.name), likeness(read, one))
              for one in known]
    listed = [(say(N_("The same as line {number}."), number=one.number), likeness(read, one))
              for one in before]
    sure = tuple(said for said, like in inside + listed if like is Likeness.PERSON)
    perhaps = [said for said, like in inside + listed if like is Likeness.NAME]
    asked = tuple(say(N_("{twice} Is this somebody else of that name?"), twice=said) for said in perhaps)
    return replace(read, errors=read.errors + sure[:1],
                   warnings=read.warnings + (() if sure else asked[:1]))
