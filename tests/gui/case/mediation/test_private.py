"""What each side said alone is opened by itself: the other's words stay covered until they are asked for."""

from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from mediation_desk.demonstration import streamers
from mediation_desk.domain.vocabulary import Outcome, Side
from mediation_desk.gui.case.mediation.page import MediationPage
from mediation_desk.gui.case.mediation.zone import ZoneBar
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus
from tests.gui.case import rooms
from tests.gui.case.conftest import Opener

WORKERS, COMPANY = "不低于29000元", "不高于31000元"


@pytest.fixture
def talked(desk: Desk) -> UUID:
    """The streamers' case with both bottom lines learned back to back."""
    stops = streamers.walk(desk)
    for _ in range(3):
        case_id = next(stops).case_id
    return case_id


def page_of(room: rooms.Room) -> MediationPage:
    page = room.go(3)
    assert isinstance(page, MediationPage)
    return page


def words(within: QWidget) -> str:
    """Everything written in widgets, shown or not."""
    return " ".join([*(made.text() for made in within.findChildren(QLabel)),
                     *(made.text() for made in within.findChildren(QLineEdit)),
                     *(made.text() for made in within.findChildren(QPushButton)),
                     *(area.toPlainText() for area in within.findChildren(QPlainTextEdit))])


@pytest.mark.parametrize(("side", "shown", "covered"), [
    (Side.APPLICANT, WORKERS, COMPANY), (Side.RESPONDENT, COMPANY, WORKERS)])
def test_one_press_opens_one_side_and_the_others_words_are_in_no_widget(
        open_case: Opener, talked: UUID, side: Side, shown: str, covered: str) -> None:
    room = open_case(talked)
    page = page_of(room)
    room.click(page.private.toggles[side])
    told = words(room.frame)
    assert shown in told and covered not in told
    assert not page.private.findChildren(ZoneBar)
    assert page.private.side(Side.APPLICANT if side is Side.RESPONDENT else Side.RESPONDENT) is None


def test_with_both_open_the_zone_shows_and_covering_one_takes_it_away(
        open_case: Opener, talked: UUID) -> None:
    room = open_case(talked)
    page = page_of(room)
    for press in page.private.toggles.values():
        room.click(press)
    assert WORKERS in words(room.frame) and COMPANY in words(room.frame)
    assert page.private.findChildren(ZoneBar)
    room.click(page.private.toggles[Side.APPLICANT])
    assert WORKERS not in words(room.frame) and COMPANY in words(room.frame)
    assert not page.private.findChildren(ZoneBar)
    assert page.private.shown


def test_only_the_side_that_is_asked_for_is_unsealed(desk: Desk, talked: UUID) -> None:
    talk = caucus.talk(desk, talked, (Side.APPLICANT,))
    assert {word.side for word in talk.words} == {Side.APPLICANT} and talk.zone is None


def test_a_case_that_is_over_shows_it_and_takes_nothing_more(
        desk: Desk, open_case: Opener, talked: UUID) -> None:
    closing.close(desk, talked, desk.today, Outcome.NO_AGREEMENT, "", sure=True)
    room = open_case(talked)
    page = page_of(room)
    room.click(page.private.toggles[Side.APPLICANT])
    column = page.private.side(Side.APPLICANT)
    assert column is not None and WORKERS in words(column)
    assert not any(form.isVisible() for form in (column.line_form, column.offer_form, column.note_form))
