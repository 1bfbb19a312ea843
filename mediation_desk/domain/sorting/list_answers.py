"""Answers that are lists: items read line by line, and said again as a person would write them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mediation_desk.domain.sorting import answers
from mediation_desk.domain.sorting.answer_types import Column, ElementType, Label, read_as, show_as
from mediation_desk.domain.words import N_, DeskError

_PLACE = re.compile(r"\{(\w+)(?::(yuan|share))?\}")


@dataclass(frozen=True)
class ItemWords:
    """How an item is said: words with places such as ``{quantity}``, used where each has a value.

    ``{rate:yuan}`` and ``{rate:share}`` write a number as an amount or a percentage; ``when`` limits
    the words to items whose first column has that value.
    """

    words: Label
    when: str | None = None

    def fit(self, item: Mapping[str, str], first: str) -> bool:
        """Whether the item can be said in these words."""
        return places_in(self.words.zh) <= item.keys() and (self.when is None or item.get(first) == self.when)


def places_in(words: str) -> set[str]:
    """The columns that have a place in these words."""
    return {found.group(1) for found in _PLACE.finditer(words)}


def read(text: str, columns: Sequence[Column], name: str) -> str:
    """Items as JSON from one a line, or from JSON; DeskError with ``field`` = ``name`` says which item
    and which column cannot be."""
    rows = answers.rows_of(text, [column.id for column in columns], name)
    return json.dumps([_item(row, number, columns, name) for number, row in enumerate(rows, start=1)],
                      ensure_ascii=False)


def _item(row: Mapping[str, str], number: int, columns: Sequence[Column], name: str) -> dict[str, str]:
    item = {}
    for column in columns:
        typed = row.get(column.id, "").strip()
        if typed:
            item[column.id] = _cell(typed, number, column, name)
        elif not column.optional:
            raise DeskError(N_("Item {number} lacks its “{column}”."), field=name, number=number,
                            column=column.label)
    return item


def _cell(typed: str, number: int, column: Column, name: str) -> str:
    try:
        return read_as(column.type, typed, column.choices, name)
    except DeskError as error:
        raise DeskError(N_("Item {number}, “{column}”: {reason}"), field=name, number=number,
                        column=column.label, reason=error.sentence) from None


def show(value: str, columns: Sequence[Column], words: Sequence[ItemWords], language: str) -> str:
    """The items as a person reads them, such as 按单780单×5.50元，扣减300.00元."""
    items = [_said(item, columns, words, language) for item in json.loads(value)]
    if not words:
        return "；".join(items)
    return ("，" if language.startswith("zh") else ", ").join(items)


def _said(item: Mapping[str, str], columns: Sequence[Column], words: Sequence[ItemWords],
          language: str) -> str:
    fitting = next((one for one in words if one.fit(item, columns[0].id)), None)
    if fitting is not None:
        kinds = {column.id: column for column in columns}
        return _PLACE.sub(lambda place: _filled(place, item, kinds, language), fitting.words.text(language))
    return " ".join(show_as(column.type, item[column.id], column.choices, language)
                    for column in columns if column.id in item)


def _filled(place: re.Match[str], item: Mapping[str, str], columns: Mapping[str, Column],
            language: str) -> str:
    column, form = columns[place.group(1)], place.group(2)
    value = item[column.id]
    if form == "yuan":
        return answers.show(ElementType.MONEY.value, value, language)
    kind = ElementType.SHARE if form == "share" else column.type
    return show_as(kind, value, column.choices, language)
