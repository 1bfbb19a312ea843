"""How far a session has come: planned, under way, adjourned and gone on with, held, or called off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum
from types import MappingProxyType

from mediation_desk.domain.mediation.presence import check_presence, unanswered
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import SessionMode, SessionState, Side
from mediation_desk.domain.words import N_, DeskError, say


class Move(Enum):
    """What can be done with a session as a whole."""

    BEGIN = "begin"
    ADJOURN = "adjourn"
    GO_ON = "go on"
    END = "end"
    CALL_OFF = "call off"


_UNSAID, _PLANNED, _UNDER_WAY = None, SessionState.PLANNED, SessionState.UNDER_WAY

FROM: Mapping[Move, frozenset[SessionState | None]] = MappingProxyType({
    Move.BEGIN: frozenset({_UNSAID, _PLANNED}),
    Move.ADJOURN: frozenset({_UNDER_WAY}),
    Move.GO_ON: frozenset({SessionState.ADJOURNED}),
    Move.END: frozenset({_UNSAID, _PLANNED, _UNDER_WAY}),  # planned: written down when it was over
    Move.CALL_OFF: frozenset({_UNSAID, _PLANNED})})
"""From where each leads on; None: entered by a program that did not ask how far the session had come."""


def may_move(session: MediationSession, move: Move) -> bool:
    """Whether the session is where that can be done."""
    return session.state in FROM[move]


def require_move(session: MediationSession, move: Move) -> None:
    """Refuse in words what does not follow from how far the session has come."""
    if not may_move(session, move):
        said = session.state.label if session.state else N_("Not said")
        raise DeskError(N_("That cannot be done with a session of this state: {state}."), state=say(said))


def sitting(session: MediationSession, applicants: Sequence[Party], respondents: Sequence[Party]
            ) -> list[Party]:
    """The parties who sit in a session: both sides, or the one that the mediator talks to."""
    sides = {Side.APPLICANT: applicants, Side.RESPONDENT: respondents}
    if session.mode is SessionMode.CAUCUS and session.side is not None:
        return list(sides[session.side])
    return [*applicants, *respondents]


def begin(session: MediationSession) -> None:
    """The session begins."""
    require_move(session, Move.BEGIN)
    session.state = SessionState.UNDER_WAY


def adjourn(session: MediationSession, now: datetime) -> None:
    """The session breaks off, to be gone on with another time; its clock stops at that instant."""
    require_move(session, Move.ADJOURN)
    session.stop_clock(now)
    session.state = SessionState.ADJOURNED


def call_off(session: MediationSession) -> None:
    """The session does not take place."""
    require_move(session, Move.CALL_OFF)
    session.state = SessionState.CALLED_OFF


def end(session: MediationSession, parties: Sequence[Party], ended_at: datetime, now: datetime) -> None:
    """The session was held, once it is answered of each party that sits in it whether it came.

    ``ended_at``: by the clock on the wall; ``now``: the instant at which its clock stops.
    """
    require_move(session, Move.END)
    if ended_at <= session.starts_at:
        raise DeskError(N_("A session ends after it began."), field="ended_at")
    require_answered(session, parties)
    session.stop_clock(now)
    session.state, session.ended_at = SessionState.HELD, ended_at


def require_answered(session: MediationSession, parties: Sequence[Party]) -> None:
    """Refuse as long as it is open of anybody whether they came, naming them."""
    missing = unanswered(session.presences, parties)
    if missing:
        raise DeskError(N_("Say first of each party whether it came. Still open: {names}."), field="presence",
                        names=[party.name for party in missing])
    names = {party.id: party.name for party in parties}
    for one in session.presences:
        if one.party_id in names:
            check_presence(one, names[one.party_id])
