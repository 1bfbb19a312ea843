"""Element sheets: forms/elements/*.toml read into the domain's sheets, malformed ones refused."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mediation_desk.domain.money import Money
from mediation_desk.domain.sorting.elements import (
    Bar,
    Choice,
    Column,
    Condition,
    Element,
    ElementSheet,
    ElementType,
    ItemWords,
    Label,
    Scope,
    Section,
    SheetShelf,
    merged,
)
from mediation_desk.domain.sorting.list_answers import places_in
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.element_shapes import (
    BarShape,
    ChoiceShape,
    ColumnShape,
    ConditionShape,
    ElementShape,
    SectionShape,
    SheetShape,
)
from mediation_desk.library.shipped import shipped
from mediation_desk.library.tomllines import TomlText, open_source, read

_BURDENS = {side.value: side for side in Side}


@dataclass(frozen=True)
class _File:
    """A sheet as its file has it, before the elements it takes from other sheets are found."""

    source: TomlText
    shape: SheetShape
    sections: tuple[Section, ...]

    def placed(self) -> Iterator[tuple[str, Section, Element]]:
        """Every element with its place in the file and its section."""
        for i, section in enumerate(self.sections):
            for j, element in enumerate(section.elements):
                yield f"$.sections[{i}].elements[{j}]", section, element


def read_shelf(*folders: Path, claims: Collection[str]) -> SheetShelf:
    """The sheets of these folders; a later folder's sheet replaces an earlier one of the same id.

    ``claims`` are the claim ids that can be computed. Raises FormError for the first sheet that
    cannot be used, with file, line and reason.
    """
    files: dict[str, _File] = {}
    for folder in folders:
        found = [_file(open_source(path), claims) for path in sorted(folder.glob("*.toml"))]
        files.update(_once(found))
    ordered = sorted(files.values(), key=lambda one: one.shape.order)
    homes = _homes(ordered)
    places = {name: place for place, name in enumerate(homes)}
    return SheetShelf({file.shape.id: _sheet(file, homes, places) for file in ordered}, places)


def shipped_shelf(*overrides: Path, claims: Collection[str]) -> SheetShelf:
    """The sheets that come with the program, and an office's own in their place."""
    return read_shelf(shipped("forms", "elements"), *overrides, claims=claims)


def _once(files: Sequence[_File]) -> dict[str, _File]:
    """By sheet id; the same id twice in one folder is refused."""
    by_id: dict[str, _File] = {}
    for file in files:
        if file.shape.id in by_id:
            raise file.source.refuse("$.id", N_("the sheet “{id}” is already in {other}"), id=file.shape.id,
                                     other=by_id[file.shape.id].source.name)
        by_id[file.shape.id] = file
    return by_id


def _file(source: TomlText, claims: Collection[str]) -> _File:
    shape = read(source, SheetShape)
    _check_claims(source, "$.claims", shape.claims, claims)
    sections = tuple(_section(source, f"$.sections[{i}]", section, shape.claims, claims)
                     for i, section in enumerate(shape.sections))
    return _File(source, shape, sections)


def _check_claims(source: TomlText, place: str, named: Collection[str], known: Collection[str]) -> None:
    for claim in named:
        if claim not in known:
            raise source.refuse(place, N_("there is no claim “{claim}”"), claim=claim)


def _section(source: TomlText, place: str, shape: SectionShape, own: Sequence[str],
             known: Collection[str]) -> Section:
    elements = tuple(_element(source, f"{place}.elements[{j}]", one, own, known)
                     for j, one in enumerate(shape.elements))
    return Section(shape.id, Label(shape.zh, shape.en), shape.order, elements)


