"""Intake, as a person takes the streamers in: the matter, the people, the claims, the acceptance."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import (
    Business,
    PartyKind,
    Refusal,
    Role,
    Source,
    Status,
)
from mediation_desk.gui.case.intake.claim_grid import ALL, box
from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.gui.case.intake.party_detail import PartyDetail
from mediation_desk.gui.case.papers.pane import PaperPane
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import PartyDraft
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import (
    COMPANY,
    RECEIVED,
    WORKERS,
    Room,
    editor,
    id_number,
    named,
    register,
    streamers,
    submenu,
)


def page_of(room: Room) -> IntakePage:
    page = room.window.page_in_front()
    assert isinstance(page, IntakePage)
    return page


def detail_of(room: Room) -> PartyDetail:
    detail = page_of(room).parties.detail
    assert detail is not None
    return detail


# -- the matter --------------------------------------------------------------------------


def test_the_order_number_is_asked_for_only_when_the_12345_hotline_sent_the_matter(room: Room) -> None:
    matter = page_of(room).matter
    assert matter.reference.isHidden()
    room.choose(matter.source, list(Source).index(Source.HOTLINE))
    assert not matter.reference.isHidden()
    room.type(matter.reference, "QH20241125001")
    assert (room.case.source, room.case.source_reference) == (Source.HOTLINE, "QH20241125001")


def test_the_wish_for_confidentiality_is_one_tick(room: Room) -> None:
    room.click(page_of(room).matter.confidential.tick)
    assert room.case.confidential is True


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


def test_adding_somebody_puts_the_cursor_into_the_name(room: Room) -> None:
    room.click(page_of(room).parties.add_applicant)
    assert detail_of(room).form.field("name").hasFocus()


def test_an_id_number_tells_birth_date_and_sex_while_it_is_typed_and_they_are_saved(room: Room) -> None:
    number = detail_of(room).form.field("id_number")
    room.begin(number, id_number(11))
    assert number._message.text() == "1995-03-15, Male"
    QTest.keyClick(editor(number), Qt.Key.Key_Tab)
    room.settle()
    worker = room.case.applicants[0]
    assert (worker.birth_date, worker.sex) == (date(1995, 3, 15), "male")
    assert detail_of(room).form.field("birth_date").typed() == "1995-03-15"


def test_a_number_with_a_wrong_last_digit_is_warned_of_and_still_saved(room: Room) -> None:
    good = id_number(12)
    bad = good[:-1] + ("1" if good[-1] != "1" else "2")
    number = detail_of(room).form.field("id_number")
    room.type(number, bad)
    assert "does not fit the others" in number._message.text()
    assert number.error() == "" and room.case.applicants[0].id_number == bad


def test_a_company_has_a_credit_code_a_legal_representative_and_its_kind(room: Room) -> None:
    page_of(room).parties.choose(room.case.respondents[0].id)
    form = detail_of(room).form
    room.type(form.field("credit_code"), "91630123MA7XXXX")
    assert form.field("credit_code")._message.text() == "A credit code has 18 characters. This has 15."
    room.type(form.field("legal_representative"), "孙某")
    room.choose(form.field("business"), 1 + list(Business).index(Business.PLATFORM))
    company = room.case.respondents[0]
    assert (company.credit_code, company.legal_representative) == ("91630123MA7XXXX", "孙某")
    assert company.business is Business.PLATFORM


def test_an_applicant_can_turn_out_to_be_an_organisation(room: Room) -> None:
    room.choose(detail_of(room).form.field("kind"), 1)
    assert room.case.applicants[0].kind is PartyKind.ORGANISATION
    assert "credit_code" in detail_of(room).form.names()


def test_an_agent_names_whom_he_acts_for(room: Room) -> None:
    parties = page_of(room).parties
    next(act for act in parties.menu.actions() if act.text() == "Agent").trigger()
    room.settle()
    acts_for = detail_of(room).acts_for
    assert acts_for is not None
    room.choose(acts_for, 1)
    assert room.case.agents[0].acts_for == room.case.applicants[0].id


def test_removing_somebody_offers_a_way_back(room: Room) -> None:
    room.click(detail_of(room).remove)
    assert [worker.name for worker in room.case.applicants] == list(WORKERS[1:])
    bar = page_of(room).bar
    assert bar.words.text() == "Removed: 马晓兰"
    room.click(bar.action)
    assert [worker.name for worker in room.case.applicants] == list(WORKERS)


def test_ten_applicants_may_elect_three_to_five_of_them(desk: Desk, open_case: Opener) -> None:
    workers = [PartyDraft(Role.APPLICANT, f"工友{at}", PartyKind.PERSON, {"phone": f"1380971100{at}"})
               for at in range(10)]
    room = open_case(register(desk, *workers, PartyDraft(Role.RESPONDENT, COMPANY, PartyKind.ORGANISATION)))
    parties = page_of(room).parties
    assert "three to five" in parties.rule.text() and not parties.rule.isHidden()
    elect = submenu(parties.menu, 2)
    assert elect.isEnabled()
    elect.actions()[0].trigger()
    room.settle()
    elected = room.case.representatives[0]
    assert (elected.name, elected.phone, elected.also_worker) == ("工友0", "13809711000", True)
    assert "Elected so far: 1" in parties.rule.text()


def test_five_applicants_cannot_elect_anybody(room: Room) -> None:
    parties = page_of(room).parties
    assert parties.rule.isHidden()
    assert not submenu(parties.menu, 2).isEnabled()


# -- a pasted list -----------------------------------------------------------------------


def test_a_pasted_list_is_shown_line_by_line_and_added_whole(room: Room) -> None:
    parties = page_of(room).parties
    room.click(parties.paste)
    lines = f"姓名\t身份证号\t电话\n冯雨\t{id_number(21)}\t13809712001\n陈露\t{id_number(22)}\t13809712002\n"
    QGuiApplication.clipboard().setText(lines)
    parties.panel.text.area.paste()
    assert [line.name for line in parties.panel.people.lines] == ["冯雨", "陈露"]
    assert parties.panel.add.text() == "Add 2 workers" and parties.panel.add.isEnabled()
    room.click(parties.panel.add)
    added = room.case.applicants[-2:]
    assert [(one.name, one.phone, one.sex) for one in added] == [
        ("冯雨", "13809712001", "male"), ("陈露", "13809712002", "female")]
    assert parties.panel.isHidden()


# -- the claims --------------------------------------------------------------------------


def claim(room: Room, name: str) -> None:
    page_of(room).claims.add_claim(name)
    room.settle()


def amounts(room: Room) -> dict[tuple[str, str], int | None]:
    names = {worker.id: worker.name for worker in room.case.applicants}
    return {(names[one.worker_id], one.claim): one.asked.fen if one.asked else None
            for one in room.case.claims}


def test_a_claim_is_added_for_everybody_and_unticked_for_one(room: Room) -> None:
    claim(room, "unpaid_wages")
    claim(room, "double_wage")
    assert len(room.case.claims) == 10
    grid, model = page_of(room).claims.grid, page_of(room).claims.model
    last = model.index(model.rowCount() - 1, 1)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=box(grid.visualRect(last)).center())
    room.settle()
    assert ("张倩", "double_wage") not in amounts(room) and len(room.case.claims) == 9


def test_a_column_of_amounts_pasted_from_a_spreadsheet_comes_to_the_story_s_total(room: Room) -> None:
    """Four workers ask 4,300 twice, the fifth once: 8 x 4,300 + 4,300 = 38,700."""
    claim(room, "unpaid_wages")
    claim(room, "double_wage")
    claims = page_of(room).claims
    claims.grid.setCurrentIndex(claims.model.index(1, 0))
    claims.grid.paste_text("4300\t4,300.00\n" * 4 + "￥4300\t")
    room.settle()
    place = claims.model.index(5, 1)
    claims.grid.setCurrentIndex(place)
    QTest.keyClick(claims.grid, Qt.Key.Key_Space)
    room.settle()
    assert room.case.claimed == Money(3_870_000)
    assert claims.sum.text() == "38,700.00 yuan"
    assert claims.model.cell(claims.model.index(0, 2)).text == "38,700.00"
    assert claims.model.cell(claims.model.index(1, 2)).text == "8,600.00"
    assert claims.model.cell(claims.model.index(5, 2)).text == "4,300.00"


def test_an_amount_typed_where_nothing_is_claimed_claims_it(room: Room) -> None:
    claim(room, "unpaid_wages")
    claims = page_of(room).claims
    worker = room.case.applicants[0].id
    registering.set_claims(room.desk, room.case_id, {worker: []})
    room.window.bench.reload()
    room.settle()
    claims.model.edit({(1, 0): "4300"})
    room.settle()
    assert amounts(room)["马晓兰", "unpaid_wages"] == 430_000


def test_an_emptied_amount_goes_and_the_claim_stays(room: Room) -> None:
    claim(room, "unpaid_wages")
    claims = page_of(room).claims
    claims.model.edit({(1, 0): "4300"})
    room.settle()
    claims.model.edit({(1, 0): ""})
    room.settle()
    assert amounts(room)["马晓兰", "unpaid_wages"] is None


def test_amounts_that_are_none_are_marked_in_their_cells_and_the_others_taken(room: Room) -> None:
    """4,300 of one worker is asked; three texts are no amounts: the sum is the store's, and says so."""
    claim(room, "unpaid_wages")
    claims = page_of(room).claims
    claims.model.edit({(1, 0): "4300", (2, 0): "12a3", (3, 0): "-500", (4, 0): "99999999999999",
                       (5, 0): "1.234"})
    room.settle()
    cells = [claims.model.cell(claims.model.index(row, 0)) for row in range(1, 6)]
    assert [cell.text for cell in cells] == ["4,300.00", "12a3", "-500", "99999999999999", "1.234"]
    assert cells[0].trouble == ""
    assert ["is not an amount" in cells[1].trouble, "below zero" in cells[2].trouble,
            "more than this program can hold" in cells[3].trouble,
            "more than two decimals" in cells[4].trouble] == [True] * 4
    assert [asked for asked in amounts(room).values() if asked is not None] == [430_000]
    assert claims.sum.text() == "4,300.00 yuan"
    assert claims.model.cell(claims.model.index(0, 1)).text == "4,300.00"
    assert claims.unread.text().startswith("4 amounts are not counted. 祁文静, Unpaid wages")


