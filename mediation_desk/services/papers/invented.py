"""An invented case on which a form is tried by whoever changes forms and may look into no case.

Nobody of it lives: the numbers have an area code that was never given out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.closing import ReturnVisit
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.inquiries import Inquiry
from mediation_desk.domain.intake.order.replies import fingerprint
from mediation_desk.domain.intake.orders import FoundTrue, OrderReply, OrderStep, OrderStepKind, WorkOrder
from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.sessions import Attendee, MediationSession
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.people import Claim, Party
from mediation_desk.domain.performance.ledger import Payment
from mediation_desk.domain.settlement.agreement import Agreement, Instalment, InstalmentShare, Share
from mediation_desk.domain.sorting.statements import ElementEntry
from mediation_desk.domain.vocabulary import (
    Attendance,
    Business,
    KindOfWork,
    Outcome,
    PartyKind,
    Refusal,
    Role,
    SessionState,
    Side,
    Source,
    Status,
)

CASE, FIRST, SECOND, COMPANY, AGREEMENT, SESSION = (UUID(int=at) for at in range(1, 7))
WORKERS = (FIRST, SECOND)
SHARES = (yuan("6000.00"), yuan("4000.00"))
MEDIATOR, ORDER = UUID(int=7), UUID(int=130)
RECEIVED, ACCEPTED, SIGNED, FIRST_DUE, SECOND_DUE = (
    timedelta(days=days) for days in (-60, -58, -50, -30, 30))


def invented(today: date) -> Iterator[Case]:
    """The case, settled and performed with one instalment late; as it was while it was talked about; and as
    it would have ended: closed, without an agreement, refused."""
    yield _settled(today)
    yield _talked_about(today)
    yield _ended(_settled(today), today, Outcome.AGREEMENT, Status.CLOSED)
    yield _ended(_accepted(today), today, Outcome.NO_AGREEMENT, Status.CLOSED)
    refused = replace(_received(today), status=Status.REFUSED, refused_on=today + ACCEPTED,
                      refusal=Refusal.NO_CONSENT)
    yield _ended(refused, today + ACCEPTED, Outcome.REFUSED, Status.REFUSED)


def exhibits(today: date) -> tuple[Exhibit, ...]:
    """What was handed in."""
    return (Exhibit(id=UUID(int=70), case_id=CASE, position=1, name="工资转账记录.png", given_by=str(FIRST),
                    proves="工资标准和支付情况", sha256="0" * 64, size=1, received_on=today + RECEIVED),)


def _received(today: date) -> Case:
    case = Case(id=CASE, number="样例〔2026〕0001号", mediator_id=MEDIATOR, received_on=today + RECEIVED,
                kind_of_work=KindOfWork.COURIER, cause="追索劳动报酬",
                facts_in_brief="二人从事配送工作，最后一个月的工资没有支付。",
                created_at=datetime(2026, 1, 1, tzinfo=UTC))
    case.parties_all += [_worker(FIRST, 0, "样一", "639999199001011014"),
                         _worker(SECOND, 1, "样二", "639999199202022021"), _company()]
    case.claims_all += [Claim(id=UUID(int=20 + at), case_id=CASE, worker_id=worker, claim="unpaid_wages",
                              asked=yuan("6000.00")) for at, worker in enumerate(WORKERS)]
    return case


def _worker(key: UUID, position: int, name: str, number: str) -> Party:
    return Party(id=key, case_id=CASE, position=position, role=Role.APPLICANT, name=name, id_number=number,
                 phone="19900000001", address="样例市样例区一号", bank_account="样例银行 6200000000000000001")


def _company() -> Party:
    return Party(id=COMPANY, case_id=CASE, position=2, role=Role.RESPONDENT, kind=PartyKind.ORGANISATION,
                 name="样例配送有限公司", business=Business.COOPERATING, legal_representative="样三",
                 legal_representative_post="经理", address="样例市样例区二号", phone="0971-5550001")


def _accepted(today: date) -> Case:
    case, day = _received(today), today + ACCEPTED
    case.applicants_agree_on = case.respondents_agree_on = case.accepted_on = day
    case.entries_all += [ElementEntry(id=UUID(int=30 + at), case_id=CASE, element="monthly_wage",
                                      worker_id=worker, applicant="6000.00", respondent="5000.00")
                         for at, worker in enumerate(WORKERS)]
    begun = datetime.combine(today + SIGNED, time(9))
    held = MediationSession(id=SESSION, case_id=CASE, starts_at=begun, ended_at=begun + timedelta(hours=2),
                            place="第一调解室", record="双方陈述了意见。", state=SessionState.HELD)
    held.attendees_all += [Attendee(id=UUID(int=40 + at), case_id=CASE, session_id=SESSION, position=at,
                                    attendance=Attendance.PARTY, name=name)
                           for at, name in enumerate(("样一", "样二", "样三"))]
    case.sessions_all.append(held)
    case.inquiries_all.append(Inquiry(id=UUID(int=120), case_id=CASE, held_on=day, asked_by="样四",
                                      person="样六", text="问：谁排的班？\n答：站点排班。"))
    _brought_by_order(case, day)
    return case


def _brought_by_order(case: Case, day: date) -> None:
    """The order of a hotline by which it came, and the reply to it."""
    at, answer = datetime.combine(day, time(9)), "您反映的问题已依法办理，感谢您的监督。"
    case.orders_all.append(WorkOrder(id=ORDER, case_id=CASE, source=Source.HOTLINE, number="样例000001",
                                     arrived_at=at, kind="投诉", title="反映配送费没有支付"))
    case.order_steps_all.append(OrderStep(id=UUID(int=131), case_id=CASE, order_id=ORDER,
                                          kind=OrderStepKind.SIGNED_IN, at=at, by="样四"))
    case.replies_all.append(OrderReply(
        id=UUID(int=132), case_id=CASE, order_id=ORDER, found_true=FoundTrue.YES, beyond_duty=False,
        contacted=True, contacted_number="19900000001", contacted_at=at, solved=True,
        handling="经核实，诉求属实，双方已开始调解。", public_answer=answer,
        public_sha256=fingerprint(answer),
        released_at=datetime.combine(day, time(9), UTC)))


def _talked_about(today: date) -> Case:
    """With a session to come, an offer of each side, and somebody elected to speak for the applicants."""
    case = _accepted(today)
    case.sessions_all.append(MediationSession(
        id=UUID(int=100), case_id=CASE, starts_at=datetime.combine(today + timedelta(days=3), time(9)),
        place="第一调解室", state=SessionState.PLANNED))
    case.offers_all += [Offer(id=UUID(int=101 + at), case_id=CASE, side=side, round=1, amount=amount,
                              instalments=2, released_at=datetime.combine(today, time(9), UTC))
                        for at, (side, amount) in enumerate(zip(Side, SHARES, strict=True))]
    case.parties_all.append(Party(id=UUID(int=110), case_id=CASE, position=3, role=Role.REPRESENTATIVE,
                                  name="样五", acts_for=None))
    return case


def _settled(today: date) -> Case:
    case = _accepted(today)
    made = Agreement(id=AGREEMENT, case_id=CASE, total=total(SHARES), signed_on=today + SIGNED,
                     signing_place="第一调解室")
    made.shares_all += [Share(id=UUID(int=50 + at), case_id=CASE, agreement_id=AGREEMENT, worker_id=worker,
                              position=at, amount=amount)
                        for at, (worker, amount) in enumerate(zip(WORKERS, SHARES, strict=True))]
    halves = [amount.split([1, 1]) for amount in SHARES]
    made.instalments_all += [_instalment(at, today + after, [half[at] for half in halves])
                             for at, after in enumerate((FIRST_DUE, SECOND_DUE))]
    case.agreements_all.append(made)
    case.payments_all.append(Payment(id=UUID(int=60), case_id=CASE, paid_on=today + FIRST_DUE,
                                     amount=yuan("2000.00"), worker_id=FIRST))
    case.visits_all.append(ReturnVisit(id=UUID(int=61), case_id=CASE, visited_on=today, party_id=FIRST,
                                       performed=False))
    return case


def _instalment(at: int, due_on: date, parts: list[Money]) -> Instalment:
    key = UUID(int=80 + at)
    made = Instalment(id=key, case_id=CASE, agreement_id=AGREEMENT, number=at + 1, due_on=due_on,
                      amount=total(parts))
    made.shares_all += [InstalmentShare(id=UUID(int=90 + 2 * at + which), case_id=CASE, instalment_id=key,
                                        worker_id=worker, amount=part)
                        for which, (worker, part) in enumerate(zip(WORKERS, parts, strict=True))]
    return made


def _ended(case: Case, on: date, outcome: Outcome, status: Status) -> Case:
    case.outcome, case.status, case.closed_on = outcome, status, on
    case.closing_note, case.referred_to = "样例", "样例劳动保障监察机构"
    return case
