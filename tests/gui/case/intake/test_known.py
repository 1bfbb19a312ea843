"""Beneath a party: where else they stand, joined and parted by hand; what the office knows of a company."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.gui.case.intake.known import KnownElsewhere
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.registering import PartyDraft
from mediation_desk.services.office import companies
from tests.gui.case.conftest import Opener
from tests.gui.case.intake.hands import detail_of, page_of
from tests.gui.case.rooms import Room, register, stored
from tests.gui.intake.new_case.hands import CARD, CODE, FIRM, PHONE


def matter(desk: Desk) -> UUID:
    told = {"id_number": CARD, "phone": PHONE}
    return register(desk, PartyDraft(Role.APPLICANT, "扎西·东珠", particulars=told),
                    PartyDraft(Role.RESPONDENT, FIRM, PartyKind.ORGANISATION, {"credit_code": CODE}))


@pytest.fixture
def earlier(desk: Desk) -> UUID:
    """A case in which they stood before."""
    return matter(desk)


@pytest.fixture
def known_room(desk: Desk, open_case: Opener, earlier: UUID) -> Room:
    """A further case of theirs, open."""
    made = open_case(matter(desk))
    made.settle()
    return made


def shown(room: Room) -> KnownElsewhere:
    room.settle()
    return detail_of(room).elsewhere


def words(room: Room) -> list[str]:
    return [made.text() for line in shown(room).lines for made in (
        line.findChildren(QLabel) if not isinstance(line, QLabel) else [line])]


def press(room: Room, text: str) -> None:
    found = next(made for line in shown(room).lines for made in line.findChildren(QPushButton)
                 if made.text() == text)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    room.settle()


def test_a_person_is_joined_parted_and_the_step_taken_back(known_room: Room, desk: Desk, earlier: UUID
                                                            ) -> None:
    number = stored(desk, earlier).number
    assert words(known_room) == ["In other cases",
                                 f"Perhaps the same person: {number} (Applicant, Open case)"]
    press(known_room, "The same person")
    assert words(known_room)[1] == f"The same person: {number} (Applicant, Open case)"
    assert [one.same_as for one in known_room.case.links] == [stored(desk, earlier).applicants[0].id]
    press(known_room, "Not the same person")
    assert known_room.case.links == [] and words(known_room)[1].startswith("Perhaps the same person")
    known_room.window.undo()
    known_room.settle()
    assert len(known_room.case.links) == 1 and words(known_room)[1].startswith("The same person:")


def test_the_other_case_opens_with_a_click(known_room: Room, earlier: UUID) -> None:
    wanted: list[object] = []
    known_room.window.case_wanted.connect(wanted.append)
    press(known_room, "Open the case")
    assert wanted == [earlier]


def test_a_company_is_kept_from_the_case_and_filled_in_from_the_list(known_room: Room, desk: Desk) -> None:
    page_of(known_room).parties.choose(known_room.case.respondents[0].id)
    assert words(known_room) == ["As the office knows it", "Besides this case: 1 case, 1 open",
                                 "Not in the office's list of companies."]
    press(known_room, "Keep as the company's particulars")
    (one,) = companies.companies(desk).companies
    assert (one.name, one.credit_code) == (FIRM, CODE)
    companies.change_company(desk, one.id, {"address": "海湖大道1号"})
    detail_of(known_room).elsewhere.look_again()
    assert "the list has besides: Address" in words(known_room)[-1]
    press(known_room, "Fill in from the list")
    assert known_room.case.respondents[0].address == "海湖大道1号"


def test_nothing_is_said_where_nothing_is_known(room: Room) -> None:
    assert not shown(room).isVisible()
