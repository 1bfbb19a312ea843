"""Facts as they stand in a file, read into what the calculators take."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import cast

from mediation_desk.domain.calculators.claims import check, claim_named
from mediation_desk.domain.calculators.facts import Fact, FactError, FactValue, Kind
from mediation_desk.domain.money import Money
from mediation_desk.domain.words import N_, DeskError

_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}$", re.ASCII)
_NUMBER = re.compile(r"^\d{1,12}(\.\d{1,12})?$", re.ASCII)
_ANSWERS: Mapping[str, bool] = {"yes": True, "true": True, "是": True, "no": False, "false": False,
                                "否": False}


def read_facts(claim: str, raw: Mapping[str, object]) -> dict[str, FactValue]:
    """The claim's facts from text (``"6329.82"``, ``"2024-10-31"``, ``"yes"``) or TOML's own dates,
    whole numbers, decimals (``Decimal``) and truths.

    Raises :class:`FactError` for a fact that the claim does not know, one that is missing, of the
    wrong sort or out of range, and for a period that ends before it begins.
    """
    known = claim_named(claim)
    facts = _row(raw, known.facts, "")
    check(known, facts)
    return facts


def _row(raw: Mapping[str, object], known: Mapping[str, Fact], where: str) -> dict[str, FactValue]:
    for name in raw:
        if name not in known:
            raise FactError(N_("“{fact}” is not a fact of this claim; its facts are {facts}."),
                            fact=where + str(name), facts=", ".join(known))
    return {name: _read(known[name], value, where + name) for name, value in raw.items()}


def _read(fact: Fact, value: object, at: str) -> FactValue:
    if fact.kind is Kind.LIST:
        return _rows(fact, value, at)
    try:
        read = _READ[fact.kind](value)
    except (DeskError, ValueError):
        raise fact.refuse(at=at) from None
    fact.check(read, at)
    return read


def _rows(fact: Fact, value: object, at: str) -> list[Mapping[str, object]]:
    if not isinstance(value, list) or not all(isinstance(row, Mapping) for row in value):
        raise fact.refuse(at=at)
    columns = {column.name: column for column in fact.columns}
    return [_row(row, columns, f"{at}[{number}].") for number, row in enumerate(value, start=1)]


def _money(value: object) -> Money:
    if type(value) is str:
        return Money.typed(value)
    if type(value) is int:
        return Money.typed(str(value))
    return Money.typed(f"{_sane(value):f}")


def _number(value: object) -> Fraction:
    text = value.strip() if type(value) is str else str(value) if type(value) is int \
        else f"{_sane(value):f}"
    if not _NUMBER.match(text):
        raise ValueError(text)
    return Fraction(text)


def _sane(value: object) -> Decimal:
    """A decimal of a size that can be written out; anything else is of the wrong sort."""
    if not isinstance(value, Decimal) or not value.is_finite() or not -12 <= _exponent(value) <= 12:
        raise ValueError(str(value))
    return value


def _exponent(value: Decimal) -> int:
    return cast(int, value.as_tuple().exponent)


def _date(value: object) -> date:
    if type(value) is date:
        return value
    if type(value) is not str or not _DATE.match(value.strip()):
        raise ValueError(str(value))
    return date.fromisoformat(value.strip())


def _yes_no(value: object) -> bool:
    if type(value) is bool:
        return value
    answer = _ANSWERS.get(value.strip().lower()) if type(value) is str else None
    if answer is None:
        raise ValueError(str(value))
    return answer


def _text(value: object) -> str:
    if type(value) is not str:
        raise ValueError(str(value))
    return value.strip()


_READ: Mapping[Kind, Callable[[object], FactValue]] = {
    Kind.MONEY: _money, Kind.DATE: _date, Kind.NUMBER: _number, Kind.SHARE: _number,
    Kind.CHOICE: _text, Kind.YES_NO: _yes_no, Kind.TEXT: _text,
}
