"""Agreements whose last instalment's day has come, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, select, true

from mediation_desk.domain.money import ZERO
from mediation_desk.domain.payments.kept import KeptLine, Performed, TermsKind
from mediation_desk.store.reading.dues.conditions import fen
from mediation_desk.store.reading.lists import STREAM
from mediation_desk.store.tables.cases import agreements, instalments, payments
from mediation_desk.store.tables.reports import case_facts


class KeptOrNot:
    """Reads the facts of all cases, or of one mediator's, or of one site's."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def performed(self, today: date, mediator: UUID | None, site: UUID | None = None
                  ) -> Iterator[Performed]:
        """Every agreement whose last day has come, as it was agreed and paid."""
        parts = (select(instalments.c.agreement_id, func.count().label("count_"),
                        func.min(instalments.c.due_on).label("first_"))
                 .where(instalments.c.removed_at.is_(None), instalments.c.paid_before.is_not(true()))
                 .group_by(instalments.c.agreement_id).subquery("parts_"))
        paid = select(func.max(payments.c.paid_on)).where(
            payments.c.case_id == case_facts.c.case_id, payments.c.removed_at.is_(None)
        ).correlate(case_facts).scalar_subquery()
        query = (select(case_facts.c.signed_on, parts.c.count_, parts.c.first_, case_facts.c.outstanding,
                        case_facts.c.kept, paid.label("paid_"))
                 .select_from(case_facts)
                 .join(agreements, agreements.c.case_id == case_facts.c.case_id)
                 .join(parts, parts.c.agreement_id == agreements.c.id)
                 .where(*_over(today, mediator, site), agreements.c.signed_on.is_not(None),
                        agreements.c.removed_at.is_(None)))
        for row in self._connection.execute(query.execution_options(yield_per=STREAM)):
            in_full = row.outstanding == ZERO
            days = (row.paid_ - row.signed_on).days if in_full and row.paid_ else None
            yield Performed((row.first_ - row.signed_on).days, row.count_, in_full, row.kept, days)

    def in_short(self, today: date, mediator: UUID | None, site: UUID | None = None) -> KeptLine:
        """How many there are, and how many were paid in full and on time; without the days."""
        whole = fen(case_facts.c.outstanding) == 0
        query = select(func.count(), func.count().filter(whole), func.count().filter(case_facts.c.kept))
        count, in_full, on_time = self._connection.execute(query.where(*_over(today, mediator, site))).one()
        return KeptLine(TermsKind.ALL, int(count), int(in_full), int(on_time))


def _over(today: date, mediator: UUID | None, site: UUID | None) -> tuple[ColumnElement[bool], ...]:
    whose = true() if mediator is None else case_facts.c.mediator_id == mediator
    return (case_facts.c.counted, case_facts.c.signed_on.is_not(None), case_facts.c.last_due_on <= today,
            whose, true() if site is None else case_facts.c.site_id == site)
