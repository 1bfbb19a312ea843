"""The same growing pause at every door where a secret is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services.keys import escrow
from mediation_desk.services.office import accounts
from mediation_desk.services.upkeep import restoring, upkeep
from mediation_desk.store.vault.recovery import WrongCode
from mediation_desk.store.vault.recovery_code import Sheet, write_code
from mediation_desk.store.vault.vault import WrongPassword
from tests.offices import PASSWORD, Office
from tests.services.keys.test_sharing import accepted

FRESH = "祁连山下好牧场 8"
WRONG = "not the password"
Door = Callable[[str], object]


class Doors:
    """Every door of one office; each takes a secret, right or wrong."""

    def __init__(self, office: Office) -> None:
        self.office, self.desk = office, office.first
        self.escrow = accounts.new_escrow_code(self.desk)
        self.case_id: UUID = accepted(self.desk)
        self.recovery = accounts.new_recovery_code(self.desk)
        into = (office.place.folder or office.around.notes) / "stick"
        self.backup = upkeep.back_up(self.desk, into).path

    def sign_in(self, password: str) -> object:
        return self.office.desk("chen", password)

    def change(self, password: str) -> object:
        accounts.change_password(self.desk, password, FRESH, FRESH)
        return None

    def look(self, password: str) -> object:
        return upkeep.look_inside(self.backup, "chen", password, self.desk.pauses)

    def restore(self, password: str) -> object:
        beside = str(self.backup.parent.parent / "beside")
        return restoring.restore_beside(self.desk, self.backup, "chen", password, beside)

    def drill(self, code: str) -> object:
        if not accounts.drill(self.desk, code):
            raise WrongCode
        return None

    def restore_seal(self, code: str) -> object:
        return escrow.restore_from_escrow(self.desk, self.case_id, code)


@pytest.fixture
def doors(office: Office) -> Doors:
    return Doors(office)


DOORS = {"sign_in": (WRONG, PASSWORD, "password"), "change": (WRONG, PASSWORD, "old_password"),
         "look": (WRONG, PASSWORD, "password"), "restore": (WRONG, PASSWORD, "password"),
         "drill": (write_code(b"\x01" * 20, Sheet.RECOVERY), "recovery", "code"),
         "restore_seal": (write_code(b"\x01" * 20, Sheet.ESCROW), "escrow", "code")}


@pytest.mark.parametrize("name", DOORS)
def test_after_the_third_wrong_secret_every_door_waits_and_then_takes_the_right_one(doors: Doors,
                                                                                    name: str) -> None:
    door: Door = getattr(doors, name)
    wrong, right, field = DOORS[name]
    right = getattr(doors, right, right)
    for _ in range(3):
        with pytest.raises((WrongPassword, WrongCode)):
            door(wrong)
    with pytest.raises(DeskError, match=r"Too many wrong .* in 1 second\.") as told:
        door(right)
    assert told.value.field == field
    doors.office.clock.now += timedelta(seconds=1)
    with pytest.raises((WrongPassword, WrongCode)):
        door(wrong)
    doors.office.clock.now += timedelta(seconds=1)
    with pytest.raises(DeskError, match="Too many wrong"):
        door(right)
    doors.office.clock.now += timedelta(seconds=1)
    door(right)


def test_wrong_at_one_door_counts_at_the_others(doors: Doors) -> None:
    for door in (doors.sign_in, doors.change):
        with pytest.raises(WrongPassword):
            door(WRONG)
    with pytest.raises(WrongCode):
        doors.drill(DOORS["drill"][0])
    for other, right in ((doors.sign_in, PASSWORD), (doors.change, PASSWORD), (doors.drill, doors.recovery),
                         (doors.restore_seal, doors.escrow)):
        with pytest.raises(DeskError, match="Too many wrong"):
            other(right)


def test_another_copy_of_a_backup_begins_no_pause_anew(doors: Doors, tmp_path: Path) -> None:
    for _ in range(3):
        with pytest.raises(WrongPassword):
            doors.look(WRONG)
    doors.backup = doors.backup.rename(doors.backup.with_name(f"copy-{doors.backup.name}"))
    with pytest.raises(DeskError, match="Too many wrong passwords"):
        doors.look(PASSWORD)


def test_a_code_with_a_slip_of_the_hand_is_no_wrong_code(doors: Doors) -> None:
    for _ in range(5):
        with pytest.raises(DeskError, match="eight groups"):
            doors.drill("K7M2Q")
    doors.drill(doors.recovery)
