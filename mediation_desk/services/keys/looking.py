"""What a case's mediators are told of its keys: who waits to be let in, and what nobody of them did."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from mediation_desk.domain.accounts import Account, Role
from mediation_desk.domain.mediation.holders import (
    Holder,
    HolderState,
    ListBroken,
    is_entitled,
    require_chain,
    stands_on,
)
from mediation_desk.domain.mediation.sealed import CaseKeyWrap
from mediation_desk.domain.words import N_, DeskError, Sentence, say
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.agreeing import agreed_line
from mediation_desk.services.keys.holding import Held, NotHeld, opened
from mediation_desk.services.keys.recipients import ESCROW, Recipients
from mediation_desk.store.journal import entries as journal
from mediation_desk.store.vault.document import VaultDamaged
from mediation_desk.store.vault.seals import SealBroken
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class Waiting:
    """Somebody on the case without its key; or the office's escrow sheet, which has no name and no role."""

    account_id: UUID
    name: str
    roles: frozenset[Role]
    fingerprint: bytes
    named_by: str = ""

    @property
    def is_escrow(self) -> bool:
        """Whether it is the printed sheet and no person."""
        return self.account_id == ESCROW


class Strange(DeskError):
    """One of :attr:`Watch.strange`, for where troubles are told."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence.text)
        self.sentence = sentence


@dataclass(frozen=True)
class Watch:
    """How the keys of a case stand, for one of its mediators.

    ``holds``: whether the person at the desk opens what is sealed. ``waiting``: whom a holder could let
    in. ``strange``: what was put in by other means than this program, in words.
    """

    holds: bool
    waiting: tuple[Waiting, ...] = ()
    strange: tuple[Sentence, ...] = ()


def watch(desk: Desk, case_id: UUID) -> Watch:
    """Look at the case's keys as its mediators do when they open it."""
    with desk.case_reading(case_id, whole=False) as (work, _case):
        try:
            held = opened(desk, work, case_id)
        except NotHeld:
            held = None
        except (ListBroken, SealBroken, VaultDamaged) as broken:
            return Watch(holds=False, strange=(broken.sentence,))
        return _watched(desk, work, case_id, held)


def _watched(desk: Desk, work: Work, case_id: UUID, held: Held | None) -> Watch:
    recipients = Recipients(desk)
    state = held.state if held else _state(work, case_id)
    people = {account.id: account for account in work.accounts.all()}
    waiting, strange = [], []
    for wrap in work.caucus.wraps(case_id):
        account = people.get(wrap.account_id)
        named_by = _named_by(work, wrap, people)
        if _is_strange(wrap, state) or (wrap.account_id != ESCROW and (account is None or named_by is None)):
            strange.append(_strange(account))
        if account is None or named_by is None or not is_entitled(account):
            continue
        if not _holds(wrap, state, account, recipients):
            waiting.append(Waiting(account.id, account.name, account.roles,
                                   _fingerprint(recipients, account.id) or b"", named_by))
    return Watch(held is not None, (*waiting, *_escrow(desk, work, state, recipients)), tuple(strange))


def _state(work: Work, case_id: UUID) -> HolderState | None:
    states = work.caucus.states(case_id)
    return require_chain(states) if states else None


def _is_strange(wrap: CaseKeyWrap, state: HolderState | None) -> bool:
    """Whether a wrap has no line on a list that was begun; one whose line counts no more had one."""
    return state is not None and bool(wrap.wrapped) and not stands_on(state, wrap)


def _holds(wrap: CaseKeyWrap, state: HolderState | None, account: Account, recipients: Recipients) -> bool:
    mark = _fingerprint(recipients, account.id)
    if state is None:
        return bool(wrap.wrapped) and wrap.for_key == mark and account.stands == 0
    line = state.line(account.id)
    return stands_on(state, wrap) and line is not None and line.is_for(account.stands, mark)


def _named_by(work: Work, wrap: CaseKeyWrap, people: dict[UUID, Account]) -> str | None:
    """Who put the account on the case, as the journal has it; None where it has nothing of it."""
    told = journal.of_row(work.connection, wrap.case_id, "case_key_wraps", str(wrap.id))
    if not told or told[0].action != "insert":
        return None
    who = people.get(told[0].account_id)
    return who.name if who is not None else "?"


def _strange(account: Account | None) -> Sentence:
    if account is None:
        return say(N_("A place among this case's mediators was made outside the program, for an account that "
                      "is not in this store. It opens nothing. Verify the store."))
    return say(N_("The place of {name} among this case's mediators, or the key in it, was made outside the "
                  "program: no mediator let {name} in. That key opens nothing. Take {name} off the case "
                  "unless you know better, and verify the store."), name=account.name)


def _fingerprint(recipients: Recipients, account_id: UUID) -> bytes | None:
    try:
        return recipients.fingerprint(account_id)
    except VaultDamaged:  # verify names the entry; nothing can be wrapped for it
        return None


def _escrow(desk: Desk, work: Work, state: HolderState | None, recipients: Recipients) -> tuple[Waiting, ...]:
    """The escrow sheet, where it waits and the person at the desk was not asked about just this one yet."""
    mark, line = _fingerprint(recipients, ESCROW), state.line(ESCROW) if state else None
    if mark is None or _is_for(line, mark) or agreed_line(desk, work, recipients) is not None:
        return ()
    return (Waiting(ESCROW, "", frozenset(), mark),)


def _is_for(line: Holder | None, mark: bytes) -> bool:
    return line is not None and line.fingerprint == mark


def fingerprint_of(desk: Desk) -> bytes:
    """The own key's fingerprint, to be read out to a colleague who asks."""
    with desk.reading():  # after a reset password the own key is another one
        mark = Recipients(desk).fingerprint(desk.who.account_id)
    assert mark is not None
    return mark


