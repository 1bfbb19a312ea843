"""Cases with agreements, payments, promises and reminders, made by hand and kept in one go."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from mediation_desk.domain.accounts import Account
from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.case import Case
from mediation_desk.domain.money import Money, total
from mediation_desk.domain.payments.dues import DueDay
from mediation_desk.domain.people import Party
from mediation_desk.domain.performance.following import PaymentNote, Reminder
from mediation_desk.domain.performance.ledger import Payment, ledger
from mediation_desk.domain.settlement.agreement import Agreement, Instalment, InstalmentShare, Share
from mediation_desk.domain.settlement.debtors import Debtor
from mediation_desk.domain.settlement.terms import matrix
from mediation_desk.domain.vocabulary import DefaultClause, Duty, PartyKind, ReminderManner, Role, Station
from mediation_desk.services.desk import Desk
from mediation_desk.store.tables.cases import WHOLE
from mediation_desk.store.work.work import Work

EAST = UUID(int=0xEA57)  # a site to which every third case belongs
SIGNED, TODAY = date(2024, 10, 8), date(2025, 1, 20)
COMPANIES = ("河湟同城配送有限公司", "云上湟水文化传媒有限公司", "100%_跑腿 Express")


@dataclass(frozen=True)
class Owing:
    """A desk that sees every case, another mediator's account, and the cases as they were kept."""

    desk: Desk
    other: UUID
    cases: tuple[Case, ...]


def day(desk: Desk, today: date = TODAY, ahead: int = 3) -> DueDay:
    """As the office looks at a day."""
    return DueDay(today, ahead, desk.zone)


def agreed(work: Work, workers: list[Party], parts: list[tuple[date, int]], grace: int = 5,
           clause: DefaultClause = DefaultClause.ACCELERATE) -> Agreement:
    """A signed agreement; every worker has the same share of it. ``parts``: days, and fen due on them."""
    case_id = workers[0].case_id
    whole = Money(sum(fen for _, fen in parts))
    made = Agreement(id=work.new_key(), case_id=case_id, total=whole, signed_on=SIGNED, grace_days=grace,
                     default_clause=clause)
    shares = whole.split([1] * len(workers))
    made.shares_all = [Share(id=work.new_key(), case_id=case_id, agreement_id=made.id, worker_id=one.id,
                             position=at, amount=share)
                       for at, (one, share) in enumerate(zip(workers, shares, strict=True))]
    cells = matrix(shares, [Money(fen) for _, fen in parts])
    for number, ((due, fen), column) in enumerate(zip(parts, cells, strict=True), start=1):
        part = Instalment(id=work.new_key(), case_id=case_id, agreement_id=made.id, number=number, due_on=due,
                          amount=Money(fen))
        part.shares_all = [InstalmentShare(id=work.new_key(), case_id=case_id, instalment_id=part.id,
                                           worker_id=one.id, amount=cell)
                           for one, cell in zip(workers, column, strict=True)]
        made.instalments_all.append(part)
    return made


def case_of(work: Work, number: int, mediator: UUID, parts: list[tuple[date, int]], *, company: str = "",
            workers: int = 1, grace: int = 5, clause: DefaultClause = DefaultClause.ACCELERATE) -> Case:
    """A case that is being performed."""
    case = Case(id=work.new_key(), number=f"宁中劳调〔2024〕{number:04d}号", mediator_id=mediator,
                received_on=SIGNED, accepted_on=SIGNED, station=Station.PERFORMANCE, created_at=work.who.now,
                site_id=None if number % 3 else EAST)
    case.parties_all = [Party(id=work.new_key(), case_id=case.id, position=at, role=Role.APPLICANT,
                              name=f"劳动者{number}甲{at}") for at in range(workers)]
    case.parties_all.append(Party(id=work.new_key(), case_id=case.id, position=workers, role=Role.RESPONDENT,
                                  kind=PartyKind.ORGANISATION, name=company or COMPANIES[0]))
    case.agreements_all = [agreed(work, case.parties_all[:workers], parts, grace, clause)]
    return case


