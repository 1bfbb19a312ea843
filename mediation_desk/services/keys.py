"""The keys of the cases: made, shared among a case's mediators, renewed when one leaves."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from uuid import UUID

from mediation_desk.domain.accounts import Account, Role
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.mediation.sealed import CaseKeyWrap
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.store.vault import seals
from mediation_desk.store.vault.recovery import trusted_escrow_key
from mediation_desk.store.vault.vault import trusted_public_key
from mediation_desk.store.work.work import Work

TABLE, FIELD = "sealed_items", "sealed"
ESCROW = seals.ESCROW_ACCOUNT


def give(desk: Desk, work: Work, case_id: UUID) -> None:
    """Make a new case's key and wrap it for its mediator, and for the escrow where there is one."""
    _wrap_for_all(desk, work, case_id, seals.new_case_key(), {desk.who.account_id, ESCROW}, generation=1)


def case_key(desk: Desk, work: Work, case_id: UUID) -> bytes:
    """The case's present key, opened with the private key of the person at the desk."""
    wrap = _own_wrap(work, case_id, desk.who.account_id)
    if wrap is None or _stale(desk, wrap):
        raise DeskError(N_("Your account does not hold this case's key yet. Ask one of its mediators to "
                           "write in the case once, or restore the key from the office's escrow sheet."))
    return _opened(desk, wrap)


def _opened(desk: Desk, wrap: CaseKeyWrap) -> bytes:
    opened = desk.store.opened
    return seals.unwrap(wrap.wrapped, opened.private_key, wrap.case_id, wrap.account_id,
                        store_key=opened.store_key)


def writing_key(desk: Desk, work: Work, case_id: UUID) -> bytes:
    """The key to seal with. If a mediator left the case or the office since, a new key is made
    first; colleagues without a good wrap receive one."""
    key = case_key(desk, work, case_id)
    wraps = work.caucus.wraps(case_id)
    generation = max(wrap.generation for wrap in wraps)
    gone = [wrap for wrap in wraps if work.members.has_left(wrap.account_id)]
    for wrap in gone:
        wrap.removed_at = work.who.now
    if gone or work.caucus.left_since(case_id, generation):
        return _renew(desk, work, case_id, key, work.caucus.wraps(case_id))
    for wrap in wraps:
        if wrap.account_id != ESCROW and _stale(desk, wrap):
            wrap.wrapped, wrap.for_key = _wrapped(desk, key, case_id, wrap.account_id)
    return key


def _renew(desk: Desk, work: Work, case_id: UUID, old: bytes, remaining: Sequence[CaseKeyWrap]) -> bytes:
    """Seal everything anew with a fresh key that only the remaining mediators receive."""
    new = seals.new_case_key()
    items = {item.id: item for item in work.caucus.items(case_id, removed_too=True)}
    fields = [seals.SealedField(TABLE, item.id, FIELD, item.sealed) for item in items.values()]
    for field in seals.rekey(old, new, fields):
        items[field.row_id].sealed = field.sealed
    for wrap in remaining:
        wrap.removed_at = work.who.now
    stay = {wrap.account_id for wrap in remaining} | {ESCROW}
    _wrap_for_all(desk, work, case_id, new, stay, max(wrap.generation for wrap in remaining) + 1)
    return new


def _wrap_for_all(desk: Desk, work: Work, case_id: UUID, key: bytes, accounts: set[UUID],
                  generation: int) -> None:
    for account_id in sorted(accounts):
        wrapped, for_key = _wrapped(desk, key, case_id, account_id)
        if wrapped:
            work.caucus.add(CaseKeyWrap(id=work.new_key(), case_id=case_id, account_id=account_id,
                                        wrapped=wrapped, for_key=for_key, generation=generation))


def _wrapped(desk: Desk, key: bytes, case_id: UUID, account_id: UUID) -> tuple[bytes, bytes]:
    """The key for one account with that account's fingerprint; nothing for an escrow never printed."""
    public, opened = _public_key(desk, account_id), desk.store.opened
    if public is None:
        return b"", b""
    return seals.wrap_for(key, public, case_id, account_id, store_key=opened.store_key), _fingerprint(public)


def _public_key(desk: Desk, account_id: UUID) -> bytes | None:
    vault, opened = desk.store.place.vault.read(), desk.store.opened
    if account_id == ESCROW:
        return trusted_escrow_key(vault, opened)
    return trusted_public_key(vault, opened, account_id)


def _fingerprint(public_key: bytes) -> bytes:
    return hashlib.sha256(public_key).digest()[:16]


