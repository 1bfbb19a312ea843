"""An inquiry is written down at the screen, corrected, and taken out with a way back."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.vocabulary import Role
from mediation_desk.gui.case.sorting.inquiries import InquiriesPane, parties_of
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.registering import PartyDraft
from tests.gui.case import rooms
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room
from tests.gui.case.sorting.hands import opened


def fill(room: Room, pane: InquiriesPane, name: str, text: str) -> None:
    assert pane.form is not None
    room.type(pane.form.field(name), text)


def test_an_inquiry_is_kept_as_it_was_typed_and_its_draft_outlives_the_form(
        open_case: Opener, case_id: UUID) -> None:
    room, page = opened(open_case, case_id)
    pane = page.inquiries
    page.tabs.setCurrentWidget(pane)
    page.print_pdf()
    assert "no record to print" in page.bar.words.text()
    room.click(pane.add)
    room.click(pane.keep_button)
    assert pane.form is not None and pane.form.field("person").error() == "Say who was asked."
    fill(room, pane, "person", "周启航")
    fill(room, pane, "text", "问：谁排班？")
    pane.leave()
    room.click(pane.add)
    assert pane.form.field("person").typed() == "周启航"
    room.click(pane.keep_button)
    [one] = room.case.inquiries
    assert (one.person, one.text, one.began) == ("周启航", "问：谁排班？", "")
    pane.table.choose_row(0)
    room.click(pane.change)
    fill(room, pane, "began", "9时")
    room.click(pane.keep_button)
    assert room.case.inquiries[0].began == "9时" and len(room.case.inquiries) == 1
    pane.table.choose_row(0)
    room.click(pane.remove)
    assert room.case.inquiries == []
    room.click(page.bar.action)
    assert len(room.case.inquiries) == 1


def test_of_two_people_of_one_name_it_can_be_said_who_was_asked(desk: Desk, dressed: object) -> None:
    case = rooms.stored(desk, rooms.register(desk, PartyDraft(Role.APPLICANT, "王芳"),
                                             PartyDraft(Role.APPLICANT, "王芳")))
    assert len({str(said) for _key, said in parties_of(case)}) == 2
