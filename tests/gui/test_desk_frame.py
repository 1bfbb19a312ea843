"""The rail of a desk: who may see which page, and that each is shown when it is chosen."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.desk_frame import RAIL, DeskFrame
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.payments.page import PaymentsPage
from mediation_desk.gui.statements.page import StatementsPage
from mediation_desk.services.desk import Desk
from tests.gui.desks import settle, show


@pytest.fixture
def frame(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> DeskFrame:
    """The frame of one who is mediator and administrator."""
    made = DeskFrame(desk, tasks, memory)
    show(qtbot, made)
    return made


def test_every_page_that_the_person_may_see_stands_on_the_rail_and_is_found(frame: DeskFrame,
                                                                           tasks: Tasks) -> None:
    seen = [page.key for page in RAIL if page.right is None or frame.desk.may(page.right, own_case=True)]
    assert list(frame.rail.buttons) == seen
    for key in seen:
        assert frame.show_page(key) is frame.current()
        settle(tasks)
    frame.close()


def test_the_window_says_which_page_is_in_front(frame: DeskFrame, tasks: Tasks) -> None:
    frame.show_page("cases")
    settle(tasks)
    assert frame.windowTitle().startswith("Cases · ")
    frame.close()


def test_from_a_day_and_from_a_notice_one_comes_to_the_payments(frame: DeskFrame, tasks: Tasks) -> None:
    frame.due_notice.pressed.emit()
    settle(tasks)
    page = frame.current()
    assert isinstance(page, PaymentsPage) and page is frame.page("payments")
    frame.show_page("today")
    frame.show_kept()
    settle(tasks)
    assert frame.current() is page and page.kept.isVisible()
    frame.close()


def test_a_statement_is_imported_from_anywhere_and_leads_back_there(frame: DeskFrame, tasks: Tasks) -> None:
    payments = frame.show_page("payments")
    settle(tasks)
    assert isinstance(payments, PaymentsPage)
    payments.to_statement.click()
    assert isinstance(frame.current(), StatementsPage)
    frame.show_page("cases")
    settle(tasks)
    frame.import_statement()
    page = frame.current()
    assert isinstance(page, StatementsPage) and page.nothing.isVisible() and page.primary.isVisible()
    page.way_back.click()
    assert frame.front == "cases"
    frame.import_statement()
    assert frame.current() is page, "what was read and ticked is still there"
    assert frame.place() == "statements"
    frame.go_to(frame.place())  # after locking one begins at home
    assert frame.front == "today"
    frame.close()
