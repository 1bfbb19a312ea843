"""The list of a bag on paper: what left with whom, or was handed over; for the file, or for its loss."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from mediation_desk.documents.views import leaving as views
from mediation_desk.domain.summary import CaseRow
from mediation_desk.domain.travel.register import Bag
from mediation_desk.domain.vocabulary import Status
from mediation_desk.domain.words import N_
from mediation_desk.library import titles
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import Paper, finished, heading, minute, on_one_line
from mediation_desk.services.travel import register
from mediation_desk.services.travel.register import BagLine
from mediation_desk.store.travel import register as kept


def bag_list(desk: Desk, bag_id: UUID) -> Paper:
    """携案清单 for preview and printing, or 案件移交清单 of a bag for another office; cases that the person
    may not see are only counted."""
    line = register.bag(desk, bag_id)
    with desk.reading() as work:
        rows = work.lists.rows(kept.cases_of(work, bag_id))
    words = Words.of(CHINESE)
    cases = tuple(_case(row, words) for row in sorted(rows, key=lambda row: row.number))
    return finished(desk, (_handed_over if line.office else _taken_along)(desk, line, cases))


def _taken_along(desk: Desk, line: BagLine, cases: tuple[views.BagCase, ...]) -> views.BagList:
    bag = line.bag
    return views.BagList(
        office=heading(desk), laptop=on_one_line(line.laptop), carrier=on_one_line(line.carrier),
        left_at=minute(desk, bag.left_at), standing=_standing(desk, bag, Words.of(CHINESE)), cases=cases,
        hidden=line.hidden, with_evidence=bag.with_evidence, made_on=desk.today, numbers=bag.numbers,
        lost_note=on_one_line(bag.lost_note))


def _handed_over(desk: Desk, line: BagLine, cases: tuple[views.BagCase, ...]) -> views.HandoverList:
    bag, words = line.bag, Words.of(CHINESE)
    standing = words.translate(N_("handed over")) if bag.is_out else _standing(desk, bag, words)
    return views.HandoverList(
        office=heading(desk), receiving=on_one_line(line.office),
        receiver=on_one_line(line.laptop), sender=on_one_line(line.carrier),
        left_at=minute(desk, bag.left_at), standing=standing,
        reason=on_one_line(bag.reason or ""), cases=cases, hidden=line.hidden,
        with_evidence=bag.with_evidence, made_on=desk.today, lost_note=on_one_line(bag.lost_note))


def _case(row: CaseRow, words: Words) -> views.BagCase:
    stands = row.station.label if row.status is Status.OPEN else row.status.label
    return views.BagCase(row.number, on_one_line(titles.of_row(words, row)),
                         on_one_line(row.cause), words.translate(stands))


def _standing(desk: Desk, bag: Bag, words: Words) -> str:
    if bag.lost_at is not None:
        return words.fill(N_("lost, {day}"), {"day": _day(desk, bag.lost_at)})
    if bag.home_at is not None:
        return words.fill(N_("home, {day}"), {"day": _day(desk, bag.home_at)})
    return words.translate(N_("on the road"))


def _day(desk: Desk, at: datetime) -> str:
    return f"{at.astimezone(desk.zone):%Y-%m-%d}"
