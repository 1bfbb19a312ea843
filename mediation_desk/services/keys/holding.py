"""Holding a case's key: opened for whoever stands on the case's list of holders, and for nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from uuid import UUID

from mediation_desk.domain.accounts import Account
from mediation_desk.domain.mediation.holders import (
    BOUND_SEALS,
    Holder,
    HolderState,
    ListBroken,
    counts,
    require_chain,
    stands_on,
)
from mediation_desk.domain.mediation.sealed import CaseKeyWrap, SealedItem
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.recipients import ESCROW, Recipients
from mediation_desk.store.journal import entries as journal
from mediation_desk.store.journal.present_key import former_keys
from mediation_desk.store.values import plain
from mediation_desk.store.vault import former_wraps, seals
from mediation_desk.store.vault.document import VaultDamaged
from mediation_desk.store.vault.seals import SealBroken, SealPlace
from mediation_desk.store.vault.vouching import ListPlace, earlier_keys, prove
from mediation_desk.store.work.work import Work


class NotHeld(DeskError):
    """The person at the desk is not among the holders of the case's key."""

    def __init__(self) -> None:
        super().__init__(N_("Your account does not hold this case's key. A mediator who holds it can let you "
                            "in beside the case, or the office's escrow sheet restores it."))


@dataclass(frozen=True)
class Held:
    """A case's key in hand, with the list that says whose it is.

    ``state``: None in a case of an older store in which no holder wrote since; its list is not begun.
    """

    key: bytes
    case_id: UUID
    state: HolderState | None
    recipients: Recipients
    states: Sequence[HolderState] = ()

    @property
    def lines(self) -> tuple[Holder, ...]:
        """The holders."""
        return self.state.lines if self.state else ()

    @property
    def place(self) -> ListPlace:
        """Which list it is."""
        return ListPlace(self.recipients.store_id, self.case_id)

    def place_of(self, item: SealedItem) -> SealPlace:
        """All that the seal of a row is bound to."""
        return SealPlace(
            store_id=self.recipients.store_id, case_id=item.case_id, row_id=item.id, side=str(item.side),
            kind=str(item.kind), author=item.written_by, written_at=item.written_at,
            generation=self.state.generation if self.state else 1)

    def unseal(self, item: SealedItem) -> str:
        """What a row says; SealBroken where it is not as it was sealed, or was put in another's place."""
        plain_too = self.state is None or self.state.seals < BOUND_SEALS
        return seals.unseal(self.key, item.sealed, self.place_of(item), plain_too=plain_too)

    def unseal_earlier(self, item: SealedItem) -> str:
        """The same of a row that was sealed under an earlier key of the case."""
        for generation, key in earlier_keys(self.states, self.key, self.place):
            with suppress(SealBroken):
                return seals.unseal(key, item.sealed, replace(self.place_of(item), generation=generation))
        raise SealBroken

    def seal(self, item: SealedItem, text: str) -> None:
        """Let the row say that."""
        item.sealed = seals.seal(self.key, text, self.place_of(item))


def opened(desk: Desk, work: Work, case_id: UUID) -> Held:
    """The case's key, opened with the private key of the person at the desk.

    Raises NotHeld for whom no holder let in or whose standing changed since, ListBroken when the list is
    not as its holders left it.
    """
    recipients, me = Recipients(desk), desk.who.account_id
    states, wrap = work.caucus.states(case_id), wrap_of(work, case_id, me)
    state = require_chain(states) if states else None
    if wrap is None or not _is_served(work, wrap, state, recipients):
        raise NotHeld
    if state is None:
        _require_before_lists(work, case_id, me)
    held = Held(_unwrapped(desk, work, wrap), case_id, state, recipients, states)
    if state is not None:
        prove(states, held.key, held.place, work.caucus.pins(case_id, me), desk.store.opened.private_key)
    return held


def read(work: Work, held: Held, item: SealedItem) -> str:
    """What a row says; SealBroken.

    What a laptop sealed before the key was renewed at the office stays under the earlier key until the key
    is renewed again. Such a row opens only while it is as the journal last told of it: one that was sealed
    anew since, and put back from an older copy, does not.
    """
    try:
        return held.unseal(item)
    except SealBroken:
        if not _is_as_told(work, item):
            raise
        return held.unseal_earlier(item)


def _is_as_told(work: Work, item: SealedItem) -> bool:
    told = [one.fields["sealed"][1]
            for one in journal.of_row(work.connection, item.case_id, "sealed_items", str(item.id))
            if "sealed" in one.fields]
    return bool(told) and told[-1] == plain(item.sealed)


def _is_served(work: Work, wrap: CaseKeyWrap, state: HolderState | None, recipients: Recipients) -> bool:
    """Whether the account's wrap opens for it: it stands on the list, as it is today."""
    account, mark = work.accounts.get(wrap.account_id), recipients.fingerprint(wrap.account_id)
    if state is not None:
        return stands_on(state, wrap) and counts(state.line(account.id), account, mark)
    return bool(wrap.wrapped) and wrap.for_key == mark and account.stands == 0


def _require_before_lists(work: Work, case_id: UUID, me: UUID) -> None:
    """A case has no list only while it is as an older program left it; else somebody took the list away."""
    items = work.caucus.items(case_id, removed_too=True)
    if work.caucus.pins(case_id, me) or any(item.sealed[:1] == seals.BOUND for item in items):
        raise ListBroken


def _unwrapped(desk: Desk, work: Work, wrap: CaseKeyWrap) -> bytes:
    mine = desk.store.opened
    return former_wraps.unwrapped(wrap, mine.private_key, store_key=mine.store_key,
                                  former=lambda: former_keys(work.connection, mine.store_key))


def wrap_of(work: Work, case_id: UUID, account_id: UUID) -> CaseKeyWrap | None:
    """The account's place on the case; None for a stranger."""
    return next((wrap for wrap in work.caucus.wraps(case_id) if wrap.account_id == account_id), None)


def held_or_none(desk: Desk, work: Work, case_id: UUID) -> Held | None:
    """The key, or None for one who does not hold it or cannot use it."""
    try:
        return opened(desk, work, case_id)
    except (NotHeld, ListBroken, SealBroken, VaultDamaged):
        return None


def require_held(desk: Desk, case_id: UUID) -> None:
    """Refuse in words what is shown of a case's sealed matter to whom it would not open any more."""
    with desk.case_reading(case_id, Verb.READ_SEALED, whole=False) as (work, _case):
        opened(desk, work, case_id)


def lapsed(work: Work, held: Held) -> Sequence[Holder]:
    """The lines that count no more: off the case, disabled, demoted, with other keys; a former escrow."""
    there = {wrap.account_id for wrap in work.caucus.wraps(held.case_id)}
    people = {account.id: account for account in work.accounts.all()}
    return [line for line in held.lines if line.account_id not in there
            or not _counts(held, line, people.get(line.account_id))]


def _counts(held: Held, line: Holder, account: Account | None) -> bool:
    if line.account_id == ESCROW:
        return line.fingerprint == held.recipients.fingerprint(ESCROW)
    return account is not None and counts(line, account, held.recipients.fingerprint(account.id))
