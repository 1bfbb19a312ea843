"""Papers are given out and their receipts noted as a mediator does it, from the keyboard."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import Qt

from mediation_desk.domain.serving import ServiceManner, ServiceState, state_of
from mediation_desk.domain.vocabulary import Outcome, Role, Side
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.registering import PartyDraft
from tests.gui.case import rooms
from tests.gui.case.conftest import Opener
from tests.gui.case.service.hands import page_of


def test_a_notice_goes_to_two_people_is_late_and_is_received_by_somebody_else(
        case_id: UUID, open_case: Opener) -> None:
    room = open_case(case_id)
    page = page_of(room)
    room.click(page.primary)
    card = page.giving
    room.click(card.give)
    assert card.form.field("manner").error()  # how is for a person to say
    room.choose(card.form.field("manner"), 0)
    room.click(card.give)
    assert card.form.field("title").error()
    room.click(card.papers.ticks["acceptance-notice"])
    room.click(card.give)
    assert card.people.error() == "Say to whom it is served."
    company = room.case.respondents[0]
    room.click(card.people.lines[company.id].tick)
    room.click(card.people.lines[room.case.applicants[0].id].tick)
    card.people.lines[company.id].place.setText("某路8号")
    room.type(card.form.field("due_on"), "2024-11-20")
    room.click(card.give)
    assert "before it was sent" in card.form.field("due_on").error()
    room.type(card.form.field("due_on"), "2024-11-28")
    room.click(card.give)
    assert card.isHidden() and page.model.rowCount() == 2
    mine = next(one for one in room.case.receipts if one.party_id == company.id)
    assert (mine.title, mine.place, mine.manner, mine.template) == (
        "受理通知书", "某路8号", ServiceManner.DIRECT, "acceptance-notice")
    assert mine.sent_by == room.desk.who.name and mine.sent_on == date(2024, 11, 25)

    page.table.choose_row(next(at for at, one in enumerate(page.model.row(at) for at in range(2))
                               if one is not None and one.id == mine.id))
    page.table.setFocus()
    room.press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    form = page.noting.form
    assert not form.field("served_at").typed() and not form.field("served_hour").typed()
    room.type(form.field("served_at"), "2024-11-25")
    room.click(page.noting.keep)
    assert "hour too" in form.field("served_hour").error()
    room.type(form.field("served_hour"), "8:30")
    room.type(form.field("signed_by"), "周某")
    room.type(form.field("relation"), "前台")
    room.click(page.noting.keep)
    kept = next(one for one in room.case.receipts if one.id == mine.id)
    assert (kept.served_at, kept.relation) == (datetime(2024, 11, 25, 8, 30), "前台")
    assert state_of(kept, date(2024, 12, 1)) is ServiceState.SERVED and page.noting.isHidden()
    room.press(Qt.Key.Key_Z)
    assert next(one for one in room.case.receipts if one.id == mine.id).served_at is None


def test_a_paper_in_sight_leads_to_the_card_with_itself_chosen(case_id: UUID, open_case: Opener) -> None:
    room = open_case(case_id)
    room.window.open_paper("rights-notice", Side.APPLICANT)
    room.settle()
    page = room.window.page_in_front()
    assert page is not None
    pane = room.window.papers._panes[page]
    assert pane.serve.isVisible()
    room.click(pane.serve)
    service = page_of(room)
    assert service.giving.papers.ticks["rights-notice"].isChecked() and service.giving.isVisible()


def test_of_a_case_that_is_over_papers_still_go_out_and_of_a_voided_one_none(
        desk: Desk, case_id: UUID, open_case: Opener) -> None:
    closing.close(desk, case_id, rooms.RECEIVED, Outcome.WITHDRAWN, "taken back", sure=True)
    page = page_of(open_case(case_id))
    assert page.primary.isVisible() and not page.papers.isVisible()
    page.print_pdf()
    assert "Give a paper out first" in page.bar.words.text()


def test_two_people_of_one_name_are_told_apart_where_they_are_chosen_and_in_the_list(
        desk: Desk, open_case: Opener) -> None:
    room = open_case(rooms.register(desk, *(
        PartyDraft(Role.APPLICANT, "王芳", particulars=told)
        for told in ({"id_number": rooms.id_number(2)}, {"address": "某路2号"}))))
    page = page_of(room)
    page.give()
    first, second = (page.giving.people.lines[one.id] for one in room.case.applicants)
    ending = rooms.id_number(2)[-4:]
    assert f"王芳（…{ending}）" in first.tick.text() and "王芳（2）" in second.place.accessibleName()
    room.type(page.giving.form.field("title"), "Letter")
    room.choose(page.giving.form.field("manner"), 0)
    room.click(first.tick)
    room.click(second.tick)
    room.click(page.giving.give)
    column = next(one for one in page.model.columns if one.key == "recipient")
    rows = [page.model.row(at) for at in range(2)]
    assert sorted(str(column.value(row)) for row in rows) == ["王芳（2）", f"王芳（…{ending}）"]
    assert {one.recipient for one in room.case.receipts} == {"王芳"}  # as the receipt names them
