"""Whether the agreement agrees with itself and with the case: sums, workers, payers, days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from uuid import UUID

from mediation_desk.domain.agreeing.checking.ground import Ground, Said
from mediation_desk.domain.agreeing.owing import payers, require_owing
from mediation_desk.domain.money import Money, total
from mediation_desk.domain.words import N_, DeskError, say


def sums(ground: Ground) -> Iterator[Said]:
    """Workers' shares, instalments, and the workers' parts of each instalment add up in every direction."""
    made = ground.agreement
    whole = made.total
    if (shared := total(one.amount for one in made.shares)) != whole:
        yield Said(say(N_("The workers' shares add up to {sum}, not to {total}."), sum=shared, total=whole))
    if (split := total(one.amount for one in made.instalments)) != whole:
        yield Said(say(N_("The instalments add up to {sum}, not to {total}."), sum=split, total=whole),
                   "amounts")
    parts: Counter[UUID] = Counter()
    for instalment in made.instalments:
        parts.update({one.worker_id: one.amount.fen for one in instalment.shares})
        paid = total(one.amount for one in instalment.shares)
        if paid != instalment.amount:
            yield Said(say(N_("The workers' parts of instalment {number} add up to {sum}, not to {total}."),
                           number=instalment.number, sum=paid, total=instalment.amount))
    for share in made.shares:
        if Money(parts[share.worker_id]) != share.amount:
            yield Said(say(N_("A worker's parts of the instalments add up to {sum}, not to {total}."),
                           sum=Money(parts[share.worker_id]), total=share.amount), of=share.worker_id)


def workers(ground: Ground) -> Iterator[Said]:
    """The terms share the total among the applicants of today; others can sign nothing of it."""
    shared = {share.worker_id for share in ground.agreement.shares}
    if shared != {worker.id for worker in ground.case.applicants}:
        yield Said(say(N_("The applicants have changed since the terms were drafted. Draft the terms anew.")))


def payers_sign(ground: Ground) -> Iterator[Said]:
    """A clause to be paid by somebody fails when that somebody has not signed."""
    signing = {party.id for party in payers(ground.case)}
    names = {party.id: party.name for party in ground.case.parties_all}
    for one in ground.agreement.debtors:
        if one.party_id not in signing:
            yield Said(say(N_("{name} is to pay but is no party that signs. Enter them as a respondent or "
                              "a third party, or say anew who owes."), name=names.get(one.party_id, "—")),
                       of=one.party_id)


def who_owes(ground: Ground) -> Iterator[Said]:
    """With several respondents it is said who owes; who they are is another check's business."""
    if any(payers_sign(ground)):
        return
    try:
        require_owing(ground.case, ground.agreement)
    except DeskError as refused:
        yield Said(refused.sentence, refused.field or "")


def dates_in_order(ground: Ground) -> Iterator[Said]:
    """Two instalments never fall on one day, and each falls due after the one before it."""
    for number, (earlier, later) in enumerate(pairwise(ground.due_days), start=2):
        if later <= earlier:
            yield Said(say(N_("Instalment {number} falls due on {day}, no later than the one before it."),
                           number=number, day=later))


def dates_after_signing(ground: Ground) -> Iterator[Said]:
    """Nothing falls due before it is agreed."""
    if ground.due_days[0] < ground.on:
        yield Said(say(N_("The first instalment falls due before the signing.")))


def deadline(ground: Ground) -> Iterator[Said]:
    """The fifteen days of mediation, with what both sides extended them to (Consultation and Mediation
    Provisions, art. 29). An agreement after them still binds; the record must show that both went on."""
    if ground.last_day is not None and ground.on > ground.last_day:
        yield Said(say(N_("The time for mediation ended on {day}. Record that both sides extended it, or "
                          "that they went on by agreement."), day=ground.last_day))
