"""Where the sides can meet, in words: a dimension's ends, gaps, distances, terms of a deal."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.mediation.full_zone import Dimension, FullZone, Reach, Verdict
from mediation_desk.domain.mediation.packages.package import Deal, Distance
from mediation_desk.domain.mediation.packages.trades import Break
from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.mediation.side import paid_in
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.words import tr, tr_count, tr_sentence, words

MEANINGS = {Verdict.OVERLAP: "agreed", Verdict.GAP: "disputed", Verdict.UNKNOWN: "missing"}


def end_word(dimension: Dimension, value: int) -> str:
    """An end of a dimension: an amount, a number of instalments, a day."""
    if dimension in (Dimension.AMOUNT, Dimension.FIRST_SHARE):
        return words().money(Money(value))
    if dimension is Dimension.LAST_DATE:
        return words().day(date.fromordinal(value))
    return size_word(dimension, value)


def size_word(dimension: Dimension, size: int) -> str:
    """A distance in a dimension: an amount, instalments, or days."""
    if dimension is Dimension.INSTALMENTS:
        return tr_count("{count} instalment", "{count} instalments", size)
    if dimension is Dimension.LAST_DATE:
        return tr_count("{count} day", "{count} days", size)
    return words().money(Money(size))


def side_word(zone: FullZone, dimension: Dimension, side: Side) -> str:
    """What a side said in a dimension; empty where it said nothing."""
    line, workers = zone.line(side), side is Side.APPLICANT
    if dimension is Dimension.INSTALMENTS:
        most = [tr("at most {count}", count=line.most)] if line.most is not None else []
        fewest = [tr("at least {count}", count=line.fewest)] if line.fewest is not None else []
        return str(words().shown([*fewest, *most]))
    if dimension is Dimension.LAST_DATE:
        if line.last_on is None:
            return ""
        return tr("by {day}", day=line.last_on) if workers else tr("not before {day}", day=line.last_on)
    amount = line.amount if dimension is Dimension.AMOUNT else line.first_share
    if amount is None:
        return ""
    return tr("not under {amount}", amount=amount) if workers else tr("not over {amount}", amount=amount)


def reach_state(reach: Reach) -> State:
    """Overlap, gap or unknown, as a chip."""
    said = {Verdict.OVERLAP: tr("Overlap"), Verdict.GAP: tr("Gap"), Verdict.UNKNOWN: tr("Not known")}
    return State(said[reach.verdict], MEANINGS[reach.verdict])


def reach_word(reach: Reach) -> str:
    """The range, the size of the gap, or whose word is missing."""
    if reach.verdict is Verdict.GAP:
        return tr("{size} apart", size=size_word(reach.dimension, reach.gap))
    if reach.missing:
        missing = [tr(side.label) for side in Side if side in reach.missing]
        return tr("not said by: {who}", who=missing)
    low = reach.low if reach.low is not None else None
    if low is None or reach.high is None:
        end = low if low is not None else reach.high
        if end is None:
            return tr("no limit")
        word = end_word(reach.dimension, end)
        return tr("from {end} on", end=word) if low is not None else tr("up to {end}", end=word)
    if low == reach.high:
        return tr("just {end}", end=end_word(reach.dimension, low))
    return tr("{low} to {high}", low=end_word(reach.dimension, low),
              high=end_word(reach.dimension, reach.high))


def deal_word(deal: Deal) -> str:
    """A deal in one line."""
    if len(deal.days) == 1:
        return tr("{amount}, all at once on {day}", amount=deal.total, day=deal.last_on)
    return tr("{amount}, {instalments}, {first} of it on {begin}, the last on {end}", amount=deal.total,
              instalments=paid_in(len(deal.days)), first=deal.first, begin=deal.days[0], end=deal.last_on)


def apart_word(one: Distance | None) -> str:
    """How far a deal lies from a mark in one dimension; nothing where the mark says nothing of it."""
    if one is None:
        return ""
    if not one.apart:
        return tr("no difference")
    size = size_word(one.dimension, abs(one.apart))
    if one.dimension is Dimension.LAST_DATE:
        return tr("{size} later", size=size) if one.apart > 0 else tr("{size} earlier", size=size)
    return tr("more by {size}", size=size) if one.apart > 0 else tr("less by {size}", size=size)


def by_mark(found: tuple[Distance, ...]) -> list[tuple[str, dict[Dimension, Distance]]]:
    """The distances from each mark, by dimension."""
    rows: dict[str, dict[Dimension, Distance]] = {}
    for one in found:
        rows.setdefault(tr_sentence(one.mark), {})[one.dimension] = one
    return list(rows.items())


def break_word(one: Break) -> str:
    """What of a side's line a trade leaves behind."""
    return tr("{side}, {what}: {size} outside the line", side=tr(one.side.label),
              what=tr(one.dimension.label), size=size_word(one.dimension, one.by))
