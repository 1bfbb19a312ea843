"""Above a paper stands what it would be printed without, with the way there."""

from PySide6.QtWidgets import QWidget

from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.papers.pane import PaperPane
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.services import editing
from mediation_desk.services.intake import registering
from tests.gui.case import rooms
from tests.gui.case.rooms import Room


def test_an_empty_field_is_named_and_one_press_leads_to_it(room: Room) -> None:
    rooms.named(room.desk, room.case_id)
    company = room.case.respondents[0]
    others = [editing.Edit("party", company.id, name, getattr(company, name), value) for name, value in (
        ("address", "西宁市"), ("legal_representative", "甲"), ("legal_representative_post", "经理"),
        ("credit_code", "91630100MA7000000X"))]
    editing.save(room.desk, room.case_id, [
        *others, editing.Edit("party", company.id, "phone", company.phone, ""),
        editing.Edit("case", room.case_id, "facts_in_brief", "", "欠薪")])
    workers = room.case.applicants
    registering.set_claims(room.desk, room.case_id, {one.id: ["unpaid_wages"] for one in workers})
    room.window.bench.reload()
    room.settle()
    page = room.window.page_in_front()
    assert isinstance(page, StationPage)
    pane = PaperPane(room.window.bench, page)
    pane.open("intake-register")
    room.settle()
    assert pane.lacks.isVisible()
    wanted = next(one for one in pane.lacks.lacks if one.of == company.id and one.field == "phone")
    said = [action.text() for action in pane.lacks.actions_of().actions()]
    assert f"Phone ({company.name})" in said
    pane.lacks.wanted.emit(wanted)
    room.settle()
    assert pane.isHidden()
    field: QWidget | None = room.window.focusWidget()
    while field is not None and not isinstance(field, Field):
        field = field.parentWidget()
    assert field is not None and field.name == "phone"
