"""What can be done to a case, and in which stage of it: every verb once, with all that is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from mediation_desk.domain.case import Case
from mediation_desk.domain.intake.order.replies import PROOFS
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.vocabulary import Status
from mediation_desk.domain.words import N_, DeskError


class Stage(Enum):
    """How far a case is, as far as it decides what may be done to it."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    SIGNED = "signed"
    CLOSED = "closed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    REFERRED = "referred"
    VOIDED = "voided"


_OVER: Mapping[Status, Stage] = MappingProxyType({
    Status.CLOSED: Stage.CLOSED, Status.REFUSED: Stage.REFUSED, Status.WITHDRAWN: Stage.WITHDRAWN,
    Status.REFERRED: Stage.REFERRED, Status.VOIDED: Stage.VOIDED})
OVER = frozenset(_OVER.values())
DECIDED = OVER - {Stage.VOIDED}
UNSIGNED = frozenset({Stage.RECEIVED, Stage.ACCEPTED})
ACCEPTED = frozenset({Stage.ACCEPTED, Stage.SIGNED})
OPEN = UNSIGNED | ACCEPTED
ALWAYS = OPEN | OVER
RECEIVED_ONLY, ACCEPTED_ONLY, SIGNED_ONLY = (
    frozenset({stage}) for stage in (Stage.RECEIVED, Stage.ACCEPTED, Stage.SIGNED))


def stage_of(case: Case) -> Stage:
    """The stage that the case is in."""
    if case.status is not Status.OPEN:
        return _OVER[case.status]
    if case.is_signed:
        return Stage.SIGNED
    return Stage.ACCEPTED if case.accepted_on else Stage.RECEIVED


class Undoing(Enum):
    """How far undo reaches at a verb."""

    FREE = "it can be undone"
    FINAL = "nobody undoes it, or anything before it"
    SHARED = "whoever did it undoes neither it nor what they did before it"
    ASIDE = "it changes nothing of the case: what was done before it can still be undone"


@dataclass(frozen=True)
class CaseVerb:
    """One verb, by the name that the journal keeps.

    ``words``: what a reader of the timeline is told. ``right``: who may. ``rests_on``: tables, or
    fields of tables, that a person looks at to decide on it; when others changed them meanwhile, they
    are shown first. ``follows``: tables, or fields of tables, that it computes from what stands, so that
    nobody's words are written over. ``carries``: what others write that means something else once it is
    undone. ``sides``: whether it may change who takes part. ``completes``: whether a decided case still
    takes what its papers lack; which that is, the verb says itself. ``too_late``: what is said when the
    case is past it.
    """

    id: str
    words: str
    stages: frozenset[Stage] = OPEN
    right: Verb = Verb.EDIT_CASE
    undoing: Undoing = Undoing.FREE
    rests_on: frozenset[str] = frozenset()
    follows: frozenset[str] = frozenset()
    carries: frozenset[str] = frozenset()
    sides: bool = False
    completes: bool = False
    too_late: str = ""


_NAMED = frozenset({"parties.role", "parties.name"})
_TERMS = frozenset({"agreements", "debtors", "shares", "instalments", "instalment_shares"})
_ENDING = frozenset({"cases.status", "cases.outcome", "cases.closed_on", "cases.closing_note"})
_RESEALED = frozenset({"sealed_items.sealed", "case_key_wraps", "case_holders"})
_NUMBERED = frozenset({"element_entries.evidence", "relationship_entries.evidence",  # 证据3
                       *(f"order_replies.{name}" for name in PROOFS)})
_FINAL, _SHARED, _ASIDE = Undoing.FINAL, Undoing.SHARED, Undoing.ASIDE

