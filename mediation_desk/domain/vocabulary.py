"""The field's standard terms as enumerations, each with the words a person reads."""

from __future__ import annotations

from enum import StrEnum

from mediation_desk.domain.words import N_


class Term(StrEnum):
    """A stored value with a readable label (an English message id)."""

    label: str

    def __new__(cls, value: str, label: str) -> Term:
        """Make the member whose stored value is ``value``."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Station(Term):
    """The six stations of the road that every case travels."""

    INTAKE = "intake", N_("Intake")
    SORTING = "sorting", N_("Sorting")
    MEDIATION = "mediation", N_("Mediation")
    SETTLEMENT = "settlement", N_("Settlement")
    PERFORMANCE = "performance", N_("Performance")
    CLOSING = "closing", N_("Closing")

    @property
    def place(self) -> int:
        """Its place on the road, from 0."""
        return list(Station).index(self)


class Progress(Term):
    """How far a station has come in one case.

    In a case that ended without a settlement nothing is done: stations were passed, and it ended at one.
    """

    DONE = "done", N_("Done")
    CURRENT = "current", N_("Current")
    OPEN = "open", N_("Open")
    PASSED = "passed", N_("Passed")
    ENDED = "ended", N_("Ended here")


class Status(Term):
    """Whether the case is still being worked on."""

    OPEN = "open", N_("Open case")
    REFUSED = "refused", N_("Refused")
    REFERRED = "referred", N_("Referred")
    WITHDRAWN = "withdrawn", N_("Withdrawn")
    CLOSED = "closed", N_("Closed")
    VOIDED = "voided", N_("Voided")  # begun by mistake: kept with its number, in no figure


class Source(Term):
    """Where the matter came from."""

    WALK_IN = "walk_in", N_("Walk-in")
    HOTLINE = "hotline_12345", N_("12345 hotline")
    ONLINE = "online", N_("Online application")
    INSPECTION = "labour_inspection", N_("Labour inspection")
    ARBITRATION = "arbitration", N_("Assigned by the arbitration commission")
    COURT = "court", N_("Entrusted by a court")
    UNION = "union", N_("Trade union")
    VISIT = "community_visit", N_("Community visit")


class KindOfWork(Term):
    """What the workers do for their living."""

    DELIVERY = "delivery_rider", N_("Delivery rider")
    DRIVER = "driver", N_("Ride-hailing driver")
    STREAMER = "streamer", N_("Live streamer")
    COURIER = "courier", N_("Courier")
    FREIGHT = "freight_driver", N_("Freight driver")
    HOUSEHOLD = "household", N_("Household worker")
    OTHER = "other", N_("Other work")


class Role(Term):
    """A party's part in the case."""

    APPLICANT = "applicant", N_("Applicant")
    RESPONDENT = "respondent", N_("Respondent")
    THIRD_PARTY = "third_party", N_("Third party")
    AGENT = "agent", N_("Agent")
    REPRESENTATIVE = "representative", N_("Elected representative")


class Side(Term):
    """The two sides of the table."""

    APPLICANT = "applicant", N_("Applicants")
    RESPONDENT = "respondent", N_("Respondents")


class PartyKind(Term):
    """A natural person or an organisation."""

    PERSON = "person", N_("Person")
    ORGANISATION = "organisation", N_("Organisation")


class Business(Term):
    """What a respondent organisation is to the platform work."""

    PLATFORM = "platform", N_("Platform enterprise")
    COOPERATING = "cooperating_employer", N_("Cooperating employer")
    EMPLOYER = "employer", N_("Employer")


class Authority(Term):
    """What an agent may do (Civil Procedure Law, art. 62 in practice)."""

    GENERAL = "general", N_("General authority")
    SPECIAL = "special", N_("Special authority")


class SessionForm(Term):
    """How a mediation session is held."""

    OFFICE = "office", N_("In the office")
    MOBILE = "mobile", N_("Mobile")
    PHONE = "phone", N_("By phone")
    ONLINE = "online", N_("Online meeting")


class SessionMode(Term):
    """Who sits together."""

    JOINT = "joint", N_("Face to face")
    CAUCUS = "caucus", N_("Back to back")


class SessionState(Term):
    """How far a mediation session has come."""

    PLANNED = "planned", N_("Planned")
    UNDER_WAY = "under_way", N_("Under way")
    ADJOURNED = "adjourned", N_("Adjourned")
    HELD = "held", N_("Held")
    CALLED_OFF = "called_off", N_("Called off")


