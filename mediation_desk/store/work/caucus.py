"""Sealed rows, wrapped keys and the lists of holders; and who the mediators of a case are."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session as OrmSession

from mediation_desk.domain.accounts import Account
from mediation_desk.domain.mediation.holders import HolderState, ListBroken
from mediation_desk.domain.mediation.sealed import CaseKeyWrap, SealedItem
from mediation_desk.store.tables.cases import sealed_items

_NONSENSE = (ValueError, TypeError, LookupError, OverflowError)
"""What the kinds of the columns raise over what somebody put into a row by other means."""


class Caucus:
    """Sealed rows, wrapped case keys and holders. Only services/mediation/caucus.py and services/keys may
    open this door."""

    def __init__(self, session: OrmSession) -> None:
        self._session = session
        self._placed: list[CaseKeyWrap] = []  # by this unit of work, which no query finds before it is kept

    def items(self, case_id: UUID, *, removed_too: bool = False) -> Sequence[SealedItem]:
        """The case's sealed rows that stand (or all of them), oldest first; see :meth:`unreadable`."""
        try:
            found = list(self._session.scalars(select(SealedItem).filter_by(case_id=case_id)))
        except _NONSENSE:
            found = [item for key in self._keys(case_id) if (item := self._item(key)) is not None]
        standing = [item for item in found if removed_too or not item.removed_at]
        return sorted(standing, key=lambda item: (item.written_at, item.id))

    def unreadable(self, case_id: UUID) -> list[UUID]:
        """The sealed rows in which somebody put what no program writes."""
        return [key for key in self._keys(case_id) if self._item(key) is None]

    def _keys(self, case_id: UUID) -> Sequence[UUID]:
        return self._session.scalars(select(sealed_items.c.id).where(sealed_items.c.case_id == case_id)).all()

    def _item(self, key: UUID) -> SealedItem | None:
        try:
            return self._session.get(SealedItem, key)
        except _NONSENSE:
            return None

    def wraps(self, case_id: UUID) -> Sequence[CaseKeyWrap]:
        """One row for each who is on the case today, and for the escrow; some with the key, some without."""
        return [wrap for wrap in self._all_wraps(case_id) if not wrap.removed_at]

    def pins(self, case_id: UUID, account_id: UUID) -> list[bytes]:
        """What the account pinned of the case's list, whether or not it was off the case meanwhile."""
        return [wrap.pinned for wrap in self._all_wraps(case_id)
                if wrap.account_id == account_id and wrap.pinned]

    def states(self, case_id: UUID) -> Sequence[HolderState]:
        """The case's list of holders, state by state; none in a store of before, until a holder writes."""
        try:
            found = self._session.scalars(select(HolderState).filter_by(case_id=case_id))
            return sorted(found, key=lambda state: state.number)
        except _NONSENSE:
            raise ListBroken from None

    def _all_wraps(self, case_id: UUID) -> Sequence[CaseKeyWrap]:
        kept = self._session.scalars(select(CaseKeyWrap).filter_by(case_id=case_id)).all()
        return [*kept, *(wrap for wrap in self._placed if wrap.case_id == case_id)]

    def written(self) -> None:
        """What was placed stands in the tables now, and is found there."""
        self._placed.clear()

    def add(self, row: SealedItem | CaseKeyWrap | HolderState) -> None:
        """Keep a sealed row, somebody's place on the case, or a state of its list."""
        self._session.add(row)
        if isinstance(row, CaseKeyWrap):
            self._placed.append(row)


class Members:
    """Who the mediators of a case are; nothing of the seals can be read through here."""

    def __init__(self, session: OrmSession) -> None:
        self._session = session

    def includes(self, case_id: UUID, account_id: UUID) -> bool:
        """Whether the account is a mediator of the case."""
        return account_id in self.of(case_id)

    def of(self, case_id: UUID) -> frozenset[UUID]:
        """The accounts on the case, whether or not the key has reached them yet."""
        held = select(CaseKeyWrap).filter_by(case_id=case_id, removed_at=None)
        return frozenset(wrap.account_id for wrap in self._session.scalars(held))

    def has_left(self, account_id: UUID) -> bool:
        """Whether the account can no longer sign in (the office's escrow never leaves)."""
        account = self._session.get(Account, account_id)
        return account is not None and not account.is_active