def _element(source: TomlText, place: str, shape: ElementShape, own: Sequence[str],
             known: Collection[str]) -> Element:
    _check_parts(source, place, shape)
    feeds = _feeds(shape, own)
    _check_claims(source, f"{place}.feeds", list(feeds), known)
    for i, bar in enumerate(shape.bars):
        _check_claims(source, f"{place}.bars[{i}].claims", bar.claims, known)
    return Element(
        id=shape.id, type=ElementType(shape.type), label=Label(shape.zh, shape.en), scope=Scope(shape.scope),
        burden=_BURDENS[shape.burden], evidence=Label(shape.evidence_zh, shape.evidence_en), feeds=feeds,
        condition=_condition(source, f"{place}.condition", shape.condition),
        help=Label(shape.help_zh, shape.help_en), law=shape.law, unit=Label(shape.unit_zh, shape.unit_en),
        choices=_choices(shape.choices),
        columns=tuple(_column(column) for column in shape.columns),
        items=tuple(ItemWords(Label(one.zh, one.en), one.when) for one in shape.items),
        instead_of=shape.instead_of,
        bars=tuple(_bar(source, f"{place}.bars[{i}]", bar) for i, bar in enumerate(shape.bars)),
        optional=shape.optional, issue=Label(shape.issue_zh, shape.issue_en) if shape.issue_zh else None,
        sentences=_sentences(source, place, shape),
        tolerance=_tolerance(source, place, shape))


def _check_parts(source: TomlText, place: str, shape: ElementShape) -> None:
    """A choice has choices, a list has columns, nothing else has either."""
    if (shape.type == "choice") != bool(shape.choices):
        raise source.refuse(place, N_("an element of type choice, and no other, has choices"))
    if (shape.type == "list") != bool(shape.columns):
        raise source.refuse(place, N_("an element of type list, and no other, has columns"))
    for column in shape.columns:
        if (column.type == "choice") != bool(column.choices):
            raise source.refuse(f"{place}.columns", N_("a column of type choice, and no other, has choices"))
    _check_items(source, place, shape)


def _check_items(source: TomlText, place: str, shape: ElementShape) -> None:
    """Only a list has words for its items, and they speak of its own columns, alike in both languages."""
    columns = {column.id for column in shape.columns}
    for i, one in enumerate(shape.items):
        spoken = places_in(one.zh)
        if not spoken <= columns or places_in(one.en) != spoken:
            raise source.refuse(f"{place}.items[{i}]", N_("the words of an item have places for columns of "
                                                          "this list, the same in both languages"))
        if one.when is not None and one.when not in {choice.value for choice in shape.columns[0].choices}:
            raise source.refuse(f"{place}.items[{i}].when", N_("“{answer}” is no choice of the first column"),
                                answer=one.when)


def _feeds(shape: ElementShape, own: Sequence[str]) -> Mapping[str, str]:
    """Claim to fact name; a plain list keeps the element's own name, nothing said means all of
    the sheet's claims."""
    if isinstance(shape.feeds, dict):
        return shape.feeds
    return dict.fromkeys(own if shape.feeds is None else shape.feeds, shape.id)


def _choices(shapes: Sequence[ChoiceShape]) -> tuple[Choice, ...]:
    return tuple(Choice(one.value, Label(one.zh, one.en)) for one in shapes)


def _column(shape: ColumnShape) -> Column:
    return Column(shape.id, ElementType(shape.type), Label(shape.zh, shape.en), shape.optional,
                  _choices(shape.choices))


def _bar(source: TomlText, place: str, shape: BarShape) -> Bar:
    return Bar(shape.value, frozenset(shape.claims), Label(shape.zh, shape.en), shape.law,
               _condition(source, f"{place}.unless", shape.unless))


def _condition(source: TomlText, place: str, shape: ConditionShape | None) -> Condition | None:
    return None if shape is None else _test(source, place, shape)


def _test(source: TomlText, place: str, shape: ConditionShape) -> Condition:
    asked = [one for one in (shape.equals, shape.differs, shape.answered) if one is not None]
    grouped = bool(shape.every) + bool(shape.some)
    if (shape.element is None and (asked or not grouped)) or (shape.element and (len(asked) != 1 or grouped)):
        raise source.refuse(place, N_("a condition names one element with equals, differs or answered, "
                                      "or holds several in all or any"))
    return Condition(shape.element, shape.equals, shape.differs, shape.answered,
                     tuple(_test(source, place, part) for part in shape.every),
                     tuple(_test(source, place, part) for part in shape.some))


def _sentences(source: TomlText, place: str, shape: ElementShape) -> Mapping[str, str]:
    """What a yes and a no mean as sentences: both of a yes_no, or neither."""
    if not shape.yes_zh and not shape.no_zh:
        return {}
    if shape.type != "yes_no" or not (shape.yes_zh and shape.no_zh):
        raise source.refuse(f"{place}.yes_zh", N_("yes_zh and no_zh stand together, under a yes_no"))
    return {"yes": shape.yes_zh, "no": shape.no_zh}


