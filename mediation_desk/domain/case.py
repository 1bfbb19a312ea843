"""The case: one matter on its road through the six stations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from mediation_desk.domain.closing import SETTLED, STATUS_AFTER, ReturnVisit, check_ending
from mediation_desk.domain.copied import CopiedField
from mediation_desk.domain.file_review import FilePointAnswer
from mediation_desk.domain.inquiries import Inquiry
from mediation_desk.domain.intake import consent
from mediation_desk.domain.intake.known import PersonLink
from mediation_desk.domain.intake.orders import OrderReply, OrderStep, WorkOrder
from mediation_desk.domain.mediation.extension import ExtensionConsent
from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.rights import Recusal, RightsTold
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.mediation.told import ToldFact
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.people import Claim, Party, check_representatives, in_role
from mediation_desk.domain.performance.following import PaymentNote, Reminder
from mediation_desk.domain.performance.ledger import Payment
from mediation_desk.domain.referral.referrals import CaseOrigin, Referral
from mediation_desk.domain.serving import ServiceReceipt
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.signatures import Signature
from mediation_desk.domain.sorting.relationship import RelationshipEntry
from mediation_desk.domain.sorting.statements import ElementEntry, RespondentStatement
from mediation_desk.domain.vocabulary import (
    FilePoint,
    KindOfWork,
    Outcome,
    Progress,
    Refusal,
    Role,
    Source,
    Station,
    Status,
)
from mediation_desk.domain.words import N_, DeskError, NotThere

Sides = tuple[frozenset[UUID], frozenset[UUID], frozenset[UUID]]


@dataclass(eq=False, kw_only=True)
class Case:
    """Everything about one matter but what the sides said alone.

    Lists named ``*_all`` hold removed rows too (nothing is ever deleted); the properties beside
    them give the rows that stand.
    """

    id: UUID
    version: int = 0
    number: str
    mediator_id: UUID
    received_on: date
    registered_on: date | None = None  # None: by a program that did not note the day
    source: Source = Source.WALK_IN
    source_reference: str = ""
    kind_of_work: KindOfWork = KindOfWork.OTHER
    cause: str = ""
    facts_in_brief: str = ""
    confidential: bool = False
    dispute_sheets: str = ""  # element sheets asked besides those of the claims, parted by spaces
    applicants_agree_on: date | None = None
    respondents_agree_on: date | None = None
    accepted_on: date | None = None
    refused_on: date | None = None
    refusal: Refusal | None = None
    extended_to: date | None = None
    station: Station = Station.INTAKE
    status: Status = Status.OPEN
    relationship_conclusion: str = ""
    relationship_reasons: str = ""
    outcome: Outcome | None = None
    computed: Money | None = None  # what the law would give, when the case was signed or closed
    closed_on: date | None = None
    closing_note: str = ""
    referred_to: str | None = None  # the office that takes over
    voided_on: date | None = None
    reopening_reason: str = ""
    archived_on: date | None = None
    file_volume: str | None = None  # the number of its volume in the archive
    file_box: str | None = None
    file_note: str | None = None  # what is said of the file's own state (卷宗情况说明)
    retention_years: int | None = None  # None: as the office keeps its files
    goes_on_as: str | None = None  # the number of the case in which a matter that was entered twice goes on
    entered_twice_as: str | None = None  # the numbers of the cases that ended because it goes on in this one
    site_id: UUID | None = None  # the site of the office that it belongs to; None: the office itself
    created_at: datetime
    removed_at: datetime | None = None
    parties_all: list[Party] = field(default_factory=list)
    claims_all: list[Claim] = field(default_factory=list)
    entries_all: list[ElementEntry] = field(default_factory=list)
    statements_all: list[RespondentStatement] = field(default_factory=list)
    factors_all: list[RelationshipEntry] = field(default_factory=list)
    sessions_all: list[MediationSession] = field(default_factory=list)
    offers_all: list[Offer] = field(default_factory=list)
    rights_all: list[RightsTold] = field(default_factory=list)
    recusals_all: list[Recusal] = field(default_factory=list)
    extensions_all: list[ExtensionConsent] = field(default_factory=list)
    told_all: list[ToldFact] = field(default_factory=list)
    agreements_all: list[Agreement] = field(default_factory=list)
    payments_all: list[Payment] = field(default_factory=list)
    visits_all: list[ReturnVisit] = field(default_factory=list)
    payment_notes_all: list[PaymentNote] = field(default_factory=list)
    reminders_all: list[Reminder] = field(default_factory=list)
    signatures_all: list[Signature] = field(default_factory=list)
    review_all: list[FilePointAnswer] = field(default_factory=list)
    receipts_all: list[ServiceReceipt] = field(default_factory=list)
    inquiries_all: list[Inquiry] = field(default_factory=list)
    copied_all: list[CopiedField] = field(default_factory=list)
    orders_all: list[WorkOrder] = field(default_factory=list)
    order_steps_all: list[OrderStep] = field(default_factory=list)
    replies_all: list[OrderReply] = field(default_factory=list)
    links_all: list[PersonLink] = field(default_factory=list)
    referrals_all: list[Referral] = field(default_factory=list)
    origins_all: list[CaseOrigin] = field(default_factory=list)

    # Who is in it

    @property
    def parties(self) -> list[Party]:
        """All that stand, in their order."""
        return sorted(_standing(self.parties_all), key=lambda p: p.position)

    @property
    def applicants(self) -> list[Party]:
        """The workers who apply."""
        return in_role(self.parties, Role.APPLICANT)

    @property
    def respondents(self) -> list[Party]:
        """Whom they apply against; of an accepted case those who consented to mediation."""
        out = {one.id for one in self.left_out}
        return [one for one in in_role(self.parties, Role.RESPONDENT) if one.id not in out]

    @property
    def left_out(self) -> list[Party]:
        """The respondents that an accepted case goes on without: they did not consent."""
        return [one for one in in_role(self.parties, Role.RESPONDENT)
                if self.accepted_on and one.declined_on]

    def note_consents(self) -> None:
        """Keep the side's day of consent true to what each respondent said."""
        named = in_role(self.parties, Role.RESPONDENT)
        if consent.each_has_said(named):
            self.respondents_agree_on = consent.side_agreed_on(named)

    def joins(self, party: Party) -> None:
        """Somebody comes in; a further respondent consents for itself."""
        before = in_role(self.parties, Role.RESPONDENT)
        if party.role is Role.RESPONDENT and before and self.respondents_agree_on:
            consent.spread(before, self.respondents_agree_on)
            if self.accepted_on is None:
                self.respondents_agree_on = None
        self.parties_all.append(party)

    @property
    def representatives(self) -> list[Party]:
        """The elected representatives of the applicants."""
        return in_role(self.parties, Role.REPRESENTATIVE)

    @property
    def agents(self) -> list[Party]:
        """Those who act for a party."""
        return in_role(self.parties, Role.AGENT)

    @property
    def sides(self) -> Sides:
        """The keys of those who apply, of those whom they apply against, and of third parties."""
        return (frozenset(p.id for p in self.applicants), frozenset(p.id for p in self.respondents),
                frozenset(p.id for p in in_role(self.parties, Role.THIRD_PARTY)))

    def require_sides(self, before: Sides) -> None:
        """Refuse a change that brought somebody into a signed agreement, or took somebody out; or that
        left an accepted case with one side only."""
        if self.is_signed and self.sides != before:
            raise DeskError(N_("The agreement is signed; its parties stay."), field="role")
        if self.is_signed and self.agreement and not self._pay_still(self.agreement):
            raise DeskError(N_("The agreement is signed; its parties stay."), field="role")
        if self.accepted_on and all(before[:2]) and not all(self.sides[:2]):
            raise DeskError(N_("A case needs at least one applicant and one respondent."), field="parties")

    def _pay_still(self, signed: Agreement) -> bool:
        """Whether everybody who took on to pay is a party still."""
        payers = {one.id for one in in_role(self.parties, Role.RESPONDENT, Role.THIRD_PARTY)}
        return payers.issuperset(one.party_id for one in signed.debtors)

    def party(self, party_id: UUID) -> Party:
        """The party with that key."""
        return _one(self.parties, party_id)

    # What it is about

    @property
    def claims(self) -> list[Claim]:
        """The claims of the workers who still apply."""
        workers = {worker.id for worker in self.applicants}
        return [claim for claim in _standing(self.claims_all) if claim.worker_id in workers]

    @property
    def is_claimed(self) -> bool:
        """Whether a worker who still applies claims anything."""
        workers = {worker.id for worker in self.applicants}
        return any(claim.worker_id in workers for claim in _standing(self.claims_all))

    @property
    def claimed(self) -> Money:
        """All that is asked for, as far as it is in figures."""
        return total(claim.asked or ZERO for claim in self.claims)

    @property
    def entries(self) -> list[ElementEntry]:
        """What was said and found on each element."""
        return list(_standing(self.entries_all))

    @property
    def statements(self) -> list[RespondentStatement]:
        """What single respondents said of their own."""
        return list(_standing(self.statements_all))

    @property
    def factors(self) -> list[RelationshipEntry]:
        """What was said on each factor of the relationship."""
        return list(_standing(self.factors_all))

    # What happened

    @property
    def sessions(self) -> list[MediationSession]:
        """The sessions, earliest first; of one hour, the one entered first."""
        return sorted(_standing(self.sessions_all), key=lambda s: (s.starts_at, s.id))

    @property
    def offers(self) -> list[Offer]:
        """The offers told to both sides, by round."""
        return sorted(_standing(self.offers_all), key=lambda o: (o.round, o.side, o.id))

    @property
    def rights_told(self) -> list[RightsTold]:
        """Who was told their rights, earliest first."""
        return sorted(_standing(self.rights_all), key=lambda r: (r.told_on, r.id))

    @property
    def recusals(self) -> list[Recusal]:
        """The requests for another mediator, earliest first."""
        return sorted(_standing(self.recusals_all), key=lambda r: (r.asked_on, r.id))

    @property
    def extension_consents(self) -> list[ExtensionConsent]:
        """Who consented to go on, and until when."""
        return sorted(_standing(self.extensions_all), key=lambda e: (e.agreed_on, e.id))

    @property
    def told_facts(self) -> list[ToldFact]:
        """The facts that may be told to the other side, earliest first."""
        return sorted(_standing(self.told_all), key=lambda t: (t.released_at, t.id))

    @property
    def agreement(self) -> Agreement | None:
        """The agreement, drafted or signed; once it was changed, as the last signed change has it."""
        return next((one for one in _standing(self.agreements_all)
                     if one.supplements_id is None or one.signed_on is not None), None)

    @property
    def supplement(self) -> Agreement | None:
        """What is drafted to change the signed agreement, and not signed yet."""
        return next((one for one in _standing(self.agreements_all)
                     if one.supplements_id is not None and one.signed_on is None), None)

    @property
    def signed_agreements(self) -> list[Agreement]:
        """The signed agreement and those that it changed, the first first."""
        known, found = {one.id: one for one in self.agreements_all}, list[Agreement]()
        one = self.agreement
        while one is not None and one.signed_on is not None:
            found.insert(0, one)
            one = known.get(one.supplements_id) if one.supplements_id else None
        return found

    @property
    def first_signed_on(self) -> date | None:
        """The day on which the sides agreed at first."""
        return next((one.signed_on for one in self.signed_agreements), None)

    @property
    def changed_on(self) -> tuple[date, ...]:
        """The days on which supplementary agreements were signed, the first first."""
        return tuple(one.signed_on for one in self.signed_agreements[1:] if one.signed_on)

    @property
    def is_signed(self) -> bool:
        """Whether an agreement was signed."""
        return self.agreement is not None and self.agreement.signed_on is not None

    @property
    def signed_agreement(self) -> Agreement:
        """The signed agreement; the user is told when there is none."""
        agreement = self.agreement
        if agreement is None or agreement.signed_on is None:
            raise DeskError(N_("There is no signed agreement yet."))
        return agreement

    @property
    def payments(self) -> list[Payment]:
        """The payments booked, earliest first."""
        return sorted(_standing(self.payments_all), key=lambda p: (p.paid_on, p.id))

    @property
    def payments_told(self) -> list[Payment]:
        """The payments that count and those that were reversed, earliest first."""
        told = (one for one in self.payments_all if one.reversed_why or not one.removed_at)
        return sorted(told, key=lambda p: (p.paid_on, p.id))

    @property
    def visits(self) -> list[ReturnVisit]:
        """The return visits, earliest first; of one day, the one entered first."""
        return sorted(_standing(self.visits_all), key=lambda v: (v.visited_on, v.id))

    @property
    def payment_notes(self) -> list[PaymentNote]:
        """Who was spoken to about payments, earliest first."""
        return sorted(_standing(self.payment_notes_all), key=lambda n: (n.spoken_on, n.id))

    @property
    def reminders(self) -> list[Reminder]:
        """The reminders that went out, earliest first."""
        return sorted(_standing(self.reminders_all), key=lambda r: (r.sent_at, r.id))

    @property
    def signatures(self) -> list[Signature]:
        """What was signed on the screen, earliest first."""
        return sorted(_standing(self.signatures_all), key=lambda s: (s.signed_at, s.id))

    @property
    def review(self) -> list[FilePointAnswer]:
        """What was found before closing, in the order of the points."""
        points = list(FilePoint)
        return sorted(_standing(self.review_all), key=lambda one: (points.index(one.point), one.id))

    @property
    def receipts(self) -> list[ServiceReceipt]:
        """What was given to whom, in the order in which it was entered."""
        return sorted(_standing(self.receipts_all), key=lambda one: one.id)

    @property
    def inquiries(self) -> list[Inquiry]:
        """Who was asked what, earliest first."""
        return sorted(_standing(self.inquiries_all), key=lambda one: (one.held_on, one.id))

    @property
    def copied(self) -> list[CopiedField]:
        """What was copied into other platforms' forms."""
        return sorted(_standing(self.copied_all), key=lambda one: one.id)

    @property
    def orders(self) -> list[WorkOrder]:
        """The work orders that brought it, earliest first."""
        return sorted(_standing(self.orders_all), key=lambda one: (one.arrived_at, one.id))

    @property
    def order_steps(self) -> list[OrderStep]:
        """What was done to the orders, earliest first."""
        return sorted(_standing(self.order_steps_all), key=lambda one: (one.at, one.id))

    @property
    def replies(self) -> list[OrderReply]:
        """The replies to the orders."""
        return sorted(_standing(self.replies_all), key=lambda one: one.id)

    def order(self, order_id: UUID) -> WorkOrder:
        """The work order with that key."""
        found = next((one for one in self.orders if one.id == order_id), None)
        if found is None:
            raise NotThere(order_id)
        return found

    def steps_of(self, order: WorkOrder) -> list[OrderStep]:
        """What was done to one order, earliest first."""
        return [one for one in self.order_steps if one.order_id == order.id]

    def reply_to(self, order: WorkOrder) -> OrderReply | None:
        """The reply to an order; None before somebody began it."""
        return next((one for one in self.replies if one.order_id == order.id), None)

    @property
    def links(self) -> list[PersonLink]:
        """Which parties are one person with parties of other cases, as somebody said."""
        return sorted(_standing(self.links_all), key=lambda one: one.id)

    @property
    def referrals(self) -> list[Referral]:
        """What is or was in other departments' hands, earliest first."""
        return sorted(_standing(self.referrals_all), key=lambda one: (one.drafted_on, one.id))

    @property
    def origins(self) -> list[CaseOrigin]:
        """The packages that brought it, earliest first."""
        return sorted(_standing(self.origins_all), key=lambda one: (one.taken_at, one.id))

    # Where it stands

    def progress(self) -> dict[Station, Progress]:
        """How far each station has come; in a case that is over, where it was worked on and how it ended."""
        if self.status is not Status.OPEN:
            return self._progress_when_over()
        here = self.station.place
        return {s: Progress.DONE if s.place < here
                else Progress.CURRENT if s.place == here else Progress.OPEN for s in Station}

    def _progress_when_over(self) -> dict[Station, Progress]:
        last = Station.INTAKE if self.outcome is Outcome.REFUSED else Station.CLOSING
        if self.outcome is Outcome.PERFORMED:
            return dict.fromkeys(Station, Progress.DONE)
        settled = self.outcome in SETTLED
        worked = self._worked_on() | {last: True}
        over = {station: (Progress.DONE if settled else Progress.PASSED) if worked[station] else Progress.OPEN
                for station in Station}
        return {**over, last: Progress.DONE if settled else Progress.ENDED}

    def _worked_on(self) -> dict[Station, bool]:
        """Station by station, whether anything was done there."""
        return {Station.INTAKE: True, Station.SORTING: bool(self.entries or self.statements or self.factors),
                Station.MEDIATION: bool(self.sessions or self.offers), Station.SETTLEMENT: self.is_signed,
                Station.PERFORMANCE: bool(self.payments), Station.CLOSING: False}

    def advance(self, station: Station) -> None:
        """Move on to a station; a case never moves back by itself."""
        if station.place > self.station.place:
            self.station = station

    def require_open(self) -> None:
        """Refuse any change to a case that is closed."""
        if self.status is not Status.OPEN:
            raise DeskError(N_("This case is closed and can only be read. Reopen it with a reason first."))

    def require_accepted(self) -> None:
        """Refuse what comes after acceptance while the case is not accepted."""
        self.require_open()
        if self.accepted_on is None:
            raise DeskError(N_("Accept the case first: both sides must consent."))

    # What a person decides about it

    def accept(self, on: date) -> None:
        """Accept the application: it is in scope and both sides consent
        (Consultation and Mediation Provisions, art. 22)."""
        self.require_open()
        self._ready_for_acceptance(on)
        self.accepted_on = on
        self.advance(Station.SORTING)

    def _ready_for_acceptance(self, on: date) -> None:
        if self.accepted_on:
            raise DeskError(N_("The case was accepted on {day}."), day=self.accepted_on)
        if not self.applicants or not self.respondents:
            raise DeskError(N_("A case needs at least one applicant and one respondent."), field="parties")
        for party in self.applicants + self.respondents:
            if not party.name.strip():
                raise DeskError(N_("Every party needs a name."), field="name")
        if on < self.received_on:
            raise DeskError(N_("The case cannot be accepted before it was received."), field="accepted_on")
        if self.applicants_agree_on is None:
            raise DeskError(N_("Acceptance needs the consent of both sides; record the day of each."),
                            field="applicants_agree_on")
        if self.applicants_agree_on > on:
            raise DeskError(N_("A consent is dated after the acceptance."), field="accepted_on")
        consent.check(self.respondents, self.respondents_agree_on, on)
        check_representatives(self.applicants, self.representatives)

    def refuse(self, on: date, reason: Refusal, note: str) -> None:
        """Refuse the application in writing, with the reason."""
        self.require_open()
        if self.accepted_on:
            raise DeskError(N_("The case is accepted already; end it under Closing instead."))
        self.refused_on, self.refusal = on, reason
        self.close(on, Outcome.REFUSED, note, owed=ZERO)

    def void(self, on: date, reason: str) -> None:
        """The case was begun by mistake: it ends without an outcome, and its number stays used up."""
        self.require_open()
        if self.is_signed:
            raise DeskError(N_("An agreement was signed; close the case with its outcome instead."))
        if on < self.received_on:
            raise DeskError(N_("The case cannot be voided before it was received."), field="voided_on")
        if not reason.strip():
            raise DeskError(N_("Say why the case is voided."), field="reason")
        self.status, self.voided_on, self.closing_note = Status.VOIDED, on, reason.strip()

    def go_on_in(self, leading: Case, on: date, reason: str) -> None:
        """The matter was entered twice: this case ends without an outcome, and the matter goes on in
        ``leading``, which must be open. Both say so."""
        leading.require_open()
        self.void(on, reason)
        self.goes_on_as = leading.number
        leading.entered_twice_as = "、".join(filter(None, (leading.entered_twice_as, self.number)))

    def close(self, on: date, outcome: Outcome, note: str, *, owed: Money, referred_to: str = "") -> None:
        """Close the case; from then on it is read-only. ``owed``: outstanding on that day."""
        self.require_open()
        signed_on = self.agreement.signed_on if self.agreement else None
        check_ending(on, outcome, note, owed, since=(self.received_on, self.accepted_on, signed_on),
                     visited=any(one.reached for one in self.visits))
        self.outcome, self.closed_on, self.closing_note = outcome, on, note
        self.referred_to = referred_to.strip() if outcome is Outcome.REFERRED else None
        self.status = STATUS_AFTER.get(outcome, Status.CLOSED)

    def reopen(self, reason: str) -> None:
        """Open a closed case again; the reason stays with it."""
        if self.status is Status.OPEN:
            raise DeskError(N_("The case is open."))
        if not reason.strip():
            raise DeskError(N_("Give the reason for reopening."), field="reason")
        self.status, self.reopening_reason = Status.OPEN, reason.strip()
        self.outcome = self.closed_on = self.refused_on = self.refusal = None
        self.voided_on = self.referred_to = self.goes_on_as = None

    @property
    def worker_names(self) -> str:
        """The applicants' names, for titles of papers."""
        return "、".join(worker.name for worker in self.applicants)


def _standing(rows: list[Any]) -> Iterator[Any]:
    return (row for row in rows if not row.removed_at)


def _one(rows: list[Party], key: UUID) -> Party:
    for row in rows:
        if row.id == key:
            return row
    raise NotThere(key)
