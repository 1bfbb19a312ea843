"""Papers that follow from default: the demand, and what the workers hand in, each filled from the ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from mediation_desk.documents.views import enforcing as views
from mediation_desk.documents.views.settlement import ClauseView
from mediation_desk.documents.views.shared import PartyView
from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.case import Case
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.people import in_role
from mediation_desk.domain.performance.arrears import Arrears, arrears
from mediation_desk.domain.performance.ledger import ledger
from mediation_desk.domain.performance.penalty import Penalty, of_default, owed, penalty_in
from mediation_desk.domain.performance.steps import Advised, Step, steps
from mediation_desk.domain.performance.ways import ways
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.routes import CIVIL, PAYMENT_ORDER_CLAIMS, Route
from mediation_desk.domain.text import masks
from mediation_desk.domain.vocabulary import DefaultClause, Duty, OwedHow, PaymentMethod, Role
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import claims, owing, parties, settlement
from mediation_desk.services.papers.maker import Maker
from mediation_desk.services.papers.told import EnforcementTitle, Told

PENALTY = "违约金"
TO_ACCOUNTS = (PaymentMethod.TRANSFER, PaymentMethod.MOBILE)
ALONE = (Route.PAYMENT_ORDER, Route.SUIT, Route.ARBITRATION)


def advised(desk: Desk, case: Case) -> tuple[Advised, ...]:
    """Which papers fit a signed agreement today, each with its reason."""
    made = case.signed_agreement
    book = ledger(made, case.payments, desk.today)
    return steps(made, book, ways(made, {one.claim for one in case.claims}, book, desk.calendar,
                                  people_mediation=desk.settings.people_mediation))


def required(told: Told, step: Step) -> Agreement:
    """The signed agreement; refused with the reason while the paper does not fit."""
    found = next(one for one in advised(told.desk, told.case) if one.step is step)
    if not found.offered:
        raise DeskError(found.reason.text, field=None, **found.reason.particulars)
    parties.require_both_sides(told)
    return told.case.signed_agreement


# -- the demand ------------------------------------------------------------------------------


def demand(told: Told) -> views.DemandLetter:
    """To everybody who owes as far as their turn has come: what is due, and what may follow."""
    made = required(told, Step.DEMAND)
    whole = arrears(made, told.case.payments, told.today)
    assert whole.since is not None
    return views.DemandLetter(
        office=told.office(), case=told.view(), **told.signing(),
        asked=_asked(told, made, whole), rows=tuple(_rows(made, whole)),
        workers=tuple(_workers(told, made, accounts=made.method in TO_ACCOUNTS)), due=whole.due,
        outstanding=whole.outstanding, since=whole.since, grace_days=whole.grace_over(made.grace_days),
        accelerated_on=whole.accelerated_on, agreed=tuple(_agreed(told, made)),
        resumed=_resumed(told, made, None), penalty=_penalty(told, made), method=told.label(made.method),
        ways=tuple(_ways(told)), issued_on=told.today)


def _ways(told: Told) -> Iterator[str]:
    """The routes that the workers have now."""
    made = told.case.signed_agreement
    book = ledger(made, told.case.payments, told.today)
    for one in ways(made, {claim.claim for claim in told.case.claims}, book, told.desk.calendar,
                    people_mediation=told.desk.settings.people_mediation):
        if one.route in ALONE and one.is_open:
            yield one.route.value


# -- what the workers hand in ----------------------------------------------------------------


def payment_order(told: Told) -> views.PaymentOrderApplication:
    """For each worker to whom something is due a sheet of its own: each is a creditor by itself."""
    made = required(told, Step.PAYMENT_ORDER)
    settled = {one.claim for one in told.case.claims}
    covered = settled & (PAYMENT_ORDER_CLAIMS | CIVIL)
    chosen = [told.wanted.worker] if told.wanted.worker else _unpaid(told, made)
    return views.PaymentOrderApplication(
        office=told.office(), case=told.view(), **told.signing(),
        applications=tuple(_ordered(told, made, worker) for worker in chosen),
        covered=_named(told, covered), in_part=covered != settled, clause=_clause(told, made))


def _ordered(told: Told, made: Agreement, worker: UUID) -> views.Applying:
    """Of the employer alone: an agreement carries a payment order against it (Mediation and Arbitration Law,
    art. 16); a third party who pays or guarantees is none."""
    whole = _applying(told, made, {worker})
    employers = tuple(one for one in whole.asked if one.party.role.startswith(told.label(Role.RESPONDENT)))
    if not employers:
        raise DeskError(N_("No employer owes it today, and a payment order is for what an employer owes."))
    amounts = [one.amount for one in employers]
    due = total(amounts) if made.owed_how is OwedHow.IN_SHARES else max(amounts)
    return replace(whole, asked=employers, due=due, covered=_covered(told, made, worker, whole))


def _covered(told: Told, made: Agreement, worker: UUID, whole: views.Applying) -> Money | None:
    """What of it a payment order reaches, where the agreement settles more: known while all of it is due and
    nothing was paid, by what the agreement says of each claim; else nobody said which part was paid."""
    if whole.received or whole.due != whole.agreed:
        return None
    parts = claims.split(told, {share.worker_id: share.amount for share in made.shares})[worker]
    return total(amount for name, amount in parts.items() if name in PAYMENT_ORDER_CLAIMS | CIVIL)


def arbitration(told: Told) -> views.ArbitrationApplication:
    """Of one worker, or of all to whom something is due together."""
    made = required(told, Step.ARBITRATION)
    chosen = _chosen(told, made)
    return views.ArbitrationApplication(
        office=told.office(), case=told.view(), **told.signing(),
        applying=_applying(told, made, chosen),
        claims=_named(told, {one.claim for one in told.case.claims}), clause=_clause(told, made),
        penalties=tuple(_penalties(told, made, chosen)), grace_days=made.grace_days)


def enforcement(told: Told) -> views.EnforcementApplication:
    """On the mediation statement or the ruling that was entered; what was not is left to the hand."""
    made = required(told, Step.ENFORCEMENT)
    title = told.wanted.title
    return views.EnforcementApplication(
        office=told.office(), case=told.view(), **told.signing(),
        applying=_applying(told, made, _chosen(told, made)), on_statement=_is(title, "statement"),
        on_ruling=_is(title, "ruling"), title_number=title.number if title else "",
        title_on=title.on if title else None,
        clause=_clause(told, made))


def _is(title: EnforcementTitle | None, kind: str) -> bool:
    return title is not None and title.kind == kind


def _chosen(told: Told, made: Agreement) -> list[UUID]:
    return [told.wanted.worker] if told.wanted.worker else _unpaid(told, made)


def _unpaid(told: Told, made: Agreement) -> list[UUID]:
    """The workers to whom something is due, in their order."""
    due = {row.worker_id for row in arrears(made, told.case.payments, told.today).rows}
    return [share.worker_id for share in made.shares if share.worker_id in due]


def _applying(told: Told, made: Agreement, workers: Collection[UUID]) -> views.Applying:
    mine = arrears(made, told.case.payments, told.today, workers)
    if mine.since is None:
        raise DeskError(N_("Nothing is due to {name} today."), name="、".join(map(told.name, workers)))
    rows = tuple(_workers(told, made, workers))
    return views.Applying(
        applicants=tuple(shown(told, one) for one in _views_of(told, workers)),
        asked=_asked(told, made, mine), workers=rows, rows=tuple(_rows(made, mine)),
        paid=tuple(_paid(told, workers)), agreed=total(row.agreed for row in rows),
        received=total(row.received for row in rows), due=mine.due, outstanding=mine.outstanding,
        since=mine.since, accelerated_on=mine.accelerated_on, resumed=_resumed(told, made, workers))


def _views_of(told: Told, workers: Collection[UUID]) -> list[PartyView]:
    """The workers under the role that they have alone, or with their places where there are several."""
    found = [view for party, view in zip(told.case.applicants, parties.applicants(told), strict=True)
             if party.id in workers]
    return [replace(found[0], role=told.label(Role.APPLICANT))] if len(found) == 1 else found


def shown(told: Told, view: PartyView) -> PartyView:
    """The party with its numbers whole where they were asked for, else masked. Without its agents: their
    authority was for the mediation."""
    if told.wanted.whole:
        return replace(view, agents=())
    return replace(view, id_number=masks.document(view.id_number), phone=masks.phone(view.phone), agents=())


def _asked(told: Told, made: Agreement, mine: Arrears) -> tuple[views.AskedRow, ...]:
    """Who may be asked today; the respondents where the agreement names nobody. A general guarantor may
    refuse until enforcement has failed (Civil Code, art. 687), and so is not asked here."""
    parties_ = [*told.case.respondents, *in_role(told.case.parties, Role.THIRD_PARTY)]
    views_ = dict(zip((one.id for one in parties_),
                      (*parties.respondents(told), *parties.third_parties(told)), strict=True))
    if not mine.debtors:
        return tuple(views.AskedRow(shown(told, views_[one.id]), mine.due) for one in told.case.respondents)
    duties = owing.signs_as(told, made) if len(mine.debtors) > 1 else {}
    return tuple(views.AskedRow(shown(told, views_[one.party_id]), one.due, duties.get(one.party_id, ""))
                 for one in mine.debtors if one.due and one.duty is not Duty.GUARANTEES)


def _rows(made: Agreement, mine: Arrears) -> Iterator[views.ArrearRow]:
    """Instalment by instalment; where debtors owe in shares, their parts of one since the same day in one."""
    sums: dict[tuple[int, date, date], Money] = {}
    for one in mine.rows:
        key = (one.number, one.agreed_on, one.due_on)
        sums[key] = sums.get(key, ZERO) + one.owed
    for (number, agreed_on, due_on), left in sums.items():
        yield views.ArrearRow(made.ordinal(number), agreed_on, due_on, left)


def _workers(told: Told, made: Agreement, chosen: Collection[UUID] | None = None, *,
             accounts: bool = False) -> Iterator[views.WorkerRow]:
    whole = arrears(made, told.case.payments, told.today)
    for worker, share, received in ledger(made, told.case.payments, told.today).workers:
        due = total(row.owed for row in whole.rows if row.worker_id == worker)
        if (chosen is None and due) or (chosen is not None and worker in chosen):
            yield views.WorkerRow(told.name(worker), share, received, due,
                                  _account(told, worker) if accounts else "")


def _account(told: Told, worker: UUID) -> str:
    given = told.case.party(worker).bank_account.strip()
    return given if told.wanted.whole or not given else masks.number(given)


def _paid(told: Told, workers: Collection[UUID]) -> Iterator[views.PaidRow]:
    """The payments that these workers had a part in; a payment to all of them stands as it was made."""
    for one in told.case.payments:
        if one.paid_on <= told.today and (one.worker_id is None or one.worker_id in workers):
            yield views.PaidRow(one.paid_on, one.amount, told.label(one.method), one.voucher)


def _resumed(told: Told, made: Agreement, workers: Collection[UUID] | None) -> Money | None:
    """The original claim less what was paid, where it revives on default; None where it does not."""
    if made.default_clause is not DefaultClause.RESUME:
        return None
    rows = ledger(made, told.case.payments, told.today).workers
    mine = [(worker, received) for worker, _share, received in rows if workers is None or worker in workers]
    left = total(told.asked[worker] - received for worker, received in mine)
    return max(left, ZERO)


def _clause(told: Told, made: Agreement) -> ClauseView:
    """What the agreement says of default, as it stands there."""
    late = settlement.default_clause(made, told.claimed)
    return replace(late, text=owing.as_payer(told, late.text, owing.payer(told, made)))


def penalties(case: Case) -> tuple[Penalty, ...]:
    """That of the default clause, and those of which the agreement's own words say when they are owed and how
    much they are."""
    found = (of_default(case.signed_agreement),
             *(penalty_in(text) for _title, text in settlement.lines_in_force(case)))
    return tuple(one for one in found if one is not None)


def _penalty(told: Told, made: Agreement) -> Money | None:
    """What they come to today; None where nothing of it is owed."""
    return owed(penalties(told.case), ledger(made, told.case.payments, told.today)) or None


def _quoted(told: Told, made: Agreement) -> Iterator[tuple[ClauseView, Penalty | None]]:
    """What the agreement says of a penalty, word for word, and what is known of it."""
    if (agreed := of_default(made)) is not None:
        yield _clause(told, made), agreed
    for title, text in settlement.lines_in_force(told.case):
        if PENALTY in title or PENALTY in text:
            yield ClauseView(title or told.words.translate(N_("Further terms")), text), penalty_in(text)


def _agreed(told: Told, made: Agreement) -> Iterator[ClauseView]:
    """What the agreement says of default: its clause, and what else it says of a penalty."""
    late = _clause(told, made)
    yield late
    yield from (one for one, _known in _quoted(told, made) if one != late)


def _penalties(told: Told, made: Agreement, workers: Collection[UUID]) -> Iterator[views.PenaltyRow]:
    """The same as far as it may be asked for; with an amount where all workers apply, for it is owed to them
    together."""
    book = ledger(made, told.case.payments, told.today)
    together = {share.worker_id for share in made.shares} == set(workers)
    for one, known in _quoted(told, made):
        amount = owed([known], book) if known else None
        if amount is None or amount:
            yield views.PenaltyRow(one.title, one.text, amount if together else None)


def _named(told: Told, names: Collection[str]) -> tuple[str, ...]:
    return tuple(told.claim(name) for name in CLAIMS if name in names)


def on_its_page(_case: Case) -> bool:
    """Never in a list of papers: whether it fits depends on the day, which the Performance page tells."""
    return False


PAPERS = (
    Maker(views.DemandLetter, demand, on_its_page),
    Maker(views.PaymentOrderApplication, payment_order, on_its_page),
    Maker(views.ArbitrationApplication, arbitration, on_its_page),
    Maker(views.EnforcementApplication, enforcement, on_its_page),
)
