"""The tables of a case and the mapping of the domain's classes onto them."""

from __future__ import annotations

from sqlalchemy import DateTime, Index, Table, bindparam, exists, select
from sqlalchemy.orm import registry, relationship, selectinload

from mediation_desk.domain.case import Case
from mediation_desk.domain.closing import ReturnVisit
from mediation_desk.domain.copied import CopiedField
from mediation_desk.domain.file_review import FilePointAnswer
from mediation_desk.domain.inquiries import Inquiry
from mediation_desk.domain.intake.known import PersonLink
from mediation_desk.domain.intake.orders import OrderReply, OrderStep, WorkOrder
from mediation_desk.domain.mediation.extension import ExtensionConsent
from mediation_desk.domain.mediation.holders import HolderState
from mediation_desk.domain.mediation.minutes import MinuteEntry
from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.presence import SessionPresence, Stretch
from mediation_desk.domain.mediation.rights import Recusal, RightsTold
from mediation_desk.domain.mediation.sealed import CaseKeyWrap, SealedItem
from mediation_desk.domain.mediation.sessions import Attendee, MediationSession
from mediation_desk.domain.mediation.told import ToldFact
from mediation_desk.domain.people import Claim, Party
from mediation_desk.domain.performance.following import PaymentNote, Reminder
from mediation_desk.domain.performance.ledger import Payment
from mediation_desk.domain.referral.referrals import CaseOrigin, Referral
from mediation_desk.domain.serving import ServiceReceipt
from mediation_desk.domain.settlement.agreement import Agreement, Instalment, InstalmentShare, Share
from mediation_desk.domain.settlement.claim_terms import ClaimTerm
from mediation_desk.domain.settlement.debtors import Debtor
from mediation_desk.domain.settlement.signatures import Signature
from mediation_desk.domain.sorting.relationship import RelationshipEntry
from mediation_desk.domain.sorting.statements import ElementEntry, RespondentStatement
from mediation_desk.domain.travel.register import BagCase, Homecoming
from mediation_desk.domain.unmasking import Unmasking
from mediation_desk.store.tables.columns import entity_table, metadata, renamed

mapping = registry(metadata=metadata)

OF_CASE = {"case_id": "cases.id"}
OF_WORKER = {**OF_CASE, "worker_id": "parties.id"}
OF_PARTY = {**OF_CASE, "party_id": "parties.id"}
OF_SESSION = {**OF_CASE, "session_id": "sessions.id"}

cases = entity_table("cases", Case, {})
parties = entity_table("parties", Party, {**OF_CASE, "acts_for": "parties.id"})
claims = entity_table("claims", Claim, OF_WORKER, columns_of={"asked": "asked_fen"})
entries = entity_table("element_entries", ElementEntry, OF_WORKER)
statements = entity_table("respondent_statements", RespondentStatement,
                          {**OF_WORKER, "party_id": "parties.id"})
factors = entity_table("relationship_entries", RelationshipEntry, OF_CASE)
sessions = entity_table("sessions", MediationSession, OF_CASE,
                        {"starts_at": DateTime(), "ended_at": DateTime(), "until": DateTime()})
Index("ix_sessions_starts_at", sessions.c.starts_at)
attendees = entity_table("attendees", Attendee, OF_SESSION)
presences = entity_table("session_presences", SessionPresence, {**OF_SESSION, "party_id": "parties.id"})
stretches = entity_table("session_stretches", Stretch, OF_SESSION)
minutes = entity_table("minute_entries", MinuteEntry, OF_SESSION)
offers = entity_table("offers", Offer, OF_CASE)
rights = entity_table("rights_told", RightsTold, OF_PARTY)
recusals = entity_table("recusals", Recusal, OF_PARTY)
extensions = entity_table("extension_consents", ExtensionConsent, OF_PARTY)
told = entity_table("told_facts", ToldFact, OF_CASE)
agreements = entity_table("agreements", Agreement, OF_CASE)
debtors = entity_table("debtors", Debtor, {**OF_PARTY, "agreement_id": "agreements.id"})
claim_terms = entity_table("claim_terms", ClaimTerm, {**OF_WORKER, "agreement_id": "agreements.id"})
shares = entity_table("shares", Share, {**OF_WORKER, "agreement_id": "agreements.id"})
instalments = entity_table("instalments", Instalment, {**OF_CASE, "agreement_id": "agreements.id"})
instalment_shares = entity_table("instalment_shares", InstalmentShare,
                                 {**OF_WORKER, "instalment_id": "instalments.id"})
