"""From a file to cases, through the window: columns said, rows decided, all taken in, and once only."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from mediation_desk.domain.intake.lists.judging import Verdict
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.vocabulary import PartyKind, Role, Source
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.intake.doors import IMPORTED
from mediation_desk.gui.intake.imported.page import ImportPage
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.cases.page import CasesPage
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import IntakeDraft, PartyDraft
from tests.gui.desks import SetClock, settle, show
from tests.order_lists import HEADINGS, order, rows, workbook


@pytest.fixture
def frame(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory, clock: SetClock) -> DeskFrame:
    """The window of a mediator, on a day after the lists came."""
    clock.set(date(2025, 1, 20))
    made = DeskFrame(desk, tasks, memory)
    show(qtbot, made)
    return made


def opened(frame: DeskFrame, tasks: Tasks, path: Path | None = None) -> ImportPage:
    frame.enter(IMPORTED, path)
    settle(tasks)
    page = frame.current()
    assert isinstance(page, ImportPage)
    return page


def states(page: ImportPage) -> list[str]:
    model = page.rows.model
    return [model.index(at, 1).data() for at in range(model.rowCount())]


def cases(desk: Desk) -> int:
    with desk.reading() as work:
        return work.lists.count(CaseFilter())


def test_a_workbook_is_understood_decided_and_taken_in_and_the_second_time_nothing_changes(
        frame: DeskFrame, desk: Desk, tasks: Tasks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    registering.register(desk, IntakeDraft(desk.today, parties=(
        PartyDraft(Role.APPLICANT, "马晓岚", particulars={"phone": "19900000000"}),
        PartyDraft(Role.RESPONDENT, "西宁云0速递有限公司", PartyKind.ORGANISATION))))
    path = workbook(tmp_path / "一月.xlsx", [*rows(3), order(9, 来电时间="近日")])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    listed = frame.show_page("cases")
    assert isinstance(listed, CasesPage)
    listed.doors.buttons["imported"].click()
    page = frame.current()
    assert isinstance(page, ImportPage) and page.nothing.isVisible()
    page.primary.click()
    settle(tasks)
    assert page.card.isVisible() and page.card.read_button.isEnabled() and not page.card.trouble.isVisible()
    assert page.card.model.index(3, 0).data() == "Caller", "every heading is known"
    page.card.read_button.click()
    settle(tasks)
    assert states(page) == ["To be decided"] and not page.primary.isVisible()
    assert "1 row is still to be decided" in page.about.text()
    page.rows.table.choose_row(0)
    page.rows.table.setFocus()
    QTest.keyClick(page.rows.table, Qt.Key.Key_Space)
    page.rows.to_join.click()
    assert page.primary.text() == "Import 3 rows" and cases(desk) == 1
    page.rows.narrow.set_value(None)
    page.rows._list()
    assert states(page) == ["Joins a case", "New case", "New case", "Cannot be imported"]
    page.primary.click()
    settle(tasks)
    assert page.done.isVisible() and page.done.title.text() == "3 rows imported" and cases(desk) == 3
    page.other_file.click()
    settle(tasks)
    page.card.read_button.click()
    settle(tasks)
    assert states(page) == ["Taken before"] * 3 + ["Cannot be imported"]
    assert not page.primary.isVisible() and "nothing to import" in page.about.text()
    page.way_back.click()
    assert frame.front == "cases"
    frame.close()


def test_what_a_list_means_is_said_once_and_remembered(
        frame: DeskFrame, desk: Desk, tasks: Tasks, tmp_path: Path) -> None:
    path = tmp_path / "工会.csv"
    path.write_bytes("谁,啥事,打给谁\r\n马晓岚,欠薪,0971-8230155\r\n".encode("gb18030"))
    page = opened(frame, tasks, path)
    assert page.card.trouble.text() == "Still to be said: Caller, Arrived at, Number of the order"
    assert not page.card.read_button.isEnabled()
    page.source.set_value(Source.UNION)
    page.source.committed.emit(Source.UNION)
    page.received.set_value(desk.today)
    page.received.committed.emit(desk.today)
    page.card.model.edit({(0, 0): "Caller", (1, 0): "Content", (2, 0): "Caller's phone"})
    assert page.card.read_button.isEnabled()
    page.card.keep_button.click()
    assert page.card.name.error() and page.card.isVisible(), "it needs a name"
    page.card.name.set_value("工会清单")
    page.card.keep_button.click()
    settle(tasks)
    page.card.read_button.click()
    settle(tasks)
    assert states(page) == ["New case"]
    page.open_file(path)
    settle(tasks)
    assert not page.card.isVisible() and page.source.value() is Source.UNION
    assert states(page) == ["New case"], "the list is known again, and looked at at once"
    frame.close()


def test_copied_cells_are_a_list_too(frame: DeskFrame, tasks: Tasks) -> None:
    page = opened(frame, tasks)
    QGuiApplication.clipboard().setText("")
    page.paste_button.click()
    settle(tasks)
    assert page.nothing.isVisible() and page.bar.isVisible()
    cells = [list(HEADINGS), order(0, 主要内容="第一行\n第二行“引号”")]
    QGuiApplication.clipboard().setText("\r\n".join(
        "\t".join(f'"{one}"' if "\n" in one else one for one in row) for row in cells))
    page.paste_button.click()
    settle(tasks)
    page.card.read_button.click()
    settle(tasks)
    assert states(page) == ["New case"]
    [row] = page.rows.rows()
    assert row.order is not None and row.order.content == "第一行\n第二行“引号”"
    frame.close()


def test_a_file_that_is_none_says_why_and_changes_nothing(frame: DeskFrame, tasks: Tasks,
                                                          tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"PK\x03\x04 broken")
    page = opened(frame, tasks, path)
    assert page.nothing.isVisible() and "not a workbook" in page.bar.words.text()
    frame.close()


def test_whoever_opens_the_page_again_finds_it_as_it_was_left(
        frame: DeskFrame, tasks: Tasks, tmp_path: Path) -> None:
    page = opened(frame, tasks, workbook(tmp_path / "一月.xlsx", rows(1)))
    page.card.read_button.click()
    settle(tasks)
    frame.show_page("today")
    settle(tasks)
    assert opened(frame, tasks) is page and page.rows.isVisible()
    assert shown_verdicts(page) == [Verdict.NEW]
    page.columns_button.click()
    assert page.card.isVisible() and not page.rows.isVisible()
    frame.close()


def shown_verdicts(page: ImportPage) -> list[Verdict]:
    return [one.verdict for one in page.rows.rows()]


def test_stopped_while_it_is_taken_in_nothing_was_changed_and_all_of_it_can_be_taken_again(
        frame: DeskFrame, desk: Desk, tasks: Tasks, tmp_path: Path) -> None:
    page = opened(frame, tasks, workbook(tmp_path / "一月.xlsx", rows(3)))
    page.card.read_button.click()
    settle(tasks)
    page.primary.click()
    page.strip.halt()
    settle(tasks)
    assert cases(desk) == 0 and page.rows.isEnabled() and page.primary.text() == "Import 3 rows"
    page.primary.click()
    settle(tasks)
    assert cases(desk) == 3 and page.done.isVisible()
    frame.close()


def test_what_becomes_no_entry_of_a_case_is_said_before_the_list_is_taken(
        frame: DeskFrame, tasks: Tasks, tmp_path: Path) -> None:
    told = [[*HEADINGS, "满意度"], [*order(1), "满意"]]
    page = opened(frame, tasks, workbook(tmp_path / "回访.xlsx", told))
    page.card.read_button.click()
    settle(tasks)
    assert page.about.text().endswith("Kept with the row as it came, and entered nowhere else: Satisfaction.")
