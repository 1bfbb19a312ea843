"""A line points at what it may have paid, with its reasons; what two cases answer alike is nobody's yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.payments.statements.columns import Whose
from mediation_desk.domain.payments.statements.lines import Line
from mediation_desk.domain.payments.statements.matching import (
    Candidate,
    Debt,
    Matcher,
    Person,
    Reason,
    Strength,
    number_keys,
    sure,
)

DAY = date(2025, 1, 10)
FIRST, SECOND, COMPANY = UUID(int=1), UUID(int=2), UUID(int=9)
DEBT = Debt(UUID(int=100), "宁中劳调〔2024〕0007号",
            (Person(FIRST, "马成", "6222 0000 1111 2222"), Person(SECOND, "韩雪")),
            (Person(COMPANY, "湟水速运有限公司"),),
            {FIRST: (yuan("500"), yuan("300")), SECOND: (yuan("200"), yuan("0"))})
LINE = Line(2, DAY, yuan("500"), True, "马成")


def of(line: Line, *debts: Debt, whose: Whose = Whose.PAYER, holder: str = "") -> list[Candidate]:
    return Matcher(debts or (DEBT,), whose, holder).candidates(line)


def told(found: Sequence[Candidate]) -> list[tuple[UUID | None, set[Reason], Strength]]:
    return [(one.worker_id, set(one.reasons), one.strength) for one in found]


def test_name_and_amount_are_strong_a_name_alone_is_fair() -> None:
    assert told(of(LINE)) == [(FIRST, {Reason.NAME, Reason.AMOUNT}, Strength.STRONG)]
    assert told(of(replace(LINE, amount=yuan("123")))) == [(FIRST, {Reason.NAME}, Strength.FAIR)]
    both = replace(LINE, amount=yuan("800"))  # both instalments at once
    assert Reason.AMOUNT in of(both)[0].reasons


def test_an_account_counts_whole_or_by_both_its_ends_when_it_is_masked() -> None:
    for account in ("6222000011112222", "6222********2222"):
        assert Reason.ACCOUNT in of(replace(LINE, name="", account=account))[0].reasons
    assert of(replace(LINE, name="", account="6228********2222", amount=yuan("1"))) == []


def test_a_case_number_in_the_purpose_speaks_for_its_worker_or_for_the_whole_case() -> None:
    worker = of(replace(LINE, reference="付宁中劳调(2024)7号款"))
    assert told(worker) == [(FIRST, {Reason.NAME, Reason.AMOUNT, Reason.REFERENCE}, Strength.STRONG)]
    whole = of(replace(LINE, name="某代发平台", amount=yuan("700"), reference="〔2024〕0007号"))
    assert told(whole) == [(None, {Reason.REFERENCE, Reason.AMOUNT}, Strength.STRONG)]
    assert number_keys("宁中劳调〔2024〕0007号") == number_keys("2024-7") == {"2024/7"}


def test_an_amount_alone_is_weak_and_nothing_in_common_is_no_candidate() -> None:
    found = of(replace(LINE, name="某人", amount=yuan("700")))
    assert told(found) == [(None, {Reason.AMOUNT}, Strength.WEAK)]
    assert of(replace(LINE, name="某人", amount=yuan("701"))) == []


def test_the_same_booked_already_and_more_than_is_owed_speak_against_it() -> None:
    booked = replace(DEBT, booked=frozenset({(DAY, yuan("500"), FIRST)}))
    assert of(LINE, booked)[0].strength is Strength.WEAK and Reason.BOOKED in of(LINE, booked)[0].reasons
    assert Reason.TOO_MUCH in of(replace(LINE, amount=yuan("800.01")))[0].reasons


def test_what_may_be_booked_already_is_never_ticked_with_the_sure_ones() -> None:
    """The bank's other list masks the account, so that it is another line; the next instalment is as much."""
    line = replace(LINE, account="6222********2222")
    booked = replace(DEBT, booked=frozenset({(DAY, yuan("500"), FIRST)}))
    assert of(line, booked)[0].strength is Strength.STRONG and sure(of(line, booked)) is None
    assert sure(of(line, replace(DEBT, booked=frozenset({(DAY, yuan("500"), SECOND)})))) is not None
    to_all = replace(DEBT, booked=frozenset({(DAY, yuan("500"), None)}))
    assert sure(of(line, to_all)) is None


def test_what_two_cases_answer_alike_is_not_ticked_with_the_sure_ones() -> None:
    other = replace(DEBT, case_id=UUID(int=101), number="宁中劳调〔2024〕0008号")
    found = of(LINE, DEBT, other)
    assert len(found) == 2 and sure(found) is None
    assert sure(of(replace(LINE, reference="2024年8号"), DEBT, other)) is not None
    assert sure(of(replace(LINE, amount=yuan("123")))) is None and sure([]) is None


def test_on_a_workers_own_statement_the_payer_is_recognised_and_the_holder_is_the_worker() -> None:
    line = replace(LINE, name="湟水速运有限公司", outgoing=False)
    found = of(line, whose=Whose.WORKER, holder="马成")
    assert told(found) == [(FIRST, {Reason.NAME, Reason.AMOUNT, Reason.HOLDER}, Strength.STRONG)]
    unsaid = of(line, whose=Whose.WORKER)  # the one whose amount it is
    assert [one.worker_id for one in unsaid] == [FIRST]


def test_which_of_several_debtors_paid_is_read_off_the_account_holder() -> None:
    debt = replace(DEBT, debtors=frozenset({COMPANY}))
    assert of(LINE, debt, holder="湟水速运有限公司")[0].payer_id == COMPANY
    assert of(LINE, debt)[0].payer_id is None
    assert Reason.HOLDER in of(LINE, debt, holder="湟水速运有限公司")[0].reasons


def test_what_is_owed_until_each_instalment_is_added_up() -> None:
    assert DEBT.amounts(FIRST) == [yuan("500"), yuan("800")]
    assert DEBT.amounts(None) == [yuan("700"), yuan("1000")] and DEBT.amounts(UUID(int=5)) == []
    assert Money(0) not in DEBT.amounts(SECOND)