VERBS: Mapping[str, CaseVerb] = MappingProxyType({verb.id: verb for verb in (
    # Intake
    CaseVerb("register_case", N_("Case registered"), right=Verb.REGISTER_CASE, undoing=_FINAL),
    CaseVerb("add_party", N_("Party added"), sides=True, completes=True),
    CaseVerb("add_parties", N_("Parties added"), sides=True),
    CaseVerb("remove_party", N_("Party removed"), sides=True),
    CaseVerb("edit", N_("Details changed"), sides=True, completes=True),
    CaseVerb("set_claims", N_("Claims chosen"), UNSIGNED),
    CaseVerb("ask_amounts", N_("Claims put in figures"), UNSIGNED),
    CaseVerb("ask_computed", N_("Claims put in figures as computed"), ACCEPTED_ONLY,
             rests_on=frozenset({"element_entries", "claims", "cases.received_on"})),
    CaseVerb("consent", N_("Consents entered"), sides=True),
    CaseVerb("accept", N_("Application accepted"), RECEIVED_ONLY, rests_on=_NAMED | {
        "parties.agreed_on", "parties.declined_on", "cases.received_on", "cases.applicants_agree_on",
        "cases.respondents_agree_on"}),
    CaseVerb("refuse", N_("Application refused"), RECEIVED_ONLY, undoing=_FINAL,
             too_late=N_("The case is accepted already; end it under Closing instead.")),
    CaseVerb("void_case", N_("Case voided"), UNSIGNED, Verb.CLOSE_CASE, _FINAL,
             too_late=N_("An agreement was signed; close the case with its outcome instead.")),
    CaseVerb("consent_to_extension", N_("Consent to an extension entered"), ACCEPTED_ONLY),
    CaseVerb("join_person", N_("Known as the same person in another case"), ALWAYS - {Stage.VOIDED}),
    CaseVerb("part_person", N_("No longer the same person as in another case"), ALWAYS - {Stage.VOIDED}),
    CaseVerb("move_site", N_("Moved to another site"), ALWAYS - {Stage.VOIDED}, Verb.MOVE_CASE,
             rests_on=frozenset({"cases.site_id"})),
    # The work order
    CaseVerb("note_order", N_("Work order noted"), ALWAYS - {Stage.VOIDED}),
    CaseVerb("change_order", N_("Work order changed"), ALWAYS - {Stage.VOIDED}),
    CaseVerb("remove_order", N_("Work order removed"), ALWAYS - {Stage.VOIDED}),
    CaseVerb("step_order", N_("Step of the work order noted"), ALWAYS - {Stage.VOIDED},
             rests_on=frozenset({"order_steps", "work_orders"})),
    CaseVerb("remove_order_step", N_("Step of the work order removed"), ALWAYS - {Stage.VOIDED}),
    CaseVerb("reply_to_order", N_("Reply to the work order written"), ALWAYS - {Stage.VOIDED}),
    CaseVerb("release_reply", N_("Public answer released"), ALWAYS - {Stage.VOIDED},
             rests_on=frozenset({"order_replies", "parties"})),
    # Referral
    CaseVerb("draft_referral", N_("Referral drafted"), ALWAYS - {Stage.VOIDED}, Verb.REFER_CASE),
    CaseVerb("remove_referral", N_("Referral removed"), ALWAYS - {Stage.VOIDED}, Verb.REFER_CASE),
    CaseVerb("hand_off", N_("Referral handed over"), ALWAYS - {Stage.VOIDED}, Verb.REFER_CASE,
             rests_on=frozenset({"referrals"})),
    CaseVerb("note_referral", N_("Course of a referral noted"), ALWAYS - {Stage.VOIDED}, Verb.REFER_CASE,
             rests_on=frozenset({"referrals"})),
    CaseVerb("write_package", N_("Sealed package written"), ALWAYS - {Stage.VOIDED}, Verb.REFER_CASE, _ASIDE),
    CaseVerb("take_package", N_("Taken in from a sealed package"), right=Verb.REGISTER_CASE, undoing=_FINAL),
    CaseVerb("write_receipt", N_("Receipt of a package written"), ALWAYS - {Stage.VOIDED}, Verb.REFER_CASE,
             _SHARED),
    CaseVerb("answer_package", N_("Answer to a package written"), ALWAYS - {Stage.VOIDED}, Verb.REFER_CASE,
             _SHARED),
    CaseVerb("read_answer", N_("Answer of the receiving office read"), ALWAYS - {Stage.VOIDED},
             Verb.REFER_CASE),
    CaseVerb("extend", N_("Mediation extended"), ACCEPTED_ONLY,
             rests_on=frozenset({"extension_consents", "parties.role"})),
    # Sorting
    CaseVerb("say", N_("Statements entered"), ACCEPTED_ONLY),
    CaseVerb("admit", N_("Statement admitted"), ACCEPTED_ONLY),
    CaseVerb("weigh_factor", N_("Relationship weighed"), ACCEPTED_ONLY),
    CaseVerb("record_inquiry", N_("Inquiry recorded"), ACCEPTED_ONLY),
    CaseVerb("remove_inquiry", N_("Inquiry removed"), ACCEPTED_ONLY),
    # Mediation
    CaseVerb("hold_session", N_("Session entered"), ACCEPTED),
    CaseVerb("change_session", N_("Session changed"), ACCEPTED),
    CaseVerb("move_session", N_("Session moved"), ACCEPTED),
    CaseVerb("remove_session", N_("Session removed"), ACCEPTED),
    CaseVerb("begin_session", N_("Session begun"), ACCEPTED),
    CaseVerb("adjourn_session", N_("Session adjourned"), ACCEPTED),
    CaseVerb("go_on_with_session", N_("Session to be gone on with"), ACCEPTED),
    CaseVerb("end_session", N_("Session ended"), ACCEPTED,
             rests_on=frozenset({"session_presences", "parties.role"})),
    CaseVerb("call_off_session", N_("Session called off"), ACCEPTED),
    CaseVerb("note_presence", N_("Attendance entered"), ACCEPTED),
    CaseVerb("run_clock", N_("Clock of the session started"), ACCEPTED),
    CaseVerb("stop_clock", N_("Clock of the session stopped"), ACCEPTED),
    CaseVerb("tell_rights", N_("Rights told"), ACCEPTED),
    CaseVerb("remove_rights", N_("Entry on rights told removed"), ACCEPTED),
    CaseVerb("ask_recusal", N_("Another mediator asked for"), ACCEPTED),
    CaseVerb("decide_recusal", N_("Request for another mediator decided"), ACCEPTED),
    CaseVerb("remove_recusal", N_("Request for another mediator removed"), ACCEPTED),
    CaseVerb("keep_minutes", N_("Minutes kept"), ACCEPTED),
    CaseVerb("make_offer", N_("Offer made"), ACCEPTED_ONLY),
    CaseVerb("remove_offer", N_("Offer removed"), ACCEPTED_ONLY),
    CaseVerb("accept_offer", N_("Offer accepted"), ACCEPTED_ONLY),
    CaseVerb("keep_sealed", N_("Sealed entry kept"), ACCEPTED, Verb.WRITE_SEALED, follows=_RESEALED),
    CaseVerb("remove_sealed", N_("Sealed entry removed"), ACCEPTED, Verb.WRITE_SEALED),
    CaseVerb("release_offer", N_("Offer released"), ACCEPTED_ONLY, Verb.WRITE_SEALED),
    CaseVerb("take_back_offer", N_("Release of an offer taken back"), ACCEPTED_ONLY, Verb.WRITE_SEALED),
    CaseVerb("release_fact", N_("Fact released"), ACCEPTED, Verb.WRITE_SEALED),
    CaseVerb("take_back_told", N_("Release of a fact taken back"), ACCEPTED, Verb.WRITE_SEALED),
    CaseVerb("show_told", N_("Released matter shown to the other side"), ACCEPTED, Verb.WRITE_SEALED,
             _SHARED),
    CaseVerb("adopt_proposal", N_("Mediator's proposal accepted by both sides"), ACCEPTED_ONLY,
             Verb.WRITE_SEALED),
    # Settlement
    CaseVerb("draft_agreement", N_("Terms drafted"), ACCEPTED_ONLY,
             rests_on=frozenset({"claims", "parties.role"})),
    CaseVerb("put_out_agreement", N_("Agreement printed for signing"), ACCEPTED_ONLY, undoing=_ASIDE),
    CaseVerb("sign_on_screen", N_("Signed on the screen"), ACCEPTED_ONLY, Verb.SIGN_AGREEMENT),
    CaseVerb("remove_signature", N_("Signature of the screen removed"), ACCEPTED_ONLY, Verb.SIGN_AGREEMENT),
    CaseVerb("sign_agreement", N_("Agreement signed"), ACCEPTED_ONLY, Verb.SIGN_AGREEMENT, _FINAL,
             rests_on=_TERMS | {"cases", "parties", "claims", "element_entries", "signatures"}),
    CaseVerb("draft_supplement", N_("Change of the agreement drafted"), SIGNED_ONLY,
             rests_on=frozenset({"payments"})),
    CaseVerb("drop_supplement", N_("Change of the agreement dropped"), SIGNED_ONLY),
    CaseVerb("put_out_supplement", N_("Supplementary agreement printed for signing"), SIGNED_ONLY,
             undoing=_ASIDE),
    CaseVerb("sign_supplement", N_("Supplementary agreement signed"), SIGNED_ONLY, Verb.SIGN_AGREEMENT,
             _FINAL, rests_on=_TERMS | {"payments", "parties"}),
    # Performance
    CaseVerb("book_payment", N_("Payment booked"), SIGNED_ONLY, Verb.BOOK_PAYMENT),
    CaseVerb("remove_payment", N_("Payment reversed"), SIGNED_ONLY, Verb.BOOK_PAYMENT),
    CaseVerb("attach_voucher", N_("Voucher of a payment attached or taken off"), SIGNED_ONLY,
             Verb.BOOK_PAYMENT),
    CaseVerb("note_payment", N_("Call about a payment noted"), SIGNED_ONLY, Verb.BOOK_PAYMENT),
    CaseVerb("remove_payment_note", N_("Call about a payment removed"), SIGNED_ONLY, Verb.BOOK_PAYMENT),
    CaseVerb("remind", N_("Reminder of a payment sent"), SIGNED_ONLY, Verb.BOOK_PAYMENT, _ASIDE),
    CaseVerb("prepare_paper", N_("Paper prepared with whole numbers"), SIGNED_ONLY, Verb.UNMASK_NUMBERS,
             _ASIDE),
    # Closing
    CaseVerb("return_visit", N_("Return visit recorded")),
    CaseVerb("visit_for_order", N_("Return visit for the work order recorded"), ALWAYS - {Stage.VOIDED}),
    CaseVerb("remove_visit", N_("Return visit removed")),
    CaseVerb("review_file", N_("File reviewed")),
    CaseVerb("close_case", N_("Case closed"), OPEN, Verb.CLOSE_CASE, _FINAL,
             rests_on=_TERMS | {"payments", "return_visits"}),
    CaseVerb("take_back", N_("Decision taken back"), OVER, Verb.CLOSE_CASE, _FINAL, rests_on=_ENDING),
    CaseVerb("reopen_case", N_("Case reopened"), OVER, Verb.REOPEN_CASE, _FINAL, rests_on=_ENDING),
    CaseVerb("archive", N_("File put into the archive"), DECIDED, Verb.CLOSE_CASE,
             rests_on=frozenset({"cases.status", "cases.closed_on"})),
    CaseVerb("export_file", N_("File of the case exported"), DECIDED, Verb.UNMASK_NUMBERS, _ASIDE),
    # Evidence
    CaseVerb("add_evidence", N_("Evidence added")),
    CaseVerb("edit_evidence", N_("Evidence described"), completes=True),
    CaseVerb("remove_evidence", N_("Evidence removed")),
    CaseVerb("renumber_evidence", N_("Evidence numbered anew"),
             follows=_NUMBERED, carries=_NUMBERED),
    # Service
    CaseVerb("serve", N_("Paper given out for service"), ALWAYS - {Stage.VOIDED}),
    CaseVerb("note_service", N_("Service of a paper noted"), ALWAYS - {Stage.VOIDED}),
    CaseVerb("remove_receipt", N_("Service of a paper removed"), ALWAYS - {Stage.VOIDED}),
    # Going back
    CaseVerb("restore", N_("Restored from the recycle bin"), right=Verb.RESTORE_REMOVED, sides=True),
    CaseVerb("undo", N_("Undone or done again"), sides=True, completes=True),
    # Mediators and keys
    CaseVerb("add_mediator", N_("Mediator added"), OPEN, Verb.ADD_MEDIATOR, _SHARED,
             follows=_RESEALED),
    CaseVerb("let_in", N_("Mediator let in to the key"), OPEN, Verb.WRITE_SEALED, _SHARED,
             follows=_RESEALED),
    CaseVerb("remove_mediator", N_("Mediator removed"), OPEN, Verb.REMOVE_MEDIATOR, _FINAL,
             follows=_RESEALED),
    CaseVerb("hand_over", N_("Case handed over"), OPEN, Verb.ADD_MEDIATOR),
    CaseVerb("recover_seal", N_("Seal recovered"), ALWAYS, Verb.RECOVER_SEAL, _SHARED, follows=_RESEALED),
    # On the road
    CaseVerb("renew_key", N_("Key of the case renewed"), ALWAYS, Verb.WRITE_SEALED, _SHARED,
             follows=_RESEALED),
    CaseVerb("check_out", N_("Taken along"), ALWAYS, Verb.CHECK_OUT_CASE, _ASIDE, follows=_RESEALED),
    CaseVerb("open_bag", N_("Bag opened on the laptop"), ALWAYS, Verb.READ_CASE, _SHARED),
    CaseVerb("bring_home", N_("Brought home"), ALWAYS, Verb.BRING_HOME, _SHARED),
    CaseVerb("take_back_home", N_("Homecoming taken back"), ALWAYS, Verb.BRING_HOME, _SHARED),
    CaseVerb("hand_to_office", N_("Handed over to another office"), ALWAYS, Verb.CHECK_OUT_CASE, _ASIDE),
    CaseVerb("receive_case", N_("Taken in from another office"), ALWAYS, Verb.REGISTER_CASE, _SHARED),
    CaseVerb("copy_field", N_("Field copied for another platform"), ALWAYS, undoing=_ASIDE),
    CaseVerb("release_summary", N_("Summary released"), ALWAYS, Verb.RELEASE_SUMMARY, _ASIDE),
    CaseVerb("unmask", N_("Whole numbers asked for"), ALWAYS, Verb.UNMASK_NUMBERS, _ASIDE),
)})


