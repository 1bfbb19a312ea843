"""Following a debt: calls that are noted, promises, and reminders that go out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.money import Money
from mediation_desk.domain.payments.dues import payers_of
from mediation_desk.domain.people import Party
from mediation_desk.domain.performance.following import PaymentNote, Reminder, check_note
from mediation_desk.domain.performance.ledger import Ledger, ledger
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.unmasking import Unmasking
from mediation_desk.domain.vocabulary import ReminderManner
from mediation_desk.services.desk import Desk
from mediation_desk.services.payments.dues import due_day
from mediation_desk.services.payments.messages import Messages
from mediation_desk.services.removing import take_out


@dataclass(frozen=True)
class Followed:
    """A signed case as whoever follows its payments looks at it: for looking only.

    ``names``: what the accounts are called that sent reminders; ``may_note``: whether this person may note
    anything in it.
    """

    case: Case
    ledger: Ledger
    names: Mapping[UUID, str]
    may_note: bool

    @property
    def seen(self) -> Seen:
        """What a person knows who looked at this reading."""
        return Seen(self.case.version)

    @property
    def payers(self) -> list[Party]:
        """Who owes."""
        return payers_of(self.case, self.case.signed_agreement)


@dataclass(frozen=True)
class NoteDraft:
    """A call as it is entered."""

    spoken_on: date
    party_id: UUID | None = None
    spoken_with: str = ""
    text: str = ""
    promised_on: date | None = None
    promised: Money | None = None
    remind_on: date | None = None


@dataclass(frozen=True)
class Reminded:
    """A reminder as it went out, accounts written out, and that it was noted."""

    text: str = field(repr=False)
    changes: Changes = field(default_factory=Changes)


def followed(desk: Desk, case_id: UUID) -> Followed:
    """The case with its ledger, calls and reminders."""
    with desk.case_reading(case_id) as (work, case):
        desk.looked_at(case)
        may = desk.may(Verb.BOOK_PAYMENT, own_case=desk.is_member(work, case))
        return Followed(case, ledger(case.signed_agreement, case.payments, desk.today),
                        work.accounts.names(), may)


def note(desk: Desk, case_id: UUID, draft: NoteDraft, seen: Seen | None = None) -> Changes:
    """Note that somebody was spoken to about a payment, and what they promised."""
    with desk.case_work(case_id, "note_payment", seen) as (work, case):
        if draft.party_id is not None:
            case.party(draft.party_id)
        made = PaymentNote(id=work.new_key(), case_id=case_id, spoken_on=draft.spoken_on,
                           party_id=draft.party_id, spoken_with=draft.spoken_with.strip(),
                           text=draft.text.strip(), promised_on=draft.promised_on, promised=draft.promised,
                           remind_on=draft.remind_on)
        check_note(made, desk.today, ledger(case.signed_agreement, case.payments, desk.today).outstanding)
        case.payment_notes_all.append(made)
        return work.commit(lists=("payments",), result=made.id)


def remove_note(desk: Desk, case_id: UUID, note_id: UUID, seen: Seen | None = None) -> Changes:
    """Take a note out; it can be restored."""
    with desk.case_work(case_id, "remove_payment_note", seen) as (work, case):
        take_out(work, case, "payment_notes", note_id)
        return work.commit(lists=("payments",))


def text_for(desk: Desk, case_id: UUID, number: int, to: UUID | None = None) -> str:
    """The text of a reminder as it would go out, with accounts masked; ``to`` None: all who owe. For a
    worker: whether their part has been paid."""
    with desk.case_reading(case_id) as (_work, case):
        return Messages(case, number, due_day(desk), desk.settings).about(to)


def remind(desk: Desk, case_id: UUID, number: int, manner: ReminderManner, to: UUID | None = None,
           seen: Seen | None = None) -> Reminded:
    """The whole text, once it is noted that it goes out, in which manner, and whose accounts were shown.

    What is noted has them masked.
    """
    with desk.case_work(case_id, "remind", seen) as (work, case):
        whole = Messages(case, number, due_day(desk), desk.settings, whole=True)
        text, told = whole.about(to), whole.tells_accounts_of(to)
        if told:
            desk.require(Verb.UNMASK_NUMBERS, own_case=desk.is_member(work, case))
        for worker in told:
            work.cases.asked(Unmasking(id=work.new_key(), case_id=case_id, party_id=worker,
                                       account_id=desk.who.account_id, at=work.who.now))
        case.reminders_all.append(Reminder(
            id=work.new_key(), case_id=case_id, instalment=number, sent_at=work.who.now,
            sent_by=desk.who.account_id, manner=manner, party_id=to,
            text=Messages(case, number, due_day(desk), desk.settings).about(to)))
        return Reminded(text, work.commit(lists=("payments",)))
