"""Which rows of the agenda are instalments that somebody looks for, as parts of a query."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Select,
    and_,
    false,
    func,
    not_,
    or_,
    select,
    true,
    type_coerce,
)

from mediation_desk.domain.agenda import ACCELERATED, INSTALMENT
from mediation_desk.domain.payments.dues import DueDay, Section
from mediation_desk.domain.vocabulary import Role
from mediation_desk.store.tables.cases import parties, payment_notes, payments, reminders
from mediation_desk.store.tables.desk import agenda_rows


def narrowed(query: Select[Any], day: DueDay, section: Section | None) -> Select[Any]:
    """The query over the agenda's rows, narrowed to the open instalments of a section; None: to all of them.

    Each is there once: on its own day, or on the earlier one on which the rest fell due at once.
    """
    query = query.where(_owed_once(day))
    first, last = day.span(section) if section else (None, None)
    if first:
        query = query.where(agenda_rows.c.on >= first)
    if last:
        query = query.where(agenda_rows.c.on <= last)
    if section is Section.REMIND:
        return query.where(agenda_rows.c.kind == INSTALMENT, _unreminded(day))
    if section is Section.CALL:
        asked = last_notes()
        return query.join(asked, and_(asked.c.case_id == agenda_rows.c.case_id,
                                      asked.c.remind_on <= day.today)).where(_is_first())
    if section in (Section.PROMISED, Section.BROKEN):
        return _with_promise(query, day, broken=section is Section.BROKEN)
    return query


def _owed_once(day: DueDay) -> ColumnElement[bool]:
    kind, on = agenda_rows.c.kind, agenda_rows.c.on
    other = agenda_rows.alias("at_once_")
    at_once = select(other.c.seq).where(
        other.c.case_id == agenda_rows.c.case_id, other.c.number == agenda_rows.c.number,
        other.c.kind == ACCELERATED, other.c.on <= day.today).correlate(agenda_rows).exists()
    return or_(and_(kind == INSTALMENT, not_(at_once)), and_(kind == ACCELERATED, on <= day.today))


def first_number() -> Any:
    """The number of the first open instalment in the row's case."""
    other = agenda_rows.alias("first_")
    return select(func.min(other.c.number)).where(
        other.c.case_id == agenda_rows.c.case_id, other.c.kind == INSTALMENT
    ).correlate(agenda_rows).scalar_subquery()


def _is_first() -> ColumnElement[bool]:
    found: ColumnElement[bool] = agenda_rows.c.number == first_number()
    return found


def fen(amount: ColumnElement[Any]) -> ColumnElement[int]:
    """An amount as the number that it is stored as."""
    return type_coerce(amount, BigInteger)


def against(company: str) -> Select[Any]:
    """The cases against a respondent with these words in its name."""
    return select(parties.c.case_id).where(
        parties.c.role == Role.RESPONDENT, parties.c.removed_at.is_(None),
        parties.c.name.icontains(company, autoescape=True))


# -- reminders -------------------------------------------------------------------------------


def _unreminded(day: DueDay) -> ColumnElement[bool]:
    """No reminder went out to whoever owes since the last day on which one was due."""
    on = agenda_rows.c.on
    return or_(false(), *(and_(on == coming, not_(_reminded(day, coming))) for coming in day.coming()))


def _reminded(day: DueDay, on: Any) -> ColumnElement[bool]:
    worker = select(parties.c.id).where(parties.c.id == reminders.c.party_id,
                                        parties.c.role == Role.APPLICANT).correlate(reminders).exists()
    return select(reminders.c.id).where(
        reminders.c.case_id == agenda_rows.c.case_id, reminders.c.instalment == agenda_rows.c.number,
        reminders.c.removed_at.is_(None), reminders.c.sent_at >= day.reminded_from(on),
        not_(worker)).correlate(agenda_rows).exists()


# -- notes and promises ----------------------------------------------------------------------


def last_notes(wanted: ColumnElement[bool] | None = None) -> CTE:
    """Of each case the last note that stands, of those wanted: found once, however many rows ask for it."""
    rank = func.row_number().over(partition_by=payment_notes.c.case_id, order_by=[
        payment_notes.c.spoken_on.desc(), payment_notes.c.id.desc()])
    ranked = select(payment_notes, rank.label("rank_")).where(
        payment_notes.c.removed_at.is_(None), true() if wanted is None else wanted).subquery("ranked_")
    return _once(select(ranked).where(ranked.c.rank_ == 1), "last_")


def last_promises(case_ids: Collection[UUID] | None = None) -> CTE:
    """Of each case, or of each of those, what was promised last, with what was paid from that day to the
    promised one."""
    wanted = payment_notes.c.promised_on.is_not(None)
    last = last_notes(wanted if case_ids is None else and_(wanted, payment_notes.c.case_id.in_(case_ids)))
    paid = select(func.coalesce(func.sum(fen(payments.c.amount)), 0)).where(
        payments.c.case_id == last.c.case_id, payments.c.removed_at.is_(None),
        payments.c.paid_on.between(last.c.spoken_on, last.c.promised_on)).correlate(last).scalar_subquery()
    return _once(select(last.c.case_id, last.c.spoken_on, last.c.promised_on, last.c.promised,
                        paid.label("paid_")), "promises_")


def _once(query: Select[Any], name: str) -> CTE:
    """Worked out before the rest: beside other conditions both engines would else do it anew for every
    row, and be at it for hours."""
    return query.cte(name).prefix_with("MATERIALIZED")


def _with_promise(query: Select[Any], day: DueDay, *, broken: bool) -> Select[Any]:
    """As :meth:`Promise.state` has it."""
    made, on = last_promises(), agenda_rows.c.on
    kept = and_(made.c.promised.is_not(None), made.c.paid_ >= fen(made.c.promised))
    past = made.c.promised_on < day.today
    meant = on <= made.c.promised_on if broken else or_(on <= made.c.promised_on, _is_first())
    return query.join(made, made.c.case_id == agenda_rows.c.case_id).where(
        past if broken else not_(past), not_(kept), meant)
