"""The list of cases: found, narrowed, sorted, opened; a new one registered; Ctrl+K."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.sites import SiteDraft
from mediation_desk.domain.vocabulary import KindOfWork, Source, Station
from mediation_desk.gui.case.frame.window import CaseWindow
from mediation_desk.gui.case.papers.pane import PaperPane
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.intake.doors import IMPORTED
from mediation_desk.gui.intake.new_case.typed import PLACE
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.cases.page import CasesPage
from mediation_desk.gui.pages.cases.rows import AWAY
from mediation_desk.gui.pages.today.page import TodayPage
from mediation_desk.services import drafts, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import moving, waiting
from mediation_desk.services.office import sites
from mediation_desk.services.travel import leaving
from mediation_desk.services.travel import register as travel_register
from mediation_desk.services.travel.leaving import Leaving
from tests.gui.desks import SetClock, show, write
from tests.gui.desks import settle as settle_now
from tests.gui.pages.cases.hands import CONTROL, KEY, numbers, register, settle


def test_an_empty_list_says_what_belongs_in_it_and_offers_the_first_step(
        qtbot: QtBot, page: Callable[[], CasesPage]) -> None:
    cases = page()
    empty = cases.table._empty
    assert empty is not None and empty.isVisible()
    assert empty.title.text() == "No cases yet"
    QTest.mouseClick(empty.action, Qt.MouseButton.LeftButton)
    assert cases.sheet.isVisible()


def test_the_newest_case_stands_first_with_who_and_where(page: Callable[[], CasesPage], desk: Desk) -> None:
    register(desk, "张晓雯", "王雨桐", company="云上湟水文化传媒有限公司", on=date(2024, 11, 15))
    register(desk, "马海龙", kind=KindOfWork.DELIVERY)
    cases = page()
    assert numbers(cases) == ["0002", "0001"]
    shown = [[cases.model.index(row, column).data() for column in (1, 2, 4, 9)] for row in range(2)]
    assert shown == [["马海龙", "Intake", "3 days left", ""],
                     ["张晓雯 et al. (2) v. 云上湟水文化传媒有限公司", "Intake", "5 days late", ""]]
    assert cases.count.text() == "2 cases"


def test_the_cases_of_a_site_are_shown_alone_and_so_next_time(page: Callable[[], CasesPage], desk: Desk,
                                                             tasks: Tasks) -> None:
    east = sites.add_site(desk, SiteDraft("城东街道工作站")).result
    assert east
    register(desk, "王雨桐")
    moving.move_site(desk, register(desk, "马海龙"), east)
    cases = page()
    site = cases.filters.site
    assert numbers(cases) == ["0002", "0001"] and not site.isHidden()
    assert [cases.model.index(row, 10).data() for row in range(2)] == ["城东街道工作站", "The office itself"]
    for at, shown in ((2, ["0002"]), (1, ["0001"])):
        site.combo.setCurrentIndex(at)
        site.combo.activated.emit(at)
        settle_now(tasks)
        assert numbers(cases) == shown
    again = page()
    assert numbers(again) == ["0001"] and again.filters.narrows()
    again.filters.clear()
    settle_now(tasks)
    assert numbers(again) == ["0002", "0001"]
    assert numbers(page()) == ["0002", "0001"]


def test_an_office_without_sites_sees_nothing_of_them(page: Callable[[], CasesPage], desk: Desk) -> None:
    register(desk, "王雨桐")
    cases = page()
    assert cases.filters.site.isHidden()
    assert cases.table.isColumnHidden(10)


@pytest.mark.parametrize("typed", ["王雨桐", "wangyutong", "wyt", "0001", "湟水", "yunshang"])
def test_a_case_is_found_as_one_types(qtbot: QtBot, page: Callable[[], CasesPage], desk: Desk, tasks: Tasks,
                                      typed: str) -> None:
    register(desk, "王雨桐", company="云上湟水文化传媒有限公司")
    register(desk, "马海龙", kind=KindOfWork.DELIVERY)
    cases = page()
    cases.find_here()
    assert cases.filters.text.line.hasFocus()
    write(qtbot, cases.filters.text, typed)
    settle(qtbot, cases, tasks)
    assert numbers(cases) == ["0001"]


def test_a_text_that_too_many_answer_says_that_the_newest_stand_here(
        qtbot: QtBot, page: Callable[[], CasesPage], desk: Desk, tasks: Tasks,
        monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mediation_desk.store.reading.lists.MOST_FOUND", 2)
    monkeypatch.setattr("mediation_desk.gui.pages.cases.page.MOST_FOUND", 2)
    for name in ("王雨桐", "王海龙", "王玉兰"):
        register(desk, name)
    cases = page()
    assert cases.count.text() == "3 cases"
    write(qtbot, cases.filters.text, "王")
    settle(qtbot, cases, tasks)
    assert numbers(cases) == ["0003", "0002"]
    assert cases.count.text() == "the newest 2 cases; type more to see others"


def test_columns_sort_and_are_remembered(qtbot: QtBot, page: Callable[[], CasesPage], desk: Desk,
                                         tasks: Tasks) -> None:
    for name in ("b", "a", "c"):
        register(desk, name)
    cases = page()
    header = cases.table.horizontalHeader()
    cases.table.sort_by("first_applicant")
    settle(qtbot, cases, tasks)
    assert numbers(cases) == ["0002", "0001", "0003"]
    header.resizeSection(0, 321)
    again = page()
    assert numbers(again) == ["0002", "0001", "0003"]
    assert again.table._widths[0] == 321


def test_enter_opens_the_chosen_case(qtbot: QtBot, page: Callable[[], CasesPage], desk: Desk) -> None:
    register(desk, "王雨桐")
    second = register(desk, "马海龙")
    cases = page()
    cases.filters.text.setFocus()
    QTest.keyClick(cases.filters.text.line, KEY.Key_Return)
    with qtbot.waitSignal(cases.case_wanted) as opened:
        QTest.keyClick(cases.table, KEY.Key_Return)
    assert opened.args == [second, None]


# -- a new case --------------------------------------------------------------------------

def test_a_pasted_list_of_names_is_registered_at_once(qtbot: QtBot, page: Callable[[], CasesPage],
                                                      desk: Desk) -> None:
    cases = page()
    assert cases.new()
    sheet = cases.sheet
    assert sheet.received.value() == date(2024, 11, 25)
    sheet.worker.several.click()
    QApplication.clipboard().setText("张晓雯\n王雨桐\n\n  李思琪 \n")
    sheet.names.area.setFocus()
    QTest.keyClick(sheet.names.area, KEY.Key_V, CONTROL)
    with qtbot.waitSignal(cases.case_wanted) as opened:
        QTest.keyClick(sheet.names.area, KEY.Key_Return, CONTROL)
    made = reading.case(desk, opened.args[0]).case
    assert opened.args[1] is Station.INTAKE
    assert [party.name for party in made.applicants] == ["张晓雯", "王雨桐", "李思琪"]
    assert made.number == "宁中劳调〔2024〕0001号"
    assert not sheet.isVisible() and sheet.names.typed() == ""


def test_a_hotline_matter_asks_for_its_order_number(qtbot: QtBot, page: Callable[[], CasesPage],
                                                    desk: Desk) -> None:
    cases = page()
    cases.new()
    sheet = cases.sheet
    assert not sheet.order.isVisible()
    sheet.source.combo.setCurrentIndex(list(Source).index(Source.HOTLINE))
    sheet.source.combo.activated.emit(sheet.source.combo.currentIndex())
    QTest.mouseClick(sheet.register, Qt.MouseButton.LeftButton)
    assert sheet.order.error() == "This must be filled in."
    write(qtbot, sheet.order, "2024112500017")
    with qtbot.waitSignal(cases.case_wanted) as opened:
        QTest.mouseClick(sheet.register, Qt.MouseButton.LeftButton)
    made = reading.case(desk, opened.args[0]).case
    assert (made.source, made.source_reference) == (Source.HOTLINE, "2024112500017")


def test_a_day_to_come_is_refused_beside_the_date(qtbot: QtBot, page: Callable[[], CasesPage],
                                                  desk: Desk) -> None:
    cases = page()
    cases.new()
    write(qtbot, cases.sheet.received, "2024-11-26")
    QTest.mouseClick(cases.sheet.register, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(cases.sheet.received.error()))
    assert cases.sheet.received.error() == "The date received lies in the future."
    assert reading.count(desk, CaseFilter()) == 0


def test_escape_puts_the_sheet_away_and_keeps_what_was_typed(qtbot: QtBot,
                                                             page: Callable[[], CasesPage]) -> None:
    cases = page()
    cases.new()
    write(qtbot, cases.sheet.worker.name, "张晓雯")
    QTest.keyClick(cases.sheet.worker.name.line, KEY.Key_Escape)
    assert not cases.sheet.isVisible() and cases.table.isVisible()
    cases.new()
    assert cases.sheet.worker.name.typed() == "张晓雯"


# -- in the frame ------------------------------------------------------------------------

@pytest.fixture
def frame(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> Iterator[DeskFrame]:
    """The desk's frame, at Today."""
    made = DeskFrame(desk, tasks, memory)
    made.resize(1366, 768)
    made.go_to("")
    show(qtbot, made)
    yield made
    tasks.drain()


