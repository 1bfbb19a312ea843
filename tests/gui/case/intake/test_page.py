"""Intake, as a person takes the streamers in: the matter, the people, the claims, the acceptance."""


from PySide6.QtCore import Qt

from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.gui.case.papers.pane import PaperPane
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from tests.gui.case.conftest import Opener
from tests.gui.case.intake.hands import accepted, claim, detail_of, page_of
from tests.gui.case.rooms import COMPANY, RECEIVED, Room, register

# -- the people --------------------------------------------------------------------------


def test_an_empty_case_says_whom_to_add_and_the_first_step_adds_one(desk: Desk, open_case: Opener) -> None:
    room = open_case(register(desk))
    page = page_of(room)
    assert page.claims.empty.text() == "Enter the applicants first; their claims stand here."
    room.click(page.parties.add_applicant)
    assert [party.role for party in room.case.parties] == [Role.APPLICANT]
    room.type(detail_of(room).form.field("name"), "马晓兰")
    room.click(page.parties.add_respondent)
    assert room.case.respondents[0].kind is PartyKind.ORGANISATION
    room.type(detail_of(room).form.field("name"), COMPANY)
    assert room.window.header.names.text() == f"马晓兰 v. {COMPANY}"


# -- consent, acceptance, refusal --------------------------------------------------------


def test_esc_puts_away_what_was_opened_and_does_not_leave_the_case(room: Room) -> None:
    page = page_of(room)
    for press, form in ((page.acceptance.refuse, page.acceptance.refusal),
                        (page.acceptance.void, page.acceptance.voiding)):
        room.click(press)
        assert form.isVisible()
        room.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        assert not form.isVisible() and press.hasFocus()
    room.click(page.parties.paste)
    room.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert not page.parties.panel.isVisible() and page.parties.paste.hasFocus()


# -- paper -------------------------------------------------------------------------------


def test_ctrl_p_shows_the_register_and_once_accepted_the_notice(room: Room) -> None:
    page = page_of(room)
    claim(room, "unpaid_wages")
    room.type(page.matter.cause, "Unpaid wages")
    room.press(Qt.Key.Key_P)
    assert "Enter the facts in brief" in page.bar.words.text() and not page.papers.pane_open
    room.begin(page.matter.facts, "no pay for October")  # printed with the rest, though not left yet
    room.press(Qt.Key.Key_P)
    assert page.papers.pane_open, page.bar.words.text()
    pane = page.findChild(PaperPane)
    assert isinstance(pane, PaperPane) and pane.paper.pages >= 1
    assert pane.title.text() == "受理登记表"
    pane.close_paper()
    assert not page.papers.pane_open and page.primary.isVisible()
    accepted(room)
    room.press(Qt.Key.Key_P)
    assert "office's telephone number" in page.bar.words.text()  # the notice names whom to call


def test_accepted_a_moment_ago_it_is_the_notice_that_is_printed(room: Room) -> None:
    """The notice alone asks for the office's telephone; the register does not."""
    room.window.bench.run(editing.save, [
        editing.Edit("case", room.case_id, name, None, RECEIVED)
        for name in ("applicants_agree_on", "respondents_agree_on")])
    room.window.bench.run(registering.accept, RECEIVED)
    room.press(Qt.Key.Key_P)
    assert "office's telephone number" in page_of(room).bar.words.text()


def test_without_an_applicant_there_is_no_paper_and_the_page_says_what_to_do(
        desk: Desk, open_case: Opener) -> None:
    room = open_case(register(desk))
    room.press(Qt.Key.Key_P)
    assert "Enter an applicant first" in page_of(room).bar.words.text()


def test_who_comes_to_mend_something_finds_the_cursor_there(room: Room) -> None:
    """From the checks before signing: a party's particular, the party's line where it has none such, the
    extension of the mediation."""
    accepted(room)
    page = page_of(room)
    company = room.case.respondents[0].id
    room.window.lead(1, "credit_code", company)
    detail = page.parties.detail
    assert detail is not None and detail.party_id == company and detail.form.field("credit_code").hasFocus()
    room.window.lead(1, "nothing", room.case.applicants[1].id)
    other = page.parties.detail
    assert other is not None and other.party_id == room.case.applicants[1].id
    assert page.parties.table.hasFocus()
    room.window.lead(1, "extension", None)
    assert page.acceptance.extension.open_button.hasFocus()
