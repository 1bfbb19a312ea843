"""Calls are noted and taken back, reminders go out once they are noted, and accounts are shown to few."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.money import yuan
from mediation_desk.domain.payments.dues import DueFilter, Section
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import ReminderManner
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history
from mediation_desk.services.payments import dues, following
from mediation_desk.services.payments.following import NoteDraft
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import case_of
from tests.services.payments.owed import ACCOUNT, FIRST, SECOND, owing


def listed(office: Office, section: Section) -> int:
    return dues.count(office.first, DueFilter(section))


def payer(office: Office, case_id: UUID) -> UUID:
    """Whoever owes."""
    return following.followed(office.first, case_id).payers[0].id


def test_a_promise_is_noted_taken_out_and_taken_back(office: Office) -> None:
    desk = office.first
    case_id = owing(desk)
    made = following.note(desk, case_id, NoteDraft(
        FIRST, text=" 说月底前付 ", spoken_with=" 财务 ", promised_on=SECOND, promised=yuan("500"),
        remind_on=FIRST))
    note = following.followed(desk, case_id).case.payment_notes[0]
    assert (note.text, note.spoken_with, note.promised) == ("说月底前付", "财务", yuan("500"))
    assert listed(office, Section.PROMISED) == 2 and listed(office, Section.CALL) == 1
    assert made.result is not None and "payments" in made.lists
    following.remove_note(desk, case_id, made.result)
    assert listed(office, Section.PROMISED) == 0
    assert following.followed(desk, case_id).case.payment_notes == []
    history.undo(desk, case_id)
    assert listed(office, Section.PROMISED) == 2
    office.clock.set(2025, 2, 21)
    assert listed(office, Section.BROKEN) == 2 and listed(office, Section.PROMISED) == 0


@pytest.mark.parametrize(("draft", "field"), [
    (NoteDraft(SECOND, text="x"), "spoken_on"), (NoteDraft(FIRST), "text"),
    (NoteDraft(FIRST, text="x", promised=yuan("1")), "promised_on"),
    (NoteDraft(FIRST, promised_on=SECOND, promised=yuan("6000.01")), "promised"),
    (NoteDraft(FIRST, text="x", remind_on=FIRST - timedelta(days=1)), "remind_on")],
    ids=lambda one: one if isinstance(one, str) else "")
def test_what_cannot_be_is_told_beside_its_field(office: Office, draft: NoteDraft, field: str) -> None:
    case_id = owing(office.first)
    with pytest.raises(DeskError) as told:
        following.note(office.first, case_id, draft)
    assert told.value.field == field


def test_a_reminder_shows_accounts_only_as_it_goes_out_and_that_is_noted(office: Office) -> None:
    desk = office.first
    case_id = owing(desk)
    assert ACCOUNT not in following.text_for(desk, case_id, 1) and listed(office, Section.REMIND) == 1
    gone = following.remind(desk, case_id, 1, ReminderManner.COPIED, payer(office, case_id))
    assert ACCOUNT in gone.text and ACCOUNT not in repr(gone)
    case = case_of(desk, case_id)
    assert [(one.instalment, one.sent_by, one.manner) for one in case.reminders] == [
        (1, desk.who.account_id, ReminderManner.COPIED)]
    assert ACCOUNT not in case.reminders[0].text and listed(office, Section.REMIND) == 0
    assert ACCOUNT[-4:] in case.reminders[0].text and "温若晴" in case.reminders[0].text


def test_a_supervisor_looks_and_notes_nothing(office: Office) -> None:
    case_id = owing(office.first)
    colleague(office, "boss", Role.SUPERVISOR)
    boss = office.desk("boss", LENT)
    assert following.followed(office.first, case_id).may_note
    assert not following.followed(boss, case_id).may_note
    with pytest.raises(NotAllowed):
        following.note(boss, case_id, NoteDraft(FIRST, text="x"))
