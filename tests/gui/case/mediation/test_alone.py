"""What one side says alone: sealed, in no widget while it is covered, released only when it is allowed."""

from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import SealedKind, Side
from mediation_desk.gui.case.mediation.alone import SHEET
from mediation_desk.gui.case.mediation.zone import ZoneBar
from mediation_desk.services import drafts
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation import caucus
from mediation_desk.services.papers import making
from tests.gui.case.mediation.hands import CANARY, page_of, shown_alone, words_on_screen
from tests.gui.case.rooms import Room, editor, insert
from tests.gui.desks import SetClock
from tests.services.papers_desk import text_of


def test_bottom_lines_make_the_zone_and_a_kept_offer_is_released(room: Room, desk: Desk) -> None:
    workers = shown_alone(room, Side.APPLICANT)
    room.type(workers.line_form.field("bottom_line"), "29000")
    room.type(workers.line_form.field("most"), "2")
    room.click(workers.line_button)
    company = shown_alone(room, Side.RESPONDENT)
    room.type(company.line_form.field("bottom_line"), "31000")
    room.type(company.line_form.field("fewest"), "2")
    room.click(company.line_button)
    page = page_of(room)
    assert "The zone reaches from 29,000.00 yuan to 31,000.00 yuan, in 2 instalments." in words_on_screen(
        page.private)
    assert page.private.findChildren(ZoneBar)
    room.type(company.offer_form.field("amount"), "30264")
    room.type(company.offer_form.field("instalments"), "2")
    room.click(company.offer_button)
    assert not room.case.offers
    room.click(company.findChildren(QPushButton, "release")[0])
    released = room.case.offers[0]
    assert (released.side, released.amount, released.instalments) == (Side.RESPONDENT, yuan("30264"), 2)
    talk = caucus.talk(desk, room.case_id)
    assert talk.zone and talk.zone.exists
    assert len(talk.of(Side.RESPONDENT, SealedKind.OFFER)) == 1


def test_nothing_private_is_read_before_it_is_asked_for(room: Room, desk: Desk) -> None:
    caucus.note(desk, room.case_id, Side.APPLICANT, CANARY)
    room.window.bench.reload()
    room.settle()
    page_of(room)
    assert CANARY not in words_on_screen(room.frame)


def test_what_was_being_typed_alone_is_there_again_when_shown_again(room: Room) -> None:
    column = shown_alone(room, Side.RESPONDENT)
    room.begin(column.note_form.field("note"), "not yet finished")
    room.click(page_of(room).private.toggles[Side.RESPONDENT])
    assert not page_of(room).private.shown
    again = shown_alone(room, Side.RESPONDENT)
    assert again.note_form.field("note").typed() == "not yet finished"


def test_one_instalment_is_said_in_the_singular_and_a_newer_line_stands_before_the_older(
        room: Room, desk: Desk, clock: SetClock) -> None:
    caucus.set_bottom_line(desk, room.case_id, Side.APPLICANT, yuan("32000"), most_instalments=1,
                           fewest_instalments=1, text="一次付清")
    told = words_on_screen(shown_alone(room, Side.APPLICANT))
    assert "not under 32,000.00 yuan, at most 1 instalment, at least 1 instalment" in told
    clock.set(desk.today, time(10, 5))
    column = shown_alone(room, Side.APPLICANT)
    room.type(column.line_form.field("bottom_line"), "29000")
    room.type(column.line_form.field("fewest"), "3")
    room.click(column.line_button)
    told = words_on_screen(shown_alone(room, Side.APPLICANT))
    older = "before, 2024-11-25 10:00: not under 32,000.00 yuan"
    assert "not under 29,000.00 yuan, at least 3 instalments" in told and older in told
    assert told.index("not under 29,000.00 yuan") < told.index(older)
    assert {column.line_form.field(name).typed() for name in column.line_form.names()} == {""}


def test_the_companys_line_is_a_ceiling(room: Room, desk: Desk) -> None:
    caucus.set_bottom_line(desk, room.case_id, Side.RESPONDENT, yuan("31000"), fewest_instalments=2)
    told = words_on_screen(shown_alone(room, Side.RESPONDENT))
    assert "not over 31,000.00 yuan, at least 2 instalments" in told and "instalments at most" not in told


def test_a_note_is_sealed_with_its_hour_and_can_be_taken_out(room: Room, desk: Desk) -> None:
    column = shown_alone(room, Side.APPLICANT)
    room.begin(column.note_form.field("note"), CANARY)
    room.click(column.note_button)
    told = words_on_screen(shown_alone(room, Side.APPLICANT))
    assert CANARY in told and "2024-11-25 10:00" in told  # the office's hour, not Greenwich's
    assert column.note_form.field("note").typed() == ""
    forget = next(made for made in column.findChildren(QToolButton)
                  if made.accessibleName() == "Take out: Private note")
    room.click(forget)
    assert CANARY not in words_on_screen(room.frame)
    assert caucus.talk(desk, room.case_id).of(Side.APPLICANT, SealedKind.NOTE) == ()