def found(frame: DeskFrame) -> list[str]:
    model = frame.palette_box.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def ask(qtbot: QtBot, frame: DeskFrame, tasks: Tasks, typed: str) -> list[str]:
    QTest.keyClick(frame, KEY.Key_K, CONTROL)
    QTest.keyClicks(frame.palette_box.line, typed)
    qtbot.waitUntil(lambda: not frame.palette_box._clock.isActive() and not tasks.busy)
    return found(frame)


def test_ctrl_n_registers_a_case_from_anywhere_and_opens_it_at_intake(qtbot: QtBot, frame: DeskFrame,
                                                                      tasks: Tasks, desk: Desk) -> None:
    assert frame.place() == "today"
    QTest.keyClick(frame, KEY.Key_N, CONTROL)
    assert frame.place() == "cases"
    cases = frame.current()
    assert isinstance(cases, CasesPage)
    QTest.mouseClick(cases.sheet.register, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: frame.place().startswith("case:") and not tasks.busy)
    assert frame.place() == f"case:{reading.page(desk, CaseFilter(), 0, 1)[0].case_id}"


def test_an_open_case_is_left_by_escape_and_closed_by_ctrl_w(qtbot: QtBot, frame: DeskFrame, tasks: Tasks,
                                                            desk: Desk) -> None:
    case_id = register(desk, "张晓雯")
    frame.show_page("cases")
    page = frame.open_case(case_id)
    qtbot.waitUntil(lambda: not tasks.busy)
    QTest.keyClick(page, KEY.Key_Escape)
    assert frame.place() == "cases"
    assert frame.open_case(case_id) is page  # it stayed open, as it was left
    qtbot.waitUntil(lambda: not tasks.busy)
    QTest.keyClick(frame, KEY.Key_W, CONTROL)
    assert frame.place() == "cases" and frame.open_cases() == []


