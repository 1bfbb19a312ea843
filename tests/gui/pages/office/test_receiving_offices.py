"""Receiving offices: the list from which a referral is addressed."""

from __future__ import annotations

import pytest

from mediation_desk.domain.referral.offices import OfficeKind
from mediation_desk.gui.pages.office.receiving_offices import ReceivingOfficesPart
from mediation_desk.services.office import receiving_offices
from mediation_desk.services.office.receiving_offices import OfficeDraft
from tests.gui.pages.office.hands import House


@pytest.fixture
def part(house: House) -> ReceivingOfficesPart:
    """The part of the office's page."""
    made = house.part("receiving")
    assert isinstance(made, ReceivingOfficesPart)
    return made


def kept(house: House) -> list[tuple[str, int | None]]:
    """The names and days of the list."""
    return [(one.name, one.answer_days) for one in receiving_offices.receiving_offices(house.desk)]


def choose(part: ReceivingOfficesPart, kind: OfficeKind) -> None:
    """Choose the kind."""
    at = list(OfficeKind).index(kind)
    part.kind.combo.setCurrentIndex(at)
    part.kind.combo.activated.emit(at)


def test_an_office_is_added_with_what_its_kind_proposes_changed_and_taken_out(
        house: House, part: ReceivingOfficesPart) -> None:
    house.click(part.add)
    house.click(part.keep_button)
    assert part.kind.error() and not kept(house)
    choose(part, OfficeKind.POLICE)
    assert part.days.typed() == "3" and part.takes.typed()
    choose(part, OfficeKind.UNION)
    assert part.days.typed() == "10"  # what was proposed gives way, what is typed stays
    part.days.set_typed("8")
    choose(part, OfficeKind.POLICE)
    assert part.days.typed() == "8"
    part.form.field("name").set_typed("和顺路派出所")
    house.click(part.keep_button)
    assert kept(house) == [("和顺路派出所", 8)] and part.model.rowCount() == 1
    part.table.choose_row(0)
    part.form.field("name").set_typed("城中派出所")
    house.click(part.keep_button)
    assert kept(house) == [("城中派出所", 8)]
    house.click(house.page.bar.action)
    assert kept(house) == [("和顺路派出所", 8)]
    part.table.choose_row(0)
    house.click(part.remove)
    assert not kept(house)
    house.click(house.page.bar.action)
    assert kept(house) == [("和顺路派出所", 8)]


def test_a_colleagues_words_are_not_written_over_unseen(house: House, part: ReceivingOfficesPart) -> None:
    union = OfficeDraft(OfficeKind.UNION, "区总工会", phone="1")
    key = receiving_offices.add_office(house.desk, union).result
    assert key
    part.shown()
    house.settle()
    part.table.choose_row(0)
    receiving_offices.change_office(house.desk, key, OfficeDraft(OfficeKind.UNION, "区总工会", phone="2"))
    part.form.field("phone").set_typed("3")
    house.click(part.keep_button)
    assert receiving_offices.receiving_offices(house.desk)[0].phone == "2"
