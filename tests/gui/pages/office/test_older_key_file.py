"""An older key file that was put back: told calmly, and kept for good by an administrator alone."""

from __future__ import annotations

from mediation_desk.gui.pages.office.safety import SafetyPart
from mediation_desk.services.office import accounts
from mediation_desk.services.upkeep import upkeep
from tests.gui.pages.office.hands import House


def test_an_older_key_file_is_shown_with_what_it_means_and_kept_for_good(house: House,
                                                                         safety: SafetyPart) -> None:
    assert safety.older.isHidden()
    vaults = house.desk.store.place.vault
    older = vaults.read()
    accounts.new_recovery_code(house.desk)
    vaults.write(older)
    safety.shown()
    house.settle()
    assert safety.older.isVisible() and safety.older.keep.isVisible()
    house.click(safety.older.keep)
    assert safety.older.isHidden() and "counts from now on" in house.said
    assert upkeep.prove(house.desk) == []
    safety.shown()
    house.settle()
    assert safety.older.isHidden()


def test_the_desk_says_calmly_that_an_older_key_file_was_put_back(house: House) -> None:
    house.frame.tell_of_older_vault()
    house.settle()
    assert "your own sign-in is the present one" in house.said
    house.click(house.page.bar.action)
    assert house.page.key == "safety"
