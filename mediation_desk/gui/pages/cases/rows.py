"""The columns of the list of cases, and how its rows are fetched a page at a time."""

from __future__ import annotations

import math
import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from uuid import UUID

from PySide6.QtGui import QFontMetricsF

from mediation_desk.domain.listing import SORTABLE, CaseFilter
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.sites import chosen
from mediation_desk.domain.summary import CaseRow
from mediation_desk.domain.travel.register import Away
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Answer, Ask, Column, Kind
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.away import away_brief
from mediation_desk.gui.pages.states import clock_state, due_state, station_state
from mediation_desk.gui.pages.titles import case_title
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.travel import register

AWAY, SITE = "away", "site"


def columns(desk: Desk, mediators: Mapping[UUID, str],
            away: Mapping[UUID, Sequence[Away]] = MappingProxyType({}),
            sites: Mapping[UUID, str] = MappingProxyType({})) -> list[Column]:
    """Number, who, where it stands, what about, how long, how much, whose, at which site, and with whom on
    the road. Keys are what can be sorted by."""
    return [
        Column("number", tr("Case number"), lambda row: row.number, width=_number_width(desk), whole=True),
        Column("first_applicant", tr("Parties"), case_title, width=34, stretch=True),
        Column("station", tr("Station"), station_state, Kind.STATE, width=13),
        Column("cause", tr("Cause"), lambda row: row.cause, width=22, sortable=False, yields=1),
        Column("clock_on", tr("Next period"), lambda row: clock_state(row, desk.today), Kind.STATE, width=12),
        Column("next_due_on", tr("Next due"), lambda row: due_state(row, desk.today), Kind.STATE, width=12),
        Column("claimed", tr("Claimed"), lambda row: _figure(row.claimed), Kind.MONEY, width=11, yields=3),
        Column("agreed", tr("Settled"), lambda row: _figure(row.agreed), Kind.MONEY, width=11, yields=4),
        Column("outstanding", tr("Owed"), lambda row: _figure(row.outstanding), Kind.MONEY, width=11,
               yields=2),
        Column("mediator", tr("Mediator"), partial(_mediator, mediators), width=7, sortable=False, yields=5),
        Column(SITE, tr("Site"), lambda row: sites.get(chosen(row.site_id), ""), width=12, sortable=False,
               yields=6),
        Column(AWAY, tr("On the road"),
               lambda row: away_brief(away.get(row.case_id, ()), desk.today, desk.zone), width=16,
               sortable=False),
    ]


def _number_width(desk: Desk) -> int:
    """How many Latin letters a number of the office's pattern takes up, with room for five digits."""
    metrics = QFontMetricsF(look().font())
    example = desk.settings.number_pattern + "0"
    return math.ceil(metrics.horizontalAdvance(example) / metrics.horizontalAdvance("0"))


def _figure(amount: Money) -> Money | None:
    """An amount; nothing where there is none, so that the eye finds those that are."""
    return None if amount == ZERO else amount


def _mediator(mediators: Mapping[UUID, str], row: CaseRow) -> str:
    """Whose case it is; where there is but one mediator, nobody asks, and others need the room."""
    return mediators.get(row.mediator_id, "") if len(mediators) > 1 else ""


class Fetch:
    """Fetches pages of one filtered list, on reader threads; counts once, until told to forget. With whom
    the cases of a page are on the road is noted in ``away``, in one query a page.

    ``drop`` makes what is still waiting its turn come back empty at once: nobody looks at it any more.
    """

    def __init__(self, desk: Desk, wanted: CaseFilter,
                 away: dict[UUID, Sequence[Away]] | None = None) -> None:
        self._desk, self._wanted = desk, wanted
        self._away = {} if away is None else away
        self._total: int | None = None
        self._dropped = threading.Event()

    def drop(self) -> None:
        """Another list is wanted."""
        self._dropped.set()

    def forget(self) -> None:
        """Count anew: a case changed."""
        self._total = None

    def __call__(self, ask: Ask) -> Answer:
        """The rows asked for, and how many there are in all."""
        if self._dropped.is_set():
            return Answer(0, ())
        total = self._total
        if total is None:
            total = self._total = reading.count(self._desk, self._wanted)
        if self._dropped.is_set():
            return Answer(total, ())
        rows = reading.page(self._desk, self._sorted(ask), ask.offset, ask.limit)
        keys = [row.case_id for row in rows]
        self._away.update(dict.fromkeys(keys, ()) | dict(register.away(self._desk, keys)))
        return Answer(total, rows)

    def _sorted(self, ask: Ask) -> CaseFilter:
        if ask.sort not in SORTABLE:
            return self._wanted
        return replace(self._wanted, sort=ask.sort, descending=ask.descending)
