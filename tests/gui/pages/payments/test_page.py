"""Payments as a mediator works through them: sections, calls, reminders, letters, and on to the case."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from mediation_desk.domain.money import yuan
from mediation_desk.domain.payments.dues import Section
from mediation_desk.domain.vocabulary import ReminderManner, Station
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.pages.payments.page import PaymentsPage
from tests.gui.desks import write
from tests.gui.pages.payments.hands import KEY, NUMBER, Seat
from tests.services.payments.owed import ACCOUNT, FIRST, pay


def test_a_call_is_noted_listed_as_a_promise_and_taken_back(seat: Seat) -> None:
    """By pointer and keys: the sums follow, and Ctrl+Z takes it back."""
    page, pane = seat.page, seat.page.pane
    assert seat.numbers == [1, 2]
    assert page.count.text() == "All instalments: 2 instalments, 6,000.00 yuan owed"
    seat.choose()
    assert pane.number.text() == f"{NUMBER}, instalment 1" and pane.owed.text() == "3,000.00 yuan"
    seat.click(pane.call)
    write(seat.qtbot, pane.note.form.field("text"), "月底前一定付")  # type: ignore[arg-type]
    write(seat.qtbot, pane.note.form.field("promised_on"), "2025-01-27")  # type: ignore[arg-type]
    write(seat.qtbot, pane.note.form.field("promised"), "3000")  # type: ignore[arg-type]
    seat.click(pane.note.keep_it)
    noted = seat.case.case.payment_notes[0]
    assert (noted.text, noted.promised, noted.spoken_on) == ("月底前一定付", yuan("3000"), FIRST)
    assert pane.note.isHidden() and seat.said == "The call is noted."
    assert "月底前一定付" in pane.told.calls.lines[0].text and pane.due and pane.due.number == 1
    seat.section(Section.PROMISED)
    assert seat.numbers == [1] and page.model.rowCount() == 1
    page.undo()
    seat.settle()
    assert seat.case.case.payment_notes == [] and page.model.rowCount() == 0
    assert pane.due.number == 1 and pane.promise.isHidden()


def test_a_reminder_goes_out_once_it_is_noted_and_leaves_the_list_but_not_ones_hands(seat: Seat) -> None:
    """Copied for the payer with the account written out; shown to a worker as a code; printed as a letter."""
    page, pane = seat.page, seat.page.pane
    seat.section(Section.REMIND)
    seat.choose()
    seat.click(pane.remind)
    assert ACCOUNT not in pane.reminder.text.text() and "温若晴" in pane.reminder.text.text()
    seat.click(pane.reminder.copy)
    assert ACCOUNT in QGuiApplication.clipboard().text()
    assert page.model.rowCount() == 0 and pane.due and pane.due.number == 1
    assert len(pane.told.reminders.lines) == 1 and "copied" in pane.told.reminders.lines[0].head
    seat.click(pane.reminder.letter)
    assert page.letter.isVisible() and not page.work.isVisible()
    for _ in range(2):
        page.letter.paper.taken.emit(b"")
    seat.settle()
    assert {one.manner for one in seat.case.case.reminders} == {ReminderManner.COPIED, ReminderManner.LETTER}
    assert len(seat.case.case.reminders) == 2
    seat.click(page.letter.back)
    assert page.work.isVisible()


def test_the_list_is_narrowed_sorted_and_leads_to_the_case(seat: Seat) -> None:
    """A company nobody knows is said so; Enter opens the case where money is booked, and what was paid
    goes."""
    page = seat.page
    write(seat.qtbot, page.filters.company, "nobody")
    seat.settle()
    assert page.model.rowCount() == 0 and page.count.text().startswith("All instalments: 0")
    seat.click(page.whole)
    page.table.sort_by("due_on", descending=True)
    seat.settle()
    assert seat.numbers == [2, 1]
    seat.choose(1)
    with seat.qtbot.waitSignal(page.case_wanted) as opened:
        seat.key(KEY.Key_Return, page.table)
    assert opened.args == [seat.case_id, Station.PERFORMANCE]
    pay(seat.desk, seat.case_id, FIRST, "3000.00")
    page._reload()
    seat.settle()
    assert seat.numbers == [2] and page.sections.items[0].data(Qt.ItemDataRole.UserRole).count == 0


def test_it_comes_back_to_its_section_and_escape_leaves_what_is_open(seat: Seat, memory: Memory) -> None:
    page = seat.page
    seat.section(Section.WEEK)
    seat.click(page.to_kept)
    assert page.kept.isVisible() and page.kept.rows.rowCount() == 7
    seat.key(KEY.Key_Escape)
    assert page.work.isVisible() and not page.kept.isVisible()
    seat.choose()
    seat.click(page.pane.call)
    seat.key(KEY.Key_Escape)
    assert not page.pane.note.isVisible()
    again = PaymentsPage(seat.desk, seat.tasks, memory)
    seat.qtbot.addWidget(again)
    assert again.sections.section is Section.WEEK
    again.resize(700, 600)
    assert "Enter" in again.help_text()
    seat.settle()
