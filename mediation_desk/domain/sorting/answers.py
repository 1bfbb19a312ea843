"""Answers to elements: read as people type and paste them, kept in one canonical way, shown again."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from mediation_desk.domain import dates
from mediation_desk.domain.money import Money
from mediation_desk.domain.text.plain import plain, ungrouped
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.words import N_, DeskError

DENIED = "✗"  # contests the other side's statement without one of its own
ADMITTED_MARK = "✓"  # before a copied statement: this side admitted it
LONGEST_TEXT = 4000  # characters in one statement
MOST_ITEMS = 500  # items in one list answer

_DENIALS = frozenset({DENIED, "否认", "不认可", "不承认", "denied", "denies", "deny"})
_NUMBER = re.compile(r"(-?)(\d+)(?:\.(\d+))?", re.ASCII)
MOST_DIGITS, MOST_DECIMALS = 12, 6  # of a number: beyond any case
_YES = frozenset({"是", "有", "对", "已", "存在", "y", "yes", "true", "1", "√"})
_NO = frozenset({"否", "无", "没有", "没", "不是", "未", "不存在", "n", "no", "false", "0", "×", "x"})
_SPACE = re.compile(r"\s+")
_BETWEEN = r"\s*[,，;；]\s*| +"
_APART = re.compile(_BETWEEN)
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")  # the comma of 1,200.00


def stated(value: str) -> str:
    """What was stated, without the mark of an admission."""
    return value.removeprefix(ADMITTED_MARK)


def admits(value: str) -> str:
    """The other side's statement as this side's admission of exactly that."""
    return ADMITTED_MARK + stated(value)


def is_admission(value: str | None) -> bool:
    """Whether the side said it by admitting the other's statement."""
    return value is not None and value.startswith(ADMITTED_MARK)


def is_denial(text: str) -> bool:
    """Whether these words contest the other side's statement; they do so for every type."""
    return plain(text).casefold() in _DENIALS


def read_date(text: str, field: str) -> str:
    """``2024-09-01`` from a day written in any way that says its year."""
    day = dates.read(text, field=field)
    if day is None:
        raise DeskError(N_("“{text}” is not a date, such as 2024-09-01."), field=field, text=text)
    return dates.show(day)


def read_money(text: str, field: str) -> str:
    """Yuan with two decimals, not below zero."""
    amount = Money.typed(text, field=field)
    if amount.fen < 0:
        raise DeskError(N_("“{text}”: this amount cannot be below zero."), field=field, text=text)
    return amount.plain()


def read_number(text: str, field: str) -> str:
    """A decimal number, not below zero, without needless zeros."""
    return _shortest(_decimal(ungrouped(plain(text)), text, field,
                              N_("“{text}” is not a number, such as 12 or 7.5.")))


def read_share(text: str, field: str) -> str:
    """A part of one as a decimal: 30% and 0.30 are both ``0.3``."""
    share = _decimal(plain(text), text, field, N_("“{text}” is not a share, such as 30% or 0.30."))
    if share > 1:
        raise DeskError(N_("“{text}” is more than the whole; a share is such as 30% or 0.30."), field=field,
                        text=text)
    return _shortest(share)


def _decimal(typed: str, text: str, field: str, otherwise: str) -> Decimal:
    """The number or percentage, or what is wrong with it; ``otherwise`` when it is none at all."""
    found = _NUMBER.fullmatch(typed.removesuffix("%").strip())
    if not found:
        raise DeskError(otherwise, field=field, text=text)
    sign, whole, decimals = found.groups()
    if sign:
        raise DeskError(N_("“{text}”: this number cannot be below zero."), field=field, text=text)
    if len(whole) > MOST_DIGITS:
        raise DeskError(N_("“{text}” is more than this program can hold."), field=field, text=text)
    if len(decimals or "") > MOST_DECIMALS:
        raise DeskError(N_("“{text}” has more than {count} decimals."), field=field, text=text,
                        count=MOST_DECIMALS)
    return Decimal(found.string) / (100 if typed.endswith("%") else 1)


