"""The lines of a bank's statement: read whole, or told with their row and why they cannot be read."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mediation_desk.domain import dates
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.payments.statements.columns import Layout, Meaning, Whose
from mediation_desk.domain.text.codes import canonical
from mediation_desk.domain.text.findable import findable
from mediation_desk.domain.text.names import person
from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.words import N_, DeskError

NOTHING = frozenset({"", "-", "--", "—", "/", "0.00", "0"})
_OUT = frozenset({"借", "借方", "借记", "d", "dr", "debit", "支出", "支", "出", "付", "付款", "转出", "out",
                  "往账", "付出", "支取", "出账"})
_IN = frozenset({"贷", "贷方", "贷记", "c", "cr", "credit", "收入", "收", "入", "进", "收款", "转入", "in",
                 "来账", "存入", "入账"})
_TIME = re.compile(r"(?:[t\s]+|(?<=[日号]))\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?秒?)?分?$",
                   re.IGNORECASE)
_SOLID = re.compile(r"((?:19|20)\d{6})[ -]?\d{6}")
_CURRENCY = re.compile(r"^(?:cny|rmb|人民币)\s*|\s*(?:cny|rmb|人民币)$", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """Money that moved. ``row``: where it stands in the file, counted from 1; ``amount`` is above zero.

    ``fingerprint``: the SHA-256 of what it says and of its running number among lines that say the same.
    """

    row: int
    day: date
    amount: Money
    outgoing: bool
    name: str = ""
    account: str = ""
    reference: str = ""
    serial: str = ""
    fingerprint: str = ""


@dataclass(frozen=True)
class Unread:
    """A row that is no line, or cannot be read with certainty."""

    row: int
    text: str
    why: DeskError


@dataclass(frozen=True)
class Statement:
    """The lines of the wanted direction. ``passed_over``: how many went the other way; ``unmarked``:
    nothing said which way the amounts went, so that all were taken to go the wanted one."""

    lines: tuple[Line, ...]
    unread: tuple[Unread, ...]
    passed_over: int = 0
    unmarked: bool = False


def read_lines(rows: Sequence[Sequence[str]], head_at: int, layout: Layout, whose: Whose) -> Statement:
    """All rows beneath the headings (``head_at`` counted from 0); empty ones are none."""
    reader = _Reader(rows, head_at, layout, whose)
    lines: list[Line] = []
    unread: list[Unread] = []
    for at in range(head_at + 1, len(rows)):
        if any(cell.strip() for cell in rows[at]):
            try:
                lines.append(reader.line(at))
            except DeskError as why:
                told = " ".join(filter(None, map(str.strip, rows[at])))
                unread.append(Unread(at + 1, told, why))
    wanted = whose is Whose.PAYER
    marked = list(_fingerprinted(lines))
    return Statement(tuple(one for one in marked if one.outgoing is wanted), tuple(unread),
                     sum(one.outgoing is not wanted for one in marked), reader.unmarked)


def _fingerprinted(lines: Sequence[Line]) -> Iterator[Line]:
    """Each line with its fingerprint; lines that say the same are told apart by their number."""
    seen: Counter[str] = Counter()
    for line in lines:
        said = _said(line)
        seen[said] += 1
        digest = hashlib.sha256(f"{said}\x1f{seen[said]}".encode()).hexdigest()
        yield replace(line, fingerprint=digest)


def _said(line: Line) -> str:
    """What a line says, however it is written; where the bank numbered it, not what it was for: another
    list of the same bank may leave that out."""
    return "\x1f".join((line.day.isoformat(), str(line.amount.fen), str(line.outgoing), findable(line.name),
                        canonical(line.account), canonical(line.serial) or findable(line.reference)))


class _Reader:
    """Reads the rows of one statement."""

    def __init__(self, rows: Sequence[Sequence[str]], head_at: int, layout: Layout, whose: Whose) -> None:
        self._rows, self._head_at = rows, head_at
        self._places = layout.places(rows[head_at]) if rows else {}
        self._wanted_out = whose is Whose.PAYER
        self._minus_out = self._all_below_zero()
        amounts = [plain(self._cell(at, Meaning.AMOUNT)) for at in range(head_at + 1, len(rows))]
        signed = any(one.startswith("-") and one not in NOTHING for one in amounts)
        self._signed = signed and Meaning.MARK not in self._places
        self.unmarked = Meaning.AMOUNT in self._places and Meaning.MARK not in self._places and not signed \
            and not {Meaning.IN, Meaning.OUT} & set(self._places)

    def line(self, at: int) -> Line:
        """The line of a row; DeskError says why there is none."""
        day = _day(self._cell(at, Meaning.DAY))
        amount, outgoing = self._moved(at)
        reference = " ".join(dict.fromkeys(filter(None, self._cells(at, Meaning.REFERENCE))))
        return Line(at + 1, day, amount, outgoing, person(self._cell(at, Meaning.NAME)),
                    self._cell(at, Meaning.ACCOUNT), reference, self._cell(at, Meaning.SERIAL))

    def _cells(self, at: int, meaning: Meaning) -> list[str]:
        row = self._rows[at]
        return [row[place].strip() for place in self._places.get(meaning, ()) if place < len(row)]

    def _cell(self, at: int, meaning: Meaning) -> str:
        return next(iter(self._cells(at, meaning)), "")

    def _mark(self, at: int) -> str:
        return plain(self._cell(at, Meaning.MARK)).casefold()

    def _all_below_zero(self) -> bool:
        """Whether the money that goes out is written below zero throughout, as some banks do; what comes in
        is never written so."""
        by_mark = Meaning.MARK in self._places and Meaning.OUT not in self._places
        amount = Meaning.AMOUNT if by_mark else Meaning.OUT
        told = [plain(self._cell(at, amount)) for at in range(self._head_at + 1, len(self._rows))
                if not by_mark or self._mark(at) in _OUT]
        amounts = [one for one in told if one not in NOTHING]
        return bool(amounts) and all(one.startswith("-") for one in amounts)

    def _moved(self, at: int) -> tuple[Money, bool]:
        """How much, and whether it went out."""
        if not {Meaning.IN, Meaning.OUT} & set(self._places):
            return self._by_mark(at)
        out, in_ = (self._of(at, Meaning.OUT, minus=self._minus_out),
                    self._of(at, Meaning.IN, minus=False))
        if out and in_:
            raise DeskError(N_("This row has an amount going out and one coming in."))
        if not out and not in_:
            raise DeskError(N_("There is no amount in this row."))
        return (out, True) if out else (in_, False)

    def _of(self, at: int, meaning: Meaning, *, minus: bool) -> Money:
        text = self._cell(at, meaning)
        if plain(text) in NOTHING:
            return ZERO
        amount = _amount(text)
        if minus:
            return -amount
        if amount < ZERO:
            raise DeskError(N_("“{text}” is below zero; it may take back an earlier line."), text=text)
        return amount

    def _by_mark(self, at: int) -> tuple[Money, bool]:
        text, mark = self._cell(at, Meaning.AMOUNT), self._mark(at)
        amount = ZERO if plain(text) in NOTHING else _amount(text)
        if not amount:
            raise DeskError(N_("There is no amount in this row."))
        if Meaning.MARK not in self._places:
            outgoing = amount < ZERO if self._signed else self._wanted_out
            return (-amount if amount < ZERO else amount), outgoing
        if mark not in _OUT | _IN:
            raise DeskError(N_("“{mark}” does not say whether the money came in or went out."), mark=mark)
        outgoing = mark in _OUT
        if amount < ZERO and not (outgoing and self._minus_out):
            raise DeskError(N_("“{text}” is below zero; it may take back an earlier line."), text=text)
        return (-amount if amount < ZERO else amount), outgoing


def _amount(text: str) -> Money:
    return Money.typed(_CURRENCY.sub("", plain(text)))


def _day(text: str) -> date:
    """The day, without the time of day that banks add."""
    written = plain(text)
    solid = _SOLID.fullmatch(written)
    day = dates.read(solid[1] if solid else _TIME.sub("", written))
    if day is None:
        raise DeskError(N_("There is no day in this row."))
    return day
