"""The joint minutes: drawn from what both sides know, edited entry by entry, and of nothing said alone."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import MinuteKind, NoResult, Presence, SessionMode, SessionResult, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.mediation import caucus, meeting, minutes, presence
from mediation_desk.services.mediation.minutes import EntryDraft, MinutesDraft
from mediation_desk.services.mediation.presence import PresenceDraft
from mediation_desk.services.sorting import sorting
from tests.holders import share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import accepted, asked, case_of

CANARY = "kanarienvogel-4711"


@pytest.fixture
def desk(office: Office) -> Desk:
    return office.first


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    """A wage that both say, a wage in dispute, an open offer and one that is not, and a joint session."""
    case_id = asked(desk, accepted(desk))
    one, two = (worker.id for worker in case_of(desk, case_id).applicants)
    sorting.say(desk, case_id, [sorting.Saying("monthly_wage", one, voice, "4300") for voice in
                                ("applicant", "respondent")])
    sorting.say(desk, case_id, [sorting.Saying("monthly_wage", two, "applicant", "4300"),
                                sorting.Saying("monthly_wage", two, "respondent", "3000")])
    filing.add_files(desk, case_id, [FileSource("考勤表.txt", data=b"a")])
    meeting.hold_session(desk, case_id, meeting.SessionDraft(datetime(2024, 11, 25, 14)))
    meeting.make_offer(desk, case_id, Side.APPLICANT, yuan("30000"), 2)
    caucus.take_offer(desk, case_id, Side.RESPONDENT, yuan("27777"), 1, CANARY)
    caucus.note(desk, case_id, Side.RESPONDENT, CANARY)
    return case_id


def session(desk: Desk, case_id: UUID) -> MediationSession:
    return case_of(desk, case_id).sessions[0]


def texts(desk: Desk, case_id: UUID) -> list[str]:
    return [entry.text for entry in session(desk, case_id).minutes]


def drafts(desk: Desk, case_id: UUID) -> list[EntryDraft]:
    return [EntryDraft(one.kind, one.text, one.party_id, one.about, one.id)
            for one in session(desk, case_id).minutes]


def keep(desk: Desk, case_id: UUID, *entries: EntryDraft, result: SessionResult | None = None,
         why: NoResult | None = None) -> None:
    minutes.keep_minutes(desk, case_id, session(desk, case_id).id, MinutesDraft(entries, result, why))


def test_they_are_drawn_from_the_open_record_and_nothing_is_drawn_twice(desk: Desk, case_id: UUID) -> None:
    found = minutes.drawn(desk, case_id, session(desk, case_id).id)
    kinds = [one.kind for one in found]
    assert kinds.count(MinuteKind.OFFER) == kinds.count(MinuteKind.EVIDENCE) == 1
    said = "".join(one.text for one in found)
    assert "4,300.00元" in said and "3,000.00元" in said and "30,000.00元" in said and "考勤表" in said
    assert CANARY not in said and "27,777" not in said
    keep(desk, case_id, *found)
    assert texts(desk, case_id) == [one.text for one in found]
    assert minutes.drawn(desk, case_id, session(desk, case_id).id) == ()


def test_entries_are_added_moved_reworded_and_taken_out_step_by_step(desk: Desk, case_id: UUID) -> None:
    keep(desk, case_id, EntryDraft(MinuteKind.STATEMENT, "甲"), EntryDraft(MinuteKind.OTHER, "乙"))
    one, two = drafts(desk, case_id)
    keep(desk, case_id, two, one)
    assert texts(desk, case_id) == ["乙", "甲"]
    keep(desk, case_id, EntryDraft(two.kind, "乙改", id=two.id))
    assert texts(desk, case_id) == ["乙改"]
    history.undo(desk, case_id)
    assert texts(desk, case_id) == ["乙", "甲"]
    with pytest.raises(DeskError, match="Write the entry"):
        keep(desk, case_id, EntryDraft(MinuteKind.OTHER, "  "))


def test_an_entry_that_a_colleague_added_meanwhile_stays(office: Office, desk: Desk, case_id: UUID) -> None:
    share(desk, case_id, colleague(office, "wang", Role.MEDIATOR))
    hers = office.desk("wang", LENT)
    keep(desk, case_id, EntryDraft(MinuteKind.STATEMENT, "甲"))
    seen, mine = reading.case(desk, case_id).seen, drafts(desk, case_id)
    keep(hers, case_id, *drafts(hers, case_id), EntryDraft(MinuteKind.OTHER, "她的"))
    minutes.keep_minutes(desk, case_id, session(hers, case_id).id,
                         MinutesDraft([*mine, EntryDraft(MinuteKind.OTHER, "我的")]), seen)
    assert sorted(texts(hers, case_id)) == sorted(["甲", "她的", "我的"])


def test_that_they_agreed_is_refused_unless_both_are_there(desk: Desk, case_id: UUID) -> None:
    case = case_of(desk, case_id)
    came = {party.id: PresenceDraft(Presence.CAME) for party in case.applicants}
    presence.note_presence(desk, case_id, case.sessions[0].id, came)
    with pytest.raises(DeskError, match="signed by both sides"):
        keep(desk, case_id, result=SessionResult.AGREED)
    assert session(desk, case_id).result is None
    presence.note_presence(desk, case_id, case.sessions[0].id, {
        case.respondents[0].id: PresenceDraft(Presence.CAME)})
    keep(desk, case_id, result=SessionResult.AGREED)
    assert session(desk, case_id).result is SessionResult.AGREED


def test_without_an_agreement_the_reason_is_kept_and_goes_with_it(desk: Desk, case_id: UUID) -> None:
    with pytest.raises(DeskError, match="why no agreement"):
        keep(desk, case_id, result=SessionResult.NOT_AGREED)
    keep(desk, case_id, result=SessionResult.NOT_AGREED, why=NoResult.FACTS_DISPUTED)
    assert session(desk, case_id).no_result is NoResult.FACTS_DISPUTED
    keep(desk, case_id, result=SessionResult.GOES_ON, why=NoResult.FACTS_DISPUTED)
    assert session(desk, case_id).no_result is None


def test_a_talk_with_one_side_has_none(desk: Desk, case_id: UUID) -> None:
    alone = meeting.hold_session(desk, case_id, meeting.SessionDraft(
        datetime(2024, 11, 25, 15), mode=SessionMode.CAUCUS, side=Side.APPLICANT)).result
    assert alone
    for ask in (lambda: minutes.drawn(desk, case_id, alone),
                lambda: minutes.keep_minutes(desk, case_id, alone, MinutesDraft())):
        with pytest.raises(DeskError, match="joint sessions alone"):
            ask()
