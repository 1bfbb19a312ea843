"""Terms worked out to the fen: shares, instalments and the matrix of both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.domain.calendar import RestDayRule, WorkCalendar
from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.settlement.agreement import Agreement, Instalment, InstalmentShare, Share
from mediation_desk.domain.settlement.claim_terms import ClaimTerm, Handled
from mediation_desk.domain.settlement.debtors import Debtor, Owing
from mediation_desk.domain.settlement.schedules import WITH_EDGE, edged, in_order
from mediation_desk.domain.vocabulary import DefaultClause, PaymentMethod, ShareKind, SplitKind
from mediation_desk.domain.words import N_, DeskError

MOST_INSTALMENTS = 60
LAST_YEAR = 2999  # later dates are slips of the hand, and leave no room to count grace days


@dataclass(frozen=True)
class Terms:
    """A draft of the terms as a person set them: everything needed to compute the matrix.

    ``weights``: per instalment, for ``BY_SHARE``; ``amounts``: per instalment, for ``BY_HAND``;
    ``by_hand``: worker -> amount, for ``ShareKind.BY_HAND``. ``edge``: what the larger instalment, or the
    share on signing, comes to. Of a share on signing the first due day only stands for the day of signing.
    """

    total: Money
    due_dates: tuple[date, ...]
    share_kind: ShareKind = ShareKind.BY_CLAIM
    split_kind: SplitKind = SplitKind.EQUAL
    rest_day_rule: RestDayRule = RestDayRule.SAME_DAY
    weights: tuple[int, ...] = ()
    amounts: tuple[Money, ...] = ()
    by_hand: tuple[tuple[UUID, Money], ...] = ()
    edge: Money | None = None


FEWEST_COPIES = 2  # one for each side


@dataclass(frozen=True)
class TermsDraft:
    """The terms as a person set them on the page, with everything else the agreement says.

    ``owing``, ``handled``, ``penalty``, ``copies`` and what was asked about whether it can be paid: None
    where these terms say nothing of it, so that what stands stays.
    """

    terms: Terms
    method: PaymentMethod = PaymentMethod.TRANSFER
    default_clause: DefaultClause = DefaultClause.ACCELERATE
    grace_days: int = 5
    responsibility: str = ""
    other_terms: str = ""
    copies: int | None = None
    signing_place: str = ""
    owing: Owing | None = None
    paid_from: str | None = None
    account_holder: str | None = None
    other_debts: str | None = None
    handled: Handled | None = None
    penalty: Money | None = None


@dataclass(frozen=True)
class Plan:
    """Shares per worker, instalments with due days, and the matrix [instalment][worker]."""

    workers: tuple[UUID, ...]
    shares: tuple[Money, ...]
    due_dates: tuple[date, ...]
    amounts: tuple[Money, ...]
    matrix: tuple[tuple[Money, ...], ...]


def plan(terms: Terms, claims: Sequence[tuple[UUID, Money]], calendar: WorkCalendar) -> Plan:
    """Work the terms out, exact to the fen in rows and columns.

    ``claims``: each worker and what they claim, in the workers' order.
    """
    _check(terms, claims)
    shares = _shares(terms, claims)
    amounts = _amounts(terms)
    return Plan(tuple(worker for worker, _ in claims), tuple(shares), _days(terms, calendar), tuple(amounts),
                matrix(shares, amounts))


def _days(terms: Terms, calendar: WorkCalendar) -> tuple[date, ...]:
    """The due days off rest days; the day of signing is whichever it is."""
    on_signing = 1 if terms.split_kind is SplitKind.ON_SIGNING else 0
    known = in_order(terms.due_dates[on_signing:], terms.rest_day_rule, calendar)
    return terms.due_dates[:on_signing] + known


def matrix(rows: Sequence[Money], columns: Sequence[Money]) -> tuple[tuple[Money, ...], ...]:
    """Whole-fen cells [column][row] with exactly these row and column sums.

    Each column is shared in proportion to what the rows still lack, so no cell is negative and
    the last column takes what is left.
    """
    left = [row.fen for row in rows]
    cells = []
    for column in columns:
        parts = column.split(left) if any(left) else [ZERO] * len(rows)
        left = [rest - part.fen for rest, part in zip(left, parts, strict=True)]
        cells.append(tuple(parts))
    return tuple(cells)


def _check(terms: Terms, claims: Sequence[tuple[UUID, Money]]) -> None:
    if not claims:
        raise DeskError(N_("Enter the applicants before the terms."), field="shares")
    if terms.total <= ZERO:
        raise DeskError(N_("The total must be more than zero."), field="total")
    if not 1 <= len(terms.due_dates) <= MOST_INSTALMENTS:
        raise DeskError(N_("Between 1 and {most} instalments are possible."), field="instalments",
                        most=MOST_INSTALMENTS)
    if terms.due_dates[-1].year > LAST_YEAR:
        raise DeskError(N_("That date is too far away."), field="due_dates")
    if any(later <= earlier for earlier, later in zip(terms.due_dates, terms.due_dates[1:], strict=False)):
        raise DeskError(N_("Each instalment must fall due after the one before it."), field="due_dates")


def _shares(terms: Terms, claims: Sequence[tuple[UUID, Money]]) -> list[Money]:
    if terms.share_kind is ShareKind.EQUAL:
        return terms.total.split([1] * len(claims))
    if terms.share_kind is ShareKind.BY_CLAIM:
        weights = [claim.fen for _, claim in claims]
        if not any(weights):
            raise DeskError(N_("No worker's claim has an amount yet; choose equal shares or enter the "
                               "claims first."), field="share_kind")
        return terms.total.split(weights)
    typed = dict(terms.by_hand)
    shares = [typed.get(worker, ZERO) for worker, _ in claims]
    _adds_up(shares, terms.total, "shares", N_("The workers' shares add up to {sum}, not to {total}."))
    return shares


def _amounts(terms: Terms) -> list[Money]:
    amounts = _split(terms)
    if any(amount == ZERO for amount in amounts):
        raise DeskError(N_("Give every instalment an amount."), field="amounts")
    return amounts


def _split(terms: Terms) -> list[Money]:
    count = len(terms.due_dates)
    if terms.split_kind is SplitKind.EQUAL:
        return terms.total.split([1] * count)
    if terms.split_kind in WITH_EDGE:
        return edged(terms.total, count, terms.split_kind, terms.edge)
    if terms.split_kind is SplitKind.BY_SHARE:
        if len(terms.weights) != count or any(weight <= 0 for weight in terms.weights):
            raise DeskError(N_("Give every instalment a share above zero."), field="weights")
        return terms.total.split(terms.weights)
    if len(terms.amounts) != count:
        raise DeskError(N_("Give every instalment an amount."), field="amounts")
    _adds_up(terms.amounts, terms.total, "amounts", N_("The instalments add up to {sum}, not to {total}."))
    return list(terms.amounts)


def _adds_up(parts: Sequence[Money], whole: Money, field_name: str, complaint: str) -> None:
    if any(part < ZERO for part in parts):
        raise DeskError(N_("No amount may be below zero."), field=field_name)
    if total(parts) != whole:
        raise DeskError(complaint, field=field_name, sum=total(parts), total=whole)


def drawn_up(case_id: UUID, wanted: TermsDraft, worked: Plan, new_key: Callable[[], UUID]) -> Agreement:
    """The agreement that these terms make; nothing is kept of it here."""
    terms = wanted.terms
    made = Agreement(
        id=new_key(), case_id=case_id, total=terms.total, share_kind=terms.share_kind,
        split_kind=terms.split_kind, rest_day_rule=terms.rest_day_rule, method=wanted.method,
        default_clause=wanted.default_clause, grace_days=wanted.grace_days,
        responsibility=wanted.responsibility.strip(), other_terms=wanted.other_terms.strip(),
        copies=wanted.copies or FEWEST_COPIES, signing_place=wanted.signing_place.strip(),
        paid_from=_said(wanted.paid_from), account_holder=_said(wanted.account_holder),
        other_debts=_said(wanted.other_debts), penalty=wanted.penalty)
    _add_debtors(made, wanted.owing or Owing(), new_key)
    _add_claim_terms(made, wanted.handled or Handled(), new_key)
    made.shares_all = [
        Share(id=new_key(), case_id=case_id, agreement_id=made.id, worker_id=worker, position=position,
              amount=amount)
        for position, (worker, amount) in enumerate(zip(worked.workers, worked.shares, strict=True))]
    columns = zip(worked.due_dates, worked.amounts, worked.matrix, strict=True)
    for number, (due_on, amount, cells) in enumerate(columns, start=1):
        instalment = Instalment(id=new_key(), case_id=case_id, agreement_id=made.id, number=number,
                                due_on=due_on, amount=amount)
        instalment.shares_all = [
            InstalmentShare(id=new_key(), case_id=case_id, instalment_id=instalment.id, worker_id=worker,
                            amount=cell)
            for worker, cell in zip(worked.workers, cells, strict=True)]
        made.instalments_all.append(instalment)
    return made


def _said(text: str | None) -> str | None:
    """What was said; nothing was said where nothing stands."""
    return (text or "").strip() or None


def _add_debtors(made: Agreement, owing: Owing, new_key: Callable[[], UUID]) -> None:
    made.owed_how = owing.how
    made.debtors_all = [
        Debtor(id=new_key(), case_id=made.case_id, agreement_id=made.id, party_id=one.party_id, duty=one.duty,
               amount=one.amount, position=position)
        for position, one in enumerate(owing.debtors)]


def _add_claim_terms(made: Agreement, handled: Handled, new_key: Callable[[], UUID]) -> None:
    made.tax = handled.tax
    made.claim_terms_all = [
        ClaimTerm(id=new_key(), case_id=made.case_id, agreement_id=made.id, worker_id=one.worker_id,
                  claim=one.claim, handling=one.handling, amount=one.amount, in_kind=one.in_kind, by=one.by,
                  note=one.note.strip(), position=position)
        for position, one in enumerate(handled.claims)]
