"""Beside the grids: a platform and its station answer together, or one by one where they differ."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediation_desk.demonstration import streamers
from mediation_desk.domain.vocabulary import KindOfWork, Outcome, PartyKind, Role
from mediation_desk.gui.case.sorting.answer import AnswerField
from mediation_desk.gui.case.sorting.page import SortingPage
from mediation_desk.services import editing
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying
from tests.gui.case import rooms
from tests.gui.case.sorting.hands import at, cell, choose, opened, type_into

Opener = Callable[[UUID], rooms.Room]
PLATFORM, STATION = "高原蜂鸟网络科技有限公司", "城西顺达配送服务部"


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    """A rider against a platform and its station: accepted, and nothing said yet."""
    day = date(2024, 11, 25)
    firms = [registering.PartyDraft(Role.RESPONDENT, name, PartyKind.ORGANISATION)
             for name in (PLATFORM, STATION)]
    made = registering.register(desk, registering.IntakeDraft(
        day, kind_of_work=KindOfWork.DELIVERY, cause="配送报酬",
        parties=[registering.PartyDraft(Role.APPLICANT, "扎西·才让"), *firms])).result
    assert made
    registering.set_claims(desk, made, {rooms.stored(desk, made).applicants[0].id: ["unpaid_wages",
                                                                                    "double_wage"]})
    editing.save(desk, made, [editing.Edit("case", made, side, None, day)
                              for side in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(desk, made, day)
    return made


def say(desk: Desk, case_id: UUID, text: str = "4300") -> UUID:
    """The rider's wage, as the rider states it."""
    rider = rooms.stored(desk, case_id).applicants[0].id
    sorting.say(desk, case_id, [Saying("monthly_wage", rider, "applicant", text)])
    return rider


def titles(page: SortingPage) -> list[str]:
    """The fields of statements in sight."""
    details = page.elements.details
    return [field.title.text() for field in (*details.fields.values(), *details.alone.values())
            if field.isVisible() and field.voice in ("applicant", "respondent")]


def own(page: SortingPage, name: str) -> AnswerField:
    return next(field for field in page.elements.details.alone.values() if field.title.text() == name)


def test_a_field_for_each_respondent_is_there_when_it_is_asked_for(
        desk: Desk, open_case: Opener, case_id: UUID) -> None:
    rider = say(desk, case_id)
    room, page = opened(open_case, case_id)
    at(page.elements.grid, str(rider), "monthly_wage")
    assert titles(page) == ["Applicants' statement", "Respondent's statement"]
    room.click(page.elements.details.differ)
    assert titles(page)[2:] == [PLATFORM, STATION]
    room.type(own(page, STATION).line, "3000")
    assert titles(page) == ["Applicants' statement", PLATFORM, STATION]
    kept = [(one.party_id, one.said) for one in room.case.statements]
    assert kept == [(room.case.respondents[1].id, "3000.00")]


def test_one_respondent_admits_and_the_other_denies(desk: Desk, open_case: Opener, case_id: UUID) -> None:
    rider = say(desk, case_id)
    room, page = opened(open_case, case_id)
    at(page.elements.grid, str(rider), "monthly_wage")
    room.click(page.elements.details.differ)
    room.click(own(page, STATION).admit)
    room.click(own(page, PLATFORM).deny)
    platform, station = (party.id for party in room.case.respondents)
    assert {one.party_id: one.said for one in room.case.statements} == {station: "✓4300.00", platform: "✗"}
    assert page.elements.details.state.state.text == "Disputed"
    choose(room, page, "respondent")
    assert cell(page.elements.grid, str(rider), "monthly_wage") == "denied; 4,300.00"


def test_the_grid_shows_and_takes_one_respondents_words(desk: Desk, open_case: Opener, case_id: UUID) -> None:
    rider = say(desk, case_id)
    room, page = opened(open_case, case_id)
    whose = page.elements.tools.whose
    assert not whose.isVisible()
    choose(room, page, "respondent")
    assert [whose.combo.itemText(at) for at in range(3)] == ["All respondents", PLATFORM, STATION]
    room.choose(whose, 2)
    at(page.elements.grid, str(rider), "monthly_wage")
    type_into(room, page.elements.grid, "3000")
    station = room.case.respondents[1].id
    assert [(one.party_id, one.said) for one in room.case.statements] == [(station, "3000.00")]
    QTest.keyClick(page.elements.grid, Qt.Key.Key_F9)
    room.settle()
    assert [one.said for one in room.case.statements] == ["✗"]


def test_on_the_whole_case_each_who_differs_has_a_column(
        desk: Desk, open_case: Opener, case_id: UUID) -> None:
    room, page = opened(open_case, case_id)
    grid, model = page.elements.case_grid, page.elements.case_cells
    assert PLATFORM not in [column.title for column in model.columns]
    model.edit({(0, 0): "yes"})
    room.settle()
    at(grid, "employment_relationship", "applicant")
    room.click(page.elements.details.differ)
    room.choose(own(page, PLATFORM).choice, 2)
    assert [column.title for column in model.columns][2:4] == [PLATFORM, STATION]
    station = f"alone:{room.case.respondents[1].id}"
    row = [one.id for one in model.rows].index("employment_relationship")
    model.edit({(row, [column.id for column in model.columns].index(station)): "yes"})
    room.settle()
    assert cell(grid, "employment_relationship", "respondent") == "No; Yes"
    assert sorted(one.said or "" for one in room.case.statements) == ["no", "yes"]


def test_nothing_can_be_admitted_or_denied_before_the_other_side_has_spoken(
        desk: Desk, open_case: Opener, case_id: UUID) -> None:
    rider = say(desk, case_id)
    room, page = opened(open_case, case_id)
    at(page.elements.grid, str(rider), "monthly_wage")
    fields = page.elements.details.fields
    live = {voice: (fields[voice].admit.isEnabled(), fields[voice].deny.isEnabled())
            for voice in ("applicant", "respondent")}
    assert live == {"applicant": (False, False), "respondent": (True, True)}
    room.type(fields["respondent"].line, "3000")
    assert fields["applicant"].admit.isEnabled() and fields["applicant"].deny.isEnabled()


def test_one_respondent_alone_is_never_asked_to_differ(desk: Desk, open_case: Opener) -> None:
    room, page = opened(open_case, next(streamers.walk(desk)).case_id)
    at(page.elements.grid, str(room.case.applicants[0].id), "monthly_wage")
    assert not page.elements.details.differ.isVisible()


def test_a_case_that_is_over_offers_no_field_to_say_anything_in(
        desk: Desk, open_case: Opener, case_id: UUID) -> None:
    rider = say(desk, case_id)
    closing.close(desk, case_id, date(2024, 11, 25), Outcome.NO_AGREEMENT, "")
    _room, page = opened(open_case, case_id)
    at(page.elements.grid, str(rider), "monthly_wage")
    details = page.elements.details
    assert not details.differ.isVisible()
    assert not any(press.isEnabled() for field in details.fields.values()
                   for press in (field.admit, field.deny))
    assert details.fields["respondent"].line.line.isReadOnly()
