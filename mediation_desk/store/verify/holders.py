"""The lists of those who hold the cases' keys, and every wrapped key against its line there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, func, select

from mediation_desk.domain.mediation.holders import (
    HolderState,
    ListBroken,
    fingerprint,
    require_chain,
    stands_on,
)
from mediation_desk.domain.mediation.sealed import CaseKeyWrap
from mediation_desk.domain.words import DeskError
from mediation_desk.store.journal.present_key import former_keys
from mediation_desk.store.store import Store
from mediation_desk.store.tables.cases import case_holders, case_key_wraps, sealed_items
from mediation_desk.store.vault import seals
from mediation_desk.store.vault.former_wraps import is_vouched, unwrapped
from mediation_desk.store.vault.keys import Key, public_half
from mediation_desk.store.vault.vouching import ListPlace, prove
from mediation_desk.store.verify.findings import Damage, Finding
from mediation_desk.store.verify.moment import Moment, Unreadable


@dataclass
class _Case:
    states: list[HolderState] = field(default_factory=list)
    wraps: list[CaseKeyWrap] = field(default_factory=list)
    bound: bool = False  # has a seal that only a listed case has


class Holders:
    """Judges group after group of cases. Anybody sees whether a list is whole by its digests, and whether a
    key has its line; whoever holds a case's key proves its MAC as well, as every opening does."""

    def __init__(self, store: Store, moment: Moment) -> None:
        self._moment, self._opened = moment, store.opened
        self._mark = fingerprint(public_half(store.opened.private_key))
        try:
            self._store_id: UUID | None = store.place.vault.read().store_id
        except (DeskError, OSError):  # told with the keys
            self._store_id = None
        self._former = former(store, moment)

    def compare(self, cases: Sequence[UUID]) -> Iterator[Finding]:
        """What is amiss with the keys of these cases; rows that cannot be read are told with their table."""
        try:
            with self._moment.attempt() as connection:
                found = _read(connection, cases)
        except Unreadable:
            return
        for case_id, case in found.items():
            yield from self._vouchers(case_id, case)
            yield from self._case(case_id, case)

    def _vouchers(self, case_id: UUID, case: _Case) -> Iterator[Finding]:
        """What was vouched for when the store key was renewed, and is another wrap by now."""
        for wrap in case.wraps:
            if wrap.vouched is not None and not is_vouched(wrap, self._opened.store_key):
                yield Finding(Damage.ROW_ALTERED, str(wrap.id), "case_key_wraps", ("vouched",), chain=case_id)

    def _case(self, case_id: UUID, case: _Case) -> Iterator[Finding]:
        if not case.states and not case.bound:
            return  # as an older program left it
        try:
            latest = require_chain(case.states)
            stray = [wrap for wrap in case.wraps
                     if wrap.wrapped and not wrap.removed_at and not stands_on(latest, wrap)]
            self._prove(case_id, case, latest)
        except Exception:  # what stands in an altered row is nobody's to foresee
            yield Finding(Damage.HOLDERS, str(case_id), "case_holders", chain=case_id)
            return
        for wrap in stray:
            yield Finding(Damage.KEY_WITHOUT_LINE, str(wrap.id), "case_key_wraps", chain=case_id)

    def _prove(self, case_id: UUID, case: _Case, latest: HolderState) -> None:
        """By the MACs, where the account that verifies holds the case's key."""
        me, line = self._opened, latest.line(self._opened.account_id)
        mine = [wrap for wrap in case.wraps if wrap.account_id == me.account_id]
        own = next((wrap for wrap in mine if not wrap.removed_at and stands_on(latest, wrap)), None)
        if own is None or line is None or line.fingerprint != self._mark or self._store_id is None:
            return
        try:
            key = unwrapped(own, me.private_key, store_key=me.store_key, former=lambda: self._former)
        except seals.SealBroken:
            raise ListBroken from None
        pins = [wrap.pinned for wrap in mine if wrap.pinned]
        prove(case.states, key, ListPlace(self._store_id, case_id), pins, me.private_key)


def former(store: Store, moment: Moment) -> Sequence[Key]:
    """The store keys before the present one, the oldest first; none where they cannot be read."""
    with suppress(Unreadable), moment.attempt() as connection:
        return former_keys(connection, store.opened.store_key)
    return ()


def _read(connection: Connection, cases: Sequence[UUID]) -> dict[UUID, _Case]:
    found = {case_id: _Case() for case_id in cases}
    for row in _rows(connection, case_holders, cases):
        found[row["case_id"]].states.append(HolderState(**row))
    for row in _rows(connection, case_key_wraps, cases):
        found[row["case_id"]].wraps.append(CaseKeyWrap(**row))
    for case in found.values():
        case.states.sort(key=lambda state: state.number)
    first = func.substr(sealed_items.c.sealed, 1, 1)
    bound = select(sealed_items.c.case_id).where(sealed_items.c.case_id.in_(cases), first == seals.BOUND)
    for case_id in connection.scalars(bound):
        found[case_id].bound = True
    return found


def _rows(connection: Connection, table: Table, cases: Sequence[UUID]) -> Iterator[dict[str, Any]]:
    for row in connection.execute(select(table).where(table.c.case_id.in_(cases))).mappings():
        yield {str(name): value for name, value in row.items()}
