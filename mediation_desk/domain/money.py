"""Money as whole fen: no float ever touches an amount."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from mediation_desk.domain.text.plain import dashed, plain, ungrouped
from mediation_desk.domain.words import N_, DeskError

_TYPED = re.compile(r"^([+-]?)([0-9]+)(?:\.([0-9]*))?$")
_ORNAMENT = str.maketrans({"。": ".", " ": None, "¥": None, "元": None})  # once the width is plain
LONGEST = 40  # digits that are counted at all
LIMIT_FEN = 10**15  # ten trillion yuan: beyond any case, well inside a 64-bit column


@dataclass(frozen=True, order=True, slots=True)
class Money:
    """An amount in fen (1 yuan = 100 fen)."""

    fen: int = 0

    def __post_init__(self) -> None:
        if type(self.fen) is not int:
            raise TypeError(f"fen must be a whole number, not {type(self.fen).__name__}")

    @classmethod
    def typed(cls, text: str, *, field: str | None = None) -> Money:
        """Read what a person typed or pasted, in yuan: ``4300``, ``4,300.00``, ``￥4300.5``."""
        digits = ungrouped(dashed(plain(text)).translate(_ORNAMENT))
        found = _TYPED.match(digits)
        if not found:
            raise DeskError(N_("“{text}” is not an amount in yuan, such as 4300.00."),
                            field=field, text=text)
        sign, yuan, cents = found.groups()
        if len(cents or "") > 2:
            raise DeskError(N_("“{text}” has more than two decimals; an amount is exact to the fen."),
                            field=field, text=text)
        if len(yuan.lstrip("0")) > LONGEST:
            raise DeskError(N_("“{text}” is more than this program can hold."), field=field,
                            text=f"{text[:LONGEST]}…")
        fen = int(yuan) * 100 + int((cents or "").ljust(2, "0"))
        if fen > LIMIT_FEN:
            raise DeskError(N_("“{text}” is more than this program can hold."), field=field, text=text)
        return cls(-fen if sign == "-" else fen)

    @classmethod
    def payable(cls, text: str, *, field: str | None = None) -> Money:
        """The same for what is asked, owed or paid, which is never below zero."""
        amount = cls.typed(text, field=field)
        if amount.fen < 0:
            raise DeskError(N_("An amount here cannot be below zero."), field=field)
        return amount

    @classmethod
    def rounded(cls, fen: Fraction | Decimal | int) -> Money:
        """An exact number of fen rounded half up (away from zero), once, at the end of a sum."""
        exact = Fraction(fen)
        whole, rest = divmod(abs(exact), 1)
        size = int(whole) + (1 if rest >= Fraction(1, 2) else 0)
        return cls(-size if exact < 0 else size)

    @property
    def yuan(self) -> Fraction:
        """The exact amount in yuan."""
        return Fraction(self.fen, 100)

    def __add__(self, other: Money) -> Money:
        return Money(self.fen + other.fen)

    def __sub__(self, other: Money) -> Money:
        return Money(self.fen - other.fen)

    def __neg__(self) -> Money:
        return Money(-self.fen)

    def __mul__(self, factor: int) -> Money:
        return Money(self.fen * factor)

    def __bool__(self) -> bool:
        return self.fen != 0

    def plain(self) -> str:
        """Decimal yuan without separators, for files and machines: ``6725.33``."""
        sign = "-" if self.fen < 0 else ""
        yuan, cents = divmod(abs(self.fen), 100)
        return f"{sign}{yuan}.{cents:02d}"

    def __str__(self) -> str:
        """Decimal yuan with thousands separators, for people: ``6,725.33``."""
        sign = "-" if self.fen < 0 else ""
        yuan, cents = divmod(abs(self.fen), 100)
        return f"{sign}{yuan:,}.{cents:02d}"

    def split(self, weights: Sequence[int]) -> list[Money]:
        """Parts in proportion to ``weights``, by largest remainder, adding up exactly.

        Equal remainders go to the earlier part. Weights are whole and not negative, with at
        least one above zero.
        """
        parts = split_fen(abs(self.fen), weights)
        return [Money(-part if self.fen < 0 else part) for part in parts]


def split_fen(fen: int, weights: Sequence[int]) -> list[int]:
    """The same in bare fen, not below zero: for ledgers that split thousands of payments."""
    total = sum(weights)
    if total <= 0 or min(weights) < 0:
        raise ValueError("weights must not be negative, and one must be above zero")
    pairs = [divmod(fen * weight, total) for weight in weights]
    parts = [whole for whole, _ in pairs]
    left = fen - sum(parts)
    if left:
        remainders = [-remainder for _, remainder in pairs]
        for at in sorted(range(len(parts)), key=remainders.__getitem__)[:left]:  # stable: the earlier first
            parts[at] += 1
    return parts


ZERO = Money(0)


def total(amounts: Iterable[Money]) -> Money:
    """The exact sum, zero for none."""
    return Money(sum(amount.fen for amount in amounts))


def yuan(text: str) -> Money:
    """The amount that a decimal string in a data file means; a bad one is the file's fault."""
    amount = Decimal(text) * 100
    if amount != amount.to_integral_value():
        raise ValueError(f"{text!r} is finer than a fen")
    return Money(int(amount.to_integral_value(ROUND_HALF_UP)))