def _stale(desk: Desk, wrap: CaseKeyWrap) -> bool:
    """Whether the wrap was made for another key pair than the account has now."""
    public = _public_key(desk, wrap.account_id)
    return public is None or wrap.for_key != _fingerprint(public)


def holds_key(desk: Desk, case_id: UUID) -> bool:
    """Whether the person at the desk could open what is sealed in the case today."""
    with desk.case_reading(case_id, whole=False) as (work, _case):
        own = _own_wrap(work, case_id, desk.who.account_id)
        return own is not None and not _stale(desk, own)


def _own_wrap(work: Work, case_id: UUID, account_id: UUID) -> CaseKeyWrap | None:
    return next((wrap for wrap in work.caucus.wraps(case_id) if wrap.account_id == account_id), None)


def add_mediator(desk: Desk, case_id: UUID, account_id: UUID, seen: Seen | None = None) -> Changes:
    """Put another mediator on the case. One who holds the key shares it at once; named by a
    supervisor, they receive it as soon as a colleague writes in the case."""
    with desk.case_work(case_id, "add_mediator", seen) as (work, _case):
        account = work.accounts.get(account_id)
        _require_mediates(account)
        if work.members.includes(case_id, account_id):
            raise DeskError(N_("{name} is a mediator of this case already."), field="mediator",
                            name=account.name)
        own = _own_wrap(work, case_id, desk.who.account_id)
        holds = own is not None and not _stale(desk, own)
        wrapped, for_key = (_wrapped(desk, case_key(desk, work, case_id), case_id, account_id) if holds
                            else (b"", b""))
        generation = max((wrap.generation for wrap in work.caucus.wraps(case_id)), default=1)
        work.caucus.add(CaseKeyWrap(id=work.new_key(), case_id=case_id, account_id=account_id,
                                    wrapped=wrapped, for_key=for_key, generation=generation))
        return work.commit(lists=("cases",))


def remove_mediator(desk: Desk, case_id: UUID, account_id: UUID, seen: Seen | None = None) -> Changes:
    """Take a mediator off the case. What is sealed is sealed anew: at once by one who holds the
    key, otherwise as soon as a mediator of the case writes in it."""
    with desk.case_work(case_id, "remove_mediator", seen) as (work, case):
        if account_id == case.mediator_id:
            raise DeskError(N_("The responsible mediator leaves only after handing the case over."),
                            field="mediator")
        wrap = _own_wrap(work, case_id, account_id)
        if wrap is None or account_id == ESCROW:
            raise DeskError(N_("That person is not a mediator of this case."), field="mediator")
        own = _own_wrap(work, case_id, desk.who.account_id)
        wrap.removed_at = work.who.now
        if own is not None and own is not wrap and not _stale(desk, own):
            _renew(desk, work, case_id, _opened(desk, own), work.caucus.wraps(case_id))
        return work.commit(lists=("cases",))


def hand_over(desk: Desk, case_id: UUID, account_id: UUID, seen: Seen | None = None) -> Changes:
    """Make another mediator of the case the responsible one."""
    with desk.case_work(case_id, "hand_over", seen) as (work, case):
        _require_member(work, case, account_id)
        case.mediator_id = account_id
        return work.commit(lists=("cases",))


def _require_member(work: Work, case: Case, account_id: UUID) -> None:
    if account_id == ESCROW or not work.members.includes(case.id, account_id):
        raise DeskError(N_("Put that person on the case as a mediator first."), field="mediator")
    _require_mediates(work.accounts.get(account_id))


def _require_mediates(account: Account) -> None:
    if Role.MEDIATOR not in account.working_roles:
        raise DeskError(N_("{name} does not mediate."), field="mediator", name=account.name)


def restore_from_escrow(desk: Desk, case_id: UUID, code: str, seen: Seen | None = None) -> Changes:
    """Restore the case's key with the printed escrow sheet; the journal shows it to all its mediators."""
    with desk.case_work(case_id, "recover_seal", seen) as (work, _case):
        escrow = _own_wrap(work, case_id, ESCROW)
        if escrow is None:
            raise DeskError(N_("This case's key was never left with an escrow sheet."), field="code")
        with desk.pauses.door("code"):
            key = seals.restore_with_escrow(code, escrow.wrapped, case_id,
                                            store_key=desk.store.opened.store_key)
        own = _own_wrap(work, case_id, desk.who.account_id)
        assert own is not None  # the right to recover belongs to the case's mediators alone
        own.wrapped, own.for_key = _wrapped(desk, key, case_id, desk.who.account_id)
        return work.commit()
