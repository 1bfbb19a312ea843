"""Of several respondents each is asked whether it consents."""

from PySide6.QtCore import Qt

from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from tests.gui.case.conftest import Opener
from tests.gui.case.intake.hands import page_of, shown, two_respondents
from tests.gui.case.rooms import RECEIVED, Room


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


def test_one_respondent_alone_is_asked_with_the_sides(room: Room) -> None:
    acceptance = page_of(room).acceptance
    assert acceptance.each.isHidden() and acceptance.each.form.names() == []
    assert not acceptance.form.field("respondents_agree_on").isHidden()


def test_as_respondents_come_and_go_each_is_asked_by_name(desk: Desk, open_case: Opener) -> None:
    room = open_case(two_respondents(desk))
    each = page_of(room).acceptance.each
    first, second = room.case.respondents
    assert each.form.names() == [f"{what}/{one.id}" for one in (first, second)
                                 for what in ("agreed_on", "declined_on")]
    assert each.form.field(f"agreed_on/{second.id}").label.text() == "Platform consents on"
    registering.remove_party(desk, room.case_id, second.id)
    room.window.bench.reload()
    room.settle()
    assert each.isHidden() and each.form.names() == []


def test_a_consent_being_typed_stays_while_a_colleague_adds_a_claim(desk: Desk, open_case: Opener) -> None:
    room = open_case(two_respondents(desk))
    each = page_of(room).acceptance.each
    field = each.form.field(f"agreed_on/{room.case.respondents[1].id}")
    room.begin(field, "2024-11-2")
    room.window.bench.reload()
    room.settle()
    assert field.typed() == "2024-11-2" and each.form.field(field.name) is field


def test_whoever_consents_cannot_have_declined_too(desk: Desk, open_case: Opener) -> None:
    room = open_case(two_respondents(desk))
    each = page_of(room).acceptance.each
    key = room.case.respondents[0].id
    room.type(each.form.field(f"agreed_on/{key}"), "2024-11-25")
    room.type(each.form.field(f"declined_on/{key}"), "2024-11-25")
    party = room.case.party(key)
    assert not (party.agreed_on and party.declined_on)
