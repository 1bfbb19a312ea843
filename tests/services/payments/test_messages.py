"""What whoever owes is reminded with before the day, on it and after, and what the workers are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.settlement.debtors import Owing, Undertaking
from mediation_desk.domain.settlement.terms import Terms
from mediation_desk.domain.vocabulary import Duty, OwedHow, ReminderManner, Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.payments import following
from mediation_desk.services.payments.dues import due_day
from mediation_desk.services.payments.messages import Messages
from mediation_desk.services.performance import booking
from mediation_desk.services.settlement import settling, supplementing
from mediation_desk.services.settlement.supplementing import RestDraft
from tests.offices import Office
from tests.services.papers.test_owing import EMPLOYER, joins
from tests.services.papers_desk import COMPANY, accepted, asked, case_of, terms
from tests.services.payments.owed import ACCOUNT, FIRST, SECOND, SIGNED, owing, pay


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


def of_two(desk: Desk, how: OwedHow, *shares: str) -> tuple[UUID, UUID, UUID]:
    """3,000.00 on each day, owed by the platform and by an employer besides, to one worker."""
    case_id = asked(desk, accepted(desk, ("温若晴",), claims=("unpaid_wages",)))
    platform = case_of(desk, case_id).respondents[0].id
    employer = joins(desk, case_id, Role.RESPONDENT, EMPLOYER)
    own: list[Money | None] = [yuan(share) for share in shares] or [None, None]
    settling.draft(desk, case_id, replace(terms("6000.00", FIRST, SECOND), owing=Owing(how, tuple(
        Undertaking(party, Duty.OWES, share)
        for party, share in zip((platform, employer), own, strict=True)))))
    settling.sign(desk, case_id, SIGNED)
    return case_id, platform, employer


def test_who_owes_in_shares_is_asked_for_its_own_share_and_for_nothing_once_that_is_paid(
        office: Office) -> None:
    desk = office.first
    case_id, platform, employer = of_two(desk, OwedHow.IN_SHARES, "4000.00", "2000.00")
    assert "2,000.00" in messages(desk, case_id).about(platform)
    mine = messages(desk, case_id).about(employer)
    assert "1,000.00" in mine and "3,000.00" not in mine and "3,000.00" in messages(desk, case_id).about(None)
    booking.book(desk, case_id, booking.PaymentDraft(FIRST, yuan("1000"), paid_by=employer))
    with pytest.raises(DeskError, match="owes nothing of instalment 1"):
        messages(desk, case_id).about(employer)


def test_who_owes_after_another_is_not_asked_before_its_turn(office: Office) -> None:
    desk = office.first
    case_id, platform, employer = of_two(desk, OwedHow.IN_ORDER)
    assert "3,000.00" in messages(desk, case_id).about(platform)
    with pytest.raises(DeskError, match="owes nothing of instalment 1"):
        messages(desk, case_id).about(employer)
    assert EMPLOYER not in messages(desk, case_id).about(None)
    office.clock.set(2025, 3, 1)
    assert "3,000.00" in messages(desk, case_id).about(employer)


def test_after_a_change_a_worker_is_not_told_of_a_reminder_of_another_instalment(office: Office) -> None:
    desk = office.first
    case_id = owing(desk)
    worker = case_of(desk, case_id).applicants[0].id
    following.remind(desk, case_id, 1, ReminderManner.LETTER)
    office.clock.set(2025, 1, 21)
    assert "1月20日" in messages(desk, case_id).about(worker).partition("未")[2]
    supplementing.draft(desk, case_id, RestDraft(Terms(yuan("6000"), (SECOND,)), "回款推迟"))
    supplementing.sign(desk, case_id, date(2025, 1, 21))
    assert "1月20日" not in messages(desk, case_id).about(worker)
