"""The demonstration's week: sessions that are planned, the invitation to one, and all in a calendar file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.vocabulary import SessionForm, SessionMode, Side
from mediation_desk.services import reading
from mediation_desk.services.calendar import ics
from mediation_desk.services.calendar.ics import Chosen
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import meeting
from mediation_desk.services.papers import making

INVITATION, FILE = "invitation.pdf", "calendar.ics"


@dataclass(frozen=True)
class Planned:
    """A session in so many days: whose case, at which hour, where, and with one side or both."""

    who: str
    days: int
    at: time
    place: str
    form: SessionForm = SessionForm.OFFICE
    side: Side | None = None


WEEK = (Planned("才让东珠", 1, time(9, 30), "第一调解室"),
        Planned("赵永福", 2, time(14), "第二调解室"),
        Planned("才让东珠", 3, time(10), "第一调解室", side=Side.APPLICANT),
        Planned("赵永福", 4, time(15, 30), "南川工业园区服务站", SessionForm.MOBILE))


def write(desk: Desk, folder: Path) -> Iterator[Path]:
    """Plan the week; write the invitation to its first session, and all of them as a calendar file."""
    sessions = [(planned, *_plan(desk, planned)) for planned in WEEK]
    _first, case_id, session = sessions[0]
    paper = folder / INVITATION
    paper.write_bytes(making.make(desk, case_id, "invitation", session=session).pdf)
    yield paper
    ics.save(desk, Chosen([key for _planned, _case, key in sessions]), str((folder / FILE).absolute()))


def _plan(desk: Desk, planned: Planned) -> tuple[UUID, UUID]:
    case_id = reading.find(desk, planned.who)[0].case_id
    mode = SessionMode.CAUCUS if planned.side else SessionMode.JOINT
    begins = datetime.combine(desk.today + timedelta(days=planned.days), planned.at)
    made = meeting.hold_session(desk, case_id, meeting.SessionDraft(
        begins, form=planned.form, mode=mode, side=planned.side, place=planned.place))
    assert made.result
    return case_id, made.result
