"""The tables that figures come from: facts of each case, packed besides, totals of days and months, closed
periods."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, LargeBinary, Table, Text, Uuid

from mediation_desk.domain.reports.facts import CaseFacts
from mediation_desk.domain.reports.totals import MEASURES
from mediation_desk.store.engines.kinds import running_number
from mediation_desk.store.tables.columns import Instant, metadata, row_table

case_facts = row_table("case_facts", CaseFacts, {})
Index("ix_case_facts_case_id", case_facts.c.case_id, unique=True)
# how many there are is told by an index alone, which begins with what every question asks
for _day in ("received_on", "decided_on", "closed_on", "signed_on", "last_due_on", "visited_on"):
    Index(f"ix_case_facts_{_day}", case_facts.c.counted, case_facts.c[_day])
for _narrow in (("mediator_id",), ("source", "kind_of_work"), ("cause",), ("claim",), ("platform",),
                ("site_id",)):
    for _day in ("received_on", "closed_on", "decided_on"):
        Index(f"ix_case_facts_{_narrow[0]}_{_day}", case_facts.c.counted,
              *(case_facts.c[name] for name in _narrow), case_facts.c[_day])
Index("ix_case_facts_handled", case_facts.c.mediator_id, case_facts.c.case_id)  # whose they are, side by side
Index("ix_case_facts_company", case_facts.c.company, case_facts.c.received_on)

# one fact of so many cases in a few bytes (store/reading/figures/packed); what has moved since is loose
packed_facts = Table(
    "packed_facts", metadata,
    Column("name", Text, primary_key=True),
    Column("chunk", BigInteger, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False))
Index("ix_packed_facts_chunk", packed_facts.c.chunk)
loose_facts = Table(
    "loose_facts", metadata,
    Column("seq", running_number(), primary_key=True, autoincrement=True),
    Column("fact", BigInteger, nullable=False))
Index("ix_loose_facts_fact", loose_facts.c.fact)

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
    Column("grain", Text, nullable=False),
    Column("folded", Boolean, nullable=False),
    *(Column(name, BigInteger, nullable=False) for name in MEASURES))
figures_form = Table("figures_form", metadata, Column("form", Integer, nullable=False))
Index("ix_day_totals_grain", day_totals.c.grain, day_totals.c.dim, day_totals.c.event, day_totals.c.day)
Index("ix_day_totals_value", day_totals.c.grain, day_totals.c.dim, day_totals.c.value, day_totals.c.event,
      day_totals.c.day)
Index("ix_day_totals_fresh", day_totals.c.folded, day_totals.c.day)

frozen_reports = Table(
    "frozen_reports", metadata,
    Column("id", Uuid, primary_key=True),
    Column("form", Text, nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date, nullable=False),
    Column("narrow", Text, nullable=False),
    Column("edition", Integer, nullable=False),
    Column("made_by", Uuid, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("content", LargeBinary, nullable=False))
Index("ix_frozen_reports_form_since_until_narrow_edition", frozen_reports.c.form, frozen_reports.c.since,
      frozen_reports.c.until, frozen_reports.c.narrow, frozen_reports.c.edition, unique=True)
