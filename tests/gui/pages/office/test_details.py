"""The office's own particulars, each saved as it is left."""


from pytestqt.qtbot import QtBot

from mediation_desk.gui.pages.office.details import DetailsPart
from tests.gui import desks
from tests.gui.desks import write
from tests.gui.pages.office.hands import House


def test_a_field_is_saved_as_it_is_left_and_ctrl_z_takes_it_back(qtbot: QtBot, house: House,
                                                                details: DetailsPart) -> None:
    write(qtbot, details.form.field("address"), "昆仑路12号")  # type: ignore[arg-type]
    house.leave()
    assert house.desk.settings.address == "昆仑路12号" and house.said == "Saved."
    house.click(house.page.bar.action)
    assert house.desk.settings.address == "" and details.form.field("address").typed() == ""


def test_the_next_number_is_shown_while_the_pattern_is_typed(qtbot: QtBot, house: House,
                                                             details: DetailsPart) -> None:
    assert details.example.text() == "The next case: 宁中劳调〔2024〕0001号"
    write(qtbot, details.pattern, "西劳调字2024第001号")
    assert details.example.text() == "The next case: 西劳调字2024第001号"
    write(qtbot, details.pattern, "no number")
    assert details.example.text() == "The next case: —"
    house.leave()
    assert "year" in details.pattern.error()
    assert house.desk.settings.number_pattern == desks.OFFICE.number_pattern


def test_what_the_service_refuses_is_said_beside_its_field_and_the_rest_goes_on(
        qtbot: QtBot, house: House, details: DetailsPart) -> None:
    write(qtbot, details.form.field("region"), "63")  # type: ignore[arg-type]
    house.leave()
    assert "six-digit" in details.form.field("region").error()
    write(qtbot, details.form.field("money_tolerance_fen"), "0.50")  # type: ignore[arg-type]
    house.leave()
    assert house.desk.settings.money_tolerance_fen == 50 and house.desk.settings.region == "630100"


def test_two_fields_left_in_a_hurry_are_both_kept(house: House, details: DetailsPart) -> None:
    details.form.field("court").set_typed("宁中区人民法院")
    details.form.field("court").commit()
    details.form.field("phone").set_typed("0971-8000000")
    details.form.field("phone").commit()
    house.settle()
    assert (house.desk.settings.court, house.desk.settings.phone) == ("宁中区人民法院", "0971-8000000")


def test_from_when_on_published_figures_are_hidden_is_the_offices_to_say(qtbot: QtBot, house: House,
                                                                         details: DetailsPart) -> None:
    write(qtbot, details.form.field("publish_smallest_count"), "10")  # type: ignore[arg-type]
    house.leave()
    assert house.desk.settings.publish_smallest_count == 10
    write(qtbot, details.form.field("publish_dominance_percent"), "20")  # type: ignore[arg-type]
    house.leave()
    assert house.desk.settings.publish_dominance_percent == 80
    assert details.form.field("publish_dominance_percent").error()


def test_an_office_writes_a_clause_of_its_own_and_a_wrong_line_is_named(house: House,
                                                                        details: DetailsPart) -> None:
    house.click(details.example_button)
    details.own_clauses.commit()
    house.settle()
    assert "慰问金" in house.desk.settings.own_clauses
    details.own_clauses.set_typed("[[clause")
    details.own_clauses.commit()
    house.settle()
    assert "Line 1" in details.own_clauses.error() and "慰问金" in house.desk.settings.own_clauses