def test_nothing_is_sealed_of_a_form_that_means_nothing(room: Room, desk: Desk) -> None:
    column = shown_alone(room, Side.RESPONDENT)
    room.click(column.line_button)
    room.click(column.offer_button)
    room.click(column.note_button)
    assert column.line_form.field("bottom_line").error() == "This must be filled in."
    assert column.offer_form.field("amount").error() == "This must be filled in."
    assert column.note_form.field("note").error()
    room.begin(column.line_form.field("bottom_line"), "a little")
    room.click(column.line_button)
    assert "a little" in column.line_form.field("bottom_line").error()
    assert list(caucus.talk(desk, room.case_id).words) == []


def test_a_kept_offer_stands_here_alone_until_it_is_released(room: Room, desk: Desk) -> None:
    caucus.take_offer(desk, room.case_id, Side.RESPONDENT, yuan("30264"), 1, "年底前付清")
    column = shown_alone(room, Side.RESPONDENT)
    assert "30,264.00 yuan, all at once" in words_on_screen(column)
    assert "年底前付清" in words_on_screen(column)
    room.click(column.findChildren(QPushButton, "release")[0])
    again = shown_alone(room, Side.RESPONDENT)
    assert not again.findChildren(QPushButton, "release") and again.findChildren(QPushButton, "take_back")
    assert [(one.amount, one.terms) for one in room.case.offers] == [(yuan("30264"), "年底前付清")]


def test_what_is_being_typed_alone_is_kept_only_sealed(room: Room, desk: Desk) -> None:
    """The draft waits in the store like any other, and no file of the store holds its words."""
    column = shown_alone(room, Side.APPLICANT)
    room.begin(column.note_form.field("note"), CANARY)
    room.window.bench.notes.flush()
    room.settle()
    assert any(CANARY in text for text in drafts.all_kept(desk).values())
    folder = desk.store.place.folder
    assert folder is not None
    kept = [file for file in folder.rglob("*") if file.is_file()]
    assert kept and not any(CANARY.encode() in file.read_bytes() for file in kept)


def test_each_page_says_whose_it_is_and_nothing_else_of_the_station_stands_beside_it(room: Room) -> None:
    page = page_of(room)
    for side, words in ((Side.APPLICANT, "Alone with the applicants"),
                        (Side.RESPONDENT, "Alone with the respondents")):
        column = shown_alone(room, side)
        assert column.band.title.text() == words and column.band.side is column.side is side
        assert page.sessions.isHidden() and page.offers.isHidden() and page.primary.isHidden()
        room.click(page.private.toggles[side])
    assert page.sessions.isVisible() and page.offers.isVisible() and page.primary.isVisible()


def test_the_options_sheet_is_printed_for_the_side_whose_page_is_open(room: Room, desk: Desk) -> None:
    """Its own offer that nobody was told of is on it when the mediator ticks it for this print alone."""
    caucus.take_offer(desk, room.case_id, Side.RESPONDENT, yuan("30264"), 2)
    page = page_of(room)
    for ticked in (True, False):
        column = shown_alone(room, Side.RESPONDENT)
        assert not column.own.isChecked()
        if ticked:
            room.click(column.own)
        room.click(column.sheet)
        assert page.papers.pane_open and not page.private.shown
        printed = making.make(desk, room.case_id, SHEET, side=Side.RESPONDENT, own_offers=ticked)
        assert page.papers.pane.prints.fingerprint == printed.sha256
        assert ("30,264.00" in text_of(printed)) is ticked
        room.click(page.papers.pane.back)


def test_nothing_is_read_anew_under_a_word_in_the_making(room: Room, desk: Desk, qtbot: QtBot) -> None:
    """A colleague keeps something meanwhile: it shows once the input method has come to its end."""
    column = shown_alone(room, Side.APPLICANT)
    area = editor(column.note_form.field("note"))
    area.setFocus()
    QApplication.sendEvent(area, QInputMethodEvent("fangzu", []))
    caucus.note(desk, room.case_id, Side.APPLICANT, "同事记下的话")
    room.window.bench.reload()
    room.settle()
    assert area.hasFocus() and "同事记下的话" not in words_on_screen(column)
    QTest.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert len(caucus.talk(desk, room.case_id).words) == 1, "half a word is nobody's note"
    insert(area, "房租月底要交")
    qtbot.waitUntil(lambda: "同事记下的话" in words_on_screen(column))
    room.settle()
    assert area.hasFocus() and column.note_form.field("note").typed() == "房租月底要交"
