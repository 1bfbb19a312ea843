"""Whether the agreement agrees with itself and with the case."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.settlement.agreement import Instalment, InstalmentShare, Share
from mediation_desk.domain.settlement.debtors import Owing, Undertaking
from mediation_desk.domain.vocabulary import OwedHow, Role
from tests.domain.agreeing.grounds import COMPANY, DUE, SECOND, agreement, case, findings, found, ground


@pytest.mark.parametrize("what", ["share", "instalment", "cell"])
def test_a_fen_that_is_missing_anywhere_stops_the_signing(what: str) -> None:
    whose = case()
    made = agreement(whose)
    rows: dict[str, Share | Instalment | InstalmentShare] = {
        "share": made.shares[0], "instalment": made.instalments[0], "cell": made.instalments[1].shares[0]}
    row = rows[what]
    row.amount -= Money(1)
    assert findings(ground(whose), "sums")


def test_an_applicant_who_came_later_stops_the_signing() -> None:
    whose = case()
    agreement(whose)
    whose.party(SECOND).role = Role.THIRD_PARTY
    assert "workers" in found(ground(whose))


def test_a_payer_who_signs_nothing_is_named() -> None:
    """The clause to be paid from somebody's money fails when that somebody has not signed."""
    whose = case()
    stranger = UUID(int=4)
    agreement(whose, owing=Owing(OwedHow.ALONE, (Undertaking(stranger),)))
    (said,) = findings(ground(whose), "payers_sign")
    assert said.of == stranger and said.field == "debtors" and said.stops
    assert not findings(ground(whose), "who_owes")


def test_with_two_respondents_it_is_said_who_owes() -> None:
    whose = case()
    whose.party(SECOND).role = Role.RESPONDENT
    agreement(whose, "5000")
    (said,) = findings(ground(whose), "who_owes")
    assert said.field == "owed_how" and said.stops


def test_shares_of_debtors_that_do_not_add_up_stop_the_signing() -> None:
    whose = case()
    whose.party(SECOND).role = Role.RESPONDENT
    agreement(whose, "5000", owing=Owing(OwedHow.IN_SHARES, (
        Undertaking(COMPANY, amount=yuan("4000")), Undertaking(SECOND, amount=yuan("999.99")))))
    (said,) = findings(ground(whose), "who_owes")
    assert said.field == "debtors" and "4,999.99" in str(said.sentence)


def test_two_instalments_never_fall_on_one_day() -> None:
    whose = case()
    made = agreement(whose)
    made.instalments[1].due_on = DUE[0]
    assert "Instalment 2 falls due on 2024-12-10" in found(ground(whose))["dates_in_order"]


def test_a_signing_after_the_fifteen_days_is_looked_at() -> None:
    assert not findings(ground(last_day=date(2024, 12, 10)), "deadline")
    assert "2024-12-02" in found(ground(last_day=date(2024, 12, 2)))["deadline"]
