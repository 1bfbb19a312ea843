"""Facts that a claim is computed from: what each must be, and what is said when it is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import cast

from mediation_desk.domain.money import Money
from mediation_desk.domain.words import N_, DeskError, Sentence, say

FactValue = Money | date | Fraction | int | str | bool | Sequence[Mapping[str, object]]

EARLIEST, LATEST = date(1949, 10, 1), date(2199, 12, 31)
MOST = 10**9  # of any count: beyond any case, and a slip of the keyboard is told


class Kind(StrEnum):
    """What sort of thing a fact is."""

    MONEY = "money"
    DATE = "date"
    NUMBER = "number"
    SHARE = "share"
    CHOICE = "choice"
    YES_NO = "yes_no"
    TEXT = "text"
    LIST = "list"


EXPECTED: Mapping[Kind, str] = {
    Kind.MONEY: N_("an amount in yuan, not negative, such as 4300.00"),
    Kind.DATE: N_("a date such as 2024-10-31"),
    Kind.NUMBER: N_("a number, not negative, such as 3 or 2.5"),
    Kind.SHARE: N_("a share from 0 to 1, such as 0.30"),
    Kind.CHOICE: N_("one of the choices"),
    Kind.YES_NO: N_("yes or no"),
    Kind.TEXT: N_("a text"),
    Kind.LIST: N_("a list of rows"),
}


@dataclass(frozen=True, slots=True)
class Name:
    """What a fact is called: ``label`` on the screen, ``key`` in a file of facts."""

    label: Sentence
    key: Sentence | str

    @classmethod
    def of(cls, fact: Fact, row: Row | None = None) -> Name:
        """The fact's own, or that of a column in a row of a list."""
        if row is None:
            return cls(fact.label, fact.name)
        return cls(say(_IN_ROW, list=row.list.label, number=row.number, column=fact.label),
                   say(_IN_ROW, list=row.list.name, number=row.number, column=fact.name))


_IN_ROW = N_("{list}, row {number}: {column}")


