"""The demonstration's payments: calls with promises, and the reminder of what is due as it goes out."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.payments.dues import Due, DueFilter, Section
from mediation_desk.domain.vocabulary import ReminderManner
from mediation_desk.services.desk import Desk
from mediation_desk.services.payments import dues, following

REMINDER = "reminder.txt"


def write(desk: Desk, folder: Path) -> None:
    """Remind of what is due today, with the text in a file; note what was promised of the next."""
    due = _first(desk, DueFilter(Section.REMIND))
    payer = _payer(desk, due)
    made = following.remind(desk, due.case.case_id, due.number, ReminderManner.COPIED, payer)
    (folder / REMINDER).write_text(made.text + "\n", "utf-8")
    other = next(one for one in dues.page(desk, DueFilter(), 0, 9) if one.case.case_id != due.case.case_id)
    for told in (due, other):
        following.note(desk, told.case.case_id, following.NoteDraft(
            desk.today, _payer(desk, told), "财务马经理", "说货款到账就付，一定按期付清。",
            promised_on=max(told.due_on, desk.today + timedelta(days=5)), promised=told.owed,
            remind_on=desk.today + timedelta(days=3)))


def _first(desk: Desk, wanted: DueFilter) -> Due:
    return dues.page(desk, wanted, 0, 1)[0]


def _payer(desk: Desk, due: Due) -> UUID:
    return following.followed(desk, due.case.case_id).payers[0].id
