"""An agreed penalty: that of the default clause, and any that the agreement's own words lay down."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from mediation_desk.domain.money import Money, total
from mediation_desk.domain.performance.ledger import Ledger
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.vocabulary import DefaultClause

_DIGITS = "零一二三四五六七八九"
_RULE = re.compile(
    r"任何一期款项(?:到期|逾期超过(?P<days>[零一二三四五六七八九十\d]{1,3})日)未足额支付的，"
    r"除应继续支付全部未付款项外，另向申请人支付违约金(?:人民币)?"
    r"(?P<yuan>\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(?P<fen>\d{1,2}))?元")
"""The rule of the library's clause ``liquidated-amount``; other words are quoted, and counted by nobody."""


@dataclass(frozen=True)
class Penalty:
    """A sum that is owed once as soon as any instalment was unpaid for more than so many ``days``."""

    days: int
    amount: Money


def penalty_in(text: str) -> Penalty | None:
    """The penalty that a term of the agreement lays down in the clause's own words; None for other words."""
    found = _RULE.search(text)
    days = _number(found["days"] or "零") if found else None
    if found is None or days is None:
        return None
    written = f"{found['yuan'].replace(',', '')}.{found['fen'] or '0'}"
    return Penalty(days, Money(int(Decimal(written) * 100)))


def of_default(agreement: Agreement) -> Penalty | None:
    """The penalty that was agreed as the consequence of default, beyond the days of grace (Civil Code, art.
    585); None where another consequence was."""
    if agreement.default_clause is not DefaultClause.PENALTY or agreement.penalty is None:
        return None
    return Penalty(agreement.grace_days, agreement.penalty)


def owed_since(penalty: Penalty, book: Ledger) -> date | None:
    """The day since which it is owed, by the ledger's day; None: every instalment was in time so far. What is
    paid later does not undo it."""
    return min((one.due_on + timedelta(days=penalty.days + 1) for one in book.instalments
                if one.days_late > penalty.days), default=None)


def owed(penalties: Iterable[Penalty], book: Ledger) -> Money:
    """What all of them come to on the ledger's day."""
    return total(one.amount for one in penalties if owed_since(one, book))


def _number(said: str) -> int | None:
    """Up to ninety-nine, in digits or in Chinese; None for what is no number."""
    if said.isdecimal():
        return int(said)
    tens, ten, ones = said.partition("十")
    if not ten:
        return _DIGITS.index(said) if len(said) == 1 and said in _DIGITS else None
    if any(len(one) > 1 or one not in _DIGITS for one in (tens, ones) if one):
        return None
    return (_DIGITS.index(tens) if tens else 1) * 10 + (_DIGITS.index(ones) if ones else 0)
