"""What minutes are drawn from: the open record, entry by entry."""

from __future__ import annotations

from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import SessionState, Side
from mediation_desk.services.mediation import meeting
from mediation_desk.services.papers import drawing
from mediation_desk.services.papers.told import Told
from tests.offices import Office
from tests.services.papers.streamers_walk import Walk
from tests.services.papers.test_mediation import AT_NINE
from tests.services.papers_desk import accepted, case_of


def told(walk: Walk) -> Told:
    with walk.desk.case_reading(walk.case_id) as (work, case):
        return Told.of(walk.desk, work, case, exhibits=True)


def test_each_entry_names_what_it_was_taken_from(walk: Walk) -> None:
    of = told(walk)
    facts, disputes = list(drawing.facts(of)), list(drawing.statements(of))
    assert {about.partition(":")[0] for about, _, _ in [*facts, *disputes]} == {"element_entries"}
    assert "element_entries:employed_until" in {about for about, _, _ in facts}
    assert "element_entries:monthly_wage" in {about for about, _, _ in disputes}
    joint = drawing.joint_sessions(of.case)[0]
    offers = list(drawing.offers(of, joint))
    assert [text for _, text, _ in offers][-1] == "第三轮，被申请人提出30,264.00元，分两期支付"
    assert len({about for about, _, _ in offers}) == len(of.case.offers)


def test_a_session_that_was_called_off_takes_no_offer(office: Office) -> None:
    case_id = accepted(office.first)
    off = meeting.hold_session(office.first, case_id, meeting.SessionDraft(
        AT_NINE, state=SessionState.CALLED_OFF)).result
    meeting.make_offer(office.first, case_id, Side.APPLICANT, yuan("30000"))
    case = case_of(office.first, case_id)
    with office.first.case_reading(case_id) as (work, found):
        of = Told.of(office.first, work, found)
        (session,) = case.sessions
        assert session.id == off and drawing.offers_of(of, session) == []
