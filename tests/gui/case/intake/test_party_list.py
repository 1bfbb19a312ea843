"""Everybody in the case: added, chosen, elected, removed with a way back."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QLineEdit

from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.gui.case.intake.party_list import LEAST_BESIDE
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import PartyDraft
from tests.gui.case.conftest import Opener
from tests.gui.case.intake.hands import claim, detail_of, page_of
from tests.gui.case.rooms import COMPANY, WORKERS, Room, id_number, register, streamers, submenu


def test_adding_somebody_puts_the_cursor_into_the_name(room: Room) -> None:
    room.click(page_of(room).parties.add_applicant)
    assert detail_of(room).form.field("name").hasFocus()


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


def test_whoever_has_no_name_yet_is_still_somebody_in_the_list(desk: Desk, open_case: Opener) -> None:
    room = open_case(register(desk, PartyDraft(Role.APPLICANT, ""), PartyDraft(Role.RESPONDENT, COMPANY)))
    model = page_of(room).parties.model
    assert [str(model.index(row, 1).data()) for row in (0, 1)] == ["(no name yet)", COMPANY]
    assert [str(model.index(row, 0).data()) for row in (0, 1)] == ["Applicant", "Respondent"]


def test_the_chosen_one_stays_chosen_when_a_colleague_adds_somebody(room: Room) -> None:
    parties = page_of(room).parties
    third = room.case.applicants[2].id
    parties.choose(third)
    detail = parties.detail
    registering.add_party(room.desk, room.case_id, PartyDraft(Role.APPLICANT, "同事加的"))
    room.window.bench.reload()
    room.settle()
    assert parties.detail is detail and detail is not None and detail.party_id == third
    assert parties.model.rowCount() == 7


def test_too_many_or_too_few_elected_are_marked(desk: Desk, open_case: Opener) -> None:
    workers = [PartyDraft(Role.APPLICANT, f"工友{at}") for at in range(10)]
    room = open_case(register(desk, *workers, PartyDraft(Role.RESPONDENT, COMPANY)))
    parties = page_of(room).parties
    assert parties.rule.property("meaning") == ""
    for elected, meaning in ((1, "disputed"), (2, "disputed"), (3, ""), (4, ""), (5, ""), (6, "disputed")):
        registering.add_party(desk, room.case_id, PartyDraft(Role.REPRESENTATIVE, f"代表{elected}"))
        room.window.bench.reload()
        room.settle()
        assert parties.rule.property("meaning") == meaning, elected
        assert f"Elected so far: {elected}" in parties.rule.text()


def test_fewer_than_ten_with_a_representative_are_told_the_rule(room: Room) -> None:
    registering.add_party(room.desk, room.case_id, PartyDraft(Role.REPRESENTATIVE, "代表"))
    room.window.bench.reload()
    room.settle()
    rule = page_of(room).parties.rule
    assert "only by ten or more" in rule.text() and rule.property("meaning") == "disputed"


def test_removing_the_last_party_leaves_the_invitation_to_add_one(desk: Desk, open_case: Opener) -> None:
    room = open_case(register(desk, PartyDraft(Role.APPLICANT, "马晓兰")))
    room.click(detail_of(room).remove)
    parties = page_of(room).parties
    assert room.case.parties == [] and parties.detail is None and not parties.hint.isHidden()


def test_the_particulars_go_under_the_list_where_both_do_not_fit(room: Room) -> None:
    parties = page_of(room).parties
    ways = {}
    for width in (LEAST_BESIDE - 1, LEAST_BESIDE):
        parties.resize(width, 600)
        ways[width] = parties._both.direction()
    assert ways == {LEAST_BESIDE - 1: QBoxLayout.Direction.TopToBottom,
                    LEAST_BESIDE: QBoxLayout.Direction.LeftToRight}


LONG = "阿依古丽·买买提依明江·阿卜杜热合曼·吐尔逊阿依提拉·库尔班江"


def test_a_long_name_shows_whole_and_namesakes_are_told_apart(desk: Desk, open_case: Opener) -> None:
    """30 characters and their dots; two of one name, one of whom has a document."""
    room = open_case(register(desk, PartyDraft(Role.APPLICANT, LONG), PartyDraft(
        Role.APPLICANT, "马晓兰", particulars={"id_number": id_number(31)}),
        PartyDraft(Role.APPLICANT, "马晓兰"), PartyDraft(Role.RESPONDENT, COMPANY, PartyKind.ORGANISATION)))
    parties = page_of(room).parties
    room.settle()
    shown = [parties.model.index(at, 1).data() for at in range(4)]
    assert shown == [LONG, f"马晓兰（…{id_number(31)[-4:]}）", "马晓兰（2）", COMPANY]
    heights = [parties.table.rowHeight(at) for at in range(4)]
    lines = parties.table.fontMetrics().horizontalAdvance(LONG) / parties.table.columnWidth(1)
    assert heights[0] >= lines * parties.table.fontMetrics().height() and heights[1] == heights[2]
    name = detail_of(room).form.field("name")
    line = name.findChild(QLineEdit)
    assert line is not None and name.typed() == LONG
    assert line.fontMetrics().horizontalAdvance(LONG) < line.width()


def test_the_party_in_hand_stays_so_in_a_list_that_is_sorted(room: Room) -> None:
    parties = page_of(room).parties
    parties.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    for wanted in room.case.applicants[:3]:
        parties.choose(wanted.id)
        parties.show_case(room.case)
        row, detail = parties.table.current_row(), parties.detail
        assert row is not None and detail is not None and row.id == detail.party_id == wanted.id
