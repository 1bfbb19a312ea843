"""The lines of the list of referrals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mediation_desk.gui.case.referral.states import referral_state
from mediation_desk.gui.case.referral.words import part_words
from mediation_desk.gui.kit.tables.table import Column, Kind
from mediation_desk.gui.kit.words import tr


def columns(today: Callable[[], date]) -> list[Column]:
    """To whom, which part, since when and until when, how far, and the letter's own number."""
    return [Column("office", tr("Receiving office"), lambda one: one.office, width=22, stretch=True),
            Column("part", tr("Part referred"), part_words, width=24),
            Column("handed_on", tr("Handed over on"), lambda one: one.handed_on, Kind.DATE, width=12),
            Column("due_on", tr("Answer asked for by"), lambda one: one.due_on, Kind.DATE, width=12),
            Column("state", tr("How far"), lambda one: referral_state(one, today()), Kind.STATE, width=18),
            Column("back", tr("Came back on"), lambda one: one.answered_on or one.returned_on, Kind.DATE,
                   width=12, yields=2),
            Column("number", tr("Letter of referral"), lambda one: one.number, width=24, yields=3)]
