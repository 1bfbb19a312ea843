"""A bank's statement in the window: columns said once, lines ticked, booked, and shown as booked."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytest import MonkeyPatch

from mediation_desk.gui.case.performance.page import PerformancePage
from mediation_desk.gui.statements.page import StatementsPage
from tests.gui.case.rooms import Room
from tests.gui.desks import SetClock


def states(page: StatementsPage) -> list[str]:
    rows = page.lines.rows
    return [rows.index(at, 5).data() for at in range(rows.rowCount())]


def opened(room: Room, path: Path, monkeypatch: MonkeyPatch) -> StatementsPage:
    """From the case, by the button under its payments."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    performance = room.go(5)
    assert isinstance(performance, PerformancePage)
    room.click(performance.paid.statement)
    page = room.frame.current()
    assert isinstance(page, StatementsPage)
    if page._read is None:
        room.click(page.primary)
    else:
        room.click(page.other_file)
    return page


def test_a_statement_is_read_ticked_booked_once_and_leads_back_to_its_case(
        room: Room, clock: SetClock, tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    """Two of five workers were paid; the third row is a stranger's, the fourth has no certain day."""
    clock.set(date(2024, 12, 12))
    names = [one.name for one in room.case.applicants]
    path = tmp_path / "流水.csv"
    path.write_bytes("\r\n".join([
        "何时,付出,收款方是,备注", f"2024-12-10,3362.67,{names[0]},工资",
        f"2024-12-10,100.00,{names[1]},工资",
        "2024-12-10,5.00,某人,餐费", "3/4/2024,7.00,某人,餐费"]).encode("gb18030"))
    page = opened(room, path, monkeypatch)
    assert page.card.isVisible() and "Day" in page.card.trouble.text()
    assert not page.card.read_button.isEnabled()
    page.card.model.edit({(0, 0): "Day", (1, 0): "Money out", (2, 0): "Counterparty's name"})
    assert page.card.read_button.isEnabled()
    room.type(page.card.bank, "河湟银行")
    room.click(page.card.keep_button)
    room.click(page.card.read_button)
    assert states(page)[1:] == ["Fair match", "Matches nothing", "Not read"]
    assert not room.case.payments and not page.primary.isVisible(), "nothing is ticked by itself"
    table = page.lines.table
    table.choose_row(1)
    QTest.keyClick(table, Qt.Key.Key_Space)
    table.choose_row(0)
    room.click(page.lines.tick)
    assert page.primary.text() == "Book 2 lines"
    room.click(page.primary)
    workers = room.case.applicants
    assert {(str(one.amount), one.worker_id) for one in room.case.payments} == {
        ("100.00", workers[1].id), ("3,362.67", workers[0].id)}
    assert states(page) == ["Booked", "Booked", "Matches nothing", "Not read"]
    assert not page.lines.tick_sure.isEnabled() and not page.primary.isVisible()
    room.click(page.way_back)
    assert room.frame.current() is room.window
    page = opened(room, path, monkeypatch)  # the bank's columns are known by now
    assert not page.card.isVisible() and states(page)[:2] == ["Booked", "Booked"]
    assert len(room.case.payments) == 2


def test_a_file_that_is_none_is_refused_in_words_and_another_candidate_is_taken(
        room: Room, clock: SetClock, tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    clock.set(date(2024, 12, 12))
    path = tmp_path / "流水.csv"
    path.write_bytes(b"\xd0\xcf\x11\xe0")
    page = opened(room, path, monkeypatch)
    assert "old kind" in page.bar.words.text() and page.nothing.isVisible()
    number, name = room.case.number, room.case.applicants[0].name
    path.write_text("户名：某公司\n日期,支出,对方户名,摘要\n"
                    f"2024-12-10,15132.00,某代发平台,{number}\n2024-12-10,0.01,{name},{number}\n"
                    "2024-12-01,9.00,{name},早于签订\n", "utf-8")
    room.click(page.primary)
    assert states(page) == ["Strong match", "Strong match", "Matches nothing"]
    assert page.holder.value() == "某公司"
    room.click(page.lines.tick_sure)
    page.lines.table.choose_row(1)
    page.lines.candidates.choose_row(0)
    room.click(page.lines.take)
    room.click(page.primary)
    assert sorted(str(one.amount) for one in room.case.payments) == ["0.01", "15,132.00"]
