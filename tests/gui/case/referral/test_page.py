"""A part of the matter is referred, printed, received, answered and seen everywhere, from the keyboard."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from mediation_desk.domain.agenda import Due
from mediation_desk.domain.referral.offices import OfficeKind
from mediation_desk.domain.referral.referrals import HandOff
from mediation_desk.domain.vocabulary import Outcome, Status
from mediation_desk.services import reading
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from tests.gui.case import rooms
from tests.gui.case.conftest import Opener
from tests.gui.case.referral.hands import INSURANCE, choose_part, drafted, page_of

TODAY = date(2024, 11, 25)


def test_a_part_goes_to_the_social_insurance_office_and_its_answer_comes_back(
        desk: Desk, case_id: UUID, open_case: Opener, tmp_path: Path) -> None:
    room = open_case(case_id)
    page = page_of(room)
    room.click(page.primary)
    card = page.drafting
    choose_part(room, page)
    assert card.words.typed() == "未依法缴纳社会保险费" and "追缴" in card.reason.typed()
    assert card.office.typed() == INSURANCE and card.kind.value() is OfficeKind.SOCIAL_INSURANCE
    assert card.due.value() == date(2024, 12, 9)  # ten working days of its own
    room.click(card.papers.ticks["mediation-application"])
    room.click(card.keep)
    [one] = room.case.referrals
    assert card.isHidden() and (one.part, one.papers) == ("未依法缴纳社会保险费", "mediation-application")
    assert one.number == room.case.number + "之一" and one.office_id is not None

    room.click(page.acts.hand)
    room.click(page.handing.go)
    [one] = room.case.referrals
    assert (one.manner, one.handed_on, one.handed_by) == (HandOff.LETTER, TODAY, desk.who.name)
    assert page.papers.pane_open and page.papers.pane.title.text() == "案件转办函"
    room.click(page.papers.pane.back)
    assert "没有" not in page.where.text() and INSURANCE in page.where.text()
    assert any("not stopped" in said for said in page.effects.lines())
    said = [one.text() for one in room.window.context.away.findChildren(QLabel)]
    assert any(INSURANCE in text for text in said)
    day = reading.day(desk)
    assert [(row.kind, row.number) for row, _case in day.pressing[Due.REFERRAL].items] == [("referral", 1)]

    room.click(page.acts.received)
    assert room.case.referrals[0].received_on == TODAY
    (answer := tmp_path / "答复.pdf").write_bytes(b"%PDF-1.4 answer")
    room.click(page.acts.answer)
    room.click(page.noting.keep)
    assert page.noting.form.field("result").error()
    room.type(page.noting.form.field("result"), "已责令补缴")
    page.noting.take([answer])
    room.click(page.noting.keep)
    [one] = room.case.referrals
    assert (one.answered_on, one.result) == (TODAY, "已责令补缴") and page.noting.isHidden()
    [exhibit] = filing.exhibits(desk, case_id).exhibits
    assert (exhibit.name, exhibit.source) == ("答复.pdf", INSURANCE)
    assert not reading.day(desk).pressing[Due.REFERRAL].items
    room.press(Qt.Key.Key_Z)
    assert room.case.referrals[0].answered_on is None and not filing.exhibits(desk, case_id).exhibits


def test_a_draft_without_a_reason_is_told_beside_its_field_and_what_was_typed_is_there_again(
        case_id: UUID, open_case: Opener) -> None:
    page = page_of(room := open_case(case_id))
    room.click(page.primary)
    room.type(page.drafting.words, "押金")
    room.type(page.drafting.office, "某局")
    room.click(page.drafting.keep)
    assert page.drafting.reason.error() and page.drafting.kind.error()
    page.drafting.leave()
    room.click(page.primary)
    assert page.drafting.words.typed() == "押金"


def test_it_is_urged_returned_and_enter_does_what_comes_next(case_id: UUID, open_case: Opener) -> None:
    page = page_of(room := open_case(case_id))
    drafted(room, page)
    page.table.setFocus()
    room.press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert not page.handing.isHidden()
    room.click(page.handing.go)
    room.click(page.papers.pane.back)
    room.click(page.acts.urge)
    assert room.case.referrals[0].urged_on == TODAY
    room.click(page.acts.returned)
    room.type(page.noting.form.field("returned_why"), "不属于我单位职责")
    room.click(page.noting.keep)
    one = room.case.referrals[0]
    assert one.returned_why == "不属于我单位职责" and page.acts.hand.isHidden()
    room.click(page.acts.remove)
    assert not room.case.referrals
    room.press(Qt.Key.Key_Z)
    assert room.case.referrals


def test_plain_files_are_written_and_noted_together(case_id: UUID, open_case: Opener, tmp_path: Path) -> None:
    page = page_of(room := open_case(case_id))
    drafted(room, page)
    room.click(page.acts.hand)
    room.choose(page.handing.way, 1)
    (stick := tmp_path / "stick").mkdir()
    room.type(page.handing.folder, str(stick))
    room.click(page.handing.go)
    room.settle()
    [folder] = stick.iterdir()
    assert {one.name for one in folder.iterdir()} == {"转办函.pdf", "转办内容.xlsx"}
    assert room.case.referrals[0].manner is HandOff.FILES and page.handing.isHidden()


def test_a_whole_matter_leads_on_to_its_closing_with_the_office_named(
        desk: Desk, case_id: UUID, open_case: Opener) -> None:
    page = page_of(room := open_case(case_id))
    room.click(page.primary)
    room.choose(page.drafting.scope, 1)
    assert page.drafting.words.isHidden()
    room.type(page.drafting.office, INSURANCE)
    room.type(page.drafting.reason, "整案属于该单位职责")
    room.click(page.drafting.keep)
    room.click(page.acts.hand)
    room.click(page.handing.go)
    room.click(page.papers.pane.back)
    room.click(page.acts.close_case)
    closing_page = room.window.page_in_front()
    assert closing_page.receiving.typed() == INSURANCE  # type: ignore[union-attr]
    room.click(closing_page.primary)  # type: ignore[union-attr]
    assert (room.case.status, room.case.referred_to) == (Status.REFERRED, INSURANCE)
    page = page_of(room)
    room.click(page.acts.received)
    assert room.case.referrals[0].received_on == TODAY  # the answer may come long after the end


def test_of_a_voided_case_nothing_is_referred_and_an_empty_page_says_what_to_do(
        desk: Desk, case_id: UUID, open_case: Opener) -> None:
    page = page_of(open_case(case_id))
    assert page.model.rowCount() == 0 and page.primary.isVisible()
    page.print_pdf()
    assert "Refer something first" in page.bar.words.text()
    closing.close(desk, case_id, rooms.RECEIVED, Outcome.WITHDRAWN, "taken back", sure=True)


def test_an_overdue_answer_is_red_on_today(desk: Desk, case_id: UUID, open_case: Opener) -> None:
    page = page_of(room := open_case(case_id))
    drafted(room, page)
    room.click(page.acts.hand)
    room.click(page.handing.go)
    before = desk.clock
    desk.clock = lambda: before() + timedelta(days=20)
    late = reading.day(desk).pressing[Due.OVERDUE].items
    assert "referral" in [row.kind for row, _case in late]
