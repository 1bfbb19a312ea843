"""Who holds a case's key: an append-only list, one state after the other, and what each event does to it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain.accounts import Account, Role
from mediation_desk.domain.mediation.sealed import CaseKeyWrap
from mediation_desk.domain.words import N_, DeskError

MARK_BYTES = 16  # of a fingerprint: as many as people can compare
PLAIN_SEALS, BOUND_SEALS = 1, 2
"""Seals of the first version are bound to their row alone; those of the second also to store, case, side,
kind, author, time and generation. A list that says 2 lets none of the first version count."""
NOTHING_BEFORE = bytes(32)


class ListBroken(DeskError):
    """The list of a case's holders is not as they left it."""

    def __init__(self) -> None:
        super().__init__(N_("The list of those who hold this case's key was altered outside the program, or "
                            "an older one was put back. Nothing that was said alone is opened or written. "
                            "Verify the store, and compare it with a backup."))


@dataclass(frozen=True)
class Holder:
    """A line of the list: somebody the key is wrapped for, as they were when they were let in.

    ``fingerprint`` is that of the account's public key, ``standing`` the account's own: with another
    one of either, the line counts no more.
    """

    account_id: UUID
    fingerprint: bytes
    standing: int
    let_in_by: UUID
    let_in_at: datetime

    def is_for(self, standing: int, fingerprint: bytes | None) -> bool:
        """Whether the account is still as it was when it was let in."""
        return self.standing == standing and self.fingerprint == fingerprint


@dataclass(eq=False, kw_only=True)
class HolderState:
    """One state of a case's list; ``number`` counts them from 1.

    ``generation`` counts the case's keys. ``former`` is the digest of the state before; ``former_key``
    the key of the generation before, under the present one, where this state begins a generation.
    ``mac`` vouches for all of it under the key of its generation.
    """

    id: UUID
    case_id: UUID
    number: int
    generation: int
    seals: int
    holders: str
    former: bytes
    former_key: bytes = b""
    written_by: UUID
    written_at: datetime
    mac: bytes = b""

    @property
    def lines(self) -> tuple[Holder, ...]:
        """The holders; ListBroken when somebody made the text unreadable."""
        try:
            return tuple(_read(one) for one in json.loads(self.holders))
        except (ValueError, TypeError, KeyError, AttributeError):
            raise ListBroken from None

    def line(self, account_id: UUID) -> Holder | None:
        """The line of that account."""
        return next((one for one in self.lines if one.account_id == account_id), None)

    def said(self) -> bytes:
        """All that the MAC vouches for, always in the same bytes."""
        told = [str(self.id), str(self.case_id), self.number, self.generation, self.seals, self.holders,
                self.former.hex(), self.former_key.hex(), str(self.written_by), _instant(self.written_at)]
        return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()

    def digest(self) -> bytes:
        """What the next state says of this one (32 bytes)."""
        return hashlib.sha256(self.said() + self.mac).digest()


def written(holders: Iterable[Holder]) -> str:
    """The lines as the list keeps them, in the order of their accounts."""
    return json.dumps([{"account": str(one.account_id), "key": one.fingerprint.hex(),
                        "standing": one.standing, "by": str(one.let_in_by), "at": _instant(one.let_in_at)}
                       for one in sorted(holders, key=lambda one: one.account_id)],
                      separators=(",", ":"))


def _read(line: Mapping[str, object]) -> Holder:
    return Holder(UUID(str(line["account"])), bytes.fromhex(str(line["key"])), int(str(line["standing"])),
                  UUID(str(line["by"])), datetime.fromisoformat(str(line["at"])))


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def fingerprint(public_key: bytes) -> bytes:
    """What a public key is known by: 16 bytes that people can compare."""
    return hashlib.sha256(public_key).digest()[:MARK_BYTES]


def readable(mark: bytes) -> str:
    """A fingerprint in groups of four, as it is read out on the telephone."""
    text = mark.hex()
    return " ".join(text[at:at + 4] for at in range(0, len(text), 4))


def require_chain(states: Sequence[HolderState]) -> HolderState:
    """The latest state of a list whose states, in order, each follow from the one before; else ListBroken.

    Only a holder can tell besides whether the latest one is genuine, by its MAC.
    """
    former, generation = NOTHING_BEFORE, 0
    for number, state in enumerate(states, 1):
        begins = state.generation == generation + 1
        follows = state.number == number and state.former == former
        if not follows or not (begins or (generation and state.generation == generation)):
            raise ListBroken
        former, generation = state.digest(), state.generation
    if not states:
        raise ListBroken
    return states[-1]


def stands_on(state: HolderState, wrap: CaseKeyWrap) -> bool:
    """Whether a wrap has its line on the list: for that account, that key of its, and the present key."""
    line = state.line(wrap.account_id)
    return (bool(wrap.wrapped) and line is not None and line.fingerprint == wrap.for_key
            and wrap.generation == state.generation)


# What each event does


