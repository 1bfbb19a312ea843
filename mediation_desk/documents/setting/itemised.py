"""Markdown's lists as items, as rows of a form, as columns, or as places to sign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mediation_desk.documents.setting.directive import Directive
from mediation_desk.documents.setting.inline import Inline
from mediation_desk.documents.template.blocks import (
    Block,
    Columns,
    Form,
    Items,
    KeyValue,
    Runs,
    SignatureArea,
    SignaturePlace,
)

if TYPE_CHECKING:
    from markdown_it.token import Token


def bullets(inline: Inline, said: Directive, tokens: Sequence[Token]) -> Block:
    """A list with dots, as its directive says."""
    if numbered := next((one for one in tokens if one.type == "list_item_open" and one.info), None):
        inline.refuse(f"- {numbered.info}{numbered.markup}")  # its number would be lost
    items = [token.content for token in tokens if token.type == "inline"]
    match said.word:
        case "form":
            return Form(tuple(_form_row(inline, item) for item in items), said.number(inline, "size", 12, 1))
        case "signatures":
            return SignatureArea(tuple(_place(inline, item) for item in items), inline.plain(said.text),
                                 int(said.number(inline, "columns", 2, 1)))
        case "columns":
            return Columns(tuple(map(inline.plain, items)), int(said.number(inline, "per", 4, 1)))
        case _:
            return Items(tuple(map(inline.runs, items)))


def numbered(inline: Inline, tokens: Sequence[Token]) -> Iterator[Items]:
    """Items are numbered as they are written: a number that does not count on begins a list of its own;
    the same one again (Markdown's habit) counts on."""
    written: int | None = None
    begun, items = 0, list[Runs]()
    for number, text in _numbered_items(inline, tokens):
        if items and number not in (written, begun + len(items)):
            yield Items(tuple(items), begun)
            items = []
        begun, written = begun if items else number, number
        items.append(inline.runs(text))
    yield Items(tuple(items), begun)


def _numbered_items(inline: Inline, tokens: Sequence[Token]) -> list[tuple[int, str]]:
    """Each item with its number; further paragraphs of an item are further lines of it."""
    found = list[tuple[int, list[str]]]()
    for token in tokens:
        if token.type == "list_item_open":
            if token.level != 1:
                inline.refuse(f"{token.info}{token.markup}")
            found.append((int(token.info), []))
        elif token.type == "inline":
            found[-1][1].append(token.content)
    return [(number, "\\\n".join(texts)) for number, texts in found]


def _form_row(inline: Inline, item: str) -> tuple[KeyValue, ...]:
    """``label = value | label = value {lines=3}``."""
    row = []
    for part in item.split("|"):
        label, equals, value = part.partition("=")
        if not equals:
            inline.refuse(part)
        lines = re.search(r"\{lines=(\d+)\}\s*$", value)
        value = value[:lines.start()] if lines else value
        row.append(KeyValue(inline.plain(label.strip()), inline.runs(value.strip()),
                            int(lines[1]) if lines else 1))
    return tuple(row)


def _place(inline: Inline, item: str) -> SignaturePlace:
    """``label | name | manner | seal`` or ``fingerprint``."""
    parts = [inline.plain(part.strip()) for part in item.split("|")]
    label, name, manner, room = (parts + [""] * 4)[:4]
    return SignaturePlace(label, name, manner, room == "seal", room == "fingerprint")
