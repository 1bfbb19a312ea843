"""Minutes are of what both sides heard, say why nothing was agreed, and are signed by whoever agreed."""

from uuid import UUID

import pytest

from mediation_desk.domain.mediation.minutes import check_result, require_both_sides, require_joint
from mediation_desk.domain.mediation.presence import SessionPresence
from mediation_desk.domain.vocabulary import Authority, NoResult, Presence, SessionMode, SessionResult
from mediation_desk.domain.words import DeskError
from tests.domain import cases


def test_without_an_agreement_the_reason_is_asked() -> None:
    with pytest.raises(DeskError) as told:
        check_result(SessionResult.NOT_AGREED, None)
    assert told.value.field == "no_result"
    for result in (None, SessionResult.AGREED, SessionResult.GOES_ON):
        check_result(result, None)
    check_result(SessionResult.NOT_AGREED, NoResult.SIDE_ABSENT)


def test_a_talk_with_one_side_has_no_minutes() -> None:
    require_joint(SessionMode.JOINT)
    with pytest.raises(DeskError, match="joint sessions alone"):
        require_joint(SessionMode.CAUCUS)


def test_who_neither_came_nor_sent_somebody_with_special_authority_has_not_agreed() -> None:
    parties = cases.accepted().applicants + cases.accepted().respondents

    def came(party: UUID, presence: Presence, seen: bool | None = None) -> SessionPresence:
        return SessionPresence(id=UUID(int=8), case_id=cases.CASE, session_id=UUID(int=50), party_id=party,
                               presence=presence, by="郑代理", authority=Authority.SPECIAL,
                               authority_seen=seen)

    there = {cases.WORKER: came(cases.WORKER, Presence.CAME),
             cases.COMPANY: came(cases.COMPANY, Presence.REPRESENTED, False)}
    with pytest.raises(DeskError) as told:
        require_both_sides(parties, there)
    assert told.value.sentence.particulars["names"] == ["某公司"] and told.value.field == "result"
    require_both_sides(parties, there | {cases.COMPANY: came(cases.COMPANY, Presence.REPRESENTED, True)})
