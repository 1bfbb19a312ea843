"""Looking into a backup, and making a store of it beside the present one."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from mediation_desk.gui.pages.office.safety import SafetyPart
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.store.store import in_folder
from tests.gui import desks
from tests.gui.desks import write
from tests.gui.pages.office.hands import House


def test_a_backup_is_looked_into_and_restored_beside_the_store(
        qtbot: QtBot, house: House, safety: SafetyPart, around: Surroundings, tmp_path: Path) -> None:
    house.click(safety.back_up)
    safety.table.choose_row(0)
    house.click(safety.open)
    card = safety.restoring
    write(qtbot, card.password, "wrong one")
    house.click(card.look)
    assert card.password.error() and not card.inside.isVisible()
    write(qtbot, card.password, desks.PASSWORD)
    house.click(card.look)
    assert "Made by 李调解: 0 cases" in card.inside.text()
    write(qtbot, card.folder, str(house.desk.store.place.folder))
    house.click(card.restore)
    assert "is ever written over" in card.folder.error()
    write(qtbot, card.folder, str(tmp_path / "restored"))
    house.click(card.restore)
    assert "Restored into" in house.said and card.isHidden()
    again = sign_in.sign_in(in_folder(tmp_path / "restored"), desks.LOGIN, desks.PASSWORD, around)
    assert again.settings.name == desks.OFFICE.name
    again.store.close()
