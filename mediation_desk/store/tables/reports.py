"""The tables that figures come from: a row of facts for each case, and what is added up day by day."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, Table, Text

from mediation_desk.domain.reports.facts import CaseFacts
from mediation_desk.domain.reports.totals import MEASURES
from mediation_desk.store.engines.kinds import running_number
from mediation_desk.store.tables.columns import metadata, row_table

case_facts = row_table("case_facts", CaseFacts, {})
Index("ix_case_facts_case_id", case_facts.c.case_id, unique=True)
for _day in ("received_on", "decided_on", "closed_on", "signed_on", "last_due_on", "visited_on"):
    Index(f"ix_case_facts_{_day}", case_facts.c[_day])
for _narrow in ("mediator_id", "cause", "claim", "platform"):
    for _day in ("received_on", "closed_on"):
        Index(f"ix_case_facts_{_narrow}_{_day}", case_facts.c[_narrow], case_facts.c[_day])
Index("ix_case_facts_company", case_facts.c.company, case_facts.c.received_on)

day_totals = Table(
    "day_totals", metadata,
    Column("seq", running_number(), primary_key=True, autoincrement=True),
    Column("day", Date, nullable=False),
    Column("event", Text, nullable=False),
    Column("dim", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("collective", Boolean, nullable=False),
    Column("flag", Boolean, nullable=False),
    Column("days", Integer, nullable=True),
    Column("folded", Boolean, nullable=False),
    *(Column(name, BigInteger, nullable=False) for name in MEASURES))
figures_form = Table("figures_form", metadata, Column("form", Integer, nullable=False))
Index("ix_day_totals_day", day_totals.c.dim, day_totals.c.event, day_totals.c.day)
Index("ix_day_totals_fresh", day_totals.c.folded, day_totals.c.day)
