"""The ways into the house: what can be a place, what is remembered of it, and what is refused there."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services.entry import doors
from mediation_desk.services.entry.doors import Whereabouts
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.library import Library
from mediation_desk.store.vault.vault import WrongPassword
from tests.offices import CHEAP, PASSWORD, Clock

ANSWERS = {"name": " 西宁市城中区劳动争议调解工作室 ", "seal_name": "西宁市城中区劳动人事争议调解中心 ",
           "region": "630100", "number_pattern": "宁中劳调〔2024〕0001号", "language": "zh_CN",
           "login": "chen", "person": "陈守信", "password": PASSWORD, "password_again": PASSWORD}


@pytest.fixture
def around(tmp_path: Path, library_shelf: Library) -> doors.Around:
    made = Surroundings(Clock(), ZoneInfo("Asia/Shanghai"), tmp_path / "notes", library_shelf, CHEAP)
    return lambda: made


@pytest.mark.parametrize("server", [
    "postgresql://desk@server/office", "postgres://server/office", "postgresql://desk@[::1]:5433/office",
    "postgresql://desk:word@server/办公室?sslmode=require"])
def test_an_address_of_a_server_is_taken_as_it_stands(server: str) -> None:
    where = Whereabouts(server=server)
    assert where.checked() is where


@pytest.mark.parametrize("server", [
    "server", "mysql://desk@server/office", "postgresql://desk@server", "postgresql://desk@server/",
    "postgresql:///office", "postgresql://desk@server:port/office", "postgresql://desk@server:0/office",
    "postgresql://[server/office", "postgresql://desk@server:99999/office"])
def test_what_is_no_address_is_refused_beside_the_place(server: str) -> None:
    with pytest.raises(DeskError, match="postgresql://desk@server/office") as told:
        Whereabouts(server=server).checked()
    assert told.value.field == "place"


@pytest.mark.parametrize("folder", ["", "   ", "office", "./office", "~niemand-hier/office"])
def test_a_folder_is_named_from_its_root_on(folder: str) -> None:
    with pytest.raises(DeskError, match="whole folder") as told:
        Whereabouts(folder=folder).checked()
    assert told.value.field == "place"


def test_a_folder_in_ones_home_is_named_with_a_tilde(home: Path) -> None:
    assert Whereabouts(folder=" ~/调解 ").path == home / "调解"


@pytest.mark.parametrize("words", ["/srv/调解/office", "postgresql://desk@server/office?sslmode=require"])
def test_a_place_is_found_again_by_what_was_remembered(words: str) -> None:
    assert Whereabouts.read(words).words == words
    assert bool(Whereabouts.read(words).server) == ("://" in words)


@pytest.mark.parametrize("server", ["postgresql://desk:geheim-27@server/office",
                                    "postgresql://desk@server/office?password=geheim-27"])
def test_a_password_written_into_the_address_is_not_remembered(server: str) -> None:
    where = Whereabouts(server=server, password="geheim-28")
    assert where.words == "postgresql://desk@server/office"


def test_an_office_is_known_by_its_key_file_or_the_copy_of_it(tmp_path: Path) -> None:
    for name in ("office.vault", "office.vault.copy"):
        folder = tmp_path / name.replace(".", "-")
        folder.mkdir()
        assert not doors.office_in(folder)
        (folder / name).touch()
        assert doors.office_in(folder)
        with pytest.raises(DeskError, match="already is an office"):
            doors.check_free(Whereabouts(folder=str(folder)))
    assert not doors.office_in(tmp_path / "nowhere") and not doors.office_in(Path("/a\0b"))
    doors.check_free(Whereabouts(folder=str(tmp_path / "new")))


def test_an_office_is_set_up_and_entered_again(tmp_path: Path, around: doors.Around) -> None:
    where = Whereabouts(folder=str(tmp_path / "office"))
    made = doors.found(where, ANSWERS, around)
    assert made.settings.name == ANSWERS["name"].strip() and made.who.name == "陈守信"
    made.store.close()
    again = doors.sign_in(where, "chen", PASSWORD, around)
    assert again.settings == made.settings and again.who.account_id == made.who.account_id
    again.store.close()
    with pytest.raises(DeskError, match="already is an office"):
        doors.found(where, ANSWERS, around)


def test_two_passwords_that_differ_make_no_office(tmp_path: Path, around: doors.Around) -> None:
    with pytest.raises(DeskError) as told:
        doors.found(Whereabouts(folder=str(tmp_path / "office")),
                    {**ANSWERS, "password_again": PASSWORD + " "}, around)
    assert told.value.field == "password_again" and not (tmp_path / "office").exists()


def test_a_folder_without_an_office_is_not_turned_into_one(tmp_path: Path, around: doors.Around) -> None:
    with pytest.raises(DeskError, match="no office in this folder") as told:
        doors.sign_in(Whereabouts(folder=str(tmp_path / "empty")), "chen", PASSWORD, around)
    assert told.value.field == "place" and not (tmp_path / "empty").exists()


def test_wrong_passwords_make_the_place_wait(tmp_path: Path, around: doors.Around) -> None:
    where, elsewhere = (Whereabouts(folder=str(tmp_path / name)) for name in ("office", "other"))
    doors.found(where, ANSWERS, around).store.close()
    assert doors.pause_left(where, around) == 0
    while not doors.pause_left(where, around):
        with pytest.raises(WrongPassword):
            doors.sign_in(where, "chen", "falsch geraten 11", around)
    with pytest.raises(DeskError) as told:
        doors.sign_in(where, "chen", PASSWORD, around)
    assert not isinstance(told.value, WrongPassword), "even the right one waits"
    assert doors.pause_left(elsewhere, around) == 0


def test_a_server_that_is_not_there_is_told_and_nothing_is_made(around: doors.Around) -> None:
    nobody = Whereabouts(server="postgresql://desk@127.0.0.1:1/office?connect_timeout=2")
    with pytest.raises(DeskError, match="nothing was changed"):
        doors.sign_in(nobody, "chen", PASSWORD, around)


def test_one_program_at_a_time_holds_a_folder(tmp_path: Path) -> None:
    first, second = doors.instance(tmp_path), doors.instance(tmp_path)
    assert first.take() and not second.take()
    first.release()
    assert second.take()
    second.release()
    assert doors.call_name(tmp_path) == doors.call_name(tmp_path) != doors.call_name(tmp_path / "other")
