"""The office's own tables: accounts, settings, summaries, papers, drafts."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, Index, Integer, LargeBinary, Table, Text, Uuid

from mediation_desk.domain.accounts import Account
from mediation_desk.domain.intake.companies import Company
from mediation_desk.domain.intake.layouts import OrderLayout
from mediation_desk.domain.intake.waiting import WaitingMatter
from mediation_desk.domain.own_files import OwnForm, OwnTypeface
from mediation_desk.domain.payments.layouts import BankLayout
from mediation_desk.domain.places import OfficePlace
from mediation_desk.domain.referral.offices import ReceivingOffice
from mediation_desk.domain.sites import Site
from mediation_desk.domain.summary import AgendaRow, CaseRow
from mediation_desk.store.engines.kinds import running_number
from mediation_desk.store.tables import evidence, journal, reports, travel  # noqa: F401 - part of every store's metadata
from mediation_desk.store.tables.cases import mapping
from mediation_desk.store.tables.columns import Instant, entity_table, metadata, row_table

accounts = entity_table("accounts", Account, {})
mapping.map_imperatively(Account, accounts)
places = entity_table("office_places", OfficePlace, {})
layouts = entity_table("bank_layouts", BankLayout, {})
mapping.map_imperatively(OfficePlace, places)
mapping.map_imperatively(BankLayout, layouts)
own_forms = entity_table("own_forms", OwnForm, {})
own_typefaces = entity_table("own_typefaces", OwnTypeface, {})
mapping.map_imperatively(OwnForm, own_forms)
mapping.map_imperatively(OwnTypeface, own_typefaces)
sites = entity_table("office_sites", Site, {})
receiving_offices = entity_table("receiving_offices", ReceivingOffice, {})
companies = entity_table("companies", Company, {})
order_layouts = entity_table("order_layouts", OrderLayout, {})
waiting_matters = entity_table("waiting_matters", WaitingMatter, {})
for _entity, _table in ((Site, sites), (ReceivingOffice, receiving_offices), (Company, companies),
                        (OrderLayout, order_layouts), (WaitingMatter, waiting_matters)):
    mapping.map_imperatively(_entity, _table)

settings = Table(
    "settings", metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False))

serials = Table(
    "serials", metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False))

papers = Table(
    "papers", metadata,
    Column("id", Uuid, primary_key=True),
    Column("case_id", Uuid, nullable=False, index=True),
    Column("template", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("pdf", LargeBinary, nullable=False),
    Column("drafted_id", Uuid, nullable=True),
    Column("made_from", Text, nullable=True),
    Column("form_sha256", Text, nullable=True),
    Column("program", Text, nullable=True))

drafts = Table(
    "drafts", metadata,
    Column("account_id", Uuid, primary_key=True),
    Column("place", Text, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("at", Instant, nullable=False))


party_marks = Table(
    "party_marks", metadata,
    Column("seq", running_number(), primary_key=True, autoincrement=True),
    Column("case_id", Uuid, nullable=False, index=True),
    Column("party_id", Uuid, nullable=False),
    Column("kind", Text, nullable=False),
    Column("mark", Text, nullable=False))
Index("ix_party_marks_mark", party_marks.c.kind, party_marks.c.mark)
case_rows = row_table("case_rows", CaseRow, {})
Index("ix_case_rows_case_id", case_rows.c.case_id, unique=True)
Index("ix_case_rows_handled", case_rows.c.case_id, case_rows.c.mediator_id)  # whose, of what falls due
Index("ix_case_rows_received", case_rows.c.removed, case_rows.c.received_on, case_rows.c.seq)
Index("ix_case_rows_mediator", case_rows.c.mediator_id, case_rows.c.removed, case_rows.c.received_on,
      case_rows.c.seq)
Index("ix_case_rows_standing", case_rows.c.removed, case_rows.c.status, case_rows.c.station)
Index("ix_case_rows_resting", case_rows.c.removed, case_rows.c.status, case_rows.c.updated_at,
      case_rows.c.mediator_id)
for _order in ("number", "first_applicant", "respondent", "station", "kind_of_work", "clock_on",
               "next_due_on", "claimed", "agreed", "outstanding"):  # a page of any order comes off its index
    Index(f"ix_case_rows_{_order}", case_rows.c.removed, case_rows.c[_order], case_rows.c.received_on,
          case_rows.c.seq)
Index("ix_case_rows_site", case_rows.c.site_id, case_rows.c.removed, case_rows.c.received_on,
      case_rows.c.seq)
agenda_rows = row_table("agenda_rows", AgendaRow, {"at": DateTime()})
Index("ix_agenda_rows_case", agenda_rows.c.case_id)
Index("ix_agenda_rows_on", agenda_rows.c.on)
