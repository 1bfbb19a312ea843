"""The two joint applications and the certificate, as soon as the agreement is signed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from mediation_desk.domain.vocabulary import SessionState
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import meeting
from mediation_desk.services.papers import making
from tests.services.papers.streamers_walk import Walk
from tests.services.papers.test_default import signed
from tests.services.papers_desk import case_of, refused, registered, seated, text_of


def test_both_sides_sign_the_application_for_review_with_its_last_day(desk: Desk) -> None:
    text = text_of(making.make(desk, signed(desk), "review-application"))
    for said in ("仲裁审查申请书", "2024年12月2日起生效", "最迟2024年12月17日", "仲裁办案规则》第七十四条",
                 "30,264.00元", "申请人二：路知夏", "被申请人：安宁星湾文化传媒有限公司"):
        assert said in text, said


def test_the_court_is_told_what_both_sides_promise_and_what_is_attached(desk: Desk) -> None:
    text = text_of(making.make(desk, signed(desk), "confirmation-application"))
    for said in ("司法确认申请书", "最迟2025年1月2日", "民事诉讼法》第二百零五条", "各方承诺",
                 "主持调解的证明", "西宁市城中区人民法院"):
        assert said in text, said


def test_an_office_that_is_no_peoples_mediation_has_nothing_confirmed(desk: Desk) -> None:
    other = seated(desk, settings=replace(desk.settings, people_mediation=False))
    assert "people's mediation" in str(refused(other, signed(desk), "confirmation-application"))


def test_the_office_certifies_what_it_did_and_no_more(walk: Walk) -> None:
    text = walk.text("mediation-certificate")
    for said in ("主持调解证明", "2024年11月25日签订调解协议书", "30,264.00元", "特此证明"):
        assert said in text, said


def test_of_a_session_that_is_merely_planned_the_court_is_not_told_that_it_was_held(desk: Desk) -> None:
    case_id = signed(desk)
    for day, state in ((27, SessionState.PLANNED), (28, SessionState.HELD), (29, SessionState.CALLED_OFF)):
        meeting.hold_session(desk, case_id, meeting.SessionDraft(datetime(2024, 11, day, 14), state=state))
    text = text_of(making.make(desk, case_id, "mediation-certificate"))
    assert "先后于2024年11月28日调解" in text


def test_before_the_signing_there_is_none_of_them(desk: Desk) -> None:
    case = case_of(desk, registered(desk))
    assert not {"review-application", "confirmation-application", "mediation-certificate"} & {
        kind.template for kind in making.available(case)}