def test_today_leads_to_the_open_cases_of_a_station(qtbot: QtBot, frame: DeskFrame, tasks: Tasks,
                                                    desk: Desk) -> None:
    register(desk, "张晓雯")
    frame.show_station(Station.INTAKE)
    cases = frame.current()
    assert isinstance(cases, CasesPage)
    settle(qtbot, cases, tasks)
    assert numbers(cases) == ["0001"]
    assert cases.filters.station.value() is Station.INTAKE


def test_ctrl_k_finds_cases_and_people_by_pinyin(qtbot: QtBot, frame: DeskFrame, tasks: Tasks,
                                                 desk: Desk) -> None:
    case_id = register(desk, "张晓雯", company="云上湟水文化传媒有限公司")
    assert ask(qtbot, frame, tasks, "zhangxw") == []  # neither full pinyin nor initials
    QTest.keyClick(frame.palette_box.line, KEY.Key_Escape)
    assert ask(qtbot, frame, tasks, "zxw") == [
        "张晓雯 v. 云上湟水文化传媒有限公司 宁中劳调〔2024〕0001号 · Intake",
        "张晓雯 Applicant · 宁中劳调〔2024〕0001号"]
    QTest.keyClick(frame.palette_box.line, KEY.Key_Return)
    qtbot.waitUntil(lambda: frame.place() == f"case:{case_id}" and not tasks.busy)


