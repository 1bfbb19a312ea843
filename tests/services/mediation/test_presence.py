"""Attendance party by party: kept whole or not at all, and never by default."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest

from mediation_desk.domain.mediation.presence import SessionPresence
from mediation_desk.domain.vocabulary import Authority, Presence
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import meeting, presence
from mediation_desk.services.mediation.presence import PresenceDraft
from tests.offices import Office
from tests.services.papers_desk import accepted, case_of

AGENT = PresenceDraft(Presence.REPRESENTED, " 郑代理 ", Authority.SPECIAL, True)


@pytest.fixture
def desk(office: Office) -> Desk:
    return office.first


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    case_id = accepted(desk)
    meeting.hold_session(desk, case_id, meeting.SessionDraft(datetime(2024, 11, 28, 14)))
    return case_id


def noted(desk: Desk, case_id: UUID) -> dict[UUID, SessionPresence]:
    return {one.party_id: one for one in case_of(desk, case_id).sessions[0].presences}


def test_who_came_for_a_party_with_what_authority_is_kept(desk: Desk, case_id: UUID) -> None:
    case = case_of(desk, case_id)
    session, company, worker = case.sessions[0].id, case.respondents[0].id, case.applicants[0].id
    presence.note_presence(desk, case_id, session, {company: AGENT, worker: PresenceDraft(Presence.CAME)})
    kept = noted(desk, case_id)
    assert (kept[company].by, kept[company].authority, kept[company].authority_seen) == (
        "郑代理", Authority.SPECIAL, True)
    assert kept[worker].presence is Presence.CAME and len(kept) == 2
    presence.note_presence(desk, case_id, session, {company: PresenceDraft(Presence.ABSENT), worker: None})
    kept = noted(desk, case_id)
    assert (kept[company].presence, kept[company].by, kept[company].authority) == (Presence.ABSENT, "", None)
    assert worker not in kept
    history.undo(desk, case_id)
    assert noted(desk, case_id)[company].by == "郑代理" and worker in noted(desk, case_id)


def test_one_answer_that_lacks_something_keeps_all_of_them_back(desk: Desk, case_id: UUID) -> None:
    case = case_of(desk, case_id)
    lacking = PresenceDraft(Presence.REPRESENTED, "郑代理", None, True)
    with pytest.raises(DeskError) as told:
        presence.note_presence(desk, case_id, case.sessions[0].id, {
            case.applicants[0].id: PresenceDraft(Presence.CAME), case.respondents[0].id: lacking})
    assert told.value.field == "authority" and noted(desk, case_id) == {}