def test_a_marked_amount_stays_marked_while_others_are_saved_and_goes_when_it_is_mended(room: Room) -> None:
    claim(room, "unpaid_wages")
    claims = page_of(room).claims
    claims.model.edit({(1, 0): "12a3"})
    claims.model.edit({(2, 0): "4300"})
    room.settle()
    marked = claims.model.cell(claims.model.index(1, 0))
    assert (marked.text, bool(marked.trouble)) == ("12a3", True)
    claims.model.edit({(1, 0): "1200"})
    room.settle()
    assert claims.model.cell(claims.model.index(1, 0)).trouble == ""
    assert (claims.sum.text(), claims.unread.text()) == ("5,500.00 yuan", "")


def test_the_row_of_all_shows_who_claims_and_ticks_everybody(room: Room) -> None:
    claim(room, "unpaid_wages")
    claims = page_of(room).claims
    registering.set_claims(room.desk, room.case_id, {room.case.applicants[0].id: []})
    room.window.bench.reload()
    room.settle()
    everybody = claims.model.index(0, 0)
    assert claims.model.rows[0].id == ALL
    assert str(claims.model.cell(everybody).state) == "claimed by 4"
    claims.grid.setCurrentIndex(everybody)
    QTest.keyClick(claims.grid, Qt.Key.Key_Space)
    room.settle()
    assert len(room.case.claims) == 5