def test_ctrl_k_first_offers_the_cases_that_are_open(qtbot: QtBot, frame: DeskFrame, tasks: Tasks,
                                                     desk: Desk) -> None:
    case_id = register(desk, "张晓雯", company="云上湟水文化传媒有限公司")
    opened = frame.open_case(case_id)
    qtbot.waitUntil(lambda: "张晓雯" in opened.windowTitle() and not tasks.busy)
    assert "张晓雯 v. 云上湟水文化传媒有限公司 Open case" in ask(qtbot, frame, tasks, "")
    QTest.keyClick(frame.palette_box.line, KEY.Key_Escape)
    QTest.keyClick(frame, KEY.Key_W, CONTROL)
    assert not any("Open case" in hit for hit in ask(qtbot, frame, tasks, ""))


def test_ctrl_k_finds_pages_and_actions_by_their_words(qtbot: QtBot, frame: DeskFrame, tasks: Tasks) -> None:
    found = ask(qtbot, frame, tasks, "case")
    assert found[:2] == ["Cases Alt+2", "New case Ctrl+N"] and "Take cases along " in found[2:]
    QTest.keyClick(frame.palette_box.line, KEY.Key_Down)
    QTest.keyClick(frame.palette_box.line, KEY.Key_Return)
    cases = frame.current()
    assert isinstance(cases, CasesPage) and cases.sheet.isVisible()


def test_a_table_of_many_cases_fetches_only_what_is_looked_at(page: Callable[[], CasesPage], desk: Desk,
                                                              clock: SetClock) -> None:
    for _ in range(130):
        register(desk, "张晓雯")
    cases = page()
    assert cases.model.rowCount() == 130
    assert cases.model.row(0) is not None and cases.count.text() == "130 cases"
    assert list(cases.model._pages) == [0]


def test_ctrl_k_says_how_many_cases_it_does_not_show_and_leads_to_them(
        qtbot: QtBot, frame: DeskFrame, desk: Desk, tasks: Tasks) -> None:
    for name in ("王一", "王二", "王三", "王四", "王五", "王六", "王七"):
        register(desk, name)
    frame.palette_box.open()
    frame.palette_box.line.setText("王")
    qtbot.waitUntil(lambda: not frame.palette_box._clock.isActive() and not tasks.busy)
    row = [hit.strip() for hit in found(frame)].index("All 7 cases that answer “王”")
    frame.palette_box.list.setCurrentIndex(frame.palette_box.list.model().index(row, 0))
    frame.palette_box.choose()
    cases = frame.current()
    assert isinstance(cases, CasesPage)
    settle(qtbot, cases, tasks)
    assert cases.filters.text.typed() == "王" and cases.count.text() == "7 cases"


