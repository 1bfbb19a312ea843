"""A referral in words: which part it is, where it lies and what came back."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.referral.referrals import Referral, told
from mediation_desk.gui.kit.words import tr, tr_count, tr_sentence


def part_words(one: Referral) -> str:
    """Which part it is; by its claims where nobody named it."""
    if one.whole:
        return tr("The whole matter")
    count = len(one.claims.split())
    return one.part or tr_count("{count} claim", "{count} claims", count)


def where_words(one: Referral, today: date) -> str:
    """Where it is, who has it there, and what came back, in full."""
    lines = [tr_sentence(told(one, today))]
    if one.received_on is not None:
        lines.append(" · ".join(filter(None, (tr("Received there on {day}", day=one.received_on),
                                              one.received_by, one.number_there))))
    if one.urged_on is not None:
        lines.append(tr("Asked for again on {day}", day=one.urged_on))
    if one.result:
        lines.append(tr("Result: {result}", result=one.result))
    return "\n".join(lines)
