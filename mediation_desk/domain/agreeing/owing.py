"""The terms' debtors against the case's parties: who may owe, what stays when terms are drafted anew."""

from __future__ import annotations

from dataclasses import replace

from mediation_desk.domain.case import Case
from mediation_desk.domain.people import Party, in_role
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.debtors import Owing, Undertaking, settled, shared_anew
from mediation_desk.domain.settlement.terms import TermsDraft
from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.words import N_, DeskError


def payers(case: Case) -> list[Party]:
    """The parties that may take on to pay: respondents, and third parties, who join or guarantee the debt
    (Civil Code, arts. 552, 681). Both sign."""
    return [*case.respondents, *in_role(case.parties, Role.THIRD_PARTY)]


def is_asked(case: Case) -> bool:
    """Whether it must or may be said who owes: one respondent without a third party owes alone."""
    return len(payers(case)) > 1


def owing_of(agreement: Agreement) -> Owing:
    """Who owes a kept agreement, and how."""
    return Owing(agreement.owed_how, tuple(Undertaking(one.party_id, one.duty, one.amount)
                                           for one in agreement.debtors))


def copies(case: Case) -> int:
    """How many copies everybody needs: one for each party and one for the office."""
    return len(case.applicants) + len(payers(case)) + 1


def carried_on(case: Case, wanted: TermsDraft) -> TermsDraft:
    """The terms with everything that they say nothing of taken over from those that stand: who owes, what
    was asked about whether it can be paid, and how many copies there are: without any terms, as many as are
    needed. Of another total the debtors' shares keep their proportion.

    Raises DeskError where somebody who owed or guaranteed is no longer a party that may.
    """
    kept = case.agreement
    owing = wanted.owing
    if owing is None:
        owing = shared_anew(owing_of(kept), wanted.terms.total) if kept else Owing()
    owing = settled(owing, wanted.terms.total, [one.id for one in case.respondents],
                    {one.id for one in payers(case)})
    stands = kept.copies if kept else copies(case)
    return replace(wanted, owing=owing, copies=stands if wanted.copies is None else wanted.copies, **{
        name: getattr(wanted, name) if getattr(wanted, name) is not None or kept is None
        else getattr(kept, name) for name in ("paid_from", "account_holder", "other_debts")})


def require_owing(case: Case, agreement: Agreement) -> None:
    """Refuse an agreement of several respondents that does not say who owes it, or one whose debtors do
    not sign it. Several debtors owe jointly only where the law or they themselves say so (Civil Code,
    art. 518)."""
    if not agreement.debtors and len(case.respondents) > 1:
        raise DeskError(N_("There are several respondents. Say who owes what is agreed: one of them alone, "
                           "all jointly, each its own share, or one after the other."), field="owed_how")
    settled(owing_of(agreement), agreement.total, [one.id for one in case.respondents],
            {one.id for one in payers(case)})
