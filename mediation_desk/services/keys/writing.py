"""Writing under a case's key: its list is begun and continued, the key renewed when a line lapsed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from mediation_desk.domain.mediation.holders import BOUND_SEALS, Holder, next_state, stands_on, with_line
from mediation_desk.domain.mediation.sealed import CaseKeyWrap
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.agreeing import agreed_line
from mediation_desk.services.keys.holding import Held, lapsed, opened, read, wrap_of
from mediation_desk.services.keys.recipients import ESCROW, Recipients
from mediation_desk.store.vault import seals
from mediation_desk.store.vault.seals import SealBroken
from mediation_desk.store.vault.vouching import former_key, pin, vouch
from mediation_desk.store.work.work import Work


def begin(desk: Desk, work: Work, case_id: UUID) -> None:
    """Make a new case's key and its list: its mediator, and the escrow that they agreed to."""
    Beginning(desk, work).case(case_id)


class Beginning:
    """Begins the lists of new cases, one or many in one unit of work: who stands on them is found out
    once."""

    def __init__(self, desk: Desk, work: Work) -> None:
        self._desk, self._work, self._recipients = desk, work, Recipients(desk)
        self._lines = _mine_and_escrow(desk, work, self._recipients)

    def case(self, case_id: UUID) -> None:
        """Make the case's key, its list and a wrap for each line; nothing of that may be there."""
        key, me = seals.new_case_key(), self._desk.who.account_id
        place = Held(key, case_id, None, self._recipients).place
        state = next_state(None, self._work.new_key(), case_id, self._lines, by=me, at=self._work.who.now)
        vouch(state, key, place)
        self._work.caucus.add(state)
        for line in self._lines:
            wrap = _placed(self._work, case_id, line.account_id)
            wrap.wrapped = self._recipients.wrap(key, case_id, line.account_id)
            wrap.for_key, wrap.generation = line.fingerprint, state.generation
            if line.account_id == me:
                wrap.pinned = pin(state, self._desk.store.opened.private_key, place)


def to_write(desk: Desk, work: Work, case_id: UUID) -> Held:
    """The key to seal with. Where somebody left, was disabled, demoted or given other keys since, a new key
    is made first, and everything sealed anew; the same where an older program's seals are left."""
    held = opened(desk, work, case_id)
    if desk.branch is not None and held.state is not None:
        _pin(desk, work, held)  # whose key it is, is settled at the office, and a laptop goes by its list
        return held
    _leave_out(work, case_id)
    gone = set(lapsed(work, held))
    staying = [line for line in held.lines if line not in gone]
    escrow = agreed_line(desk, work, held.recipients)
    wanted = [escrow] if escrow and all(line.account_id != ESCROW for line in staying) else []
    if held.state is None:
        return renewed(desk, work, held, _mine_and_escrow(desk, work, held.recipients))
    if gone or held.state.seals < BOUND_SEALS:
        return renewed(desk, work, held, [*staying, *wanted])
    if wanted:
        return listed(desk, work, held, wanted[0])
    _pin(desk, work, held)
    return held


def listed(desk: Desk, work: Work, held: Held, line: Holder) -> Held:
    """One more holder, under the present key."""
    return _write(desk, work, held, held.key, with_line(held.lines, line))


def renewed(desk: Desk, work: Work, held: Held, lines: Iterable[Holder]) -> Held:
    """Seal everything anew with a fresh key that only these holders receive."""
    texts = {}
    items = work.caucus.items(held.case_id, removed_too=True)
    for item in items:
        try:
            texts[item.id] = read(work, held, item)
        except SealBroken:
            continue  # it stays as somebody made it, closed and named, and keeps nobody from writing
    fresh = _write(desk, work, held, seals.new_case_key(), lines)
    for item in items:
        if item.id in texts:
            fresh.seal(item, texts[item.id])
    return fresh


def _write(desk: Desk, work: Work, held: Held, key: bytes, lines: Iterable[Holder]) -> Held:
    """The next state of the list, and the key for those who stand on it."""
    before, fresh = held.state, key != held.key
    generation = before.generation + fresh if before else 1
    state = next_state(
        before, work.new_key(), held.case_id, lines, by=desk.who.account_id, at=work.who.now,
        generation=generation, former_key=former_key(held.key, key, held.place) if before and fresh else b"")
    vouch(state, key, held.place)
    work.caucus.add(state)
    made = replace(held, key=key, state=state)
    _hand_out(work, held, made)
    _pin(desk, work, made)
    return made


def _hand_out(work: Work, held: Held, made: Held) -> None:
    """Wrap the key for every line that does not have it yet, and take the former one from all others."""
    assert made.state is not None
    there = {wrap.account_id: wrap for wrap in work.caucus.wraps(held.case_id)}
    for line in made.lines:
        wrap = there.pop(line.account_id, None) or _placed(work, held.case_id, line.account_id)
        if not stands_on(made.state, wrap) or made.key != held.key:
            wrap.wrapped, wrap.vouched = made.recipients.wrap(made.key, held.case_id, line.account_id), None
            wrap.for_key, wrap.generation = line.fingerprint, made.state.generation
    for wrap in there.values():
        if held.state is None or stands_on(held.state, wrap):  # what nobody let in is left for verify to name
            _empty(work, wrap)


def _empty(work: Work, wrap: CaseKeyWrap) -> None:
    wrap.wrapped, wrap.for_key, wrap.vouched = b"", b"", None
    if wrap.account_id == ESCROW:
        wrap.removed_at = work.who.now


def _placed(work: Work, case_id: UUID, account_id: UUID) -> CaseKeyWrap:
    made = CaseKeyWrap(id=work.new_key(), case_id=case_id, account_id=account_id)
    work.caucus.add(made)
    return made


def _leave_out(work: Work, case_id: UUID) -> None:
    """Who can no longer sign in is off the case."""
    for wrap in work.caucus.wraps(case_id):
        if work.members.has_left(wrap.account_id):
            wrap.removed_at = work.who.now


def _mine_and_escrow(desk: Desk, work: Work, recipients: Recipients) -> list[Holder]:
    """Where a list begins: with whoever begins it, and with the escrow that they agreed to."""
    me = work.accounts.get(desk.who.account_id)
    mark = recipients.fingerprint(me.id)
    assert mark is not None  # whoever sits here has a key
    mine, escrow = Holder(me.id, mark, me.stands, me.id, work.who.now), agreed_line(desk, work, recipients)
    return [mine, escrow] if escrow else [mine]


def _pin(desk: Desk, work: Work, held: Held) -> None:
    """Remember, with the own private key, how far the list had come."""
    own = wrap_of(work, held.case_id, desk.who.account_id)
    if own is not None and held.state is not None:
        own.pinned = pin(held.state, desk.store.opened.private_key, held.place)
