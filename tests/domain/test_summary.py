"""What a case is found by, and which return visit it still lacks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.agenda import ACCELERATED, AWAY, INSTALMENT, REFERRAL, SERVICE
from mediation_desk.domain.case import Case
from mediation_desk.domain.closing import ReturnVisit
from mediation_desk.domain.money import ZERO, Money, yuan
from mediation_desk.domain.people import Party
from mediation_desk.domain.performance.ledger import ledger
from mediation_desk.domain.serving import ServiceReceipt
from mediation_desk.domain.summary import answers_awaited, search_words, to_be_received, visits_to_make
from mediation_desk.domain.summary import owed as owed_rows
from mediation_desk.domain.vocabulary import (
    DefaultClause,
    Duty,
    KindOfWork,
    Outcome,
    OwedHow,
    PartyKind,
    Role,
    Source,
    Status,
    VisitOccasion,
)
from tests.domain import cases
from tests.domain.performance.owing import EMPLOYER, PLATFORM, owed, paid_by
from tests.domain.performance.test_ledger import FIRST, agreed
from tests.domain.referral.test_referrals import referral


def case_of(*parties: Party) -> Case:
    made = Case(id=uuid4(), number="宁中劳调〔2024〕0001号", mediator_id=uuid4(),
                received_on=date(2024, 11, 25), source=Source.HOTLINE,
                source_reference="GD-2024-77", kind_of_work=KindOfWork.STREAMER,
                cause="追索劳动报酬", created_at=datetime(2024, 11, 25, tzinfo=UTC))
    made.parties_all = list(parties)
    return made


def party(role: Role, name: str, **particulars: object) -> Party:
    made = Party(id=uuid4(), case_id=UUID(int=0), position=0, role=role, name=name)
    for field, value in particulars.items():
        setattr(made, field, value)
    return made


def test_a_case_is_found_by_number_names_and_all_that_people_ask_for() -> None:
    words = search_words(case_of(
        party(Role.APPLICANT, "马晓岚", phone="138-0971-2001/(0971) 823-0155转8012",
              id_number="630102 19900307 002x"),
        party(Role.RESPONDENT, "云上湟水文化传媒有限公司", kind=PartyKind.ORGANISATION,
              credit_code="91630100MA752KX98H", legal_representative="李向东")))
    assert words.number == "宁中劳调〔2024〕0001号"
    assert words.names == ("马晓岚", "云上湟水文化传媒有限公司", "李向东")
    assert set(words.others) == {
        "一名网络主播", "1 live streamers", "追索劳动报酬", "GD-2024-77", "13809712001", "09718230155",
        "8012", "63010219900307002X", "630102900307002", "91630100MA752KX98H"}


def test_who_was_removed_is_not_found_any_more() -> None:
    gone = party(Role.APPLICANT, "马晓岚", removed_at=datetime(2024, 11, 26, tzinfo=UTC))
    assert search_words(case_of(gone)).names == ()


@settings(max_examples=40)
@given(st.booleans(), st.lists(st.tuples(st.integers(-3, 30),
                                         st.none() | st.sampled_from(list(VisitOccasion)))))
def test_one_visit_is_lacking_from_what_it_follows_until_it_was_made(
        paid: bool, made: list[tuple[int, VisitOccasion | None]]) -> None:
    case = cases.signed()
    if not paid:
        case.payments_all[0].amount = yuan("4299.99")
    case.visits_all = [ReturnVisit(id=uuid4(), case_id=case.id, visited_on=cases.SIGNED + timedelta(days=day),
                                   occasion=occasion) for day, occasion in made]
    since, wanted = (cases.DUE, VisitOccasion.PAID) if paid else (cases.SIGNED, VisitOccasion.SIGNED)
    done = any(cases.SIGNED + timedelta(days=day) >= since and occasion in (None, wanted)
               for day, occasion in made)
    kind = "visit_after_payment" if paid else "visit_after_signing"
    assert [(row.kind, row.on) for row in visits_to_make(case)] == ([] if done else [(kind, since)])


def test_a_closed_case_and_one_that_was_never_signed_lack_none() -> None:
    assert not list(visits_to_make(cases.accepted()))
    case = cases.signed()
    case.close(date(2024, 12, 20), Outcome.PERFORMED, "", owed=yuan("0"))
    assert not list(visits_to_make(case))


def test_once_who_defaulted_has_paid_all_of_its_share_the_others_share_is_due_on_its_own_day() -> None:
    """The platform paid late, and then all of its share; the employer has paid in time so far."""
    later = FIRST + timedelta(days=30)
    made = owed(agreed([Money(100)], [(FIRST, Money(50)), (later, Money(50))], grace=2,
                       clause=DefaultClause.ACCELERATE), OwedHow.IN_SHARES,
                (PLATFORM, Duty.OWES, Money(60)), (EMPLOYER, Duty.OWES, Money(40)))
    case = cases.signed()
    case.agreements_all = [made]
    case.payments_all = [paid_by(1, FIRST, Money(20), EMPLOYER)]
    assert [row.kind for row in owed_rows(case)] == [INSTALMENT, INSTALMENT, ACCELERATED]
    case.payments_all.append(paid_by(2, FIRST + timedelta(days=9), Money(60), PLATFORM))
    assert [(row.kind, row.on, row.amount) for row in owed_rows(case)] == [(INSTALMENT, later, Money(20))]
    standing = ledger(made, case.payments, FIRST + timedelta(days=10))
    assert standing.owed_today == ZERO and standing.instalments[1].owed_since == later


def test_papers_that_nobody_received_yet_are_counted_by_their_day() -> None:
    """Thursday: two, one of them received. Friday: one, one refused, one taken out. And one without a day."""
    case, thursday, friday = case_of(), date(2024, 11, 28), date(2024, 11, 29)
    told: list[dict[str, object]] = [
        {"due_on": thursday}, {"due_on": thursday, "served_at": datetime(2024, 11, 27, 9)},
        {"due_on": friday}, {"sent_on": thursday}, {"due_on": friday, "refused_why": "不愿意签"},
        {"due_on": friday, "removed_at": datetime(2024, 11, 27, tzinfo=UTC)}]
    case.receipts_all = [ServiceReceipt(id=UUID(int=at), case_id=case.id, **one)  # type: ignore[arg-type]
                         for at, one in enumerate(told)]
    rows = [(row.kind, row.on, row.number) for row in to_be_received(case)]
    assert rows == [(SERVICE, thursday, 1), (SERVICE, friday, 1)]


def test_what_lies_with_other_offices_stands_on_its_days_also_once_the_case_is_over() -> None:
    """Two went out on Monday; one is asked for by Friday, one has come back, one is a draft."""
    case, monday, friday = cases.accepted(), date(2024, 12, 2), date(2024, 12, 6)
    case.referrals_all = [
        referral(due_on=friday), referral(), referral(answered_on=monday, result="好", due_on=friday),
        referral(handed_on=None, manner=None, due_on=friday)]
    rows = [(row.kind, row.on, row.number) for row in answers_awaited(case)]
    assert rows == [(AWAY, monday, 2), (REFERRAL, friday, 1)]
    case.status = Status.REFERRED
    assert len(list(answers_awaited(case))) == 2
    case.status = Status.VOIDED
    assert not list(answers_awaited(case))
