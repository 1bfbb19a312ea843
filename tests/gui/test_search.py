"""Ctrl+K in the desk's frame: the case of that number first, everybody in it, its pages and its papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, Role
from mediation_desk.gui.case.frame.window import CaseWindow
from mediation_desk.gui.case.papers.pane import PaperPane
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.search import people
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import IntakeDraft, PartyDraft
from tests.gui.desks import show

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
Ask = Callable[[str], list[str]]


@pytest.fixture
def frame(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> Iterator[DeskFrame]:
    """The desk's frame, at Today."""
    made = DeskFrame(desk, tasks, memory)
    made.resize(1366, 768)
    made.go_to("")
    show(qtbot, made)
    yield made
    tasks.drain()


@pytest.fixture
def ask(qtbot: QtBot, frame: DeskFrame, tasks: Tasks) -> Ask:
    """Ctrl+K, some words as a person or a paste brings them, and what was found."""
    def find(typed: str) -> list[str]:
        QTest.keyClick(frame, KEY.Key_K, CONTROL)
        frame.palette_box.line.setText(typed)
        qtbot.waitUntil(lambda: not frame.palette_box._clock.isActive() and not tasks.busy)
        model = frame.palette_box.list.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    return find


def registered(desk: Desk, *people: PartyDraft, kind: KindOfWork = KindOfWork.STREAMER) -> UUID:
    draft = IntakeDraft(desk.today, kind_of_work=kind, cause="追索劳动报酬", facts_in_brief="拖欠十月工资。",
                        parties=people)
    made = registering.register(desk, draft).result
    assert made is not None
    return made


def worker(name: str, phone: str = "", id_number: str = "") -> PartyDraft:
    return PartyDraft(Role.APPLICANT, name, PartyKind.PERSON, {"phone": phone, "id_number": id_number})


def chosen(qtbot: QtBot, frame: DeskFrame, tasks: Tasks) -> QWidget | None:
    QTest.keyClick(frame.palette_box.line, KEY.Key_Return)
    qtbot.waitUntil(lambda: not tasks.busy)
    return frame.current()


def test_the_case_of_that_number_is_first_before_a_telephone(desk: Desk, ask: Ask) -> None:
    registered(desk, worker("马晓岚"))
    registered(desk, worker("韩雨桐", "19900010001"))
    assert [hit.split()[0] for hit in ask("0001")] == ["马晓岚", "韩雨桐", "韩雨桐"]


@pytest.mark.parametrize("typed", ["主播", "wmwlzb", "wuming", "五名网络", "live streamers"])
def test_a_case_is_found_by_how_many_its_workers_are_and_what_they_do(desk: Desk, ask: Ask,
                                                                      typed: str) -> None:
    registered(desk, *(worker(f"马{sign}兰") for sign in "一二三四五"))
    assert any(hit.startswith("马一兰 et al. (5)") for hit in ask(typed))


@pytest.mark.parametrize(("typed", "name"), [
    ("zxcr", "扎西·才让"), ("扎西才让", "扎西·才让"), ("zhaxi", "扎西·才让"), ("0155", "扎西·才让"),
    ("(0971) 823-0155", "扎西·才让"), ("002X", "凌　云"), ("凌云", "凌　云"),
    ("文化传媒", "云上湟水文化传媒有限公司")])
def test_everybody_in_a_case_is_found_not_only_the_first(desk: Desk, ask: Ask, typed: str, name: str) -> None:
    registered(desk, worker("马晓岚"), worker("扎西·才让", "0971-8230155"),
               worker("凌　云", "", "63010219900307002X"),
               PartyDraft(Role.RESPONDENT, "云上湟水文化传媒有限公司", PartyKind.ORGANISATION))
    part = "Respondent" if name.endswith("公司") else "Applicant"
    assert f"{name} {part} · 宁中劳调〔2024〕0001号" in ask(typed)


def test_namesakes_of_one_case_are_told_apart_by_the_end_of_a_number(desk: Desk) -> None:
    registered(desk, worker("张伟", "", "63010219900307002X"), worker("张伟", "19900010001"))
    assert [hit.detail for hit in people(desk, print, "张伟")] == [
        "Applicant · …002X · 宁中劳调〔2024〕0001号", "Applicant · …0001 · 宁中劳调〔2024〕0001号"]


def test_the_fiftieth_of_a_mass_claim_is_found_and_opens_the_case(qtbot: QtBot, desk: Desk, ask: Ask,
                                                                  frame: DeskFrame, tasks: Tasks) -> None:
    case_id = registered(desk, *(worker(f"工友{chr(0x7532 + at)}", f"199000000{at:02d}") for at in range(50)))
    assert f"工友{chr(0x7532 + 49)} Applicant · 宁中劳调〔2024〕0001号" in ask("19900000049")
    chosen(qtbot, frame, tasks)
    assert frame.place() == f"case:{case_id}"


def test_the_pages_of_the_case_in_front_are_found(qtbot: QtBot, desk: Desk, ask: Ask, frame: DeskFrame,
                                                  tasks: Tasks) -> None:
    frame.open_case(registered(desk, worker("马晓岚")))
    qtbot.waitUntil(lambda: not tasks.busy)
    assert "Settlement Alt+4" in ask("settle")
    window = chosen(qtbot, frame, tasks)
    assert isinstance(window, CaseWindow) and window.key == "settlement"
    assert "Evidence This case" in ask("evid")
    QTest.keyClick(frame.palette_box.line, KEY.Key_Escape)
    frame.show_page("cases")
    assert not any("This case" in hit for hit in ask("evid"))


def test_a_paper_of_the_case_in_front_is_found_and_opened_over_its_page(
        qtbot: QtBot, desk: Desk, ask: Ask, frame: DeskFrame, tasks: Tasks) -> None:
    """A case with applicant and respondent is ready for the register of intake; from the timeline, which
    has no place for a paper, it opens at intake."""
    window = frame.open_case(registered(desk, worker("马晓岚"), PartyDraft(
        Role.RESPONDENT, "云上湟水文化传媒有限公司", PartyKind.ORGANISATION)))
    assert isinstance(window, CaseWindow)
    qtbot.waitUntil(lambda: not tasks.busy)
    window.show_page("timeline")
    hits = ask("register")
    row = next(at for at, hit in enumerate(hits) if hit.endswith("Paper of this case"))
    frame.palette_box.list.setCurrentIndex(frame.palette_box.list.model().index(row, 0))
    chosen(qtbot, frame, tasks)
    page = window.page_in_front()
    assert page is not None and window.key == "intake"
    pane = page.findChild(PaperPane)
    qtbot.waitUntil(lambda: pane is not None and pane.isVisible() and not tasks.busy)
    assert pane is not None
    pane.close_paper()
    assert page.area.isVisible()
