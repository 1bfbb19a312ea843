"""A referral is sealed from its page: for the office's key, or behind a passphrase that stays in sight."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.referral.referrals import HandOff
from mediation_desk.gui.case.referral.page import ReferralPage
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.referral import incoming
from tests.gui.case.referral.hands import page_of
from tests.gui.case.rooms import Room
from tests.services.referral.conftest import between, founded_exchange
from tests.services.referral.exchange import Exchange

__all__ = ["between", "founded_exchange"]


@pytest.fixture
def here(between: Exchange, tasks: Tasks, memory: Memory) -> Iterator[Room]:
    """The case of the office that refers, open in its window."""
    room = Room(between.desk, tasks, memory, between.case_id)
    yield room
    room.settle()
    room.frame.close()
    room.settle()
    room.frame.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def sealing(room: Room, folder: Path) -> ReferralPage:
    page = page_of(room)
    room.click(page.acts.seal)
    page.sealing.folder.set_typed(str(folder))
    return page


def test_what_will_be_in_it_is_shown_and_one_press_seals_it_for_the_office(here: Room, between: Exchange
                                                                          ) -> None:
    page = sealing(here, between.folder)
    card = page.sealing
    assert card.facts.told["Receiving office"] == "城中区社会保险经办中心"
    assert card.facts.told["Evidence"] == "流水.png" and "湟水配送有限公司" in card.facts.told["Parties"]
    assert card.way.value() == "key" and not card.passphrase.isVisible()
    assert card.file.typed().endswith(".mdpackage")
    here.click(card.go)
    (path,) = between.folder.glob("*.mdpackage")
    assert card.over.path.text() == str(path) and not card.over.passphrase.isVisible()
    assert between.referral.manner is HandOff.PACKAGE
    here.click(card.over.done)
    assert card.isHidden() and page.acts.seal.isVisible()  # its stick may be lost
    assert incoming.look(between.other, path).number == here.case.number


def test_behind_a_passphrase_it_stays_in_sight_until_it_was_told(here: Room, between: Exchange) -> None:
    page = sealing(here, between.folder)
    card = page.sealing
    here.click(card.way.buttons[1])
    made = card.passphrase.typed()
    assert card.passphrase.isVisible() and len(made.split()) == 5
    here.click(card.another)
    assert card.passphrase.typed() != made
    card.folder.set_typed(str(between.folder))
    here.click(card.go)
    told = card.over.passphrase.text()
    assert card.over.isVisible() and len(told.split()) == 5
    (path,) = between.folder.glob("*.mdpackage")
    assert incoming.look(between.other, path, told).number == here.case.number
    here.click(card.over.done)
    assert card.over.passphrase.text() == "" and card.isHidden()


def test_what_is_wrong_is_said_beside_its_field(here: Room, between: Exchange) -> None:
    page = sealing(here, between.folder / "none")
    card = page.sealing
    here.click(card.go)
    assert card.folder.error() and between.referral.package_id is None
    card.folder.set_typed(str(between.folder))
    here.click(card.way.buttons[1])
    here.type(card.passphrase, "12345")
    here.click(card.go)
    assert card.passphrase.error() and not list(between.folder.glob("*.mdpackage"))
    here.click(card.cancel)
    assert card.isHidden()


def test_only_the_ticked_particulars_go_along(here: Room, between: Exchange) -> None:
    page = sealing(here, between.folder)
    card = page.sealing
    here.click(card.particulars.ticks["id_number"])
    card.facts_too.tick.click()
    told = card.wanted().chosen
    assert "id_number" not in told.particulars and "phone" in told.particulars and not told.facts
