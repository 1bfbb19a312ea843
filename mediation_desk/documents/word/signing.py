"""Places to sign and to seal as cells with a line to write on; they hold together and hold on to the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from mediation_desk.documents.setting.signing import FINGER, SEAL
from mediation_desk.documents.template.blocks import Align, Run, SignatureArea, SignaturePlace
from mediation_desk.documents.word.cells import Cell, Row, Ruled, empty_line, table
from mediation_desk.documents.word.styles import Style
from mediation_desk.documents.word.text import Shape, blank_line, paragraph

_SIZE, _LEADING = 14.0, 21.0  # as in the PDF
_SIGN, _SEAL = 60.0, SEAL + 3  # points: how high a place is
_GUTTER, _BESIDE, _EDGE = 22.0, 6.0, 2.0
_HAND = 30.0  # room for a hand under the words, where a fingerprint goes beside them
_TOGETHER = 0.85  # of a page: a longer list of places breaks between its rows
_OFFICE = 0.62  # of the width: where an office's name and date stand under its seal


def signature_parts(area: SignatureArea, width: float, most: float) -> list[Any]:
    """The table of places, with the date as its last row where no seal goes over it. Measures in points."""
    rows = _side_by_side(area)
    sealed = bool(area.date and rows and len(rows[-1]) == 1 and rows[-1][0].seal)
    dated = bool(area.date) and not sealed
    together = sum(max(map(_place_height, row)) for row in rows) <= most * _TOGETHER
    last = len(rows) - 1
    made = [line for at, row in enumerate(rows) for line in _rows(
        row, width, area.columns, dated or (at < last and (together or at == last - 1)))]
    if sealed:
        made[-1] = _sealed(rows[-1][0], area.date, width)
    if dated:
        made.append(_dated(area.date, width))
    return [table(made, label="签署处", side=_EDGE, above=0)] if made else []


def _side_by_side(area: SignatureArea) -> list[list[SignaturePlace]]:
    """Rows of places; one with a seal begins a row, so that seals do not crowd names."""
    rows: list[list[SignaturePlace]] = []
    for place in area.places:
        if not rows or place.seal or len(rows[-1]) == area.columns:
            rows.append([])
        rows[-1].append(place)
    return rows


def _rows(places: Sequence[SignaturePlace], width: float, columns: int, keep: bool) -> Iterator[Row]:
    """The places side by side: a row of words and lines, which goes on beside the boxes for a finger, so
    that a box is no higher than a finger needs and ends with the line, and further below for a seal."""
    each = (width - _GUTTER * (columns - 1)) / columns
    lefts = [at * (each + _GUTTER) for at in range(len(places))]
    high, hand = max(map(_place_height, places)), max(_hand_height(place, each) for place in places)
    words = tuple(_words_cell(place, left, each, keep or hand > 0, "restart" if hand else "")
                  for place, left in zip(places, lefts, strict=True))
    if not hand:
        yield Row(words, least=high)
        return
    rest, beside = max(high - hand, 0.0), [*zip(places, lefts, strict=True)]
    yield Row(words, least=hand - FINGER[1])
    yield Row(tuple(cell for place, left in beside for cell in _beside(place, left, each, keep or rest > 0)),
              least=FINGER[1])
    if rest:
        yield Row(tuple(_going_on(place, left, each, keep) for place, left in beside), least=rest)


def _words_cell(place: SignaturePlace, left: float, each: float, keep: bool, merged: str) -> Cell:
    width = _words_width(place, each)
    return Cell(left, width, tuple(_words(place, width, keep)), Ruled.NONE, upper=True, merged=merged)


def _words_width(place: SignaturePlace, each: float) -> float:
    return each - FINGER[0] - _BESIDE if place.fingerprint else each


def _place_height(place: SignaturePlace) -> float:
    return _SEAL if place.seal else 6 + 2 * _LEADING + _HAND if place.fingerprint else _SIGN


def _hand_height(place: SignaturePlace, each: float) -> float:
    """How far down the line for a hand is, where a finger is pressed beside it; 0 where none is."""
    if not place.fingerprint:
        return 0.0
    per_line = max(int((_words_width(place, each) - 2 * _EDGE) / _SIZE), 1)
    lines = sum(-(-len(text) // per_line) for text in (f"{place.label}：{place.name}", f"（{place.manner}）"))
    return 6 + _LEADING * lines + _HAND


def _going_on(place: SignaturePlace, left: float, each: float, keep: bool) -> Cell:
    """The words of a row above, which need more room."""
    return Cell(left, _words_width(place, each), (empty_line(keep),), Ruled.NONE, merged="continue")


def _beside(place: SignaturePlace, left: float, each: float, keep: bool) -> Iterator[Cell]:
    """The place's words going on, and the box where a finger is pressed."""
    yield _going_on(place, left, each, keep)
    if place.fingerprint:
        yield Cell(left + each - FINGER[0], FINGER[0], (paragraph(
            Style.SIGNATURE, (Run("指印"),), Shape(Align.CENTER, 9.0, 12.0, keep=keep)),), low=True)


def _words(place: SignaturePlace, width: float, keep: bool) -> Iterator[Any]:
    """Who signs, and below it how, with a line to sign on; a seal needs no line."""
    stop = width - 2 * _EDGE
    yield paragraph(Style.SIGNATURE, (Run(f"{place.label}：{place.name}"),), Shape(before=6, keep=keep))
    manner = (Run(f"（{place.manner}）"),) if place.manner else ()
    if place.seal or (place.fingerprint and manner):
        yield paragraph(Style.SIGNATURE, manner, Shape(keep=keep))
    if not place.seal:
        beneath = place.fingerprint
        yield paragraph(Style.SIGNATURE, () if beneath else manner,
                        Shape(before=_HAND - _LEADING if beneath else 0, keep=keep, tab=stop), blank_line())


def _sealed(place: SignaturePlace, date: str, width: float) -> Row:
    """The office's name and the date at the right, with room for its seal over both."""
    half = width * _OFFICE
    manner = f"（{place.manner}）" if place.manner else ""
    lines = [part for part in (place.name, date, manner) if part]
    shown = tuple(paragraph(Style.BODY, (Run(line),), Shape(Align.CENTER, before=0 if at else 28,
                                                           unindented=True))
                  for at, line in enumerate(lines))
    return Row((Cell(width - half, half, shown, Ruled.NONE, upper=True),), least=_SEAL)


def _dated(date: str, width: float) -> Row:
    """The date at the right, in the places' table: so it never stands alone on a page."""
    line = paragraph(Style.BODY, (Run(date),), Shape(align=Align.RIGHT, right=2 * _SIZE, before=6,
                                                     unindented=True))
    return Row((Cell(0, width, (line,), Ruled.NONE),))