class SessionResult(Term):
    """What a session ended with, as its minutes say it."""

    AGREED = "agreed", N_("The sides agreed")
    NOT_AGREED = "not_agreed", N_("The sides did not agree")
    GOES_ON = "goes_on", N_("To be continued")


class NoResult(Term):
    """Why a session ended without an agreement: the fixed list of the minutes."""

    TOO_FAR_APART = "too_far_apart", N_("The positions lie too far apart")
    FACTS_DISPUTED = "facts_disputed", N_("The facts remain disputed")
    SIDE_ABSENT = "side_absent", N_("A side did not come")
    MEDIATION_DECLINED = "mediation_declined", N_("A side no longer wants mediation")
    NO_AUTHORITY = "no_authority", N_("An agent had no authority to settle")
    EVIDENCE_MISSING = "evidence_missing", N_("Evidence has still to be brought")
    OTHER = "other", N_("Another reason")


class Presence(Term):
    """Whether a party came to a session."""

    CAME = "came", N_("Came in person")
    REPRESENTED = "represented", N_("Was represented")
    ABSENT = "absent", N_("Did not come")


class RightsAnswer(Term):
    """What a party answered when its rights were told."""

    UNDERSTOOD = "understood", N_("Understood; no request")
    OTHER_MEDIATOR = "other_mediator", N_("Asks for another mediator")
    INTERPRETER = "interpreter", N_("Asks for an interpreter")


class MinuteKind(Term):
    """What an entry of the joint minutes tells."""

    STATEMENT = "statement", N_("Statement")
    FACT = "fact", N_("Fact agreed")
    EVIDENCE = "evidence", N_("Evidence looked at")
    OFFER = "offer", N_("Offer made openly")
    OTHER = "other", N_("Other matter")


class PlaceKind(Term):
    """Where the office sits and goes: its rooms, and the places of its list."""

    ROOM = "room", N_("Room")
    COMMUNITY = "community", N_("Community")
    PARK = "park", N_("Park")
    STATION = "station", N_("Workers' station")


class Attendance(Term):
    """In what capacity somebody attended a session."""

    MEDIATOR = "mediator", N_("Mediator")
    PARTY = "party", N_("Party")
    LEGAL_AID = "legal_aid_lawyer", N_("Legal-aid lawyer")
    GRASSROOTS = "grassroots_mediator", N_("Grassroots mediator")
    INSPECTOR = "labour_inspector", N_("Labour inspector")
    INTERPRETER = "interpreter", N_("Interpreter")


class SealedKind(Term):
    """What a side said alone, and what the mediators keep to themselves."""

    NOTE = "note", N_("Private note")
    INTEREST = "interest", N_("Interest or worry")
    ADMISSION = "admission", N_("Admission")
    BOTTOM_LINE = "bottom_line", N_("Bottom line")
    OFFER = "offer", N_("Offer not released")
    RISK = "risk", N_("Risk of default")
    PROPOSAL = "proposal", N_("Mediator's proposal")
    ANSWER = "answer", N_("Answer to a proposal")
    WISH = "wish", N_("Wish before signing")


class OwedHow(Term):
    """How several debtors owe what is agreed (Civil Code, arts. 517, 518, 687, 688)."""

    ALONE = "alone", N_("One of them alone")
    JOINTLY = "jointly", N_("Jointly and severally")
    IN_SHARES = "in_shares", N_("Each its own share")
    IN_ORDER = "in_order", N_("One after the other")


class Duty(Term):
    """What somebody takes on under an agreement."""

    OWES = "owes", N_("Owes")
    GUARANTEES = "guarantees", N_("Guarantees, after the debtor")
    GUARANTEES_JOINTLY = "guarantees_jointly", N_("Guarantees jointly with the debtor")


class ReminderManner(Term):
    """How a reminder went out."""

    COPIED = "copied", N_("Text copied")
    CODE = "code", N_("Shown as a QR code")
    LETTER = "letter", N_("Printed letter")


class ShareKind(Term):
    """How the total is shared among the workers."""

    BY_CLAIM = "by_claim", N_("In proportion to the claims")
    EQUAL = "equal", N_("Equal shares")
    BY_HAND = "by_hand", N_("By hand")


class SplitKind(Term):
    """How the total is split over the instalments."""

    EQUAL = "equal", N_("Equal instalments")
    BY_SHARE = "by_share", N_("By share")
    BY_HAND = "by_hand", N_("Amounts by hand")
    FIRST_LARGER = "first_larger", N_("The first larger, the others equal")
    LAST_LARGER = "last_larger", N_("The last larger, the others equal")
    ON_SIGNING = "on_signing", N_("A first share on signing, the others equal")