payments = entity_table("payments", Payment, OF_WORKER)
Index("ix_payments_bank_line", payments.c.bank_line)
payment_notes = entity_table("payment_notes", PaymentNote, OF_CASE)
Index("ix_payment_notes_remind_on", payment_notes.c.remind_on)
reminders = entity_table("reminders", Reminder, OF_CASE)
signatures = entity_table("signatures", Signature, {**OF_PARTY, "agreement_id": "agreements.id"})
file_points = entity_table("file_points", FilePointAnswer, OF_CASE)
receipts = entity_table("service_receipts", ServiceReceipt, OF_PARTY, {"served_at": DateTime()})
Index("ix_service_receipts_due_on", receipts.c.due_on)
inquiries = entity_table("inquiries", Inquiry, OF_PARTY)
copied = entity_table("copied_fields", CopiedField, OF_CASE)
orders = entity_table("work_orders", WorkOrder, OF_CASE,
                      {"arrived_at": DateTime(), "given_until": DateTime()})
Index("ix_work_orders_number", orders.c.number)
Index("ix_cases_source_reference", cases.c.source_reference)  # an order typed before there were orders
Index("ix_work_orders_row_sha256", orders.c.row_sha256)
OF_ORDER = {**OF_CASE, "order_id": "work_orders.id"}
order_steps = entity_table("order_steps", OrderStep, OF_ORDER, {"at": DateTime(), "until": DateTime()})
replies = entity_table("order_replies", OrderReply, OF_ORDER, {"contacted_at": DateTime()})
links = entity_table("person_links", PersonLink, OF_PARTY)
Index("ix_person_links_same_as", links.c.same_as)
referrals = entity_table("referrals", Referral, OF_CASE)
Index("ix_referrals_due_on", referrals.c.due_on)
Index("ix_referrals_package_id", referrals.c.package_id)
origins = entity_table("case_origins", CaseOrigin, OF_CASE)
Index("ix_case_origins_package_id", origins.c.package_id)
visits = entity_table("return_visits", ReturnVisit, OF_CASE)
Index("ix_return_visits_visited_on", visits.c.visited_on)
sealed_items = entity_table("sealed_items", SealedItem, OF_CASE)
unmaskings = entity_table("unmaskings", Unmasking, {**OF_CASE, "party_id": "parties.id"})
case_key_wraps = entity_table("case_key_wraps", CaseKeyWrap, OF_CASE)
Index("ix_case_key_wraps_member", case_key_wraps.c.account_id, case_key_wraps.c.removed_at,
      case_key_wraps.c.case_id)
case_holders = entity_table("case_holders", HolderState, OF_CASE)
bag_cases = entity_table("bag_cases", BagCase, OF_CASE)
homecomings = entity_table("homecomings", Homecoming, OF_CASE)

CHILDREN: dict[str, tuple[type, Table]] = {
    "parties_all": (Party, parties), "claims_all": (Claim, claims), "entries_all": (ElementEntry, entries),
    "statements_all": (RespondentStatement, statements), "factors_all": (RelationshipEntry, factors),
    "sessions_all": (MediationSession, sessions), "offers_all": (Offer, offers),
    "rights_all": (RightsTold, rights), "recusals_all": (Recusal, recusals),
    "extensions_all": (ExtensionConsent, extensions), "told_all": (ToldFact, told),
    "agreements_all": (Agreement, agreements), "payments_all": (Payment, payments),
    "visits_all": (ReturnVisit, visits), "payment_notes_all": (PaymentNote, payment_notes),
    "reminders_all": (Reminder, reminders), "signatures_all": (Signature, signatures),
    "review_all": (FilePointAnswer, file_points), "receipts_all": (ServiceReceipt, receipts),
    "inquiries_all": (Inquiry, inquiries), "copied_all": (CopiedField, copied),
    "orders_all": (WorkOrder, orders), "order_steps_all": (OrderStep, order_steps),
    "replies_all": (OrderReply, replies), "links_all": (PersonLink, links),
    "referrals_all": (Referral, referrals), "origins_all": (CaseOrigin, origins),
}


