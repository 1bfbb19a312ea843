"""The tables that the journal watches: each declared once, with what a reader is told of its columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import partial
from types import MappingProxyType
from typing import get_args, get_type_hints

from mediation_desk.domain.accounts import Account
from mediation_desk.domain.calendar import REST_DAYS
from mediation_desk.domain.case import Case
from mediation_desk.domain.closing import ReturnVisit
from mediation_desk.domain.copied import CopiedField
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.file_review import FilePointAnswer
from mediation_desk.domain.inquiries import Inquiry
from mediation_desk.domain.intake.companies import Company
from mediation_desk.domain.intake.known import PersonLink
from mediation_desk.domain.intake.layouts import OrderLayout
from mediation_desk.domain.intake.orders import OrderReply, OrderStep, WorkOrder
from mediation_desk.domain.intake.waiting import WaitingMatter
from mediation_desk.domain.journal_columns import REMOVED_AT, SILENT, JournalColumn, Names
from mediation_desk.domain.mediation.extension import ExtensionConsent
from mediation_desk.domain.mediation.holders import HolderState
from mediation_desk.domain.mediation.minutes import MinuteEntry
from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.presence import SessionPresence, Stretch
from mediation_desk.domain.mediation.rights import Recusal, RightsTold
from mediation_desk.domain.mediation.sealed import CaseKeyWrap, SealedItem
from mediation_desk.domain.mediation.sessions import Attendee, MediationSession
from mediation_desk.domain.mediation.told import ToldFact
from mediation_desk.domain.money import Money
from mediation_desk.domain.own_files import OwnForm, OwnTypeface
from mediation_desk.domain.particulars import declared
from mediation_desk.domain.payments.layouts import BankLayout
from mediation_desk.domain.people import Claim, Party
from mediation_desk.domain.performance.following import PaymentNote, Reminder
from mediation_desk.domain.performance.ledger import Payment
from mediation_desk.domain.places import OfficePlace
from mediation_desk.domain.referral.offices import ReceivingOffice
from mediation_desk.domain.referral.referrals import CaseOrigin, Referral
from mediation_desk.domain.serving import ServiceReceipt
from mediation_desk.domain.settlement.agreement import Agreement, Instalment, InstalmentShare, Share
from mediation_desk.domain.settlement.claim_terms import ClaimTerm
from mediation_desk.domain.settlement.debtors import Debtor
from mediation_desk.domain.settlement.signatures import Signature
from mediation_desk.domain.sites import Site
from mediation_desk.domain.sorting.relationship import Leaning, RelationshipEntry
from mediation_desk.domain.sorting.statements import ElementEntry, RespondentStatement
from mediation_desk.domain.text import masks
from mediation_desk.domain.travel.register import Bag, BagCase, Homecoming, Laptop
from mediation_desk.domain.unmasking import Unmasking
from mediation_desk.domain.vocabulary import Side, Term
from mediation_desk.domain.words import N_

UNWATCHED = frozenset({"version", "vouched"})
"""Columns that the journal does not tell of: the counter follows from the other changes, and what vouches
for a wrap is written for the whole store at once, when its key is renewed."""
COUNTERS = frozenset({"serials"})
"""What a case's journal tells besides its own rows: which running number the case took."""
ASIDE = COUNTERS | {"case_holders"}
"""What the timeline leaves out: numbers taken, and lists of holders, of which it names who came and went."""


@dataclass(frozen=True)
class JournalTable:
    """A table by its name and what a reader calls a row of it, a message id.

    ``kept_by``: the verb in whose stages a removed row may come back by itself; a row of a table without one
    comes back only by undoing what replaced it, and a key never.
    """

    name: str
    label: str
    columns: Mapping[str, JournalColumn]
    entity: type | None = None
    kept_by: str = ""


