"""Backups by hand, the look at the whole store, and where backups go."""

from pathlib import Path

from sqlalchemy import text

from mediation_desk.gui.pages.office.safety import SafetyPart
from mediation_desk.services.upkeep import upkeep
from tests.gui.pages.office.hands import House


def test_a_backup_is_made_by_hand_and_the_status_line_knows(house: House, safety: SafetyPart) -> None:
    assert safety.last.text() == "There is no backup yet."
    house.click(safety.back_up)
    assert safety.model.rowCount() == 1
    assert safety.last.text() == "Last backup: 2024-11-25 10:00; nothing was saved since."
    assert house.frame.status.backup.text() == "Backup of 11-25 10:00"


def test_a_whole_store_is_said_to_be_whole_and_a_broken_row_is_named(house: House,
                                                                     safety: SafetyPart) -> None:
    house.click(safety.verify)
    assert "The store is whole" in safety.verdict.words.text()
    assert safety.found.text().startswith("Mark of today")
    with house.desk.store.engine.begin() as connection:
        connection.execute(text("UPDATE accounts SET name = 'somebody else'"))
    house.click(safety.verify)
    assert safety.verdict.words.text() == "1 thing is not as it should be:"
    assert "accounts" in safety.found.text() and "25 November 2024" in safety.found.text()


def test_a_mark_that_was_noted_down_is_asked_for_again(house: House, safety: SafetyPart) -> None:
    house.click(safety.verify)
    mark = safety.found.text().split()[-1]
    for noted, words in ((mark.upper(), "The store is whole"), ("7-" + mark.partition("-")[2], "1 thing"),
                         ("", "The store is whole")):
        safety.noted.set_typed(noted)
        house.click(safety.verify)
        assert words in safety.verdict.words.text()
    safety.noted.set_typed("von gestern")
    house.click(safety.verify)
    assert "A mark looks like" in safety.noted.error()


def test_a_folder_that_a_cloud_carries_away_is_warned_of(house: House, safety: SafetyPart,
                                                         tmp_path: Path) -> None:
    folder = tmp_path / "坚果云"
    folder.mkdir()
    safety.use_folder(folder)
    house.settle()
    assert "坚果云" in safety.warning.words.text() and safety.warning.isVisible()
    assert upkeep.folder(house.desk) == folder
