"""Keeps a case's facts and the day's totals with every change, in the transaction of the change itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import fields
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update
from sqlalchemy.orm import Session as OrmSession

from mediation_desk.domain.agenda import ACCELERATED, INSTALMENT, VISITS
from mediation_desk.domain.case import Case
from mediation_desk.domain.reports.facts import CaseFacts, facts
from mediation_desk.domain.reports.totals import (
    MEASURES,
    NOTHING,
    Dim,
    Event,
    Grain,
    Key,
    Sums,
    Totals,
    moved,
    of_case,
)
from mediation_desk.domain.summary import owed, visits_to_make
from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.reading.figures.packed.loose import loosen
from mediation_desk.store.tables.cases import LISTED, agreements, cases, orders
from mediation_desk.store.tables.desk import agenda_rows
from mediation_desk.store.tables.reports import case_facts, day_totals, figures_form

FORM = 6  # of what is kept: raised whenever facts, totals or what is owed change their meaning, and all of
# it is counted anew
FACTS_SINCE = 4  # from this form on facts and what is owed are as now: totals alone are added up anew
TOTALS_SINCE = 5  # from this form on totals are as now, but for those of more than one fact, which go
TURN = 0x6661_6374  # of the office's figures, while one desk counts them anew and the others wait
FOLD_FROM = 2_000  # fresh rows of totals, from which on they are put together
AT_ONCE = 500  # cases
KEYS_AT_ONCE = 5_000  # cases of which only the keys are read
FACTS = tuple(one.name for one in fields(CaseFacts))
KEY = ("day", "event", "dim", "value", "outcome", "collective", "flag", "days", "grain")


def keep(connection: Connection, case: Case) -> None:
    """Keep the case's facts, and add what they changed to the totals.

    Totals are added as rows of their own, so that writers of different cases never wait for each other.
    """
    now = facts(case)
    found = connection.execute(select(case_facts.c.seq, *(case_facts.c[name] for name in FACTS))
                               .where(case_facts.c.case_id == case.id)).one_or_none()
    before = None if found is None else as_facts(found)
    if found is None:
        made = connection.execute(insert(case_facts).values(_columns(now)).returning(case_facts.c.seq))
        loosen(connection, [made.scalar_one()])
    else:
        loosen(connection, [found.seq])  # even as it was: saved again it counts, whatever is packed of it
        if before == now:
            return
        changed = {name: value for name, value in _columns(now).items() if getattr(before, name) != value}
        connection.execute(update(case_facts).where(case_facts.c.case_id == case.id).values(changed))
    add(connection, moved(before, now), folded=False)


def keep_new(connection: Connection, cases: Sequence[Case]) -> None:
    """The same for cases of which nothing is kept yet, all in one."""
    told, totals = [facts(case) for case in cases], dict[Key, Sums]()
    made = connection.scalars(insert(case_facts).returning(case_facts.c.seq), [_columns(one) for one in told])
    loosen(connection, made.all())
    counted(totals, told)
    add(connection, {key: sums for key, sums in totals.items() if sums != NOTHING}, folded=False)


def as_facts(row: Row[Any]) -> CaseFacts:
    """A row of the table as facts."""
    return CaseFacts(**{name: getattr(row, name) for name in FACTS})


def _columns(told: CaseFacts) -> dict[str, Any]:
    return {name: getattr(told, name) for name in FACTS}


def add(connection: Connection, totals: Totals, *, folded: bool) -> None:
    """Add to the totals; ``folded``: nothing else is there of their days."""
    rows = [{name: getattr(key, name) for name in KEY} | {name: getattr(sums, name) for name in MEASURES}
            | {"folded": folded} for key, sums in totals.items()]
    if rows:
        connection.execute(insert(day_totals), rows)


# Put together


def fold(engine: Engine) -> int:
    """Put the totals' fresh rows together with those of their days; how many there were. What is read does
    not change by it, and nobody waits for it but another who does the same. Where one is of something that
    there is not they stay as they are: the verification names it, and a backup comes after this."""
    with engine.connect().execution_options(reading=True) as connection:
        fresh = select(func.count()).select_from(day_totals).where(day_totals.c.folded.is_(False))
        if connection.execute(fresh).scalar_one() < FOLD_FROM:
            return 0
    with suppress(ValueError), engine.begin() as connection:
        days = list(connection.scalars(
            select(day_totals.c.day).where(day_totals.c.folded.is_(False)).distinct()))
        gone = [row for at in range(0, len(days), AT_ONCE) for row in connection.execute(
            delete(day_totals).where(day_totals.c.day.in_(days[at:at + AT_ONCE])).returning(day_totals))]
        add(connection, summed(gone), folded=True)
        return len(gone)
    return 0


def summed(rows: Iterable[Row[Any]]) -> Totals:
    """What rows of totals add up to; what comes to nothing is left out."""
    found: dict[Key, Sums] = {}
    for row in rows:
        key = key_of(row)
        found[key] = found.get(key, NOTHING) + _sums(row)
    return {key: sums for key, sums in found.items() if sums != NOTHING}


def key_of(row: Row[Any]) -> Key:
    """Which total a row is of."""
    return Key(row.day, Event(row.event), Dim(row.dim), row.value, row.outcome, row.collective, row.flag,
               row.days, Grain(row.grain))


def _sums(row: Row[Any]) -> Sums:
    return Sums(*(int(getattr(row, name)) for name in MEASURES))


# Counted anew


def bring_up_to_date(engine: Engine) -> None:
    """Count every case where an older program left the figures in an older form."""
    with engine.connect() as connection:
        if _form(connection) >= FORM:
            return
    from mediation_desk.store.reading.figures.packed.packing import pack_anew  # loads numpy

    with engine.begin() as connection:
        database_of(connection).wait_turn(connection, TURN)
        if (form := _form(connection)) < FORM:
            if form < FACTS_SINCE:
                count_anew(connection)
            else:
                _note_answers(connection)
                if form < TOTALS_SINCE:
                    add_up_anew(connection)
            connection.execute(delete(day_totals).where(day_totals.c.dim.not_in(list(Dim))))
            pack_anew(connection)
            connection.execute(delete(figures_form))
            connection.execute(insert(figures_form).values(form=FORM))


def _form(connection: Connection) -> int:
    found = connection.execute(select(figures_form.c.form)).scalar()
    return int(found) if found is not None else 0


def count_anew(connection: Connection) -> None:
    """Keep the facts of every case, and their totals, as they are."""
    connection.execute(delete(case_facts))
    keys = list(connection.scalars(select(cases.c.id).order_by(cases.c.id)))
    totals: dict[Key, Sums] = {}
    for at in range(0, len(keys), AT_ONCE):
        told = facts_of(connection, keys[at:at + AT_ONCE])
        connection.execute(insert(case_facts), [_columns(one) for one in told])
        counted(totals, told)
        file_owed(connection, keys[at:at + AT_ONCE])
    _replace(connection, totals)


def _note_answers(connection: Connection) -> None:
    """Note what was said of the orders of cases that have any."""
    keys = list(connection.scalars(select(orders.c.case_id).distinct().order_by(orders.c.case_id)))
    for at in range(0, len(keys), AT_ONCE):
        for told in facts_of(connection, keys[at:at + AT_ONCE]):
            if told.asked is not None:
                connection.execute(update(case_facts).where(case_facts.c.case_id == told.case_id)
                                   .values(asked=told.asked))


def add_up_anew(connection: Connection) -> None:
    """Keep the totals of the facts as they are kept."""
    totals: dict[Key, Sums] = {}
    every = select(*(case_facts.c[name] for name in FACTS)).execution_options(yield_per=AT_ONCE)
    counted(totals, map(as_facts, connection.execute(every)))
    _replace(connection, totals)


def _replace(connection: Connection, totals: Totals) -> None:
    connection.execute(delete(day_totals))
    add(connection, {key: sums for key, sums in totals.items() if sums != NOTHING}, folded=True)


def file_owed(connection: Connection, keys: Sequence[UUID]) -> None:
    """Put the open instalments of these cases into the agenda as they are owed, and the visits to make."""
    connection.execute(delete(agenda_rows).where(agenda_rows.c.case_id.in_(keys),
                                                 agenda_rows.c.kind.in_((INSTALMENT, ACCELERATED, *VISITS))))
    with OrmSession(connection, autoflush=False, join_transaction_mode="create_savepoint") as session:
        agreed = select(agreements.c.case_id).where(agreements.c.signed_on.is_not(None),
                                                    agreements.c.case_id.in_(keys))
        rows = [dict(vars(row)) for case in session.scalars(select(Case).options(*LISTED).where(
            cases.c.id.in_(agreed))) for row in (*owed(case), *visits_to_make(case))]
    if rows:
        connection.execute(insert(agenda_rows), rows)


def facts_of(connection: Connection, keys: Sequence[UUID]) -> list[CaseFacts]:
    """The facts of these cases as they are, whatever is kept; all of them at once, for what is written before
    the last is read would go with the savepoint that they are read in."""
    with OrmSession(connection, autoflush=False, join_transaction_mode="create_savepoint") as session:
        return [facts(case) for case in session.scalars(select(Case).options(*LISTED).where(
            cases.c.id.in_(keys)))]


def cases_of(connection: Connection, facts: Sequence[int]) -> dict[int, UUID]:
    """The cases that facts with these running numbers are of, as far as there are any."""
    found: dict[int, UUID] = {}
    for at in range(0, len(facts), KEYS_AT_ONCE):
        rows = select(case_facts.c.seq, case_facts.c.case_id).where(
            case_facts.c.seq.in_(facts[at:at + KEYS_AT_ONCE]))
        found |= {row.seq: row.case_id for row in connection.execute(rows)}
    return found


def counted(totals: dict[Key, Sums], told: Iterable[CaseFacts]) -> None:
    """Add what these cases add."""
    for one in told:
        for key, sums in of_case(one).items():
            totals[key] = totals.get(key, NOTHING) + sums
