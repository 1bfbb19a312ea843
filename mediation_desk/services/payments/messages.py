"""What whoever owes is reminded with, and what the workers are told: short Chinese texts, ready to send."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.money import Money
from mediation_desk.domain.office import OfficeSettings
from mediation_desk.domain.payments.dues import DueDay, payers_of
from mediation_desk.domain.people import Party
from mediation_desk.domain.performance.lateness import within_grace
from mediation_desk.domain.performance.laying import Book
from mediation_desk.domain.performance.ledger import InstalmentStanding, Payment, laid, ledger, owed_to
from mediation_desk.domain.text import masks
from mediation_desk.domain.vocabulary import Duty, InstalmentState, PaymentMethod, Role
from mediation_desk.domain.words import N_, DeskError, by_count
from mediation_desk.library.words import CHINESE, Words

MOST_ACCOUNTS = 4  # that a short text names one by one
FALLS_DUE = {
    1: N_("{name}: under mediation agreement {agreement}, instalment {number}, {amount}, falls due on "
          "{day}."),
    0: N_("{name}: under mediation agreement {agreement}, instalment {number}, {amount}, falls due today, "
          "{day}."),
    -1: N_("{name}: under mediation agreement {agreement}, instalment {number}, {amount}, was due on {day}.")}
"""By whether the day is still to come, here, or past."""
TO_ACCOUNTS = (PaymentMethod.TRANSFER, PaymentMethod.MOBILE)


@dataclass(frozen=True)
class Payee:
    """What one worker is still owed of an instalment; ``account`` as it was given, empty: none was."""

    party_id: UUID
    name: str
    account: str
    owed: Money


class Messages:
    """The texts about one instalment of a signed agreement, as it stands today.

    ``whole``: accounts are written out, as whoever pays needs them; else they are masked.
    """

    def __init__(self, case: Case, number: int, day: DueDay, office: OfficeSettings, *,
                 whole: bool = False) -> None:
        self._case, self._made, self._day, self._office = case, case.signed_agreement, day, office
        self._today, self._whole, self._words = day.today, whole, Words.of(CHINESE)
        self._book = ledger(self._made, case.payments, day.today)
        self._laid = laid(self._made, case.payments, day.today)
        self.standing = self._standing(number)

    def _standing(self, number: int) -> InstalmentStanding:
        found = next((one for one in self._book.instalments if one.number == number), None)
        if found is None:
            raise DeskError(N_("There is no instalment {number} in this agreement."), number=number)
        return found

    @property
    def _at(self) -> int:
        return [one.number for one in self._made.instalments].index(self.standing.number)

    def about(self, to: UUID | None) -> str:
        """The text for one party, or for all who owe; DeskError where there is nothing to remind of."""
        party = self._case.party(to) if to else None
        if party is not None and party.role is Role.APPLICANT:
            return "".join(self._for_worker(party))
        return "".join(self._for_payer(party))

    def unpaid(self) -> InstalmentStanding:
        """How the instalment stands; DeskError where nothing is left of it."""
        if not self.standing.owed:
            raise DeskError(N_("Instalment {number} is paid in full."), number=self.standing.number)
        return self.standing

    def asked_of(self, to: UUID | None) -> InstalmentStanding:
        """The instalment as far as one who owes may be asked for it: of its own share, where they owe in
        shares, and not before its turn. None: all who owe. DeskError where nothing is to be asked."""
        one = self.unpaid()
        if to is None:
            return one
        if self._has_nothing_to_pay(to):
            raise DeskError(N_("{name} owes nothing of instalment {number} today."), number=one.number,
                            name=self._case.party(to).name)
        if (line := self._laid.lines.get(to)) is None:
            return one
        amount, owed = Book(self._made).lines[to].left[self._at], line.left[self._at]
        return replace(one, amount=Money(amount), paid=Money(amount - owed), at_once_on=line.accelerated_on)

    def _has_nothing_to_pay(self, to: UUID) -> bool:
        """Its turn has not come, or its own share of this instalment is paid."""
        waits = any(one.party_id == to and one.duty is Duty.OWES and not one.outstanding
                    for one in self._book.debtors)
        return waits or (to in self._laid.lines and not self._laid.lines[to].left[self._at])

    # -- to whoever owes -----------------------------------------------------------------

    @property
    def payers(self) -> list[Party]:
        """Who owes it, and may be asked for it today."""
        return [one for one in payers_of(self._case, self._made) if not self._has_nothing_to_pay(one.id)]

    def payees(self, to: UUID | None = None) -> list[Payee]:
        """To whom what is left of it goes; of who owes in shares, what is left of that share."""
        owed = (self._of_share(to) if to in self._laid.lines and to is not None else
                owed_to(self._made, self._case.payments)[self.standing.number])
        people = sorted((self._case.party(worker) for worker, left in owed.items() if left),
                        key=lambda one: one.position)
        return [Payee(one.id, one.name, self._account(one), owed[one.id]) for one in people]

    def _of_share(self, to: UUID) -> dict[UUID, Money]:
        cells = self._laid.cells[self._at]
        return {worker: Money(fen) for (worker, whose), fen in cells.items() if whose == to}

    def _account(self, worker: Party) -> str:
        if self._made.method not in TO_ACCOUNTS:
            return ""
        given = worker.bank_account.strip()
        return given if self._whole else masks.number(given)

    def tells_accounts_of(self, to: UUID | None) -> tuple[UUID, ...]:
        """The workers whose accounts the text for a party names."""
        payees = self.payees(to)
        if (to and self._case.party(to).role is Role.APPLICANT) or len(payees) > MOST_ACCOUNTS:
            return ()
        return tuple(one.party_id for one in payees if one.account)

    def _for_payer(self, party: Party | None) -> Iterator[str]:
        one, made, say = self.asked_of(party.id if party else None), self._made, self._say
        names = party.name if party else "、".join(payer.name for payer in self.payers)
        told = {"name": names, "agreement": self._case.number, "number": made.ordinal(one.number),
                "amount": one.amount, "day": one.due_on}
        yield say(FALLS_DUE[(one.due_on > self._today) - (one.due_on < self._today)], **told)
        if one.paid:
            yield say(N_("{owed} of it is still to be paid."), owed=one.owed)
        yield from self.lateness(one)
        yield from self._where_to(party.id if party else None)
        yield from self._from_whom()

    def lateness(self, one: InstalmentStanding) -> Iterator[str]:
        """How late, or that all of it fell due at once."""
        made = self._made
        grace = within_grace(made.ordinal(one.number), one.due_on, made.grace_days, self._today)
        if one.state is InstalmentState.ACCELERATED and one.at_once_on:
            yield self._say(N_("Because an earlier instalment was not paid in time, it fell due at once on "
                               "{day}."), day=one.at_once_on)
        elif grace is not None:
            yield self._words.sentence(grace)
        elif one.days_late:
            yield self._say(by_count(N_("It is 1 day late."), N_("It is {count} days late."), one.days_late),
                            count=one.days_late)

    def _where_to(self, to: UUID | None) -> Iterator[str]:
        payees = self.payees(to)
        if len(payees) > MOST_ACCOUNTS:
            yield self._say(N_("Please pay each worker's part in the way that the agreement names."))
            return
        parts = [" ".join(filter(None, (one.name, one.account, self._words.money(one.owed))))
                 for one in payees]
        yield self._say(N_("Please pay ({method}): {parts}."), parts="；".join(parts),
                        method=self._words.translate(self._made.method.label))

    def _from_whom(self) -> Iterator[str]:
        yield self._say(N_("If you have paid already, no answer is needed."))
        yield self._signature()

    def _signature(self) -> str:
        if self._office.phone:
            return self._say(N_("{office}, telephone {phone}"), office=self._office.name,
                             phone=self._office.phone)
        return self._office.name

    # -- to the workers ------------------------------------------------------------------

    def _for_worker(self, worker: Party) -> Iterator[str]:
        mine = self._made_part(worker)
        left = owed_to(self._made, self._case.payments)[self.standing.number].get(worker.id)
        told = {"name": worker.name, "agreement": self._case.number, "amount": mine,
                "number": self._made.ordinal(self.standing.number)}
        if not left:
            yield self._say(N_("{name}: your part of instalment {number} under mediation agreement "
                               "{agreement}, {amount}, was paid in full by {day}."),
                            day=self._paid_by(worker), **told)
        else:
            yield self._say(N_("{name}: your part of instalment {number} under mediation agreement "
                               "{agreement}, {amount}, is due on {day}; {owed} of it has not been paid."),
                            day=self.standing.due_on, owed=left, **told)
            yield from self.lateness(self.standing)
            yield from self._reminded()
        yield self._signature()

    def _made_part(self, worker: Party) -> Money:
        """A worker's part of the instalment as it was agreed; DeskError where they have none."""
        parts = {share.worker_id: share.amount for one in self._made.instalments
                 if one.number == self.standing.number for share in one.shares}
        if worker.id not in parts:
            raise DeskError(N_("{name} has no part in this instalment."), name=worker.name)
        return parts[worker.id]

    def _paid_by(self, worker: Party) -> date:
        """The day on which the last of a worker's part was paid."""
        days = sorted({one.paid_on for one in self._case.payments})
        at = bisect_left(days, True, key=lambda day: not self._left_on(worker, day))
        return days[at] if at < len(days) else self.standing.due_on

    def _left_on(self, worker: Party, day: date) -> Money:
        made: list[Payment] = [one for one in self._case.payments if one.paid_on <= day]
        return owed_to(self._made, made)[self.standing.number][worker.id]

    def _reminded(self) -> Iterator[str]:
        """Of this agreement: one that it changed counted its instalments otherwise."""
        workers, signed = {one.id for one in self._case.applicants}, self._made.signed_on
        sent = [one.sent_at.astimezone(self._day.zone).date() for one in self._case.reminders
                if one.instalment == self.standing.number and one.party_id not in workers]
        if sent and (signed is None or sent[-1] >= signed):
            yield self._say(N_("We last reminded them on {day}."), day=sent[-1])

    def _say(self, text: str, /, **particulars: object) -> str:
        return self._words.fill(text, particulars)
