"""What was done so that a debt is paid stands in the order of its days."""

from datetime import UTC, date, datetime
from uuid import UUID

from mediation_desk.domain.performance.following import PaymentNote, Reminder
from mediation_desk.domain.vocabulary import ReminderManner
from tests.domain.cases import CASE, signed


def test_calls_and_reminders_stand_in_their_order_and_what_was_taken_out_not_at_all() -> None:
    case, gone = signed(), datetime(2025, 1, 1, tzinfo=UTC)
    case.payment_notes_all = [PaymentNote(id=UUID(int=day), case_id=CASE, spoken_on=date(2024, 12, day),
                                          removed_at=gone if day == 12 else None) for day in (13, 11, 12)]
    case.reminders_all = [Reminder(id=UUID(int=day), case_id=CASE, instalment=1, sent_by=UUID(int=9),
                                   sent_at=datetime(2024, 12, day, tzinfo=UTC),
                                   manner=ReminderManner.COPIED) for day in (10, 7)]
    assert [one.spoken_on.day for one in case.payment_notes] == [11, 13]
    assert [one.sent_at.day for one in case.reminders] == [7, 10]
