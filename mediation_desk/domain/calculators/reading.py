"""Facts as they stand in a file, read into what the calculators take."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import cast

from mediation_desk.domain import dates
from mediation_desk.domain.calculators.claims import check, claim_named
from mediation_desk.domain.calculators.facts import (
    BELOW_ZERO,
    NOT_A_NUMBER,
    TOO_LARGE,
    Fact,
    FactError,
    FactValue,
    Kind,
    Name,
    Row,
    refused,
)
from mediation_desk.domain.money import Money
from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.words import N_, DeskError, say

_NUMBER = re.compile(r"(-?)(\d+)(?:\.(\d+))?", re.ASCII)
_DECIMALS = 12  # of a count: more than any file has, and a slip of the keyboard is told
_DIGITS = 12
_ANSWERS: Mapping[str, bool] = {"yes": True, "true": True, "是": True, "no": False, "false": False,
                                "否": False}


def read_facts(claim: str, raw: Mapping[str, object]) -> dict[str, FactValue]:
    """The claim's facts from text (``"6329.82"``, ``"2024-10-31"``, ``"yes"``) or TOML's own dates,
    whole numbers, decimals (``Decimal``) and truths.

    Raises :class:`FactError` for a fact that the claim does not know, one that is missing, of the
    wrong sort or out of range, for two that contradict each other, and for a period that ends before
    it begins.
    """
    known = claim_named(claim)
    facts = _row(raw, known.facts, None)
    check(known, facts)
    return facts


def _row(raw: Mapping[str, object], known: Mapping[str, Fact], row: Row | None) -> dict[str, FactValue]:
    for name in raw:
        if name not in known:
            raise _unknown(str(name), known, row)
    return {name: _read(known[name], value, row) for name, value in raw.items()}


def _unknown(name: str, known: Mapping[str, Fact], row: Row | None) -> FactError:
    return FactError(N_("“{fact}” is not a fact of this claim; its facts are {facts}."),
                     at=row.at(name) if row else name, facts=", ".join(known),
                     fact=Name.of(Fact(name, Kind.TEXT, say(name)), row))


def _read(fact: Fact, value: object, row: Row | None) -> FactValue:
    if fact.kind is Kind.LIST:
        return _rows(fact, value)
    try:
        read = _READ[fact.kind](value)
    except DeskError as error:
        raise refused(fact, error.sentence, row) from None
    fact.check(read, row)
    return read


def _rows(fact: Fact, value: object) -> list[Mapping[str, object]]:
    fact.check_is_rows(value)
    columns = {column.name: column for column in fact.columns}
    return [_row(row, columns, Row(fact, number))
            for number, row in enumerate(cast(list[Mapping[str, object]], value), start=1)]


def _money(value: object) -> Money:
    return Money.typed(_written(value))


def _number(value: object) -> Fraction:
    found = _NUMBER.fullmatch(_written(value))
    if not found:
        raise DeskError(NOT_A_NUMBER, value=_shortened(value))
    sign, whole, decimals = found.groups()
    if sign:
        raise DeskError(BELOW_ZERO, value=_shortened(value))
    if len(whole) > _DIGITS:
        raise DeskError(TOO_LARGE)
    if len(decimals or "") > _DECIMALS:
        raise DeskError(N_("That has more than {count} decimals."), count=_DECIMALS)
    return Fraction(found.string)


def _written(value: object) -> str:
    """A number as digits; a decimal too large or too fine to be written out is told as such."""
    if type(value) is str:
        return plain(value)
    if type(value) is int:
        return str(value) if abs(value) < 10**18 else _too_large()
    if not isinstance(value, Decimal) or not value.is_finite():
        raise DeskError(NOT_A_NUMBER, value=_shortened(value))
    if value.adjusted() > 18:
        _too_large()
    if cast(int, value.as_tuple().exponent) < -40:
        raise DeskError(N_("That has more than {count} decimals."), count=_DECIMALS)
    return f"{value:f}"


def _too_large() -> str:
    raise DeskError(TOO_LARGE)


def _shortened(value: object) -> str:
    """What was given, cut where it would flood the message."""
    text = str(value)
    return text if len(text) <= 40 else text[:40] + "…"


def _date(value: object) -> date:
    if type(value) is date:
        return value
    day = dates.read(value) if type(value) is str else None
    if day is None:
        raise DeskError(N_("“{value}” is not written as a date."), value=_shortened(value))
    return day


def _yes_no(value: object) -> bool:
    if type(value) is bool:
        return value
    answer = _ANSWERS.get(plain(value).lower()) if type(value) is str else None
    if answer is None:
        raise DeskError(N_("“{value}” is neither."), value=_shortened(value))
    return answer


def _choice(value: object) -> str:
    return plain(value) if type(value) is str else _text(value)


def _text(value: object) -> str:
    if type(value) is not str:
        raise DeskError(N_("“{value}” is none."), value=_shortened(value))
    return value.strip()


_READ: Mapping[Kind, Callable[[object], FactValue]] = {
    Kind.MONEY: _money, Kind.DATE: _date, Kind.NUMBER: _number, Kind.SHARE: _number,
    Kind.CHOICE: _choice, Kind.YES_NO: _yes_no, Kind.TEXT: _text,
}