def _tolerance(source: TomlText, place: str, shape: ElementShape) -> int | None:
    """Yuan in quotes for money, whole days for a date."""
    if shape.tolerance is None:
        return None
    if shape.type == "money" and isinstance(shape.tolerance, str):
        try:
            return Money.typed(shape.tolerance).fen
        except DeskError as error:
            raise source.refuse(f"{place}.tolerance", N_("a value does not fit: {detail}"),
                                detail=str(error)) from None
    if shape.type == "date" and isinstance(shape.tolerance, int):
        return shape.tolerance
    raise source.refuse(f"{place}.tolerance",
                        N_("a tolerance is yuan in quotes for money, or days for a date"))


def _homes(files: Collection[_File]) -> dict[str, tuple[_File, Section, Element]]:
    """Where each element is at home; an id that means two things is refused."""
    homes: dict[str, tuple[_File, Section, Element]] = {}
    for file in files:
        seen: set[str] = set()
        for place, section, element in file.placed():
            if element.id in seen:
                raise file.source.refuse(f"{place}.id", N_("the element “{id}” is on this sheet twice"),
                                         id=element.id)
            seen.add(element.id)
            home = homes.setdefault(element.id, (file, section, element))
            if home[2] != element:
                raise file.source.refuse(
                    f"{place}.id", N_("the element “{id}” means something else in {other}; take it from "
                                      "there with “use”, or choose another id"),
                    id=element.id, other=home[0].source.name)
    return homes


def _sheet(file: _File, homes: Mapping[str, tuple[_File, Section, Element]],
           places: Mapping[str, int]) -> ElementSheet:
    """The sheet with the elements that it takes from others, in their own sections."""
    taken = [replace(homes[name][1], elements=(homes[name][2],)) for name in _taken(file, homes)]
    sheet = ElementSheet(file.shape.id, Label(file.shape.zh, file.shape.en), file.shape.claims,
                         merged([*file.sections, *taken], places))
    _check_conditions(file, sheet, homes)
    return sheet


def _taken(file: _File, homes: Mapping[str, tuple[_File, Section, Element]]) -> list[str]:
    """The elements taken from other sheets, with those that their conditions look at."""
    own = {element.id for _, _, element in file.placed()}
    taken: list[str] = []
    wanted = list(file.shape.use)
    while wanted:
        name = wanted.pop(0)
        if name not in homes:
            raise file.source.refuse("$.use", N_("no sheet has an element “{id}”"), id=name)
        if name not in own and name not in taken:
            taken.append(name)
            condition = homes[name][2].condition
            wanted += sorted(condition.names()) if condition else []
    return taken


def _check_conditions(file: _File, sheet: ElementSheet,
                      homes: Mapping[str, tuple[_File, Section, Element]]) -> None:
    """Conditions look at elements of the same sheet, bars at any; both at answers these can have."""
    asked = {element.id: element for element in sheet.elements()}
    anywhere = {name: home[2] for name, home in homes.items()}
    for place, _, element in file.placed():
        for test in _tests(element.condition):
            _check_test(file.source, f"{place}.condition", test, asked)
        for i, bar in enumerate(element.bars):
            _check_answer(file.source, f"{place}.bars[{i}].value", element, bar.value)
            for test in _tests(bar.unless):
                _check_test(file.source, f"{place}.bars[{i}].unless", test, anywhere)


def _tests(condition: Condition | None) -> Iterator[Condition]:
    if condition is None:
        return
    if condition.element is not None:
        yield condition
    for part in (*condition.every, *condition.some):
        yield from _tests(part)


def _check_test(source: TomlText, place: str, test: Condition, asked: Mapping[str, Element]) -> None:
    if test.element is None or test.element not in asked:
        raise source.refuse(place, N_("a condition looks at “{id}”, which this sheet does not ask for"),
                            id=test.element)
    answer = test.equals if test.equals is not None else test.differs
    if answer is not None:
        _check_answer(source, place, asked[test.element], answer)


def _check_answer(source: TomlText, place: str, element: Element, answer: str) -> None:
    try:
        fits = element.read(answer) == answer
    except DeskError:
        fits = False
    if not fits:
        raise source.refuse(place, N_("“{answer}” is no answer that “{id}” can have"),
                            answer=answer, id=element.id)