class PaymentMethod(Term):
    """How money is paid."""

    TRANSFER = "bank_transfer", N_("Bank transfer")
    CASH = "cash", N_("Cash")
    MOBILE = "mobile_payment", N_("Mobile payment")
    CHEQUE = "cheque", N_("Cheque")


class DefaultClause(Term):
    """What follows when an instalment is too late."""

    ACCELERATE = "acceleration", N_("The whole rest falls due")
    RESUME = "resume_claim", N_("The original claim revives")
    PENALTY = "penalty", N_("An agreed penalty is owed")
    NONE = "none", N_("No special consequence")


class InstalmentState(Term):
    """How an instalment stands on a given day."""

    PAID = "paid", N_("Paid")
    UPCOMING = "upcoming", N_("Not yet due")
    DUE = "due", N_("Due today")
    GRACE = "grace", N_("Late, within grace")
    OVERDUE = "overdue", N_("Overdue")
    ACCELERATED = "accelerated", N_("Accelerated")


class Outcome(Term):
    """How the case ended."""

    PERFORMED = "performed", N_("Mediated and performed")
    AGREEMENT = "agreement", N_("Mediated, performance continues")
    RECONCILED = "reconciled", N_("Settled by the parties themselves")
    NO_AGREEMENT = "no_agreement", N_("No agreement")
    WITHDRAWN = "withdrawn", N_("Application withdrawn")
    REFUSED = "refused", N_("Application refused")
    REFERRED = "referred", N_("Referred elsewhere")


class VisitManner(Term):
    """How a return visit was made."""

    PHONE = "phone", N_("Phone call")
    VISIT = "visit", N_("Visit in person")
    MESSAGE = "message", N_("Message")


class ClaimHandling(Term):
    """What an agreement makes of a claim."""

    PAID = "paid", N_("To be paid")
    WAIVED = "waived", N_("Waived")
    REPLACED = "replaced", N_("Done otherwise")


class InKind(Term):
    """What is done instead of paying."""

    DOCUMENTS = "documents", N_("Documents handed over")
    ACCOUNT = "account", N_("Account restored")
    APOLOGY = "apology", N_("Apology")
    INSURANCE = "insurance", N_("Insurance made up")
    DEPOSIT = "deposit", N_("Deposit returned")
    OTHER = "other", N_("Something else")


class TaxHandling(Term):
    """Whether the amounts agreed are before or after the income tax of individuals."""

    BEFORE = "before", N_("Before tax")
    AFTER = "after", N_("After tax")


class VisitOccasion(Term):
    """Why a return visit was made."""

    SIGNED = "signed", N_("After the signing")
    PAID = "paid", N_("After the last payment")
    LATE = "late", N_("After an instalment that was not paid")
    WORK_ORDER = "work_order", N_("After a work order")
    OTHER = "other", N_("Another reason")


class FilePoint(Term):
    """What is looked at before a case is closed and its file put away."""

    ACCEPTED = "accepted", N_("Accepted lawfully")
    MATERIALS = "materials", N_("Materials complete")
    FORMS = "forms", N_("The right forms used")
    EVIDENCE = "evidence", N_("Evidence proper")
    AGREEMENT = "agreement", N_("Agreement within the law")
    VISIT = "visit", N_("Return visit in time")
    BOUND = "bound", N_("File bound properly")


class Satisfaction(Term):
    """What the visited person said of the mediation."""

    SATISFIED = "satisfied", N_("Satisfied")
    NEUTRAL = "neutral", N_("Neutral")
    DISSATISFIED = "dissatisfied", N_("Dissatisfied")


class Refusal(Term):
    """Why an application was not accepted (Consultation and Mediation Provisions, art. 22)."""

    OUT_OF_SCOPE = "out_of_scope", N_("Outside the scope of mediation")
    NO_CONSENT = "no_consent", N_("A side does not consent")


class ClockKind(Term):
    """The periods that the law sets on the way."""

    ACCEPTANCE = "acceptance", N_("Decide on acceptance")
    ARBITRATION_OPEN = "arbitration_open", N_("Free to apply for arbitration")
    MEDIATION_END = "mediation_end", N_("Mediation ends")
    REVIEW = "review", N_("Joint application for arbitration review")
    CONFIRMATION = "confirmation", N_("Joint application for judicial confirmation")
