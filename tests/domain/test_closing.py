"""No case ends on a day, or in a way, that cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.closing import SETTLED, STATUS_AFTER, Since, check_ending
from mediation_desk.domain.money import ZERO, Money, yuan
from mediation_desk.domain.vocabulary import Outcome, Status
from mediation_desk.domain.words import DeskError

RECEIVED, ACCEPTED, SIGNED = date(2024, 11, 25), date(2024, 11, 28), date(2024, 12, 3)
AGREED, UNSIGNED = (RECEIVED, ACCEPTED, SIGNED), (RECEIVED, ACCEPTED, None)
OWED = yuan("1500.00")


def trouble(on: date, outcome: Outcome, *, since: Since, note: str = "", owed: Money = ZERO,
            visited: bool = True) -> DeskError | None:
    """What the office is told when it would close the case so; None when it may."""
    try:
        check_ending(on, outcome, note, owed, since=since, visited=visited)
    except DeskError as told:
        return told
    return None


def field(told: DeskError | None) -> str | None:
    return told.field if told else None


@pytest.mark.parametrize("outcome", list(Outcome))
@pytest.mark.parametrize("since", [AGREED, UNSIGNED, (RECEIVED, None, None)])
def test_no_case_ends_before_the_last_thing_that_happened_in_it(outcome: Outcome, since: Since) -> None:
    last = max(day for day in since if day)
    assert field(trouble(date.fromordinal(last.toordinal() - 1), outcome, since=since)) == "closed_on"
    assert field(trouble(last, outcome, since=since)) != "closed_on"


def test_what_came_before_is_named() -> None:
    told = [str(trouble(day, Outcome.WITHDRAWN, since=AGREED))
            for day in (date(2024, 11, 24), date(2024, 11, 27), date(2024, 12, 2))]
    assert ["received" in told[0], "accepted" in told[1], "signed" in told[2]] == [True] * 3


@pytest.mark.parametrize("outcome", [Outcome.PERFORMED, Outcome.AGREEMENT])
def test_without_a_signed_agreement_nothing_was_agreed(outcome: Outcome) -> None:
    assert field(trouble(SIGNED, outcome, since=UNSIGNED)) == "outcome"
    assert trouble(SIGNED, outcome, since=AGREED) is None


def test_after_a_signed_agreement_there_was_one() -> None:
    assert field(trouble(SIGNED, Outcome.NO_AGREEMENT, since=AGREED)) == "outcome"
    assert trouble(SIGNED, Outcome.NO_AGREEMENT, since=UNSIGNED) is None


def test_performed_is_paid_to_the_fen_and_asked_after() -> None:
    told = trouble(SIGNED, Outcome.PERFORMED, since=AGREED, owed=Money(1))
    assert field(told) == "outcome" and "0.01" in str(told)
    assert field(trouble(SIGNED, Outcome.PERFORMED, since=AGREED, visited=False)) == "visits"
    assert trouble(SIGNED, Outcome.PERFORMED, since=AGREED) is None


@pytest.mark.parametrize("blank", ["", "   ", "\n\t", "　"])
def test_money_is_left_outstanding_only_with_a_word_why(blank: str) -> None:
    told = trouble(SIGNED, Outcome.AGREEMENT, since=AGREED, owed=OWED, note=blank)
    assert field(told) == "closing_note" and "1,500.00" in str(told)
    assert trouble(SIGNED, Outcome.AGREEMENT, since=AGREED, owed=OWED, note="按月转账，双方同意") is None
    assert trouble(SIGNED, Outcome.AGREEMENT, since=AGREED, note=blank) is None


@pytest.mark.parametrize("outcome", [Outcome.RECONCILED, Outcome.WITHDRAWN, Outcome.REFERRED])
@pytest.mark.parametrize("since", [AGREED, UNSIGNED])
def test_other_endings_need_neither_payment_nor_visit(outcome: Outcome, since: Since) -> None:
    assert trouble(SIGNED, outcome, since=since, owed=OWED, visited=False) is None


def test_what_is_told_in_green_is_what_the_sides_settled() -> None:
    assert {outcome.value for outcome in SETTLED} == {"performed", "agreement", "reconciled"}


def test_an_ending_that_has_a_status_of_its_own_keeps_it_and_every_other_is_closed() -> None:
    assert {outcome: STATUS_AFTER.get(outcome, Status.CLOSED).value for outcome in Outcome} == {
        Outcome.PERFORMED: "closed", Outcome.AGREEMENT: "closed", Outcome.RECONCILED: "closed",
        Outcome.NO_AGREEMENT: "closed", Outcome.WITHDRAWN: "withdrawn", Outcome.REFUSED: "refused",
        Outcome.REFERRED: "referred"}
