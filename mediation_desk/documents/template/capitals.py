"""Amounts in Chinese capitals, as on cheques and agreements."""

from __future__ import annotations

from mediation_desk.domain.money import Money
from mediation_desk.domain.words import N_, DeskError


def capitals(amount: Money) -> str:
    """``30,264.00`` as ``叁万零贰佰陆拾肆元整``.

    Ends in 整 when there are no fen and no jiao, or when there are only jiao
    (Rules for Bills and Settlement Vouchers, Yinfa [1997] No. 393, annex 1). Raises DeskError
    for an amount below zero, which no agreement may promise.
    """
    import cn2an  # type: ignore[import-untyped]

    if amount.fen < 0:
        raise DeskError(N_("A negative amount, {amount}, cannot be written in capitals."),
                        amount=str(amount))
    yuan, cents = divmod(amount.fen, 100)
    jiao, fen = divmod(cents, 10)
    whole = cn2an.an2cn(str(yuan), "up") + "元" if yuan else ("" if cents else "零元")
    return whole + _cents(jiao, fen, bool(yuan)) + ("" if fen else "整")


def _cents(jiao: int, fen: int, after_yuan: bool) -> str:
    """Jiao and fen; a zero jiao before fen is written 零 when yuan stand before it (rule 5)."""
    digits = "零壹贰叁肆伍陆柒捌玖"
    tens = f"{digits[jiao]}角" if jiao else "零" if fen and after_yuan else ""
    return tens + (f"{digits[fen]}分" if fen else "")