class FactError(DeskError):
    """A fact that is missing or cannot be.

    ``fact`` is where it stands (``pay_items[3].amount`` within a list), which no person is shown:
    ``sentence`` names it as the screen does, ``in_file`` as a file of facts does. A particular that is
    a :class:`Name` or a :class:`Fact` (what it should be) is put into either form.
    """

    def __init__(self, sentence: str, *, at: str, **particulars: object) -> None:
        super().__init__(sentence, field=at.partition("[")[0], **_on_screen(particulars))
        self.fact = at
        self.in_file = say(sentence, **_in_file(particulars))

    def __str__(self) -> str:
        """For logs and tests: the place, then the sentence."""
        return f"{self.fact}: {self.in_file}"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: ``choices`` of a choice, ``columns`` of a list's rows, the ``needed`` columns."""

    name: str
    kind: Kind
    label: Sentence
    choices: tuple[str, ...] = ()
    columns: tuple[Fact, ...] = ()
    needed: bool = False

    @property
    def expected(self) -> Sentence:
        """What the fact should be, in words."""
        return say(EXPECTED[self.kind])

    @property
    def expected_in_file(self) -> Sentence:
        """The same for one who writes the fact into a file: a choice by its keys."""
        if not self.choices:
            return self.expected
        return say(N_("one of: {choices}"), choices=", ".join(self.choices))

    def check_is_rows(self, value: object) -> None:
        """Refuse a list that is none, or that has no row."""
        wrong = _list_wrong(self, value)
        if wrong is not None:
            raise refused(self, wrong)

    def check(self, value: object, row: Row | None = None) -> None:
        """Refuse a value of the wrong sort or out of range, saying what is wrong with it."""
        wrong = _WRONG[self.kind](self, value)
        if wrong is not None:
            raise refused(self, wrong, row)
        if self.kind is Kind.LIST:
            self._check_rows(cast(Sequence[Mapping[str, object]], value))

    def _check_rows(self, rows: Sequence[Mapping[str, object]]) -> None:
        for number, row in enumerate(rows, start=1):
            for column in self.columns:
                value = row.get(column.name)
                if value is not None:
                    column.check(value, Row(self, number))
                elif column.needed:
                    raise missing(column, Row(self, number))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list fact, counted from one."""

    list: Fact
    number: int

    def at(self, column: str) -> str:
        """Where a column of it stands: ``pay_items[3].amount``."""
        return f"{self.list.name}[{self.number}].{column}"


def refused(fact: Fact, wrong: Sentence, row: Row | None = None) -> FactError:
    """The error that says what this fact should be, and what is wrong with what was given."""
    return FactError(N_("“{fact}” should be {expected}. {wrong}"), at=_where(fact, row),
                     fact=Name.of(fact, row), expected=fact, wrong=wrong)


def missing(fact: Fact, row: Row | None = None) -> FactError:
    """The error for a needed fact that is not there."""
    return FactError(N_("“{fact}” is missing; it should be {expected}."), at=_where(fact, row),
                     fact=Name.of(fact, row), expected=fact)


def _where(fact: Fact, row: Row | None) -> str:
    return row.at(fact.name) if row else fact.name


def _on_screen(particulars: Mapping[str, object]) -> dict[str, object]:
    return _put(particulars, lambda name: name.label, lambda fact: fact.expected)


def _in_file(particulars: Mapping[str, object]) -> dict[str, object]:
    return _put(particulars, lambda name: name.key, lambda fact: fact.expected_in_file)


def _put(particulars: Mapping[str, object], named: Callable[[Name], object],
         expected: Callable[[Fact], object]) -> dict[str, object]:
    return {key: named(value) if isinstance(value, Name)
            else expected(value) if isinstance(value, Fact) else value for key, value in particulars.items()}


NOT_A_NUMBER = N_("“{value}” is not a number.")
BELOW_ZERO = N_("“{value}” is below zero.")
TOO_LARGE = N_("That is too large.")


def _money_wrong(_fact: Fact, value: object) -> Sentence | None:
    if type(value) is not Money:
        return say(NOT_A_NUMBER, value=value)
    return say(BELOW_ZERO, value=value.plain()) if value.fen < 0 else None


def _date_wrong(_fact: Fact, value: object) -> Sentence | None:
    if type(value) is not date:
        return say(N_("“{value}” is not a date."), value=value)
    if EARLIEST <= value <= LATEST:
        return None
    return say(N_("{value} does not lie between {first} and {last}."), value=value, first=EARLIEST,
               last=LATEST)


def _number_wrong(_fact: Fact, value: object) -> Sentence | None:
    if type(value) is not Fraction and type(value) is not int:
        return say(NOT_A_NUMBER, value=value)
    if value < 0:
        return say(BELOW_ZERO, value=value)
    return say(TOO_LARGE) if value > MOST else None


def _share_wrong(fact: Fact, value: object) -> Sentence | None:
    wrong = _number_wrong(fact, value)
    if wrong is None and cast(Fraction, value) > 1:
        return say(N_("That is more than the whole."))
    return wrong


def _list_wrong(_fact: Fact, value: object) -> Sentence | None:
    rows = (isinstance(value, Sequence) and not isinstance(value, str)
            and all(isinstance(row, Mapping) for row in value))
    if not rows:
        return say(N_("These are not rows."))
    return None if value else say(N_("There is no row in it."))


_WRONG: Mapping[Kind, Callable[[Fact, object], Sentence | None]] = {
    Kind.MONEY: _money_wrong, Kind.DATE: _date_wrong, Kind.NUMBER: _number_wrong, Kind.SHARE: _share_wrong,
    Kind.LIST: _list_wrong,
    Kind.CHOICE: lambda fact, value: None if value in fact.choices
    else say(N_("“{value}” is not among them."), value=value),
    Kind.YES_NO: lambda _, value: None if type(value) is bool
    else say(N_("“{value}” is neither."), value=value),
    Kind.TEXT: lambda _, value: None if type(value) is str else say(N_("“{value}” is none."), value=value),
}