SESSION_PARTS: dict[str, tuple[type, Table]] = {
    "attendees_all": (Attendee, attendees), "presences_all": (SessionPresence, presences),
    "stretches_all": (Stretch, stretches), "minutes_all": (MinuteEntry, minutes)}


def _rows(entity: type, table: Table, column: str, parent: Table, *, lazy: bool = False) -> object:
    return relationship(entity, primaryjoin=parent.c.id == table.c[column], order_by=table.c.id,
                        cascade="save-update, merge", lazy="select" if lazy else "selectin")


mapping.map_imperatively(Case, cases, version_id_col=cases.c.version, version_id_generator=False,
                         properties={name: _rows(entity, table, "case_id", cases, lazy=True)
                                     for name, (entity, table) in CHILDREN.items()})
for _entity, _table in ((Party, parties), (Claim, claims), (ElementEntry, entries),
                        (RespondentStatement, statements), (RelationshipEntry, factors),
                        (Attendee, attendees), (SessionPresence, presences), (Stretch, stretches),
                        (MinuteEntry, minutes), (Offer, offers), (RightsTold, rights),
                        (Recusal, recusals), (ExtensionConsent, extensions), (ToldFact, told),
                        (Debtor, debtors), (ClaimTerm, claim_terms), (PaymentNote, payment_notes),
                        (Reminder, reminders), (Signature, signatures), (FilePointAnswer, file_points),
                        (ServiceReceipt, receipts), (Inquiry, inquiries), (CopiedField, copied),
                        (WorkOrder, orders), (OrderStep, order_steps), (OrderReply, replies),
                        (PersonLink, links), (Referral, referrals), (CaseOrigin, origins), (Share, shares),
                        (InstalmentShare, instalment_shares), (Payment, payments), (ReturnVisit, visits),
                        (SealedItem, sealed_items), (Unmasking, unmaskings), (CaseKeyWrap, case_key_wraps),
                        (HolderState, case_holders), (BagCase, bag_cases),
                        (Homecoming, homecomings)):
    mapping.map_imperatively(_entity, _table, properties={
        own: _table.c[column] for column, own in renamed(_table).items()})
mapping.map_imperatively(MediationSession, sessions, properties={
    name: _rows(entity, table, "session_id", sessions) for name, (entity, table) in SESSION_PARTS.items()})
mapping.map_imperatively(Instalment, instalments, properties={
    "shares_all": _rows(InstalmentShare, instalment_shares, "instalment_id", instalments)})
mapping.map_imperatively(Agreement, agreements, properties={
    "debtors_all": _rows(Debtor, debtors, "agreement_id", agreements),
    "claim_terms_all": _rows(ClaimTerm, claim_terms, "agreement_id", agreements),
    "shares_all": _rows(Share, shares, "agreement_id", agreements),
    "instalments_all": _rows(Instalment, instalments, "agreement_id", agreements)})
WHOLE = tuple(selectinload(getattr(Case, name)) for name in CHILDREN)
"""Reads cases with all their rows; without it, each list comes when it is first looked at."""
ANY_ROWS = select(*(exists().where(table.c.case_id == bindparam("case_id")).label(name)
                    for name, (_, table) in CHILDREN.items()))
"""Of which of its lists a case, ``case_id``, has rows at all: mostly of few, and each list is a reading."""
LISTED = tuple(selectinload(getattr(Case, name)) for name in (
    "parties_all", "claims_all", "sessions_all", "agreements_all", "payments_all", "visits_all",
    "receipts_all", "orders_all", "order_steps_all", "referrals_all", "origins_all"))
"""Reads what the case's line in the lists, its agenda and its facts are made of."""
LISTED_TABLES = frozenset({"cases", "parties", "claims", "sessions", "agreements", "shares", "instalments",
                           "instalment_shares", "payments", "return_visits", "service_receipts",
                           "work_orders", "order_steps", "referrals", "case_origins"})
"""The tables of those rows: a save that touches none of them leaves the line and the agenda as they are."""