ROAD_VERBS = frozenset({"check_out", "bring_home", "hand_to_office"})
"""Verbs that tell of the road itself."""
DECISIONS = frozenset({"close_case", "refuse", "void_case"})
"""Verbs that end a case."""


def may_now(case: Case, verb: str) -> bool:
    """Whether the stage of the case allows the verb."""
    return stage_of(case) in VERBS[verb].stages


def require(case: Case, verb: str) -> None:
    """Refuse in words what the stage of the case does not allow."""
    known, stage = VERBS[verb], stage_of(case)
    if stage in known.stages or (known.completes and stage in DECIDED):
        return
    if stage in OVER:
        raise DeskError(N_("This case is closed and can only be read. Reopen it with a reason first."))
    if known.stages <= OVER:
        raise DeskError(N_("The case is open."))
    if stage is Stage.RECEIVED or Stage.SIGNED in known.stages:
        raise _too_early(known)
    raise _too_late(case, known)


def _too_early(verb: CaseVerb) -> DeskError:
    if Stage.ACCEPTED in verb.stages:
        return DeskError(N_("Accept the case first: both sides must consent."))
    return DeskError(N_("There is no signed agreement yet."))


def _too_late(case: Case, verb: CaseVerb) -> DeskError:
    if verb.too_late:
        return DeskError(verb.too_late)
    if Stage.ACCEPTED in verb.stages:
        return DeskError(N_("The agreement was signed on {day}; what it rests on changes no more."),
                         day=case.first_signed_on)
    return DeskError(N_("The case was accepted on {day}."), day=case.accepted_on)