# -- consent, acceptance, refusal --------------------------------------------------------


def test_acceptance_asks_for_the_consent_that_is_missing_beside_its_field(room: Room) -> None:
    page = page_of(room)
    room.click(page.primary)
    consent = page.acceptance.form.field("applicants_agree_on")
    assert "consent of both sides" in consent.error()
    assert consent.hasFocus() and not consent.visibleRegion().isEmpty()
    assert room.case.accepted_on is None


def test_with_both_consents_the_case_is_accepted_and_its_clocks_run(room: Room) -> None:
    page = page_of(room)
    room.type(page.acceptance.form.field("applicants_agree_on"), "2024.11.25")
    room.type(page.acceptance.form.field("respondents_agree_on"), "20241125")
    room.click(page.primary)
    room.click(page.acceptance.doubt.accept)  # nothing is claimed yet
    assert room.case.accepted_on == RECEIVED
    assert page.primary.isHidden()
    assert page.acceptance.clock_words() == [
        "Decide on acceptance 2024-11-25 to 2024-11-28 met on 2024-11-25 "
        "Consultation and Mediation Provisions, art. 22: three working days",
        "Free to apply for arbitration 2024-11-25 to 2024-12-10 15 days left "
        "Mediation and Arbitration Law, art. 14: 15 days from receipt",
        "Mediation ends 2024-11-25 to 2024-12-10 15 days left "
        "Consultation and Mediation Provisions, art. 29: 15 days from acceptance"]


