"""Answers what a statistical form asks, and finds the cases behind its cells."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, func, select

from mediation_desk.domain.reports.forms.asking import Ask, day_of
from mediation_desk.domain.reports.forms.counting import Groups
from mediation_desk.domain.reports.forms.dimensions import COLLECTIVE, COLUMNS, KEYS
from mediation_desk.domain.reports.forms.filled import Behind
from mediation_desk.domain.reports.forms.form import ASKED, FLAGS, Moment
from mediation_desk.domain.reports.matters import Matters
from mediation_desk.domain.reports.period import DAY, Period
from mediation_desk.domain.reports.totals import Event
from mediation_desk.domain.text.findable import findable
from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.store.reading.figures.conditions import (
    DAY_OF,
    All,
    Among,
    Between,
    Condition,
    Either,
    Known,
    Not,
    OpenOn,
    Visited,
    happened,
)
from mediation_desk.store.reading.figures.tallies import Tallies
from mediation_desk.store.tables.cases import parties
from mediation_desk.store.tables.reports import case_facts

OPEN = frozenset({Moment.OPEN_START, Moment.OPEN_END})


def answer(tallies: Tallies, ask: Ask) -> Groups:
    """What was asked, counted once."""
    if ask.moment in OPEN:
        return tallies.open_at(day_of(ask), ask.names)
    if ask.moment in ASKED:
        return tallies.asked(ASKED[ask.moment], ask.window.since, ask.window.until, ask.names)
    return tallies.of(Event(ask.moment.value), ask.window.since, ask.window.until, ask.names)


def answer_most(tallies: Tallies, ask: Ask) -> Groups:
    """The most that one case has in it."""
    if ask.moment in OPEN:
        return tallies.most_open_at(day_of(ask), ask.names)
    if ask.moment in ASKED:
        return {}
    return tallies.most(Event(ask.moment.value), ask.window.since, ask.window.until, ask.names)


def cases_behind(tallies: Tallies, behind: Behind, matters: Matters, offset: int,
                 limit: int | None) -> list[UUID]:
    """The cases that a cell counts, the latest first, a page at a time; no ``limit``: all."""
    those, day = _those(behind)
    where = tuple(one for one in behind.where if behind.moment not in ASKED or one[0] not in FLAGS)
    return tallies.cases(All(those, *(_condition(name, values, matters) for name, values in where)), day,
                         offset, limit)


def _those(behind: Behind) -> tuple[Condition, str]:
    period = behind.period
    if behind.moment in OPEN:
        day = period.since - DAY if behind.moment is Moment.OPEN_START else period.until
        return OpenOn(day), "received_on"
    if behind.moment in ASKED:
        answers = [value == "true" for name, values in behind.where if name in FLAGS for value in values]
        return Visited(period.since, period.until,
                       {ASKED[behind.moment]: tuple(answers or (True, False))}), "visited_on"
    event = Event(behind.moment.value)
    return happened(event, period.since, period.until, {}), DAY_OF[event]


def _condition(name: str, values: Sequence[str], matters: Matters) -> Condition:
    if name == "matter":
        return Either(*(_is_matter(value, matters) for value in values))
    if name in FLAGS or name == COLLECTIVE:
        return Among(name, [value == "true" for value in values])
    (column,) = COLUMNS[name]
    return Among(column, [UUID(value) for value in values] if name in KEYS else list(values))


def _is_matter(value: str, matters: Matters) -> Condition:
    """Its claims, or where the claim has no matter its causes; of the rest, neither of any."""
    matter = next(one for one in matters.all if one.id == value)
    unclaimed = Not(Among("claim", sorted(matters.claims)))
    if matter.rest:
        return All(unclaimed, Not(Among("cause", sorted(matters.causes))))
    return Either(Among("claim", sorted(matter.claims)),
                  All(unclaimed, Among("cause", sorted(matter.causes))))


def company_names(connection: Connection, keys: Sequence[str]) -> dict[str, str]:
    """What companies are called that facts know as they are compared: as the latest case writes it."""
    latest = select(func.max(case_facts.c.seq)).where(case_facts.c.company.in_(list(keys))).group_by(
        case_facts.c.company)
    query = (select(case_facts.c.company, parties.c.name)
             .join(parties, parties.c.case_id == case_facts.c.case_id)
             .where(case_facts.c.seq.in_(latest), parties.c.kind == PartyKind.ORGANISATION,
                    parties.c.role == Role.RESPONDENT, parties.c.removed_at.is_(None)))
    return {company: name for company, name in connection.execute(query) if findable(name) == company}


def touched_by(period: Period) -> Condition:
    """The cases to which anything happened in the period, or that were open during it; of several orders one
    may have been visited then, and another after it."""
    days = (Between(name, period.since, period.until) for name in (*DAY_OF.values(), "visited_on"))
    later = All(Known("asked"), Between("visited_on", period.until, None))
    still = Either(Not(Known("closed_on")), Between("closed_on", period.since, None))
    return Either(*days, later, All(Between("received_on", None, period.until), still))
