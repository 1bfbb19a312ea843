"""What papers are told of a case: nothing that a side said alone, and its cause and parties in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest

from mediation_desk.domain.accounts import Account, Role
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.money import yuan
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import Attendance, KindOfWork, Outcome, SessionMode, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk, SignedIn
from mediation_desk.services.mediation import caucus, meeting
from mediation_desk.services.papers import making, signing
from mediation_desk.services.performance import booking
from mediation_desk.services.settlement import settling
from mediation_desk.services.sorting import sorting
from tests.offices import embedded_place, office
from tests.services.papers_desk import (
    accepted,
    asked,
    case_of,
    headed,
    printed,
    refused,
    registered,
    seated,
    terms,
    text_of,
)

WORDS = ("鹧鸪天凉", "蒹葭苍苍", "霁月难逢", "彩云易散")
AMOUNTS = ("28,765.43", "31,234.56", "29,876.54")


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("secrets")
    with office(embedded_place(folder), folder / "notes") as founded:
        yield headed(founded.first)


def _told_alone(desk: Desk) -> UUID:
    """A case in which each side has told the mediator what the other must not learn."""
    case_id = asked(desk, accepted(desk))
    worker = case_of(desk, case_id).applicants[0].id
    sorting.say(desk, case_id, [sorting.Saying("monthly_wage", worker, "applicant", "4300"),
                                sorting.Saying("monthly_wage", worker, "respondent", "3000")])
    caucus.note(desk, case_id, Side.APPLICANT, WORDS[0])
    caucus.set_bottom_line(desk, case_id, Side.APPLICANT, yuan("28765.43"), text=WORDS[1])
    caucus.set_bottom_line(desk, case_id, Side.RESPONDENT, yuan("31234.56"), text=WORDS[2])
    caucus.take_offer(desk, case_id, Side.RESPONDENT, yuan("29876.54"), 3, terms=WORDS[3])
    meeting.hold_session(desk, case_id, meeting.SessionDraft(
        datetime(2024, 11, 26, 9), place="第一调解室", record="双方到场。\n温若晴：十月的工资没有发。",
        attendees=[(Attendance.PARTY, "温若晴")]))
    meeting.hold_session(desk, case_id, meeting.SessionDraft(
        datetime(2024, 11, 26, 10), mode=SessionMode.CAUCUS, side=Side.APPLICANT))
    meeting.make_offer(desk, case_id, Side.RESPONDENT, yuan("15000"), 2)
    return case_id


def test_no_word_told_alone_is_on_any_paper(desk: Desk) -> None:
    case_id = _told_alone(desk)
    texts = printed(desk, case_id)
    settling.draft(desk, case_id, terms())
    settling.sign(desk, case_id, date(2024, 11, 26))
    booking.book(desk, case_id, booking.PaymentDraft(date(2024, 12, 10), yuan("30264")))
    closing.visit(desk, case_id, closing.VisitDraft(date(2025, 1, 14)))
    closing.close(desk, case_id, date(2025, 1, 15), Outcome.PERFORMED)
    texts |= printed(desk, case_id)
    assert {"mediation-agreement", "closing-form", "arbitration-outlook"} <= {name for name, _ in texts}
    for place, text in texts.items():
        for secret in (*WORDS, *AMOUNTS):
            assert secret not in text, (place, secret)


def test_the_record_is_of_joint_sessions_only(desk: Desk) -> None:
    case_id = _told_alone(desk)
    alone: MediationSession = next(one for one in case_of(desk, case_id).sessions
                                   if one.mode is SessionMode.CAUCUS)
    with pytest.raises(DeskError):
        making.make(desk, case_id, "mediation-record", session=alone.id)


def test_a_supervisor_prints_the_case_but_not_the_outlook(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    above = _somebody(desk, Role.SUPERVISOR)
    assert making.make(above, case_id, "intake-register").pdf
    with pytest.raises(NotAllowed):
        making.make(above, case_id, "arbitration-outlook", side=Side.APPLICANT)


def test_an_administrator_prints_no_case(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    with pytest.raises(NotAllowed):
        making.make(_somebody(desk, Role.ADMINISTRATOR), case_id, "intake-register")
    with pytest.raises(NotAllowed):
        signing.preview_agreement(_somebody(desk, Role.ADMINISTRATOR), case_id, terms())


def _somebody(desk: Desk, role: Role) -> Desk:
    """The same store with somebody else at the desk."""
    account = Account(id=uuid4(), login=uuid4().hex[:8], name="高远", roles=frozenset({role}), public_key=b"",
                      created_at=datetime(2024, 1, 1, tzinfo=UTC))
    with desk.work("add_account") as work:
        work.accounts.add(account)
        work.commit(lists=("accounts",))
    return seated(desk, who=SignedIn(account.id, account.name, replace(account)))


def test_the_cause_is_what_is_claimed_when_none_was_entered(desk: Desk) -> None:
    case_id = registered(desk)
    text = text_of(making.make(desk, case_id, "rights-notice"))
    assert "欠付工资、未订立书面劳动合同二倍工资差额争议" in text
    assert refused(desk, registered(desk, claims=()), "rights-notice").field == "cause"


def test_the_kind_of_work_names_a_crowd(desk: Desk) -> None:
    case_id = registered(desk, ("甲子", "乙丑", "丙寅", "丁卯"))
    assert "甲子等四名网络主播" in text_of(making.make(desk, case_id, "rights-notice"))
    editing.save(desk, case_id, [editing.Edit("case", case_id, "kind_of_work", KindOfWork.STREAMER,
                                              KindOfWork.OTHER)])
    assert "甲子等四名劳动者" in text_of(making.make(desk, case_id, "rights-notice"))
