"""What whoever owes is reminded with before the day, on it and after, and what the workers are told."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.domain.vocabulary import ReminderManner
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.payments import following
from mediation_desk.services.payments.dues import due_day
from mediation_desk.services.payments.messages import Messages
from tests.offices import Office
from tests.services.papers_desk import COMPANY, case_of
from tests.services.payments.owed import ACCOUNT, FIRST, owing, pay


def messages(desk: Desk, case_id: UUID, number: int = 1, *, whole: bool = False) -> Messages:
    return Messages(case_of(desk, case_id), number, due_day(desk), desk.settings, whole=whole)


def test_the_payer_is_told_amount_day_agreement_and_account_and_after_the_day_how_late(
        office: Office) -> None:
    """Before the day, on it, and three days later within five days of grace, when 1,000.00 had come."""
    desk = office.first
    case_id = owing(desk)
    number = case_of(desk, case_id).number
    office.clock.set(2025, 1, 17)
    before = messages(desk, case_id, whole=True).about(None)
    for said in (COMPANY, number, "3,000.00", "2025年1月20日", ACCOUNT, "温若晴"):
        assert said in before, said
    office.clock.set(2025, 1, 20)
    assert "今日" in messages(desk, case_id).about(None)
    pay(desk, case_id, FIRST, "1000.00")
    office.clock.set(2025, 1, 23)
    late = messages(desk, case_id).about(None)
    assert "2,000.00" in late and "3天" in late and "2025年1月25日" in late and ACCOUNT not in late


def test_a_worker_is_told_that_it_was_paid_or_that_it_was_not_and_when_they_were_reminded(
        office: Office) -> None:
    desk = office.first
    case_id = owing(desk, workers=("温若晴", "路知夏"))
    worker = case_of(desk, case_id).applicants[0].id
    following.remind(desk, case_id, 1, ReminderManner.LETTER)
    office.clock.set(2025, 1, 21)
    waits = messages(desk, case_id).about(worker)
    assert "温若晴" in waits and "1,500.00" in waits and "2025年1月20日" in waits
    assert messages(desk, case_id).tells_accounts_of(worker) == ()
    pay(desk, case_id, FIRST, "1500.00", worker)
    assert "付清" in messages(desk, case_id).about(worker)
    assert "付清" not in messages(desk, case_id).about(case_of(desk, case_id).applicants[1].id)


def test_of_six_workers_no_account_is_named_one_by_one(office: Office) -> None:
    desk = office.first
    case_id = owing(desk, workers=tuple(f"骑手{one}" for one in "甲乙丙丁戊己"))
    told = messages(desk, case_id, whole=True)
    assert told.tells_accounts_of(None) == () and ACCOUNT not in told.about(None)


def test_of_what_is_paid_or_was_never_agreed_there_is_nothing_to_remind_of(office: Office) -> None:
    desk = office.first
    case_id = owing(desk)
    pay(desk, case_id, FIRST, "3000.00")
    with pytest.raises(DeskError, match="paid in full"):
        messages(desk, case_id).about(None)
    with pytest.raises(DeskError, match="no instalment 9"):
        messages(desk, case_id, 9)
