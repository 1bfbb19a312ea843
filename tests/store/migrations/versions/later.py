"""What later migrations add, taken away: a store as an earlier schema left it."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, text

from mediation_desk.services.desk import Desk
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.verify.findings import Finding

TABLES: Mapping[str, tuple[str, ...]] = {
    "0008": ("homecomings", "bag_cases", "bags", "laptops"),
    "0010": ("case_facts", "day_totals", "figures_form"), "0012": ("frozen_reports",),
    "0013": ("session_presences", "session_stretches", "minute_entries", "rights_told", "recusals",
             "extension_consents", "told_facts", "office_places"),
    "0015": ("debtors", "payment_notes", "reminders"),
    "0016": ("claim_terms", "signatures", "file_points", "bank_layouts"),
    "0017": ("service_receipts", "inquiries", "copied_fields", "own_forms", "own_typefaces"),
    "0018": ("person_links", "order_replies", "order_steps", "work_orders", "referrals", "case_origins",
             "office_sites", "receiving_offices", "companies", "order_layouts", "waiting_matters",
             "party_marks"),
    "0019": ("packed_facts", "loose_facts")}
COLUMNS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "0009": (("homecomings", "bringing"), ("homecomings", "receipt"), ("bags", "receipts"),
             ("cases", "goes_on_as"), ("cases", "entered_twice_as")),
    "0010": (("cases", "registered_on"), ("cases", "computed"), ("return_visits", "contacted"),
             ("return_visits", "solved")),
    "0011": (("laptops", "office"), ("laptops", "store_id"), ("bags", "reason")),
    "0013": (*(("sessions", name) for name in ("state", "until", "mediator_id", "continues_id", "result",
                                               "no_result")),
             *(("offers", name) for name in ("first_share", "last_on", "released_by", "sealed_id",
                                             "shown_at")),
             ("attendees", "language"), ("accounts", "pin")),
    "0014": (("day_totals", "grain"),),
    "0015": (*(("agreements", name) for name in ("owed_how", "paid_from", "account_holder", "other_debts")),
             ("payments", "paid_by")),
    "0016": (*(("payments", name) for name in ("bank_line", "reversed_why", "transfer_id", "exhibit_id")),
             ("agreements", "supplements_why"), ("agreements", "supplements_id"),
             ("agreements", "tax"), ("agreements", "penalty"), ("instalments", "paid_before"),
             *(("return_visits", name) for name in ("occasion", "visited_by", "spoken_with", "result")),
             *(("papers", name) for name in ("made_from", "form_sha256", "program"))),
    "0017": (("parties", "id_kind"),
             *(("exhibits", name) for name in ("source", "opinion", "returned_on", "pages")),
             *(("cases", name) for name in ("file_volume", "file_box", "file_note", "archived_on",
                                            "retention_years"))),
    "0018": (*((table, "site_id") for table in ("cases", "accounts", "office_places", "case_rows",
                                                    "case_facts")),
             ("return_visits", "order_id"), ("return_visits", "connected")),
    "0019": (("case_facts", "asked"),)}
INDEXES: Mapping[str, tuple[str, ...]] = {
    "0013": ("ix_sessions_starts_at", "ix_return_visits_visited_on"),
    "0014": ("ix_day_totals_grain", "ix_day_totals_value", "ix_case_rows_resting",
             *(f"ix_case_facts_{name}_decided_on" for name in (
                 "mediator_id", "cause", "claim", "platform", "source"))),
    "0016": ("ix_payments_bank_line",), "0018": (
        "ix_case_rows_site", "ix_cases_source_reference", *(f"ix_case_facts_site_id_{day}" for day in (
            "received_on", "closed_on", "decided_on"))),
    "0019": ("ix_case_facts_handled", "ix_case_rows_handled")}
BEFORE: Mapping[str, tuple[str, ...]] = {
    "0019": (*(f"DROP INDEX ix_case_facts_{name}_{day}" for name in ("mediator_id", "source")
               for day in ("received_on", "closed_on", "decided_on")),
             *(f"CREATE INDEX ix_case_facts_{name.partition(',')[0]}_{day} ON case_facts "
               f"(counted, {name}, {day}, people)" for name in ("mediator_id", "source, kind_of_work")
               for day in ("received_on", "closed_on", "decided_on", "last_due_on")),
             "UPDATE figures_form SET form = 5"),
    "0018": (*(f"DROP INDEX ix_case_facts_{name}_{day}" for name in ("mediator_id", "source")
               for day in ("received_on", "closed_on", "decided_on", "last_due_on")),
             *(f"CREATE INDEX ix_case_facts_{name.partition(',')[0]}_{day} ON case_facts "
               f"(counted, {name}, {day})" for name in ("mediator_id", "source, kind_of_work")
               for day in ("received_on", "closed_on", "decided_on"))),
    "0014": ("DELETE FROM day_totals WHERE grain = 'month'", "UPDATE figures_form SET form = 1",
             "CREATE INDEX ix_day_totals_day ON day_totals (dim, event, day)")}
"""What besides makes a store what a program of before would have left."""


def take_away(connection: Connection, since: str) -> None:
    """Whatever the migrations from that one on have added; columns go with their tables."""
    for statement in [one for number, told in BEFORE.items() if number >= since for one in told]:
        connection.execute(text(statement))
    for index in [one for number, indexes in INDEXES.items() if number >= since for one in indexes]:
        connection.execute(text(f"DROP INDEX {index}"))
    gone = [table for number, tables in TABLES.items() if number >= since for table in tables]
    for table in gone:
        connection.execute(text(f"DROP TABLE {table}"))
    for number, columns in COLUMNS.items():
        for table, column in columns if number >= since else ():
            if table not in gone:
                connection.execute(text(f"ALTER TABLE {table} DROP COLUMN {column}"))


LOST = frozenset({"registered_on"})
"""What this program wrote into a column before it was taken away; a program of before wrote none of it."""


def proven(desk: Desk) -> list[Finding]:
    """What does not hold in the store, but for that."""
    return [one for one in upkeep.prove(desk) if not LOST.issuperset(one.fields) or not one.fields]
