"""Statistical forms at the office: changed, added, told the line of a fault, had back."""

import pytest

from mediation_desk.gui.pages.office.report_forms import ReportFormsPart
from mediation_desk.services.reports import forms
from mediation_desk.services.reports.forms import Standing
from tests.gui.pages.office.hands import House


@pytest.fixture
def part(house: House) -> ReportFormsPart:
    made = house.part("forms")
    assert isinstance(made, ReportFormsPart)
    made.choice.set_value("monthly")
    made.choice.committed.emit("monthly")
    house.settle()
    return made


def type_over(part: ReportFormsPart, old: str, new: str) -> None:
    part.text.area.setPlainText(part.text.typed().replace(old, new, 1))


def standing(house: House, form: str) -> Standing:
    return next(line.standing for line in forms.listed(house.desk) if line.id == form)


def test_a_shipped_form_stands_there_as_text_and_is_seen_filled(house: House, part: ReportFormsPart) -> None:
    assert 'id = "monthly"' in part.text.typed() and part.standing.text() == "As shipped with the program."
    assert not part.drop.isVisible()
    house.click(part.preview)
    assert part.sheet.isVisible() and part.sheet.blocks[0].filled.id == "flow"


def test_a_fault_is_said_with_its_line_and_the_cursor_goes_there(house: House, part: ReportFormsPart) -> None:
    wrong = part.text.typed().splitlines().index('event = "received"') + 1
    type_over(part, 'event = "received"', 'event = "recieved"')
    for press in (part.preview, part.keep):
        house.click(press)
        assert f"line {wrong}:" in part.text.error()
        assert part.text.area.textCursor().blockNumber() == wrong - 1
    assert standing(house, "monthly") is Standing.SHIPPED


def test_a_changed_form_counts_from_then_on_and_the_shipped_one_is_had_back(house: House,
                                                                            part: ReportFormsPart) -> None:
    type_over(part, 'en = "Monthly report"', 'en = "Report of our month"')
    house.click(part.keep)
    assert house.said.startswith("The form is kept") and standing(house, "monthly") is Standing.CHANGED
    assert part.standing.text() == "Changed by this office." and part.drop.isVisible()
    house.click(part.drop)
    assert standing(house, "monthly") is Standing.SHIPPED
    assert 'en = "Monthly report"' in part.text.typed()
    house.click(house.page.bar.action)
    assert standing(house, "monthly") is Standing.CHANGED


def test_with_another_id_it_becomes_a_form_of_its_own(house: House, part: ReportFormsPart) -> None:
    type_over(part, 'id = "monthly"', 'id = "street"')
    house.click(part.keep)
    assert standing(house, "street") is Standing.OFFICE and standing(house, "monthly") is Standing.SHIPPED


def test_what_a_colleague_kept_meanwhile_is_asked_about(house: House, part: ReportFormsPart) -> None:
    text = forms.text_of(house.desk, "monthly")
    forms.keep(house.desk, text.replace("Monthly report", "Theirs", 1))
    type_over(part, 'en = "Monthly report"', 'en = "Mine"')
    house.click(part.keep)
    assert "Theirs" in (forms.own_text_of(house.desk, "monthly") or "")
