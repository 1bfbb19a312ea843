"""Who owes what is agreed, and who guarantees it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.vocabulary import Duty, OwedHow
from mediation_desk.domain.words import N_, DeskError

SEVERAL = (OwedHow.JOINTLY, OwedHow.IN_SHARES, OwedHow.IN_ORDER)
"""Ways of owing that need two debtors at least."""


@dataclass(eq=False, kw_only=True)
class Debtor:
    """One party that takes on to pay.

    ``amount``: its share, or the most that it guarantees; None: all of it. ``position``: its place where
    they owe one after the other.
    """

    id: UUID
    case_id: UUID
    agreement_id: UUID
    party_id: UUID
    duty: Duty = Duty.OWES
    amount: Money | None = None
    position: int = 0
    removed_at: datetime | None = None


@dataclass(frozen=True)
class Undertaking:
    """What one party takes on, as a person set it; ``amount`` as in :class:`Debtor`."""

    party_id: UUID
    duty: Duty = Duty.OWES
    amount: Money | None = None


@dataclass(frozen=True)
class Owing:
    """Who owes it, in their order, and how; nobody named: the one respondent that there is."""

    how: OwedHow | None = None
    debtors: tuple[Undertaking, ...] = ()

    @property
    def owers(self) -> tuple[Undertaking, ...]:
        """Those who owe it themselves."""
        return tuple(one for one in self.debtors if one.duty is Duty.OWES)

    @property
    def guarantors(self) -> tuple[Undertaking, ...]:
        """Those who answer for somebody else."""
        return tuple(one for one in self.debtors if one.duty is not Duty.OWES)

    def of(self, party_id: UUID) -> Undertaking | None:
        """What that party takes on."""
        return next((one for one in self.debtors if one.party_id == party_id), None)


def settled(owing: Owing, whole: Money, respondents: Sequence[UUID], payers: Collection[UUID]) -> Owing:
    """The same, whole: a single respondent whose debt is guaranteed is named, and one who owes owes alone.

    ``whole``: the total agreed; ``payers``: the parties that may take on to pay, for they sign. Where
    nobody is named among several respondents it stays open until the signing. Raises DeskError for what
    cannot be (Civil Code, arts. 517, 518, 552, 681).
    """
    _check_parties(owing, payers)
    _check_guarantors(owing, whole)
    if not owing.owers:
        if owing.how in SEVERAL or len(respondents) != 1:
            return _nobody_named(owing)
        if not owing.guarantors:
            return Owing()
        owing = replace(owing, debtors=(Undertaking(respondents[0]), *owing.debtors))
    if owing.how is None and len(owing.owers) == 1:
        owing = replace(owing, how=OwedHow.ALONE)
    _check_owers(owing, whole)
    return owing


def _nobody_named(owing: Owing) -> Owing:
    if owing.how is not None or owing.debtors:
        raise DeskError(N_("Name who owes what is agreed."), field="debtors")
    return owing


def _check_parties(owing: Owing, payers: Collection[UUID]) -> None:
    parties = [one.party_id for one in owing.debtors]
    if any(party not in payers for party in parties):
        raise DeskError(N_("Whoever takes on to pay signs: enter them as a respondent or a third party of "
                           "the case first, or say anew who owes."), field="debtors")
    if len(set(parties)) < len(parties):
        raise DeskError(N_("Nobody owes and guarantees the same debt; name each party once."),
                        field="debtors")


def _check_guarantors(owing: Owing, whole: Money) -> None:
    for one in owing.guarantors:
        if one.amount is not None and not ZERO < one.amount <= whole:
            raise DeskError(N_("What is guaranteed lies between 0.01 and {total}."), field="debtors",
                            total=whole)


def _check_owers(owing: Owing, whole: Money) -> None:
    count = len(owing.owers)
    if owing.how is None:
        raise DeskError(N_("Say how they owe it: jointly, each its own share, or one after the other."),
                        field="owed_how")
    if owing.how is OwedHow.ALONE and count != 1:
        raise DeskError(N_("One alone owes it; {count} are named."), field="debtors", count=count)
    if owing.how in SEVERAL and count < 2:
        raise DeskError(N_("Name two at least who owe it, or say that one owes it alone."), field="debtors")
    if owing.how is OwedHow.IN_SHARES:
        _check_shares([one.amount for one in owing.owers], whole)
    elif any(one.amount is not None for one in owing.owers):
        raise DeskError(N_("Only who owes a share has an amount of its own."), field="debtors")


def _check_shares(amounts: Sequence[Money | None], whole: Money) -> None:
    given = [amount for amount in amounts if amount is not None and amount > ZERO]
    if len(given) < len(amounts):
        raise DeskError(N_("Give everybody who owes a share an amount above zero."), field="debtors")
    if total(given) != whole:
        raise DeskError(N_("The debtors' shares add up to {sum}, not to {total}."), field="debtors",
                        sum=total(given), total=whole)


def shared_anew(owing: Owing, whole: Money) -> Owing:
    """The same debtors of another total: their shares keep their proportion, exact to the fen; who
    guarantees more than all of it guarantees all of it."""
    owers = iter(owing.owers)
    amounts = [(one.amount or ZERO).fen for one in owing.owers]
    if owing.how is OwedHow.IN_SHARES and any(amounts):
        owers = (replace(one, amount=part)
                 for one, part in zip(owing.owers, whole.split(amounts), strict=True))
    return replace(owing, debtors=tuple(
        next(owers) if one.duty is Duty.OWES else
        replace(one, amount=min(one.amount, whole)) if one.amount is not None else one
        for one in owing.debtors))
