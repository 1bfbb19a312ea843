"""The key of a case that nobody can open any more, restored with the printed escrow sheet."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.mediation.holders import Holder, HolderState, stands_on
from mediation_desk.domain.mediation.sealed import CaseKeyWrap
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.holding import Held, wrap_of
from mediation_desk.services.keys.recipients import ESCROW, Recipients
from mediation_desk.services.keys.writing import listed, renewed
from mediation_desk.store.journal.present_key import former_keys
from mediation_desk.store.vault import former_wraps
from mediation_desk.store.vault.vouching import prove
from mediation_desk.store.work.work import Work


def restore_from_escrow(desk: Desk, case_id: UUID, code: str, seen: Seen | None = None) -> Changes:
    """Let the person at the desk in with the code of the escrow sheet; the list says so for good, and the
    journal shows it to all mediators of the case."""
    with desk.case_work(case_id, "recover_seal", seen) as (work, _case):
        held = _opened(desk, work, case_id, code)
        account = work.accounts.get(desk.who.account_id)
        mark = held.recipients.fingerprint(account.id)
        assert mark is not None  # whoever sits here has a key
        line = Holder(account.id, mark, account.stands, ESCROW, work.who.now)
        if held.state is None:
            renewed(desk, work, held, [line])
        else:
            listed(desk, work, held, line)
        return work.commit()


def _opened(desk: Desk, work: Work, case_id: UUID, code: str) -> Held:
    recipients, states, wrap = Recipients(desk), work.caucus.states(case_id), wrap_of(work, case_id, ESCROW)
    if wrap is None or not _is_on(states[-1] if states else None, wrap):
        raise DeskError(N_("This case's key was never left with an escrow sheet."), field="code")
    with desk.pauses.door("code"):
        store_key = desk.store.opened.store_key
        key = former_wraps.restored(code, wrap, store_key=store_key,
                                    former=lambda: former_keys(work.connection, store_key))
    held = Held(key, case_id, states[-1] if states else None, recipients)
    if states:
        me = desk.who.account_id
        prove(states, key, held.place, work.caucus.pins(case_id, me), desk.store.opened.private_key)
    return held


def _is_on(state: HolderState | None, wrap: CaseKeyWrap) -> bool:
    return stands_on(state, wrap) if state is not None else bool(wrap.wrapped)