def _table(name: str, label: str, entity: type, /, *, silent: str = "", kept_by: str = "",
           **told: str | JournalColumn) -> JournalTable:
    """A table of a dataclass. ``told``: its columns with their labels, or as they are declared; ``silent``:
    those that tell nothing. Money and terms are known by the field's type."""
    of_type = _by_type(entity)
    said = {name: replace(of_type.get(name, SILENT), label=one) if isinstance(one, str) else one
            for name, one in told.items()}
    quiet = dict.fromkeys(("id", *silent.split()), SILENT)
    if "removed_at" in {one.name for one in fields(entity)}:
        said["removed_at"] = REMOVED_AT
    return JournalTable(name, label, MappingProxyType({**quiet, **said}), entity, kept_by)


def _by_type(entity: type) -> dict[str, JournalColumn]:
    known: dict[str, JournalColumn] = {}
    for name, hint in get_type_hints(entity).items():
        for kind in get_args(hint) or (hint,):
            if kind is Money:
                known[name] = JournalColumn(money=True)
            elif isinstance(kind, type) and issubclass(kind, Term):
                known[name] = JournalColumn(words=(kind,))
    return known


_party = partial(JournalColumn, party=True)
_WORKER = _party(N_("Worker"))
_answer = partial(JournalColumn, answer=True)
_ELEMENT = JournalColumn(N_("Element"), names=Names.ELEMENT)
_OF_CASE = "case_id"


def _begun(fingerprint: str) -> str:
    """As much of a fingerprint as a person compares."""
    return f"{fingerprint[:8]}…"