class Place(StrEnum):
    """Where an account stands toward a case: it holds the key, is on the case without it, or is not on it."""

    HOLDER = "holder"
    WAITING = "waiting"
    STRANGER = "stranger"


class Event(StrEnum):
    """What can happen to an account, or to it and a case."""

    NAMED = "named"  # put on the case, by a supervisor say
    LET_IN = "let_in"  # by a holder
    TAKEN_OUT = "taken_out"
    HANDED_OVER = "handed_over"  # the case, to them
    ESCROW_USED = "escrow_used"  # by them, with the printed sheet
    ROLE_GAINED = "role_gained"
    ROLE_LOST = "role_lost"
    PASSWORD_RESET = "password_reset"  # by an administrator
    PASSWORD_CHANGED = "password_changed"  # by themselves
    DISABLED = "disabled"
    ENABLED = "enabled"


@dataclass(frozen=True)
class Effect:
    """``at_once``: where the account stands from then on, None: the event is refused; ``later``: where once
    a holder has written in the case. ``renews``: whether that holder makes a new key, without the account."""

    at_once: Place | None
    later: Place | None
    renews: bool = False


_IN, _WAITS, _OUT = Place.HOLDER, Place.WAITING, Place.STRANGER
_REFUSED = Effect(None, None)
_STAYS = {place: Effect(place, place) for place in Place}
_DROPPED = {**_STAYS, _IN: Effect(_WAITS, _WAITS, renews=True)}

# fmt: off
_TABLE: dict[Event, dict[Place, Effect]] = {
    # On the case and its list.
    Event.NAMED:            {_IN: _REFUSED, _WAITS: _REFUSED, _OUT: Effect(_WAITS, _WAITS)},
    Event.LET_IN:           {_IN: _REFUSED, _WAITS: Effect(_IN, _IN), _OUT: _REFUSED},
    Event.TAKEN_OUT:        {_IN: Effect(_OUT, _OUT, renews=True), _WAITS: Effect(_OUT, _OUT),
                             _OUT: _REFUSED},
    Event.HANDED_OVER:      {**_STAYS, _OUT: _REFUSED},
    Event.ESCROW_USED:      {_IN: Effect(_IN, _IN), _WAITS: Effect(_IN, _IN), _OUT: _REFUSED},
    # An administrator's acts: whoever can do them brings nobody to a sealed word.
    Event.ROLE_GAINED:      _DROPPED,
    Event.ROLE_LOST:        _DROPPED,
    Event.PASSWORD_RESET:   _DROPPED,
    Event.DISABLED:         {_IN: Effect(_WAITS, _OUT, renews=True), _WAITS: Effect(_WAITS, _OUT),
                             _OUT: Effect(_OUT, _OUT)},
    Event.ENABLED:          _STAYS,
    # Their own.
    Event.PASSWORD_CHANGED: _STAYS,
}
# fmt: on

EFFECTS: Mapping[tuple[Event, Place], Effect] = MappingProxyType(
    {(event, place): effect for event, row in _TABLE.items() for place, effect in row.items()})
"""What every event does to a holder, to one who waits, and to a stranger."""

DROPS = frozenset(event for event, row in _TABLE.items() if row[_IN].at_once is _WAITS)
"""Events that raise an account's standing: no line that was written before counts any more."""


def require_possible(event: Event, place: Place, refusal: DeskError) -> None:
    """Do nothing where the table lets the event happen; else the refusal."""
    if EFFECTS[event, place].at_once is None:
        raise refusal


def is_entitled(account: Account) -> bool:
    """Whether an account may hold any key: it mediates, and may sign in."""
    return Role.MEDIATOR in account.working_roles


def counts(line: Holder | None, account: Account, present: bytes | None) -> bool:
    """Whether a line of the list still counts; ``present``: the fingerprint of the account's key today."""
    return line is not None and is_entitled(account) and line.is_for(account.stands, present)


def place_of(line: Holder | None, account: Account, present: bytes | None,
             members: Collection[UUID]) -> Place:
    """Where the account stands toward a case."""
    if account.id not in members:
        return Place.STRANGER
    return Place.HOLDER if counts(line, account, present) else Place.WAITING


def with_line(lines: Iterable[Holder], line: Holder) -> tuple[Holder, ...]:
    """The lines with this one in the place of the account's former one."""
    return (*(one for one in lines if one.account_id != line.account_id), line)


def next_state(before: HolderState | None, new_id: UUID, case_id: UUID, holders: Iterable[Holder], *,
               by: UUID, at: datetime, generation: int = 1, former_key: bytes = b"") -> HolderState:
    """The state behind ``before`` (None: the list begins), not vouched for yet."""
    return HolderState(
        id=new_id, case_id=case_id, number=before.number + 1 if before else 1, generation=generation,
        seals=BOUND_SEALS, holders=written(holders), former=before.digest() if before else NOTHING_BEFORE,
        former_key=former_key, written_by=by, written_at=at)

