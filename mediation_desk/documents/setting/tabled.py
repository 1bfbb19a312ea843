"""Markdown's tables as tables that are printed, as lists to sign, or as bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mediation_desk.documents.setting.directive import Directive
from mediation_desk.documents.setting.inline import Inline
from mediation_desk.documents.template.blocks import (
    Align,
    Bar,
    Chart,
    Column,
    SignaturePlace,
    Table,
    plain_text,
)

if TYPE_CHECKING:
    from markdown_it.token import Token

_ALIGN = {"text-align:right": Align.RIGHT, "text-align:center": Align.CENTER}


def table(inline: Inline, said: Directive, tokens: Sequence[Token]) -> Table:
    """A table as its directive says: widths, totals, caption, size, and whether it is signed."""
    head = [token for token in tokens if token.type == "th_open"]
    shares = [inline.measure(share) for share in said.options.get("widths", "").split(",") if share]
    if shares and len(shares) != len(head):
        inline.refuse(f"widths={said.options['widths']}")
    columns = tuple(Column(_ALIGN.get(str(token.attrGet("style")), Align.LEFT), shares[at] if shares else 0.0)
                    for at, token in enumerate(head))
    cells = tuple(tuple(inline.runs(cell.content) for cell in row) for row in _rows(tokens))
    totals = int(said.number(inline, "totals", 0))
    if totals >= len(cells):
        inline.refuse(f"totals={totals}")
    made = Table(columns, cells[:1], cells[1:], totals=totals, caption=inline.plain(said.text),
                 size=said.number(inline, "size", 12, 1))
    return _signed(inline, made, said) if "sign" in said.options else made


def _signed(inline: Inline, made: Table, said: Directive) -> Table:
    """A list in which each signs in the last cell, which says as what; ``sign``: the column, counted
    from 1, that says who."""
    named = int(said.number(inline, "sign", 1, 1)) - 1
    if named >= len(made.columns) - 1:
        inline.refuse(f"sign={named + 1}")
    places = tuple(SignaturePlace(plain_text(row[-1]), plain_text(row[named]), fingerprint=True)
                   for row in made.rows[:len(made.rows) - made.totals])
    return replace(made, rows=tuple((*row[:-1], ()) for row in made.rows), places=places)


def chart(inline: Inline, said: Directive, tokens: Sequence[Token]) -> Chart:
    """A table of three columns as bars: label, figure, length in thousandths."""
    bars = []
    for row in list(_rows(tokens))[1:]:
        told = [inline.plain(cell.content) for cell in row]
        if len(told) != 3:
            inline.refuse(" | ".join(told))
        bars.append(Bar(told[0], told[1], min(inline.measure(told[2]), 1000) / 1000))
    return Chart(tuple(bars), inline.plain(said.text))


def _rows(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The cells of each row, the head's first."""
    row: list[Token] = []
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "inline":
            row.append(token)
        elif token.type == "tr_close":
            yield row