TABLES: Mapping[str, JournalTable] = MappingProxyType({table.name: table for table in (
    _table("cases", N_("Case"), Case, silent="version mediator_id created_at",
           number=N_("Case number"),
           received_on=N_("Date received"), registered_on=N_("Registered on"), source=N_("Source"),
           source_reference=N_("12345 order number"),
           kind_of_work=N_("Kind of work"), cause=N_("Cause"), facts_in_brief=N_("Facts in brief"),
           confidential=N_("Wishes confidentiality"), dispute_sheets=N_("Further disputes"),
           applicants_agree_on=N_("Applicants consent on"), respondents_agree_on=N_("Respondents consent on"),
           accepted_on=N_("Accepted on"), refused_on=N_("Refused on"), refusal=N_("Reason for refusal"),
           extended_to=N_("Extended to"), station=N_("Station"), status=N_("Status"),
           relationship_conclusion=N_("Conclusion on the relationship"), relationship_reasons=N_("Reasons"),
           outcome=N_("Outcome"), computed=N_("Computed by the law"), closed_on=N_("Closed on"),
           closing_note=N_("Closing note"), referred_to=N_("Office that takes over"),
           voided_on=N_("Voided on"), reopening_reason=N_("Reason for reopening"),
           archived_on=N_("Put into the archive on"), file_volume=N_("Volume"), file_box=N_("Box"),
           file_note=N_("State of the file"), retention_years=N_("Kept for years"),
           site_id=JournalColumn(N_("Site"), names=Names.SITE),
           goes_on_as=N_("Entered twice, goes on as"), entered_twice_as=N_("Entered twice, as")),
    JournalTable("parties", N_("Party"), declared(Party), Party, "remove_party"),
    _table("claims", N_("Claim"), Claim, silent=_OF_CASE, kept_by="set_claims", worker_id=_WORKER,
           claim=JournalColumn(N_("Claim"), names=Names.CLAIM), asked=N_("Amount asked for"),
           note=N_("Note")),
    _table("element_entries", N_("Element"), ElementEntry, silent=_OF_CASE, kept_by="say",
           element=_ELEMENT, worker_id=_WORKER, applicant=_answer(N_("Applicants' statement")),
           respondent=_answer(N_("Respondent's statement")), finding=_answer(N_("Finding")),
           evidence=N_("Evidence"), note=N_("Note")),
    _table("respondent_statements", N_("A respondent's own statement"), RespondentStatement, silent=_OF_CASE,
           kept_by="say", element=_ELEMENT, worker_id=_WORKER, party_id=_party(N_("Party")),
           said=_answer(N_("Statement"))),
    _table("relationship_entries", N_("Factor of the relationship"), RelationshipEntry, silent=_OF_CASE,
           kept_by="weigh_factor", factor=JournalColumn(N_("Factor"), names=Names.FACTOR),
           applicant=N_("Applicants' statement"), respondent=N_("Respondent's statement"),
           leaning=JournalColumn(N_("Leaning"), words=(Leaning,)), evidence=N_("Evidence"), note=N_("Note")),
    _table("sessions", N_("Session"), MediationSession, silent="case_id mediator_id continues_id",
           kept_by="remove_session", starts_at=N_("Begins"), form=N_("Form"),
           mode=N_("Way of sitting"), side=N_("Side"), place=N_("Place"),
           record=N_("Record"), ended_at=N_("Ended at"), recorder=N_("Recorder"),
           rights_told=N_("Rights and duties told"), change_asked=N_("Another mediator asked for"),
           state=N_("State of the session"), until=N_("Planned until"), result=N_("Result of the session"),
           no_result=N_("Why no agreement")),
    _table("attendees", N_("Attendance"), Attendee, silent="case_id session_id position",
           attendance=N_("Attendance"), name=N_("Name"), language=N_("Language")),
    _table("session_presences", N_("A party's attendance"), SessionPresence, silent="case_id session_id",
           party_id=_party(N_("Party")), presence=N_("Attendance"), by=N_("Represented by"),
           authority=N_("Authority"), authority_seen=N_("Authority seen")),
    _table("session_stretches", N_("Time of a session"), Stretch, silent="case_id session_id",
           side=N_("Side"), began_at=N_("Began at"), ended_at=N_("Ended at")),
    _table("minute_entries", N_("Entry of the minutes"), MinuteEntry,
           silent="case_id session_id position about", kind=N_("Kind"), party_id=_party(N_("Party")),
           text=N_("Text")),
    _table("offers", N_("Offer"), Offer, silent="case_id released_by sealed_id",
           kept_by="remove_offer", round=N_("Round"), side=N_("Side"), amount=N_("Amount"),
           instalments=N_("Instalments"), terms=N_("Terms"),
           released_at=N_("Released"), accepted_at=N_("Offer accepted at"),
           first_share=N_("First share"), last_on=N_("Last payment on"),
           shown_at=N_("Shown to the other side")),
    _table("rights_told", N_("Rights told"), RightsTold, silent="case_id session_id", kept_by="remove_rights",
           party_id=_party(N_("Party")), told_on=N_("Told on"), told_by=N_("Told by"), answer=N_("Answer"),
           note=N_("Note")),
    _table("recusals", N_("Request for another mediator"), Recusal, silent=_OF_CASE, kept_by="remove_recusal",
           party_id=_party(N_("Party")), asked_on=N_("Asked on"),
           of_whom=N_("Mediator it concerns"), reason=N_("Reason"), decided_on=N_("Decided on"),
           decided_by=N_("Decided by"), granted=N_("Granted"), decision=N_("Reasons of the decision")),
    _table("extension_consents", N_("Consent to the extension"), ExtensionConsent, silent=_OF_CASE,
           party_id=_party(N_("Party")), agreed_on=N_("Consents on"), until=N_("Extended to")),
    _table("told_facts", N_("Fact that may be told"), ToldFact, silent="case_id released_by sealed_id",
           side=N_("Side"), text=N_("Text"), released_at=N_("Released"),
           shown_at=N_("Shown to the other side")),
    _table("sealed_items", N_("Sealed entry"), SealedItem, silent="case_id written_at written_by",
           kept_by="remove_sealed", side=N_("Side"), kind=N_("Kind"), sealed=N_("Sealed content"),
           released_at=N_("Released")),
    _table("case_key_wraps", N_("Key of the case"), CaseKeyWrap,
           silent="case_id account_id wrapped for_key generation pinned vouched"),
    _table("case_holders", N_("List of the key's holders"), HolderState,
           silent="case_id number generation seals holders former former_key written_by written_at mac"),
    _table("agreements", N_("Agreement"), Agreement, silent="case_id supplements_id", total=N_("Total"),
           share_kind=N_("Way of sharing"), split_kind=N_("Way of splitting"),
           rest_day_rule=JournalColumn(N_("On rest days"), words=(REST_DAYS,)),
           method=N_("Way of paying"), default_clause=N_("Default clause"),
           grace_days=N_("Days of grace"), responsibility=N_("Responsibility"), other_terms=N_("Other terms"),
           owed_how=N_("Who owes"), paid_from=N_("Paid from"), account_holder=N_("Account holder"),
           other_debts=N_("Other debts"), copies=N_("Copies"), signed_on=N_("Signed on"),
           signing_place=N_("Place of signing"), paper_sha256=N_("Fingerprint of the paper"),
           tax=N_("Tax"), penalty=N_("Agreed penalty"), supplements_why=N_("Why it is changed")),
    _table("claim_terms", N_("What becomes of a claim"), ClaimTerm, silent="case_id agreement_id position",
           worker_id=_WORKER, claim=JournalColumn(N_("Claim"), names=Names.CLAIM), handling=N_("Handling"),
           amount=N_("Amount"), in_kind=N_("Done instead"), by=N_("Done by"), note=N_("Note")),
    _table("debtors", N_("Debtor"), Debtor, silent="case_id agreement_id position",
           party_id=_party(N_("Party")), duty=N_("Duty"), amount=N_("Amount")),
    _table("shares", N_("Share"), Share, silent="case_id agreement_id position", worker_id=_WORKER,
           amount=N_("Amount")),
    _table("instalments", N_("Instalment"), Instalment, silent="case_id agreement_id paid_before",
           number=N_("Number"),
           due_on=N_("Due on"), amount=N_("Amount")),
    _table("instalment_shares", N_("Share of an instalment"), InstalmentShare,
           silent="case_id instalment_id", worker_id=_WORKER, amount=N_("Amount")),
    _table("payments", N_("Payment"), Payment, silent="case_id transfer_id exhibit_id",
           kept_by="remove_payment", paid_on=N_("Paid on"), amount=N_("Amount"), worker_id=_WORKER,
           method=N_("Way of paying"), voucher=N_("Voucher"), note=N_("Note"),
           paid_by=_party(N_("Debtor who paid")), reversed_why=N_("Why it was reversed"),
           bank_line=JournalColumn(N_("Line of the statement"), mask=_begun)),
    _table("payment_notes", N_("Call about a payment"), PaymentNote, silent=_OF_CASE,
           kept_by="remove_payment_note", spoken_on=N_("Spoken on"), party_id=_party(N_("Party")),
           spoken_with=N_("Spoken with"), text=N_("Text"), promised_on=N_("Promised for"),
           promised=N_("Amount promised"), remind_on=N_("Looked at again on")),
    _table("reminders", N_("Reminder"), Reminder, silent="case_id sent_by", instalment=N_("Instalment"),
           sent_at=N_("Sent at"), manner=N_("Manner"), party_id=_party(N_("Party")), text=N_("Text")),
    _table("signatures", N_("Signature"), Signature, silent="case_id agreement_id strokes",
           kept_by="remove_signature",
           party_id=_party(N_("Party")), signer=N_("Signed by"), line=N_("Identity line"),
           signed_at=N_("Signed at"), paper_sha256=N_("Fingerprint of the paper")),
    _table("file_points", N_("Point of the file"), FilePointAnswer, silent=_OF_CASE, point=N_("Point"),
           holds=N_("Holds"), note=N_("Note")),
    _table("service_receipts", N_("Service of a paper"), ServiceReceipt, silent="case_id template",
           kept_by="remove_receipt", party_id=_party(N_("Party")), recipient=N_("Recipient"),
           title=N_("Paper"), number=N_("Number of the paper"), copies=N_("Copies"), manner=N_("Manner"),
           place=N_("Place of service"), sent_by=N_("Served by"), sent_on=N_("Sent on"),
           due_on=N_("To be served by"), served_at=N_("Received at"), signed_by=N_("Signed by"),
           relation=N_("Who that is to the recipient"), refused_why=N_("Why it was refused"),
           witness=N_("Witness"), note=N_("Note")),
    _table("inquiries", N_("Inquiry"), Inquiry, silent=_OF_CASE, kept_by="remove_inquiry",
           held_on=N_("Held on"), began=N_("Began at"), ended=N_("Ended at"), place=N_("Place"),
           asked_by=N_("Asked by"), recorder=N_("Recorder"), party_id=_party(N_("Party")),
           person=N_("Who was asked"), person_is=N_("What they are to the matter"),
           text=N_("Questions and answers")),
    _table("copied_fields", N_("Copied into another platform"), CopiedField,
           silent="case_id sha256 copied_by copied_at", platform=N_("Platform"), field=N_("Field")),
    _table("return_visits", N_("Return visit"), ReturnVisit, silent="case_id order_id",
           kept_by="remove_visit",
           visited_on=N_("Date of the visit"), manner=N_("Manner"), party_id=_party(N_("Party")),
           performed=N_("Performed"), satisfaction=N_("Satisfaction"),
           contacted=N_("The office had been in touch"), solved=N_("The trouble is over"),
           connected=N_("Somebody answered the call"),
           occasion=N_("Occasion"), visited_by=N_("Visited by"), spoken_with=N_("Spoken with"),
           result=N_("Result of the visit"), note=N_("Note")),
    _table("work_orders", N_("Work order"), WorkOrder, silent="case_id rule terms row_sha256",
           kept_by="change_order", source=N_("Source"), number=N_("Number of the order"),
           arrived_at=N_("Arrived at"), given_until=N_("To be finished by, as the order says"),
           title=N_("Title"), content=N_("Content"), kind=N_("Kind of order"), urgency=N_("Urgency"),
           caller=N_("Caller"), caller_phone=JournalColumn(N_("Caller's phone"), mask=masks.phone),
           confidential=N_("Wishes confidentiality"), reply_wanted=N_("A reply is wanted"),
           supervised=N_("Under supervision"), former_number=N_("Number of a former order"),
           came_by=N_("Came by"), original=JournalColumn(N_("As it came"), mask=masks.whole)),
    _table("order_steps", N_("Step of the work order"), OrderStep, silent="case_id order_id",
           kept_by="change_order", kind=N_("Step"), at=N_("At"), until=N_("Extended to"), reason=N_("Reason"),
           by=N_("Who did it")),
    _table("order_replies", N_("Reply to the work order"), OrderReply,
           silent="case_id order_id released_by public_sha256", kept_by="reply_to_order",
           found_true=N_("Found true"), beyond_duty=N_("Not this office's"),
           beyond_kind=N_("Why it is not this office's"), contacted=N_("Citizen contacted"),
           contacted_number=JournalColumn(N_("Number called"), mask=masks.phone),
           contacted_at=N_("Contacted at"), solved=N_("The trouble is over"),
           unsolved_why=N_("Why it is not over"), handling=N_("What was done"),
           public_answer=N_("Public answer"), proofs_of_identity=N_("Certificates that go with it"),
           proofs_of_contact=N_("Proof of contact that goes with it"),
           proofs_of_result=N_("Proof of the result that goes with it"), released_at=N_("Released")),
    _table("person_links", N_("The same person in another case"), PersonLink,
           silent="case_id same_as joined_by joined_at", party_id=_party(N_("Party"))),
    _table("referrals", N_("Referral"), Referral, kept_by="draft_referral",
           silent="case_id number office_id exhibits claims papers package_id package_sha256 "
                  "answer_key",
           office=N_("Receiving office"), office_kind=N_("Kind of office"), whole=N_("The whole matter"),
           part=N_("Which part"), reason=N_("Reason"), asked=N_("Who is asked to answer"),
           drafted_on=N_("Drafted on"), due_on=N_("Answer asked for by"), manner=N_("Manner"),
           handed_on=N_("Handed over on"), handed_by=N_("Handed over by"), received_on=N_("Received on"),
           received_by=N_("Received by"), number_there=N_("Number there"), urged_on=N_("Urged on"),
           answered_on=N_("Answered on"), result=N_("Result"), returned_on=N_("Returned on"),
           returned_why=N_("Why it was returned")),
    _table("case_origins", N_("Came from another office"), CaseOrigin,
           silent="case_id package_id store_id sha256 signing_key public_key",
           office=N_("Office"), sender=N_("Sent by"), number=N_("Number there"), reason=N_("Reason"),
           part=N_("Which part"), asked=N_("Who is asked to answer"), sent_at=N_("Sent at"),
           due_on=N_("Answer asked for by"), taken_at=N_("Taken in at"),
           receipt_at=N_("Receipt written at"), answered_at=N_("Answered at"), result=N_("Result"),
           returned_why=N_("Why it was returned")),
    _table("unmaskings", N_("Look at the numbers"), Unmasking, silent="case_id account_id at",
           party_id=_party(N_("Party"))),
    _table("exhibits", N_("Exhibit"), Exhibit, silent="case_id position sha256 size media_type",
           kept_by="remove_evidence", name=N_("Name"),
           given_by=JournalColumn(N_("Given by"), words=(Side,), party=True), proves=N_("What it proves"),
           original=N_("Original of the exhibit"), received_on=N_("Date received"), pages=N_("Pages"),
           source=N_("Where it comes from"), opinion=N_("What the other side says of it"),
           returned_on=N_("Original given back on")),
    JournalTable("papers", N_("Frozen paper"), MappingProxyType({
        "title": JournalColumn(N_("Title")), "sha256": JournalColumn(N_("Fingerprint of the paper")),
        **dict.fromkeys(["id", "case_id", "template", "made_at", "pdf", "drafted_id", "made_from",
                         "form_sha256", "program"], SILENT)})),
    _table("bag_cases", N_("Taken along"), BagCase,
           silent="case_id bag_id laptop_id number digest opened_by"),
    _table("homecomings", N_("Homecoming"), Homecoming,
           silent="case_id bag_id laptop_id number head entries decisions brought_by brought_at bringing "
                  "receipt"),
    # The office's own, which are told on its pages in words of their own.
    _table("laptops", N_("Laptop"), Laptop, silent="name carrier_id known_since office store_id"),
    _table("bags", N_("Bag"), Bag,
           silent="laptop_id carrier_id left_at with_evidence numbers home_at lost_at lost_note receipts "
                  "reason"),
    _table("accounts", N_("Account"), Account, silent="login name roles public_key created_at disabled_at "
                                                   "standing pin site_id"),
    _table("office_places", N_("Place of the office's list"), OfficePlace,
           silent="kind name address site_id"),
    _table("office_sites", N_("Site of the office"), Site, silent="name address phone"),
    _table("receiving_offices", N_("Receiving office"), ReceivingOffice,
           silent="kind name takes contact phone address answer_days store_id public_key signing_key"),
    _table("companies", N_("Company of the office's list"), Company,
           silent="name credit_code legal_representative legal_representative_post business phone address"),
    _table("order_layouts", N_("Columns of a list of orders"), OrderLayout, silent="source name columns"),
    _table("waiting_matters", N_("Matter not registered yet"), WaitingMatter,
           silent="came_at source title content kept_by registered_as dropped_why"),
    _table("bank_layouts", N_("Bank's statement"), BankLayout, silent="bank columns"),
    _table("own_forms", N_("Form of the office's own"), OwnForm, silent="path text"),
    _table("own_typefaces", N_("Typeface of the office's own"), OwnTypeface,
           silent="name sha256 size position"),
    JournalTable("frozen_reports", N_("Closed period"), MappingProxyType(dict.fromkeys(
        ["id", "form", "since", "until", "narrow", "edition", "made_by", "made_at", "sha256", "content"],
        SILENT))),
    JournalTable("settings", N_("Setting"), MappingProxyType({"name": SILENT, "value": SILENT})),
)})


def column(table: str, name: str) -> JournalColumn:
    """What a reader is told of a column; of one that is no more, which old entries name, its bare name."""
    known = TABLES[table].columns if table in TABLES else {}
    return known.get(name) or JournalColumn(name)


def tells(table: str, name: str) -> bool:
    """Whether a column tells a reader anything."""
    return bool(column(table, name).label)
