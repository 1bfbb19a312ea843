"""The desk's frame made anew in another language or text size: everything stands where it stood, and only
what is in front is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.domain.vocabulary import PartyKind, Role, Station
from mediation_desk.gui.case.frame.window import CaseWindow
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.kit.look import theme
from mediation_desk.gui.kit.look.theme import Mode, Theme
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.cases.page import CasesPage
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import IntakeDraft, PartyDraft
from tests.gui.desks import show

NAMES = ("马晓兰", "祁文静", "韩雪")
Make = Callable[[], DeskFrame]


@pytest.fixture
def make(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> Iterator[Make]:
    """A frame at that desk, as often as it is made anew."""
    made: list[DeskFrame] = []

    def another() -> DeskFrame:
        frame = DeskFrame(desk, tasks, memory)
        frame.resize(1366, 768)
        show(qtbot, frame)
        made.append(frame)
        return frame

    yield another
    tasks.drain()
    for frame in made:
        frame.close()


@pytest.fixture
def cases(desk: Desk) -> list[UUID]:
    """Three workers against one company each."""
    company = PartyDraft(Role.RESPONDENT, "湟源某文化传媒有限公司", PartyKind.ORGANISATION)
    made = [registering.register(desk, IntakeDraft(desk.today, parties=[
        PartyDraft(Role.APPLICANT, name), company])) for name in NAMES]
    return [one.result for one in made if one.result]


def window(frame: DeskFrame, case_id: UUID) -> CaseWindow | None:
    page = frame.page(f"case:{case_id}")
    assert page is None or isinstance(page, CaseWindow)
    return page


def opened(frame: DeskFrame, cases: list[UUID], tasks: Tasks) -> DeskFrame:
    """All of them open, the second at its closing, the first in front."""
    frame.go_to("cases")
    for case_id in cases:
        frame.open_case(case_id)
        settle(tasks)
    second = window(frame, cases[1])
    assert second is not None
    second.show_page("closing")
    frame.open_case(cases[0])
    settle(tasks)
    return frame


def settle(tasks: Tasks) -> None:
    assert tasks.drain()
    QTest.qWait(0)


def made_anew(make: Make, old: DeskFrame) -> DeskFrame:
    """As the program does it for another language or text size."""
    left = old.lay_down()
    fresh = make()
    fresh.take_up(left)
    old.close()
    return fresh


def test_all_cases_stay_open_and_only_the_one_in_front_is_made(make: Make, cases: list[UUID],
                                                               tasks: Tasks) -> None:
    frame = made_anew(make, opened(make(), cases, tasks))
    settle(tasks)
    assert frame.open_cases() == [f"case:{case_id}" for case_id in cases]
    assert [window(frame, case_id) is not None for case_id in cases] == [True, False, False]
    assert frame.place() == f"case:{cases[0]}" and frame.page("cases") is None
    front = window(frame, cases[0])
    assert front is not None and front.header.names.text().startswith(NAMES[0])


def test_the_others_come_back_at_the_page_where_they_were(make: Make, cases: list[UUID],
                                                          tasks: Tasks) -> None:
    frame = made_anew(make, opened(make(), cases, tasks))
    frame.open_case(cases[1])
    settle(tasks)
    second = window(frame, cases[1])
    assert second is not None and second.key == "closing"
    frame.open_case(cases[2])
    settle(tasks)
    third = window(frame, cases[2])
    assert third is not None and third.key == "intake"


def test_twice_in_a_row_nothing_is_forgotten(make: Make, cases: list[UUID], tasks: Tasks) -> None:
    """What was never looked at in between is still known."""
    frame = made_anew(make, made_anew(make, opened(make(), cases, tasks)))
    settle(tasks)
    assert frame.open_cases() == [f"case:{case_id}" for case_id in cases]
    frame.open_case(cases[1])
    settle(tasks)
    second = window(frame, cases[1])
    assert second is not None and second.key == "closing"


def test_ctrl_k_finds_them_by_name_before_they_are_made(make: Make, cases: list[UUID], tasks: Tasks) -> None:
    frame = made_anew(make, opened(make(), cases, tasks))
    settle(tasks)
    titles = {hit.text for hit in frame._open_now("")}
    assert all(any(title.startswith(name) for title in titles) for name in NAMES)


def test_the_way_back_leads_where_it_led(make: Make, cases: list[UUID], tasks: Tasks) -> None:
    frame = made_anew(make, opened(make(), cases, tasks))
    QTest.keyClick(frame, Qt.Key.Key_Escape)
    settle(tasks)
    assert isinstance(frame.current(), CasesPage)


def test_a_case_that_waits_is_closed_like_any_other(make: Make, cases: list[UUID], tasks: Tasks) -> None:
    frame = made_anew(make, opened(make(), cases, tasks))
    frame.open_case(cases[2])
    settle(tasks)
    frame.close_case()
    assert frame.open_cases() == [f"case:{case_id}" for case_id in cases[:2]]


def test_another_look_reaches_what_is_in_front_and_the_rest_when_it_is_shown(
        make: Make, cases: list[UUID], tasks: Tasks, dressed: QApplication) -> None:
    """Of three open cases one is styled anew at once; no page is made again."""
    frame = opened(make(), cases, tasks)
    pages = [window(frame, case_id) for case_id in cases]
    theme.apply(dressed, Theme(Mode.DARK, motion=False))
    dark = theme.look().sheet
    front, second, _third = pages
    assert front is not None and second is not None
    assert worn(front) == {dark} and dark not in worn(second)
    frame.open_case(cases[1])
    settle(tasks)
    assert window(frame, cases[1]) is second and worn(second) == {dark}
    assert frame.rail.styleSheet() == frame.status.styleSheet() == dark


def worn(page: CaseWindow) -> set[str]:
    """The sheets of the head, the road and the page in front."""
    parts: list[QWidget | None] = [page.header, page.road, page.page_in_front()]
    return {part.styleSheet() for part in parts if part is not None}


def test_the_list_behind_a_case_reads_itself_anew_when_it_is_shown(
        make: Make, cases: list[UUID], tasks: Tasks, desk: Desk) -> None:
    frame = opened(make(), cases, tasks)
    page = frame.page("cases")
    assert isinstance(page, CasesPage)
    asked: list[bool] = []
    page.model.loaded.connect(lambda *_: asked.append(True))
    frame.changed.emit(registering.add_party(desk, cases[0], PartyDraft(Role.APPLICANT, "李春燕")))
    settle(tasks)
    assert asked == []  # nobody looks at it
    frame.show_page("cases")
    settle(tasks)
    assert asked


def test_a_page_beside_the_road_is_led_to_in_a_new_case_and_in_one_that_is_open(
        make: Make, cases: list[UUID], tasks: Tasks) -> None:
    frame = make()
    for station in ("service", Station.INTAKE, "service"):
        frame.open_case(cases[0], station)
        tasks.drain()
        page = window(frame, cases[0])
        assert page is not None and page.key == str(station)
