"""Case keys that were wrapped before the store key was renewed: still opened, and no new one slipped in.

The store key goes into each wrap (seals.py), so that nobody who never had it can make one. Who held a
former store key must not make one either: at a renewal, each wrap that is as the journal tells is vouched
for under the new key, and a former key is tried with these alone.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Sequence
from contextlib import suppress

from mediation_desk.domain.mediation.sealed import CaseKeyWrap
from mediation_desk.domain.words import DeskError
from mediation_desk.store.vault import seals
from mediation_desk.store.vault.keys import Key, derive
from mediation_desk.store.vault.recovery import WrongCode
from mediation_desk.store.vault.seals import SealBroken

Former = Callable[[], Sequence[Key]]
"""Gives the former store keys, the oldest first; asked only where the present one opens nothing."""


def voucher(wrapped: bytes, case_id: bytes, account_id: bytes, store_key: bytes) -> bytes:
    """Vouches for that wrap in its place."""
    return hmac.digest(derive(store_key, b"wrap voucher"), case_id + account_id + bytes(wrapped), "sha256")


def is_vouched(wrap: CaseKeyWrap, store_key: bytes) -> bool:
    """Whether the wrap was here when the store key was renewed."""
    if not isinstance(wrap.vouched, bytes):
        return False
    expected = voucher(wrap.wrapped, wrap.case_id.bytes, wrap.account_id.bytes, store_key)
    return hmac.compare_digest(wrap.vouched, expected)


def unwrapped(wrap: CaseKeyWrap, private_key: bytes, *, store_key: bytes, former: Former) -> Key:
    """The case's key out of a wrap of whatever day; SealBroken where it does not open."""
    def opened(key: bytes) -> Key:
        return seals.unwrap(wrap.wrapped, private_key, wrap.case_id, wrap.account_id, store_key=key)

    return _with_any(wrap, opened, SealBroken, store_key, former)


def restored(code: str, wrap: CaseKeyWrap, *, store_key: bytes, former: Former) -> Key:
    """The case's key out of the escrow's wrap of whatever day, see ``seals.restore_with_escrow``."""
    def opened(key: bytes) -> Key:
        return seals.restore_with_escrow(code, wrap.wrapped, wrap.case_id, store_key=key)

    return _with_any(wrap, opened, WrongCode, store_key, former)


def _with_any(wrap: CaseKeyWrap, opened: Callable[[bytes], Key], shut: type[DeskError], store_key: bytes,
              former: Former) -> Key:
    with suppress(shut):
        return opened(store_key)
    for key in former() if is_vouched(wrap, store_key) else ():
        with suppress(shut):
            return opened(key)
    raise shut