def accepted(room: Room) -> None:
    day = RECEIVED
    editing.save(room.desk, room.case_id, [
        editing.Edit("case", room.case_id, name, None, day)
        for name in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(room.desk, room.case_id, day)
    room.window.bench.reload()
    room.settle()


def test_an_accepted_case_can_still_be_filled_in_and_extended(room: Room) -> None:
    accepted(room)
    page = page_of(room)
    room.type(page.matter.cause, "Unpaid wages")
    extension = page.acceptance.extension
    room.begin(extension.field("extended_to"), "2025-01-10")
    room.click(page.acceptance.extend)
    assert "An extension ends after" in extension.field("extended_to").error()
    room.begin(extension.field("extended_to"), "2024-12-20")
    room.click(page.acceptance.extend)
    assert (room.case.cause, room.case.extended_to) == ("Unpaid wages", date(2024, 12, 20))


def test_an_application_is_refused_with_its_reason_in_place(room: Room) -> None:
    page = page_of(room)
    room.click(page.acceptance.refuse)
    refusal = page.acceptance.refusal
    assert "cause of the dispute" in page.acceptance.lacks.words.text()
    room.click(page.acceptance.lacks.enter)  # what the notice needs is asked before the case is decided
    assert page.matter.cause.line.hasFocus()
    room.type(page.matter.cause, "Civil debt")
    assert not page.acceptance.lacks.isVisible()
    room.begin(refusal.field("closing_note"), "a civil debt")
    room.click(page.acceptance.do_refuse)
    assert refusal.field("refusal").error() == "This must be chosen."  # no reason is given unasked
    room.choose(refusal.field("refusal"), 0)
    room.click(page.acceptance.do_refuse)
    case = room.case
    assert (case.status, case.refusal) == (Status.REFUSED, Refusal.OUT_OF_SCOPE)
    assert case.closing_note == "a civil debt"
    assert page.matter.cause.line.isReadOnly() and not refusal.isVisible()


def test_a_refusal_just_made_is_taken_back(room: Room) -> None:
    named(room.desk, room.case_id)
    room.window.bench.reload()
    room.settle()
    page = page_of(room)
    room.click(page.acceptance.refuse)
    room.choose(page.acceptance.refusal.field("refusal"), 0)
    room.click(page.acceptance.do_refuse)
    assert room.case.status is Status.REFUSED
    room.click(page.bar.action)
    assert (room.case.status, room.case.refusal) == (Status.OPEN, None)
    assert page.primary.isVisible()


def two_respondents(desk: Desk) -> UUID:
    case_id = streamers(desk)
    registering.add_party(desk, case_id, PartyDraft(Role.RESPONDENT, "Platform", PartyKind.ORGANISATION))
    workers = reading.case(desk, case_id).case.applicants
    registering.set_claims(desk, case_id, {worker.id: ["unpaid_wages"] for worker in workers})
    return case_id


def test_each_of_two_respondents_is_asked_and_the_case_goes_on_with_who_agrees(
        desk: Desk, open_case: Opener) -> None:
    room = open_case(two_respondents(desk))
    page = page_of(room)
    first, second = room.case.respondents
    each = page.acceptance.each
    assert not page.acceptance.form.field("respondents_agree_on").isVisible()
    room.type(page.acceptance.form.field("applicants_agree_on"), "2024-11-25")
    room.type(each.form.field(f"agreed_on/{first.id}"), "2024-11-25")
    room.click(page.primary)
    silent = each.form.field(f"agreed_on/{second.id}")
    assert "Platform has not said yet" in silent.error() and silent.hasFocus()
    room.type(each.form.field(f"declined_on/{second.id}"), "2024-11-25")
    assert silent.error() == ""  # said at the other field, and gone with its cause
    room.click(page.primary)
    case = room.case
    assert case.accepted_on == RECEIVED and [one.id for one in case.respondents] == [first.id]
    assert shown(page)[-1] == "Platform (does not consent)"


def shown(page: IntakePage) -> list[str]:
    model = page.parties.model
    return [str(model.index(at, 1).data()) for at in range(model.rowCount())]


def test_one_press_enters_all_consents_and_enter_accepts(desk: Desk, open_case: Opener) -> None:
    room = open_case(two_respondents(desk))
    page = page_of(room)
    room.click(page.acceptance.everybody)
    assert not page.acceptance.everybody.isVisible()
    assert all(one.agreed_on == RECEIVED for one in room.case.respondents)
    assert page.acceptance.accepted.line.hasFocus()
    room.press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert room.case.accepted_on == RECEIVED
    assert room.window.stepper.steps["sorting"].hasFocus()  # where the work goes on
    room.press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert room.window.key == "sorting"


def test_a_case_begun_by_mistake_is_voided_with_a_reason_and_comes_back(room: Room) -> None:
    page = page_of(room)
    room.click(page.acceptance.void)
    reason = page.acceptance.voiding.field("reason")
    assert reason.hasFocus()
    room.click(page.acceptance.do_void)
    assert reason.error() == "This must be filled in." and room.case.status is Status.OPEN
    room.begin(reason, "entered twice")
    room.press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert (room.case.status, room.case.closing_note) == (Status.VOIDED, "entered twice")
    assert not page.primary.isVisible() and not page.acceptance.void.isVisible()
    room.click(page.bar.action)
    assert room.case.status is Status.OPEN


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


def test_after_a_party_is_removed_the_cursor_stays_in_the_list(room: Room) -> None:
    page = page_of(room)
    page.parties.choose(room.case.applicants[1].id)
    room.settle()
    assert page.parties.detail is not None
    page.parties.detail.remove.setFocus()
    room.press(Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    assert len(room.case.applicants) == 4
    assert page.parties.table.hasFocus()


def test_who_is_elected_is_not_offered_again(desk: Desk, open_case: Opener) -> None:
    case_id = streamers(desk)
    registering.add_parties(desk, case_id, [PartyDraft(Role.APPLICANT, f"工友{at}") for at in range(6)])
    room = open_case(case_id)
    page = page_of(room)
    elect = submenu(page.parties.menu, 2)
    elect.actions()[0].trigger()
    room.settle()
    again = submenu(page.parties.menu, 2)
    assert not again.actions()[0].isEnabled() and again.actions()[1].isEnabled()
    assert [one.name for one in room.case.representatives] == [WORKERS[0]]


def test_a_hundred_workers_are_shown_without_waiting(desk: Desk, open_case: Opener) -> None:
    case_id = streamers(desk)
    drafts = [PartyDraft(Role.APPLICANT, f"工友{at}") for at in range(95)]
    registering.add_parties(desk, case_id, drafts)
    room = open_case(case_id)
    assert page_of(room).parties.model.rowCount() == 101
    claim(room, "unpaid_wages")
    assert page_of(room).claims.model.rowCount() == 101
    assert isinstance(room.case_id, UUID)


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
