"""What the ledger says in words: states and grace."""

import dataclasses
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.money import yuan
from mediation_desk.domain.performance.ledger import Ledger, Payment, ledger
from mediation_desk.domain.settlement.agreement import Agreement, Instalment, InstalmentShare, Share
from mediation_desk.domain.vocabulary import DefaultClause, InstalmentState
from mediation_desk.gui.case.performance.words import grace_words, in_default, penalty_words, state_chip
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.library.words import CHINESE, ENGLISH, Words

SIGNED = date(2024, 11, 25)


def agreed(grace: int = 5) -> Agreement:
    """Two instalments of 100.00 for one worker, due on 10 December and 10 January."""
    made = Agreement(id=UUID(int=1), case_id=UUID(int=2), total=yuan("200"), grace_days=grace,
                     signed_on=SIGNED)
    worker = UUID(int=9)
    made.shares_all = [Share(id=UUID(int=3), case_id=made.case_id, agreement_id=made.id, worker_id=worker,
                             position=0, amount=yuan("200"))]
    for number, day in enumerate((date(2024, 12, 10), date(2025, 1, 10)), start=1):
        key = UUID(int=10 + number)
        part = InstalmentShare(id=UUID(int=20 + number), case_id=made.case_id, instalment_id=key,
                               worker_id=worker, amount=yuan("100"))
        made.instalments_all.append(Instalment(
            id=key, case_id=made.case_id, agreement_id=made.id, number=number, due_on=day,
            amount=yuan("100"), shares_all=[part]))
    return made


def standing(agreement: Agreement, on: date, *paid: str) -> Ledger:
    payments = [Payment(id=UUID(int=30 + at), case_id=agreement.case_id, paid_on=SIGNED, amount=yuan(amount))
                for at, amount in enumerate(paid)]
    return ledger(agreement, payments, on)


@pytest.mark.parametrize(("day", "told"), [
    (date(2024, 12, 10), ""), (date(2024, 12, 11), "Instalment 1 is 1 day late; grace runs until "
                                                   "15 December 2024."),
    (date(2024, 12, 15), "Instalment 1 is 5 days late; grace runs until 15 December 2024."),
    (date(2024, 12, 16), "")])
def test_grace_is_told_from_the_first_late_day_to_its_last(dressed: QApplication, day: date,
                                                           told: str) -> None:
    agreement = agreed()
    assert grace_words(agreement, standing(agreement, day)) == told


def test_what_was_paid_in_time_is_in_no_grace(dressed: QApplication) -> None:
    agreement = agreed()
    late = date(2025, 1, 12)
    assert grace_words(agreement, standing(agreement, late, "100", "99.99")).startswith(
        "Instalment 2 is 2 days late")
    assert grace_words(agreement, standing(agreement, late, "200")) == ""


@pytest.mark.parametrize(("day", "paid", "default"), [
    (date(2024, 12, 15), (), False), (date(2024, 12, 16), (), True), (date(2024, 12, 16), ("99.99",), True),
    (date(2024, 12, 16), ("100",), False), (date(2025, 1, 16), ("100",), True),
    (date(2025, 3, 1), ("200",), False)])
def test_default_begins_on_the_day_after_grace(day: date, paid: tuple[str, ...], default: bool) -> None:
    assert in_default(standing(agreed(), day, *paid)) is default


def test_without_grace_the_day_after_is_default() -> None:
    agreement = agreed(grace=0)
    assert not in_default(standing(agreement, date(2024, 12, 10)))
    assert in_default(standing(agreement, date(2024, 12, 11)))


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_every_state_has_a_word_of_its_own_and_late_is_red(dressed: QApplication, language: str) -> None:
    kit_words.install(dressed, Words.of(language))
    one = standing(agreed(), SIGNED).instalments[0]
    chips = {state: state_chip(dataclasses.replace(one, state=state)) for state in InstalmentState}
    assert len({chip.text for chip in chips.values()}) == len(InstalmentState)
    assert {state for state, chip in chips.items() if chip.meaning == "overdue"} == {
        InstalmentState.OVERDUE, InstalmentState.ACCELERATED}
    assert chips[InstalmentState.PAID].meaning == "agreed"
    if language == CHINESE:
        assert all(not chip.text.isascii() for chip in chips.values())


@pytest.mark.usefixtures("dressed")
def test_the_agreed_penalty_is_named_from_the_day_after_grace() -> None:
    """Due on 10 December with five days of grace: nothing on the 15th, 500.00 from the 16th."""
    made = agreed()
    made.default_clause, made.penalty = DefaultClause.PENALTY, yuan("500")
    assert penalty_words(made, [], date(2024, 12, 15)) == ""
    assert "500.00 yuan" in penalty_words(made, [], date(2024, 12, 16))
