"""The store key renewed at the office page: offered when somebody left, done with one's own password."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.accounts import Role
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.office.accounts import AccountsPart
from mediation_desk.gui.pages.office.safety import SafetyPart
from mediation_desk.gui.pages.office.sheets import SheetsPart
from mediation_desk.gui.pages.office.store_key import why
from mediation_desk.services.desk import Desk, KeyRenewed
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.office import accounts
from mediation_desk.services.upkeep import store_key, upkeep
from mediation_desk.services.upkeep.store_key import Left
from mediation_desk.store.vault.vault import WrongPassword
from tests.gui.desks import PASSWORD
from tests.gui.pages.office.hands import LENT, House, colleague, other_desk


def key_of(house: House) -> bytes:
    return bytes(house.desk.store.opened.store_key)


def typed(house: House, safety: SafetyPart, password: str) -> None:
    safety.key.password.set_typed(password)
    house.click(safety.key.renew)


def test_whoever_disables_a_colleague_is_offered_another_key_and_led_to_it(
    house: House, people: AccountsPart, around: Surroundings
) -> None:
    assert people.offer.isHidden()
    people.choose("wang")
    house.click(people.card.disable)
    assert people.offer.isVisible()
    why_so = "王调解 was disabled on 2024-11-25.\nWhoever kept the store key"
    assert people.offer.words.text().startswith(why_so)
    accounts.new_recovery_code(house.desk)
    former = key_of(house)
    house.click(people.offer.go)
    safety = house.page.parts["safety"]
    assert isinstance(safety, SafetyPart) and house.page.key == "safety"
    assert safety.key.card.isVisible() and safety.key.reasons.text() == people.offer.words.text()
    typed(house, safety, PASSWORD)
    assert safety.key.card.isHidden() and safety.key.reasons.isHidden()
    assert "The store key is renewed" in safety.key.verdict.words.text()
    assert key_of(house) != former and upkeep.prove(house.desk) == []
    with pytest.raises(WrongPassword):
        other_desk(house.desk, "wang", around, "x" + LENT)
    house.click(safety.key.verdict.action)
    assert house.page.key == "sheets"
    sheets = house.page.parts["sheets"]
    assert isinstance(sheets, SheetsPart) and sheets.standing.state.text == "No recovery sheet yet"
    house.click(house.page.buttons["accounts"])
    assert people.offer.isHidden()


def test_a_reset_password_is_a_reason_too(house: House, people: AccountsPart) -> None:
    people.choose("wang")
    house.click(people.card.reset)
    house.click(people.card.asking.go)
    assert people.offer.words.text().startswith("The password of 王调解 was reset on 2024-11-25.")


def test_a_wrong_password_is_said_beside_its_field_and_changes_nothing(house: House,
                                                                       safety: SafetyPart) -> None:
    former = key_of(house)
    house.click(safety.key.open)
    assert safety.key.card.isVisible()
    typed(house, safety, "x" + PASSWORD)
    assert "not right" in safety.key.password.error() and safety.key.card.isVisible()
    assert key_of(house) == former
    QTest.keyClick(house.frame, Qt.Key.Key_Escape)
    house.settle()
    assert safety.key.card.isHidden() and safety.key.password.value() == ""


def test_it_is_stopped_while_it_is_at_it(house: House, safety: SafetyPart) -> None:
    former, saved = key_of(house), threading.Event()
    house.click(safety.key.open)
    safety.key.password.set_typed(PASSWORD)
    house.tasks.run(saved.wait)  # an earlier save, which it comes behind
    safety.key.renew.click()
    assert safety.key.work.isVisible() and not safety.key.renew.isEnabled()
    safety.key.work.stop.click()
    saved.set()
    house.settle()
    assert "Stopped. Nothing was changed." in safety.key.verdict.words.text()
    assert key_of(house) == former and safety.key.renew.isEnabled()


def test_who_is_no_administrator_sees_nothing_of_it(qtbot: QtBot, desk: Desk, around: Surroundings,
                                                    tasks: Tasks, memory: Memory) -> None:
    colleague(desk, "wang", "王调解", Role.MEDIATOR)
    house = House(qtbot, other_desk(desk, "wang", around), tasks, memory)
    safety = house.part("safety")
    assert isinstance(safety, SafetyPart)
    assert not safety.key.isVisible() and "store key" not in safety.help_text()
    house.desk.store.close()


@pytest.mark.parametrize(("left", "words", "leads_to"), [
    (Left.FINISHED, "it is finished now", "sheets"), (Left.TAKEN_BACK, "nothing was changed", "safety")])
def test_what_was_done_about_an_interrupted_renewal_is_said(house: House, left: Left, words: str,
                                                            leads_to: str) -> None:
    house.frame.tell_of_renewal(left)
    house.settle()
    assert words in house.said
    house.click(house.page.bar.action)
    assert house.page.key == leads_to


def test_a_desk_whose_key_was_renewed_elsewhere_asks_to_sign_in_again(house: House, qtbot: QtBot) -> None:
    def refused(_desk: Desk) -> None:
        raise KeyRenewed

    house.tasks.read(refused, house.desk, failed=lambda _error: None)
    house.settle()
    assert "renewed by somebody else" in house.said
    with qtbot.waitSignal(house.frame.sign_in_wanted):
        house.click(house.page.bar.action)


def test_the_reasons_are_told_in_one_line_each_and_the_rest_counted(house: House) -> None:
    for number in range(5):
        colleague(house.desk, f"one{number}", f"第{number}人", Role.MEDIATOR)
    for one in accounts.everybody(house.desk):
        if one.login.startswith("one"):
            accounts.disable(house.desk, one.id)
    words = why(store_key.reasons(house.desk), house.desk.zone)
    assert words.count("was disabled on") == 3 and "and 2 more" in words
