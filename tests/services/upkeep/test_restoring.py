"""A backup is restored beside the store that is, by an administrator, and over nothing that is there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
from mediation_desk.services.entry import sign_in
from mediation_desk.services.intake import registering
from mediation_desk.services.office import accounts
from mediation_desk.services.upkeep import upkeep
from mediation_desk.services.upkeep.restoring import restore_beside
from mediation_desk.store.pace import Stopped
from mediation_desk.store.store import in_folder
from mediation_desk.store.vault.vault import WrongPassword
from tests.offices import PASSWORD, Office

LENT = "黄河之水天上来 88"


@pytest.fixture
def made(office: Office, tmp_path: Path) -> Path:
    """A backup of an office with one case."""
    registering.register(office.first, registering.IntakeDraft(date(2024, 11, 25), parties=[]))
    return upkeep.back_up(office.first, tmp_path / "stick").path


def test_the_restored_office_stands_beside_the_present_one(office: Office, made: Path,
                                                           tmp_path: Path) -> None:
    registering.register(office.first, registering.IntakeDraft(date(2025, 1, 6), parties=[]))
    folder = restore_beside(office.first, made, "chen", PASSWORD, f" {tmp_path / 'again'} ")
    assert folder == tmp_path / "again"
    again = sign_in.sign_in(in_folder(folder), "chen", PASSWORD, office.around)
    office.opened.append(again)
    numbers = ["宁中劳调〔2024〕0001号"]
    assert [row.number for row in reading.find(again, "宁中劳调")] == numbers
    assert len(reading.find(office.first, "宁中劳调")) == 2
    assert upkeep.prove(again) == [] == upkeep.prove(office.first)


def test_what_is_there_is_never_written_over(office: Office, made: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for name in ("full", "file", "file/inside"):
        with pytest.raises(DeskError) as told:
            restore_beside(office.first, made, "chen", PASSWORD, str(tmp_path / name))
        assert told.value.field == "folder"
    assert (tmp_path / "full" / "notes.txt").read_text() == (tmp_path / "file").read_text() == "mine"
    assert [one.name for one in (tmp_path / "full").iterdir()] == ["notes.txt"]


def test_a_folder_that_is_not_whole_is_said_beside_it(office: Office, made: Path) -> None:
    for folder in ("", "again", "~niemand-hier/again"):
        with pytest.raises(DeskError, match="whole folder") as told:
            restore_beside(office.first, made, "chen", PASSWORD, folder)
        assert told.value.field == "folder"


def test_a_wrong_password_makes_no_folder(office: Office, made: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongPassword):
        restore_beside(office.first, made, "chen", PASSWORD + "!", str(tmp_path / "again"))
    assert not (tmp_path / "again").exists()


def test_only_an_administrator_restores(office: Office, made: Path, tmp_path: Path) -> None:
    accounts.add(office.first, accounts.AccountDraft("wang", "王海燕", frozenset({Role.SUPERVISOR}), LENT))
    with pytest.raises(NotAllowed):
        restore_beside(office.desk("wang", LENT), made, "chen", PASSWORD, str(tmp_path / "again"))
    assert not (tmp_path / "again").exists()


def test_who_stops_it_finds_no_half_office(office: Office, made: Path, tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        restore_beside(office.first, made, "chen", PASSWORD, str(tmp_path / "again"), cancelled=lambda: True)
    with pytest.raises(DeskError):
        sign_in.sign_in(in_folder(tmp_path / "again"), "chen", PASSWORD, office.around)
    folder = restore_beside(office.first, made, "chen", PASSWORD, str(tmp_path / "again"))
    assert folder.is_dir(), "and may begin again in the same place"