def payment(work: Work, case: Case, on: date, fen: int, worker: UUID | None = None) -> Payment:
    """A payment of it."""
    made = Payment(id=work.new_key(), case_id=case.id, paid_on=on, amount=Money(fen), worker_id=worker)
    case.payments_all.append(made)
    return made


def note(work: Work, case: Case, on: date, promised_on: date | None = None, fen: int | None = None,
         remind_on: date | None = None) -> PaymentNote:
    """A call about it."""
    made = PaymentNote(id=work.new_key(), case_id=case.id, spoken_on=on, text="答应还款",
                       promised_on=promised_on, promised=Money(fen) if fen else None, remind_on=remind_on)
    case.payment_notes_all.append(made)
    return made


def reminder(work: Work, case: Case, number: int, at: datetime, to: UUID | None = None) -> Reminder:
    """A reminder that went out."""
    made = Reminder(id=work.new_key(), case_id=case.id, instalment=number, sent_at=at, sent_by=UUID(int=1),
                    manner=ReminderManner.COPIED, party_id=to)
    case.reminders_all.append(made)
    return made


def colleague(desk: Desk) -> UUID:
    """Another mediator's account."""
    with desk.work("add_account") as work:
        made = Account(id=work.new_key(), login="qi", name="祁小川", roles=frozenset({AccountRole.MEDIATOR}),
                       public_key=b"", created_at=work.who.now)
        work.accounts.add(made)
        work.commit()
    return made.id


def at_random(desk: Desk, seed: int, many: int, mediators: Sequence[UUID]) -> list[Case]:
    """An office's cases, of every kind that there can be; as they were kept."""
    chance = random.Random(seed)
    with desk.work("register_case") as work:
        made = [_some(chance, work, number, chance.choice(mediators)) for number in range(1, many + 1)]
        for case in made:
            work.cases.add(case)
        work.commit()
    with desk.reading() as work:
        return list(work.chosen(select(Case).options(*WHOLE)))


def _some(chance: random.Random, work: Work, number: int, mediator: UUID) -> Case:
    first = TODAY + timedelta(days=chance.randrange(-130, 10))
    count = chance.randrange(1, 6)
    parts = [(first + timedelta(days=(30, 8)[number % 2] * at), chance.randrange(1, 900_000))
             for at in range(count)]
    case = case_of(work, number, mediator, parts, company=chance.choice(COMPANIES),
                   workers=chance.randrange(1, 4), grace=chance.choice((0, 5, 5)),
                   clause=chance.choice(list(DefaultClause)))
    _pay(chance, work, case)
    if chance.random() < 0.3:
        agreement, payer = case.signed_agreement, case.parties_all[chance.randrange(len(case.parties_all))]
        agreement.debtors_all = [Debtor(id=work.new_key(), case_id=case.id, agreement_id=agreement.id,
                                        party_id=payer.id, duty=chance.choice(list(Duty)))]
    for _ in range(chance.choice((0, 0, 1, 2))):
        spoken = TODAY - timedelta(days=chance.randrange(0, 40))
        note(work, case, spoken, *_promise(chance, spoken), remind_on=chance.choice((
            None, spoken + timedelta(days=chance.randrange(0, 30)))))
    if chance.random() < 0.6:
        at = datetime(2025, 1, 20, 3, tzinfo=UTC) - timedelta(hours=chance.randrange(0, 120))
        reminder(work, case, chance.randrange(1, count + 1), at,
                 chance.choice((None, case.parties_all[0].id, case.parties_all[-1].id)))
    return case


def _promise(chance: random.Random, spoken: date) -> tuple[date | None, int | None]:
    if chance.random() < 0.2:
        return None, None
    return spoken + timedelta(days=chance.randrange(0, 40)), chance.choice((None, 1_000, 100_000))


def _pay(chance: random.Random, work: Work, case: Case) -> None:
    for _ in range(chance.choice((0, 1, 1, 3))):
        on = TODAY - timedelta(days=chance.randrange(0, 100))
        book = ledger(case.signed_agreement, case.payments, date.max)
        left = [(worker, share - got) for worker, share, got in book.workers if share - got]
        worker, most = chance.choice([*left, (None, total(rest for _, rest in left))])
        if most:
            payment(work, case, on, chance.randrange(1, most.fen + 1), worker)
