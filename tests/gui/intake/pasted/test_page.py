"""An order is pasted, one field corrected, one finding thrown out, registered; and the store has it."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytest import MonkeyPatch

from mediation_desk.domain.case import Case
from mediation_desk.domain.intake.orders import CameBy
from mediation_desk.domain.intake.spotting.spots import About
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.money import Money
from mediation_desk.gui.case.frame.window import CaseWindow
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.intake.doors import PASTED
from mediation_desk.gui.intake.pasted.page import DRAFT, PastedPage
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.cases.page import CasesPage
from mediation_desk.services import drafts, reading
from mediation_desk.services.desk import Desk
from tests.gui.desks import settle, show
from tests.gui.intake.pasted.hands import NUMBER, TEXT, Pasting

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def the_case(desk: Desk) -> Case:
    (row,) = reading.page(desk, CaseFilter(), 0, 10)
    return reading.case(desk, row.case_id).case


def test_pasted_corrected_thrown_out_and_registered(pasting: Pasting, desk: Desk) -> None:
    page = pasting.page
    assert page.nothing.isVisible() and not page.primary.isVisible()
    pasting.paste()
    assert page.form.form.field("applicant.0.name").value() == "马国栋"
    assert page.primary.text() == "Register"
    pasting.type("applicant.0.phone", "13897120999")
    page.text.light(pasting.spot(About.COMPANY))
    pasting.key(page.text, KEY.Key_Delete)
    assert page.form.form.field("respondent.0.name").value() == ""
    pasting.click(page.primary)
    assert page.form.form.field("claim.gig_pay").error(), "what is not sure is not taken without a look"
    assert not list(reading.page(desk, CaseFilter(), 0, 10))
    pasting.click(page.form.found["claim.gig_pay"].take)
    pasting.click(page.primary)
    case = the_case(desk)
    assert isinstance(pasting.frame.current(), CaseWindow)
    (worker,) = case.applicants
    assert (worker.name, worker.phone) == ("马国栋", "13897120999") and not case.respondents
    assert {one.claim: one.asked for one in case.claims} == {
        "gig_pay": Money(12600_00), "deductions": Money(500_00)}
    (order,) = case.orders
    assert (order.number, order.came_by) == (NUMBER, CameBy.PASTED)
    assert order.original == TEXT.strip() and order.arrived_at == datetime(2026, 3, 18, 9, 45)
    assert case.registered_on == desk.today


def test_steps_are_taken_back_and_done_again(pasting: Pasting) -> None:
    page = pasting.page
    pasting.paste()
    page.text.light(pasting.spot(About.COMPANY))
    pasting.key(page.text, KEY.Key_Delete)
    pasting.key(page.text, KEY.Key_Z, CONTROL)
    assert page.sheet.value("respondent.0.name") == "青海捷骑通达供应链管理有限公司"
    pasting.key(page.text, KEY.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert page.sheet.value("respondent.0.name") is None


def test_selected_words_are_put_into_a_field(pasting: Pasting) -> None:
    page = pasting.page
    pasting.paste()
    pasting.select("雷长海")
    assert page.left.strip.isVisible()
    page.left.strip.place.set_value("respondent.0.legal")
    pasting.key(page.text, KEY.Key_Return)
    entry = page.sheet.entries["respondent.0.legal"]
    assert entry.value == "雷长海" and entry.spot is not None and not page.left.strip.isVisible()
    assert page.form.found["respondent.0.legal"].words.text() == "“被反映人:雷长海”"


def test_a_click_in_the_form_lights_the_place_and_one_on_a_mark_leads_to_its_field(pasting: Pasting) -> None:
    page = pasting.page
    pasting.paste()
    pasting.click(page.form.found["applicant.0.phone"].words)
    assert page.text._lit is not None and page.text._lit.value == "13897120456"
    page.text.light(pasting.spot(About.NAME))
    pasting.key(page.text, KEY.Key_Return)
    assert page.form.place_here() == "applicant.0.name"
    pasting.key(page.form.form.field("applicant.0.name"), KEY.Key_F8)
    assert page.form.place_here() == "claim.gig_pay"


def test_the_text_is_changed_and_read_anew_while_what_was_entered_stays(pasting: Pasting) -> None:
    page = pasting.page
    pasting.paste()
    pasting.type("applicant.0.phone", "13897120999")
    pasting.click(page.edit)
    assert page.left.editing and page.primary.text() == "Read the text"
    page.text.setPlainText(page.text.toPlainText().replace("押金500元", "押金600元"))
    pasting.click(page.primary)
    assert page.sheet.value("claim.deductions") == Money(600_00)
    assert page.sheet.value("applicant.0.phone") == "13897120999"


def test_an_order_that_is_a_case_already_is_opened_or_joined(pasting: Pasting, desk: Desk) -> None:
    page = pasting.page
    pasting.paste()
    page.form.took.emit("claim.gig_pay")
    pasting.click(page.primary)
    first = the_case(desk)
    pasting.frame.enter(PASTED)
    again = pasting.frame.current()
    pasting.page = page = again  # type: ignore[assignment]
    pasting.paste()
    assert page.card.isVisible() and first.number in page.card.words.text()
    assert first.number in page.form.form.field("applicant.0.name")._message.text(), "the same person"
    assert page.form.form.field("respondent.0.name")._message.text().startswith("This company: 1 case")
    assert not page.card.to_join.isVisible() and page.primary.text() == "Register anew"
    pasting.click(page.card.to_case)
    assert isinstance(pasting.frame.current(), CaseWindow)
    pasting.frame.enter(PASTED)
    pasting.settle()
    page.read(TEXT.replace("押金500元不退", "押金500元不退,市民再次来电"))
    pasting.settle()
    pasting.click(page.card.to_join)
    assert len(the_case(desk).orders) == 1 and page.form.form.field("order").error(), "the number is there"
    pasting.type("order", "260318094512003382")
    assert not page.card.isVisible()


def test_a_file_is_read_and_what_is_none_is_said(pasting: Pasting, tmp_path: Path, monkeypatch: MonkeyPatch
                                                 ) -> None:
    page, path = pasting.page, tmp_path / "order.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    pasting.click(page.file)
    assert page.sheet.value("order") == NUMBER
    path.write_bytes(b"\0\0")
    pasting.click(page.file)
    assert "not a text file" in page.bar.words.text()


def test_with_nothing_on_the_clipboard_it_says_so(pasting: Pasting) -> None:
    QGuiApplication.clipboard().clear()
    pasting.page.paste()
    assert "no text on the clipboard" in pasting.page.bar.words.text()


def test_the_text_stands_in_no_title_and_the_way_back_leads_to_the_cases(pasting: Pasting) -> None:
    pasting.paste()
    assert "马国栋" not in pasting.frame.windowTitle()
    assert pasting.page.help_text().startswith("Paste the text")
    pasting.click(pasting.page.way_back)
    assert isinstance(pasting.frame.current(), CasesPage)


def test_from_the_cases_a_button_and_a_key_lead_here(pasting: Pasting) -> None:
    cases = pasting.frame.show_page("cases")
    assert isinstance(cases, CasesPage)
    pasting.click(cases.doors.buttons["pasted"])
    assert pasting.frame.current() is pasting.page
    pasting.frame.show_page("cases")
    pasting.key(pasting.frame, KEY.Key_V, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert pasting.frame.current() is pasting.page


def test_a_text_that_is_no_case_yet_is_there_again_after_the_desk_was_closed(
        pasting: Pasting, desk: Desk, tasks: Tasks, memory: Memory) -> None:
    pasting.paste()
    pasting.type("applicant.0.phone", "13897120999")
    pasting.click(pasting.page.form.found["claim.gig_pay"].take)
    pasting.frame.close()
    pasting.settle()
    frame = DeskFrame(desk, tasks, memory)
    show(pasting.qtbot, frame)
    frame.enter(PASTED)
    settle(tasks)
    page = frame.current()
    assert isinstance(page, PastedPage)
    assert page.text.toPlainText() == TEXT and page.sheet.doubted() == []
    assert page.form.form.field("applicant.0.phone").value() == "13897120999"
    again = Pasting(pasting.qtbot, frame, page, tasks)
    again.click(page.primary)
    assert the_case(desk).applicants[0].phone == "13897120999"
    assert drafts.all_kept(desk) == {}, "a case has it now"
    frame.close()


def test_what_is_only_typed_in_the_text_is_kept_too(pasting: Pasting, desk: Desk) -> None:
    QTest.keyClicks(pasting.page.text, "abc")
    pasting.page.keep()
    pasting.settle()
    assert "abc" in drafts.all_kept(desk)[DRAFT]
    pasting.page.text.clear()
    pasting.page.keep()
    pasting.settle()
    assert drafts.all_kept(desk) == {}