def test_what_is_on_the_road_says_with_whom_while_anything_is(page: Callable[[], CasesPage], desk: Desk,
                                                             tasks: Tasks, tmp_path: Path) -> None:
    register(desk, "王雨桐")
    register(desk, "马海龙")
    cases = page()
    at = next(at for at, column in enumerate(cases.model.columns) if column.key == AWAY)
    cases.shown()
    assert tasks.drain() and cases.table.isColumnHidden(at)
    first = cases.model.row(1)
    assert first is not None
    bag = leaving.pack(desk, Leaving((first.case_id,), laptop="一号"), tmp_path / "a.mdbag")
    cases.on_changed(bag.changes)
    cases.shown()
    assert tasks.drain() and not cases.table.isColumnHidden(at)
    said = [cases.model.index(row, at).data() for row in range(2)]
    assert said == ["", "李调解, 一号, since 11-25"]
    cases.on_changed(travel_register.declare_lost(desk, bag.bag_id, "遗失"))
    cases.shown()
    assert tasks.drain() and cases.table.isColumnHidden(at)
    assert [cases.model.index(row, at).data() for row in range(2)] == ["", ""]


def test_a_list_is_imported_from_here_by_its_button_or_where_it_is_dropped(
        page: Callable[[], CasesPage]) -> None:
    cases, wanted = page(), list[object]()
    cases.door_wanted.connect(lambda door, path: wanted.append((door, path)))
    cases.doors.buttons["imported"].click()
    data = QMimeData()
    data.setUrls([QUrl("file:///tmp/orders.xlsx")])
    cases.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                               Qt.KeyboardModifier.NoModifier))
    assert wanted == [(IMPORTED, None), (IMPORTED, Path("/tmp/orders.xlsx"))]


def test_a_matter_that_waits_on_today_is_opened_into_its_sheet_dropped_and_taken_back(
        qtbot: QtBot, frame: DeskFrame, tasks: Tasks, desk: Desk) -> None:
    waiting.put_aside(desk, Source.WALK_IN, "卓玛措", json.dumps({"name": "卓玛措"}))
    today = frame.current()
    assert isinstance(today, TodayPage)
    today.reload()
    qtbot.waitUntil(lambda: today.owed.isVisible() and not tasks.busy)
    today.owed.lines[0].line.act()
    cases = frame.current()
    assert isinstance(cases, CasesPage) and cases.sheet.isVisible() and not cases.listed.isVisible()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert cases.sheet.worker.name.typed() == "卓玛措" and "put aside by 李调解" in cases.subtitle.text()
    cases.sheet.reason.set_typed("重复")
    cases.sheet.drop.click()
    qtbot.waitUntil(lambda: cases.listed.isVisible() and not tasks.busy)
    assert waiting.same_day(desk).waiting == () and cases.title.text() == "Cases"
    cases.bar.action.click()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert [one.title for one in waiting.same_day(desk).waiting] == ["卓玛措"]


def test_the_record_of_an_oral_application_opens_by_one_press(qtbot: QtBot, frame: DeskFrame, tasks: Tasks,
                                                               desk: Desk) -> None:
    frame.new_case()
    cases = frame.current()
    assert isinstance(cases, CasesPage)
    cases.sheet.worker.name.set_typed("马玉兰")
    cases.sheet.facts.set_typed("十月的工资没有发。")
    cases.sheet.oral.click()

    def shown() -> bool:
        page = frame.current()
        return isinstance(page, CaseWindow) and any(one.isVisible() for one in page.findChildren(PaperPane))

    qtbot.waitUntil(lambda: not tasks.busy and shown(), timeout=15_000)


def test_the_last_keys_before_the_desk_closes_are_kept_too(page: Callable[[], CasesPage], desk: Desk,
                                                          tasks: Tasks) -> None:
    cases = page()
    cases.open_sheet()
    QTest.keyClicks(cases.sheet.worker.name.line, "abc")
    cases.keep()
    settle_now(tasks)
    assert "abc" in drafts.all_kept(desk)[PLACE]
