"""Who mediates a case, and who of them holds its key: named, let in, taken out, handed over to."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.accounts import Account
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.mediation.holders import (
    Event,
    Holder,
    Place,
    is_entitled,
    place_of,
    require_possible,
)
from mediation_desk.domain.mediation.sealed import CaseKeyWrap
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.agreeing import agree
from mediation_desk.services.keys.holding import Held, held_or_none, wrap_of
from mediation_desk.services.keys.recipients import ESCROW
from mediation_desk.services.keys.writing import listed, to_write
from mediation_desk.store.work.work import Work


def add_mediator(desk: Desk, case_id: UUID, account_id: UUID, seen: Seen | None = None) -> Changes:
    """Put another mediator on the case: to its open matter at once, to what was said alone when a holder
    of its key lets them in (:func:`let_in`)."""
    with desk.case_work(case_id, "add_mediator", seen) as (work, _case):
        account = work.accounts.get(account_id)
        _require_mediates(account)
        require_possible(Event.NAMED, _place_on(work, case_id, account_id), DeskError(
            N_("{name} is a mediator of this case already."), field="mediator", name=account.name))
        work.caucus.add(CaseKeyWrap(id=work.new_key(), case_id=case_id, account_id=account_id))
        return work.commit(lists=("cases",))


def _place_on(work: Work, case_id: UUID, account_id: UUID) -> Place:
    """On the case or not; whether with its key only a holder can tell."""
    return Place.WAITING if wrap_of(work, case_id, account_id) else Place.STRANGER


def let_in(desk: Desk, case_id: UUID, account_id: UUID, fingerprint: bytes,
           seen: Seen | None = None) -> Changes:
    """Share the case's key with a mediator who waits, or with the office's escrow sheet.

    ``fingerprint``: what was shown when this was decided; refused where the keys are others by now.
    """
    desk.require_office()
    with desk.case_work(case_id, "let_in", seen) as (work, _case):
        held = to_write(desk, work, case_id)
        if held.recipients.fingerprint(account_id) != fingerprint:
            raise DeskError(N_("These keys were changed since they were shown. Compare the fingerprint "
                               "again."))
        standing = 0 if account_id == ESCROW else _require_waits(work, held, account_id)
        if account_id == ESCROW:
            agree(desk, work, fingerprint)
        listed(desk, work, held, Holder(account_id, fingerprint, standing, desk.who.account_id, work.who.now))
        return work.commit(lists=("cases",))


def _require_waits(work: Work, held: Held, account_id: UUID) -> int:
    """The account's standing, once it is known to be on the case without the key."""
    account = work.accounts.get(account_id)
    _require_mediates(account)
    line = held.state.line(account_id) if held.state else None
    members = [wrap.account_id for wrap in work.caucus.wraps(held.case_id)]
    place = place_of(line, account, held.recipients.fingerprint(account_id), members)
    require_possible(Event.LET_IN, place, _not_waiting(place, account))
    return account.stands


def _not_waiting(place: Place, account: Account) -> DeskError:
    if place is Place.STRANGER:
        return DeskError(N_("Put that person on the case as a mediator first."), field="mediator")
    return DeskError(N_("{name} holds this case's key already."), field="mediator", name=account.name)


def remove_mediator(desk: Desk, case_id: UUID, account_id: UUID, seen: Seen | None = None) -> Changes:
    """Take a mediator off the case. What is sealed is sealed anew: at once by one who holds the
    key, otherwise as soon as a mediator of the case writes in it."""
    with desk.case_work(case_id, "remove_mediator", seen) as (work, case):
        if account_id == case.mediator_id:
            raise DeskError(N_("The responsible mediator leaves only after handing the case over."),
                            field="mediator")
        wrap = wrap_of(work, case_id, account_id)
        if wrap is None or account_id == ESCROW:
            raise DeskError(N_("That person is not a mediator of this case."), field="mediator")
        holds = held_or_none(desk, work, case_id)
        wrap.removed_at = work.who.now
        if holds is not None and account_id != desk.who.account_id:
            to_write(desk, work, case_id)
        return work.commit(lists=("cases",))


def hand_over(desk: Desk, case_id: UUID, account_id: UUID, seen: Seen | None = None) -> Changes:
    """Make another mediator of the case the responsible one."""
    with desk.case_work(case_id, "hand_over", seen) as (work, case):
        _require_member(work, case, account_id)
        case.mediator_id = account_id
        return work.commit(lists=("cases",))


def _require_member(work: Work, case: Case, account_id: UUID) -> None:
    refusal = DeskError(N_("Put that person on the case as a mediator first."), field="mediator")
    place = Place.STRANGER if account_id == ESCROW else _place_on(work, case.id, account_id)
    require_possible(Event.HANDED_OVER, place, refusal)
    _require_mediates(work.accounts.get(account_id))


def _require_mediates(account: Account) -> None:
    if not is_entitled(account):
        raise DeskError(N_("{name} does not mediate."), field="mediator", name=account.name)
