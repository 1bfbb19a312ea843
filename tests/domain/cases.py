"""A small case built by hand, with a row of every kind, for tests of rules over the whole of it."""

from datetime import UTC, date, datetime
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.closing import ReturnVisit
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.sessions import Attendee, MediationSession
from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.people import Claim, Party
from mediation_desk.domain.performance.ledger import Payment
from mediation_desk.domain.settlement.agreement import Agreement, Instalment, InstalmentShare, Share
from mediation_desk.domain.sorting.relationship import RelationshipEntry
from mediation_desk.domain.sorting.statements import ElementEntry
from mediation_desk.domain.vocabulary import Attendance, PartyKind, Role, Side

CASE, WORKER, COMPANY, AGENT = (UUID(int=number) for number in range(1, 5))
DAY, SIGNED, DUE = date(2024, 11, 25), date(2024, 12, 3), date(2024, 12, 10)
NOW = datetime(2024, 12, 20, tzinfo=UTC)


def received() -> Case:
    """A worker with an agent, and a company."""
    case = Case(id=CASE, number="1", mediator_id=UUID(int=9), received_on=DAY, created_at=NOW)
    case.parties_all = [
        Party(id=WORKER, case_id=CASE, position=0, role=Role.APPLICANT, name="温若晴"),
        Party(id=COMPANY, case_id=CASE, position=1, role=Role.RESPONDENT, name="某公司",
              kind=PartyKind.ORGANISATION),
        Party(id=AGENT, case_id=CASE, position=2, role=Role.AGENT, name="郑代理", acts_for=WORKER)]
    case.claims_all = [Claim(id=UUID(int=20), case_id=CASE, worker_id=WORKER, claim="unpaid_wages",
                             asked=Money(430000))]
    return case


def accepted() -> Case:
    """The same with what needs acceptance: a statement, a factor, a session, an offer."""
    case = received()
    case.applicants_agree_on = case.respondents_agree_on = case.accepted_on = DAY
    case.entries_all = [ElementEntry(id=UUID(int=30), case_id=CASE, element="monthly_wage", worker_id=WORKER,
                                     applicant="4300.00", evidence="证据1")]
    case.factors_all = [RelationshipEntry(id=UUID(int=40), case_id=CASE, factor="pay")]
    session = MediationSession(id=UUID(int=50), case_id=CASE, starts_at=datetime(2024, 11, 28, 14))
    session.attendees_all = [Attendee(id=UUID(int=51), case_id=CASE, session_id=session.id,
                                      attendance=Attendance.PARTY, name="温若晴")]
    case.sessions_all = [session]
    case.offers_all = [Offer(id=UUID(int=60), case_id=CASE, round=1, side=Side.APPLICANT,
                             amount=yuan("4300"))]
    return case


def signed() -> Case:
    """The same with a signed agreement, a payment and a return visit."""
    case = accepted()
    made = Agreement(id=UUID(int=70), case_id=CASE, total=yuan("4300"), signed_on=SIGNED)
    made.shares_all = [Share(id=UUID(int=71), case_id=CASE, agreement_id=made.id, worker_id=WORKER,
                             position=0, amount=yuan("4300"))]
    part = Instalment(id=UUID(int=72), case_id=CASE, agreement_id=made.id, number=1, due_on=DUE,
                      amount=yuan("4300"))
    part.shares_all = [InstalmentShare(id=UUID(int=73), case_id=CASE, instalment_id=part.id, worker_id=WORKER,
                                       amount=yuan("4300"))]
    made.instalments_all = [part]
    case.agreements_all = [made]
    case.payments_all = [Payment(id=UUID(int=80), case_id=CASE, paid_on=DUE, amount=yuan("4300"),
                                 worker_id=WORKER)]
    case.visits_all = [ReturnVisit(id=UUID(int=90), case_id=CASE, visited_on=DUE, party_id=AGENT)]
    return case


def exhibit(number: int = 1, given_by: str = "") -> Exhibit:
    """An exhibit of that number."""
    return Exhibit(id=UUID(int=100 + number), case_id=CASE, position=number, name="工资条.pdf",
                   sha256="0" * 64, size=1, received_on=DAY, given_by=given_by)
