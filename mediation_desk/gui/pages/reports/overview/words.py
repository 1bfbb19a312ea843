"""Figures in words: a number with its unit, what it was counted of, and how it differs from another."""

from __future__ import annotations

from mediation_desk.domain.reports.figures import Figure, Unit
from mediation_desk.domain.words import N_
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.pages.filled.words import NOTHING, amount

UNITS = {Unit.CASES: N_("cases"), Unit.PEOPLE: N_("people"), Unit.MONEY: N_("yuan"), Unit.DAYS: N_("days"),
         Unit.SHARE: "%"}


def number(figure: Figure) -> str:
    """The figure's number, exact: ``1,234``, ``12,345.60``, ``45.45``; a dash where there is none."""
    return NOTHING if figure.value is None else amount(figure.unit, figure.value)


def unit(figure: Figure) -> str:
    """What it counts."""
    return tr(UNITS[figure.unit])


def called(figure: Figure) -> str:
    """What the figure is called; of days, how many of the cases came within them."""
    label = tr(figure.label)
    if figure.unit is not Unit.DAYS or figure.of is None:
        return label
    if figure.of[0] == 50:
        return tr("{label}, median", label=label)
    return tr("{label}, {percent} of 100 within", label=label, percent=figure.of[0])


def counted(figure: Figure) -> str:
    """A share's numerator and denominator, and what could not be counted."""
    told = []
    if figure.unit is Unit.SHARE and figure.of is not None:
        told.append(tr("{part} of {whole}", part=f"{figure.of[0]:,}", whole=f"{figure.of[1]:,}"))
    if figure.left_out:
        told.append(tr_count("{count} left out", "{count} left out", figure.left_out))
    return ", ".join(told)


def difference(now: Figure, then: Figure) -> str:
    """How the figure differs from that of another period, in words and numbers."""
    if now.value is None or then.value is None:
        return NOTHING
    more = now.value - then.value
    if not more:
        return tr("the same")
    size = amount(now.unit, abs(more))
    if now.unit is Unit.SHARE:
        return (tr("{size} points more", size=size) if more > 0 else tr("{size} points less", size=size))
    told = tr("{size} more", size=size) if more > 0 else tr("{size} less", size=size)
    return tr("{difference} ({percent})", difference=told, percent=_percent(more, then.value)) \
        if then.value else told


def _percent(more: int, then: int) -> str:
    """By how many percent, rounded half up to a tenth."""
    tenths = (abs(more) * 2000 + abs(then)) // (2 * abs(then))
    return f"{'+' if more > 0 else '−'}{tenths // 10:,}.{tenths % 10}%"


def definition(figure: Figure) -> str:
    """What the figure counts, with what was left out of it said."""
    told = tr("{label}: {definition}", label=called(figure), definition=tr(figure.definition))
    if figure.left_out:
        told += " " + tr_count("{count} is left out, for it is not known of it.",
                               "{count} are left out, for it is not known of them.", figure.left_out)
    return told
