"""A colleague changes the office's own matters meanwhile: both words stand in place, and a person decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.money import yuan
from mediation_desk.gui.kit.clash import ClashPanel
from mediation_desk.gui.pages.office.accounts import AccountsPart
from mediation_desk.gui.pages.office.details import DetailsPart
from mediation_desk.gui.pages.office.figures import FiguresPart
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.office import accounts, settings, statutes
from tests.gui.desks import write
from tests.gui.pages.office.hands import House, account, colleague, fill, other_desk, tick


@pytest.fixture
def hers(desk: Desk, around: Surroundings) -> Iterator[Desk]:
    """A second administrator, at a desk of her own."""
    colleague(desk, "zhou", "周管理", Role.ADMINISTRATOR, Role.SUPERVISOR)
    made = other_desk(desk, "zhou", around)
    yield made
    made.store.close()


def panel(widget: QWidget) -> ClashPanel:
    (found,) = [one for one in widget.findChildren(ClashPanel) if not one.isHidden()]
    return found


def said(shown: ClashPanel) -> str:
    return "\n".join(one.text() for one in shown.findChildren(QLabel))


@pytest.mark.parametrize("mine", [True, False])
def test_an_address_that_both_wrote_stands_twice_beneath_its_field(qtbot: QtBot, hers: Desk, house: House,
                                                                   mine: bool) -> None:
    part = house.part("details")
    assert isinstance(part, DetailsPart)
    settings.change(hers, replace(hers.settings, address="五四大街1号"))
    field = part.form.field("address")
    write(qtbot, field, "昆仑路12号")  # type: ignore[arg-type]
    house.leave()
    asked = panel(field)
    assert "周管理" in said(asked) and "五四大街1号" in said(asked) and "昆仑路12号" in said(asked)
    house.click(asked.mine if mine else asked.theirs)
    wanted = "昆仑路12号" if mine else "五四大街1号"
    assert (house.desk.settings.address, field.typed()) == (wanted, wanted)


@pytest.mark.parametrize("mine", [True, False])
def test_a_figure_that_both_corrected_is_decided_on_the_page(qtbot: QtBot, hers: Desk, house: House,
                                                             mine: bool) -> None:
    part = house.part("figures")
    assert isinstance(part, FiguresPart)
    fill(qtbot, house, part)
    house.click(part.sheet.save)
    theirs = [replace(one, amount=yuan("1900")) for one in statutes.own_figures(house.desk)]
    statutes.keep_figures(hers, theirs, statutes.own_figures(house.desk))
    part.table.choose_row(0)
    house.click(part.change)
    write(qtbot, part.sheet.amount, "1980")
    house.click(part.sheet.save)
    asked = panel(part)
    assert "周管理" in said(asked) and "1,900.00" in said(asked) and "1,980.00" in said(asked)
    house.click(asked.mine if mine else asked.theirs)
    assert [one.amount for one in statutes.own_figures(house.desk)] == [yuan("1980" if mine else "1900")]


def test_roles_that_both_changed_are_decided_on_the_card(hers: Desk, house: House) -> None:
    colleague(house.desk, "wang", "王调解", Role.MEDIATOR)
    part = house.part("accounts")
    assert isinstance(part, AccountsPart)
    part.choose("wang")
    seen = account(house.desk, "wang")
    accounts.change(hers, seen.id, seen.name, frozenset({Role.SUPERVISOR}), seen)
    tick(house, part.card.roles.ticks[Role.ADMINISTRATOR])
    house.click(part.card.asking.go)
    asked = panel(part)
    assert "周管理" in said(asked) and account(house.desk, "wang").roles == frozenset({Role.SUPERVISOR})
    house.click(asked.mine)
    assert account(house.desk, "wang").roles == frozenset({Role.MEDIATOR, Role.ADMINISTRATOR})


def test_a_colleagues_name_can_stay(qtbot: QtBot, hers: Desk, house: House) -> None:
    colleague(house.desk, "wang", "王调解", Role.MEDIATOR)
    part = house.part("accounts")
    assert isinstance(part, AccountsPart)
    part.choose("wang")
    seen = account(house.desk, "wang")
    accounts.change(hers, seen.id, "王敏", seen.roles, seen)
    write(qtbot, part.card.name, "王民")
    house.leave()
    asked = panel(part.card.name)
    assert "王敏" in said(asked) and "王民" in said(asked)
    house.click(asked.theirs)
    assert account(house.desk, "wang").name == "王敏" and part.card.name.typed() == "王敏"
