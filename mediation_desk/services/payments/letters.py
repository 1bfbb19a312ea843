"""The letter that reminds whoever owes of an instalment."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.documents.views.performance import PayeeShare, PaymentReminder
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.unmasking import Unmasking
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import finished
from mediation_desk.services.papers.told import Told
from mediation_desk.services.payments.dues import due_day
from mediation_desk.services.payments.messages import Messages
from mediation_desk.services.performance.preparing import Prepared


def letter(desk: Desk, case_id: UUID, number: int, to: UUID | None = None,
           seen: Seen | None = None) -> Prepared:
    """The letter about an instalment to one payer, or to all who owe; DeskError where nothing is left of
    it. That it goes out is noted with ``following.remind``.

    It shows every account whole, however many; the journal keeps who asked for whose.
    """
    with desk.case_work(case_id, "prepare_paper", seen) as (work, case):
        told = Told.of(desk, work, case)
        messages = Messages(case, number, due_day(desk), desk.settings, whole=True)
        paper = finished(desk, _view(told, messages, to))
        for one in messages.payees(to):
            if one.account:
                work.cases.asked(Unmasking(id=work.new_key(), case_id=case_id, party_id=one.party_id,
                                           account_id=desk.who.account_id, at=work.who.now))
        return Prepared(paper, work.commit())


def _view(told: Told, messages: Messages, to: UUID | None) -> PaymentReminder:
    made, standing = told.case.signed_agreement, messages.asked_of(to)
    names = [told.case.party(to).name] if to else [payer.name for payer in messages.payers]
    return PaymentReminder(
        office=told.office(), case=told.view(), **told.signing(),
        recipient="、".join(names), ordinal=made.ordinal(standing.number), due_on=standing.due_on,
        amount=standing.amount, paid=standing.paid, owed=standing.owed, method=told.label(made.method),
        issued_on=told.today,
        payees=tuple(PayeeShare(told.name(one.party_id), one.account, one.owed)
                     for one in messages.payees(to)),
        lateness="".join(messages.lateness(standing)))
