"""The agreed penalty: nothing before default beyond grace, the agreed amount from then on."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_desk.domain.money import ZERO, Money, yuan
from mediation_desk.domain.performance.penalty import penalty_owed
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.vocabulary import DefaultClause
from tests.domain.performance.oracle import after
from tests.domain.performance.owing import agreements, payments
from tests.domain.performance.test_ledger import FIRST

DAY = timedelta(days=1)
AGREED = yuan("500")


def with_penalty(made: Agreement) -> Agreement:
    made.default_clause, made.penalty = DefaultClause.PENALTY, AGREED
    return made


@settings(max_examples=40)
@given(agreements().map(with_penalty), st.integers(-3, 60))
def test_of_an_agreement_that_nobody_keeps_it_is_owed_from_the_first_day_beyond_grace(
        made: Agreement, days: int) -> None:
    on = FIRST + DAY * days
    last = min(one.due_on for one in made.instalments if one.amount) + DAY * made.grace_days
    assert penalty_owed(made, [], on) == (AGREED if on > last else ZERO)


@settings(max_examples=40)
@given(st.data())
def test_it_equals_a_walk_from_day_to_day(data: st.DataObject) -> None:
    """Default: on the evening of an instalment's last day of grace something of it was still open."""
    made = with_penalty(data.draw(agreements()))
    paid = data.draw(payments(made))
    on = FIRST + DAY * data.draw(st.integers(-3, 60))
    broken = False
    for one in made.instalments:
        last = one.due_on + DAY * made.grace_days
        cells, _ = after(made, paid, last)
        broken |= last < on and any(cell.fen for cell in cells if cell.instalment == one.number)
    assert penalty_owed(made, paid, on) == (AGREED if broken else ZERO)


def test_another_consequence_has_no_penalty() -> None:
    made = Agreement(id=FIRST, case_id=FIRST, total=Money(1), penalty=AGREED)  # type: ignore[arg-type]
    assert penalty_owed(made, [], FIRST + DAY * 400) == ZERO
