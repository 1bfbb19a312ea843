"""The program while its screen is turned: what waits for the way back, and what it lets go of."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.app.turning import Turning
from mediation_desk.domain.accounts import Role
from mediation_desk.gui.desk.places import LaidDown, OpenedCase
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services import reading
from tests.offices import Office
from tests.services.keys.test_sharing import accepted


@pytest.fixture
def turning(qtbot: QtBot, qapp: QApplication, office: Office) -> Iterator[Turning]:
    tasks = Tasks()
    around = QObject()
    made = Turning(tasks, Memory(office.around.notes / "windows.ini"), lambda: 0.0, around)
    yield made
    tasks.drain()
    made.finish()
    assert tasks.close()


def left(office: Office, case_id: UUID) -> LaidDown:
    case = reading.case(office.first, case_id).case
    return LaidDown(f"case:{case_id}", "cases", (OpenedCase(case_id, "mediation", case),), case_id)


def test_where_one_was_waits_without_a_word_of_any_case(turning: Turning, office: Office) -> None:
    assert Role.MEDIATOR in office.first.who.account.roles
    case_id = accepted(office.first)
    turning.show(office.first, left(office, case_id))
    assert turning.is_on and turning.window is not None and turning.window.isVisible()
    kept = turning.lay_away()
    assert kept is not None and kept[0] is office.first
    assert kept[1].place == f"case:{case_id}" and [one.case for one in kept[1].cases] == [None]
    assert turning.lay_away() is None, "the way back is gone once"


def test_nothing_is_turned_where_no_case_is_named(turning: Turning, office: Office) -> None:
    turning.show(office.first, LaidDown("today"))
    assert not turning.is_on and turning.lay_away() is None


def test_a_case_that_cannot_be_read_is_turned_to_all_the_same_and_says_nothing(turning: Turning,
                                                                               office: Office) -> None:
    """The way back is still the person's own."""
    stranger = uuid4()
    turning.show(office.first, LaidDown("today", turned=stranger))
    assert turning.window is not None
    turning._tasks.drain()
    assert turning.window.board.view is None
    turning.finish()
    assert not turning.is_on
