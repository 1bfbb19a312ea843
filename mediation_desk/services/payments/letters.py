"""The letter that reminds whoever owes of an instalment."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.documents.views.performance import PayeeShare, PaymentReminder
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import Paper, finished
from mediation_desk.services.papers.told import Told
from mediation_desk.services.payments.dues import due_day
from mediation_desk.services.payments.messages import Messages


def letter(desk: Desk, case_id: UUID, number: int, to: UUID | None = None) -> Paper:
    """The letter about an instalment to one payer, or to all who owe; DeskError where nothing is left of
    it. That it goes out is noted with ``following.remind``."""
    with desk.case_reading(case_id) as (work, case):
        told = Told.of(desk, work, case)
        messages = Messages(case, number, due_day(desk), desk.settings, whole=True)
        return finished(desk, _view(told, messages, to))


def _view(told: Told, messages: Messages, to: UUID | None) -> PaymentReminder:
    made, standing = told.case.signed_agreement, messages.unpaid()
    names = [told.case.party(to).name] if to else [payer.name for payer in messages.payers]
    return PaymentReminder(
        office=told.office(), case=told.view(), **told.signing(),
        recipient="、".join(names), ordinal=made.ordinal(standing.number), due_on=standing.due_on,
        amount=standing.amount, paid=standing.paid, owed=standing.owed, method=told.label(made.method),
        issued_on=told.today,
        payees=tuple(PayeeShare(told.name(one.party_id), one.account, one.owed) for one in messages.payees),
        lateness="".join(messages.lateness()))