def read_yes_no(text: str, field: str) -> str:
    """``yes`` or ``no`` from 是, 否, 有, 无, y, n and their like."""
    typed = plain(text).casefold()
    if typed in _YES:
        return "yes"
    if typed in _NO:
        return "no"
    raise DeskError(N_("“{text}” is neither yes nor no."), field=field, text=text)


def read_choice(text: str, offered: Mapping[str, str], field: str) -> str:
    """The chosen value, given as the value itself or as its words in either language."""
    typed = plain(text).casefold()
    for said, value in offered.items():
        if plain(said).casefold() == typed:
            return value
    raise DeskError(N_("“{text}” is not one of the choices."), field=field, text=text)


def read_text(text: str, field: str) -> str:
    """Words as they were said, without outer blanks and the program's own marks."""
    said = storable(text).strip().lstrip(ADMITTED_MARK + DENIED).strip()
    if not said:
        raise DeskError(N_("Nothing was said here; leave it empty instead."), field=field)
    if len(said) > LONGEST_TEXT:
        raise DeskError(N_("This statement is too long: {count} characters, at most {most}."),
                        field=field, count=len(said), most=LONGEST_TEXT)
    return said


def rows_of(text: str, columns: Sequence[str], field: str) -> list[dict[str, str]]:
    """The items in a list answer: JSON, or a line each with its columns parted by tabs or commas."""
    rows = _json_rows(text, columns) if text.lstrip().startswith("[") else _line_rows(text, columns)
    if not rows:
        raise DeskError(N_("This list has no readable item; write one item a line."), field=field)
    if len(rows) > MOST_ITEMS:
        raise DeskError(N_("This list has {count} items, at most {most} can be held."),
                        field=field, count=len(rows), most=MOST_ITEMS)
    return rows


def _json_rows(text: str, columns: Sequence[str]) -> list[dict[str, str]]:
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError):
        return []
    if not all(isinstance(row, dict) for row in rows):
        return []
    return [{name: str(row[name]) for name in columns if row.get(name) is not None} for row in rows]


def _line_rows(text: str, columns: Sequence[str]) -> list[dict[str, str]]:
    lines = [line for line in text.splitlines() if line.strip()]
    return [dict(zip(columns, _cells(line, len(columns)), strict=False)) for line in lines]


def _cells(line: str, count: int) -> list[str]:
    """A pasted line's cells, parted by tabs, else by commas or blanks; between two commas is an empty one.

    Where all plain commas of a line stand inside amounts (1,200.00) and something else parts the cells,
    they are left there.
    """
    if "\t" in line:
        return [cell.strip() for cell in line.split("\t")][:count]
    whole = line.strip()
    bare = _GROUPED.sub("", whole)
    if "," not in bare and _APART.search(bare):
        whole = bare
    return _APART.split(whole, maxsplit=count - 1)


def show(kind: str, value: str, language: str) -> str:
    """A canonical answer of that element type in a language; choices and lists are shown elsewhere."""
    chinese = language.startswith("zh")
    match kind:
        case "date":
            day = date.fromisoformat(value)
            return f"{day.year}年{day.month}月{day.day}日" if chinese else value
        case "money":
            return str(Money.typed(value))
        case "share":
            return f"{_shortest(Decimal(value) * 100)}%"
        case "yes_no":
            return {"yes": "是", "no": "否"}[value] if chinese else {"yes": "Yes", "no": "No"}[value]
        case _:
            return value


def fen_apart(one: str, other: str) -> int:
    """How far two canonical amounts are apart, in fen."""
    return abs(Money.typed(one).fen - Money.typed(other).fen)


def days_apart(one: str, other: str) -> int:
    """How far two canonical dates are apart, in days."""
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def words_of(text: str) -> str:
    """Words for comparing: blanks, width and case make no difference."""
    return _SPACE.sub("", plain(text)).casefold()


def _shortest(number: Decimal) -> str:
    """Without exponent and needless zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
