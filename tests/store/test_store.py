"""Where a store lives, how it is founded, opened and let go of; nothing found there is thrown away."""

from __future__ import annotations

import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.words import DeskError
from mediation_desk.store import store as stores
from mediation_desk.store.store import DATABASE, VAULT, Place, Store
from mediation_desk.store.vault.file import VaultMissing
from mediation_desk.store.vault.keys import Locked
from mediation_desk.store.vault.vault import WrongPassword
from mediation_desk.store.work.work import Actor
from tests.offices import CHEAP, PASSWORD

WHO, STORE = UUID(int=1), UUID(int=2)
NOW = datetime(2025, 1, 20, 1, tzinfo=UTC)


@pytest.fixture(params=["embedded", "shared"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """A place where there is no office yet, on each engine."""
    if request.param == "embedded":
        return stores.in_folder(tmp_path / "office")
    return stores.on_server(request.getfixturevalue("postgres_url"))


def founded(place: Place, login: str = "chen") -> Store:
    return stores.found(place, login, PASSWORD, account_id=WHO, store_id=STORE, cost=CHEAP)


def actor(verb: str = "test") -> Actor:
    return Actor(account_id=WHO, verb=verb, now=NOW)


def set_to(store: Store, value: str) -> None:
    with store.work(actor(), WorkCalendar()) as work:
        work.settings.write({"office.name": value})
        work.commit()


def name_in(store: Store) -> object:
    with store.work(actor("read"), WorkCalendar(), reading=True) as work:
        return work.settings.read().get("office.name")


def test_what_was_founded_is_opened_with_the_same_keys(place: Place) -> None:
    assert not place.exists()
    made = founded(place)
    set_to(made, "城中区")
    store_key, journal_key = made.opened.store_key, made.journal_key
    made.close()
    assert place.exists()
    again = stores.open_store(place, " CHEN ", PASSWORD)
    assert again.opened.store_key == store_key and again.journal_key == journal_key
    assert name_in(again) == "城中区"
    again.close()


def test_a_closed_store_holds_no_key_and_is_asked_in_vain(place: Place) -> None:
    store = founded(place)
    store.close()
    assert repr(store.opened) == f"<opened by {store.opened.account_id}>"
    asks: list[Callable[[], object]] = [
        lambda: store.opened.store_key, lambda: store.opened.private_key, lambda: store.journal_key,
        lambda: name_in(store)]
    for ask in asks:
        with pytest.raises(Locked):
            ask()


def test_a_second_office_is_not_founded_over_the_first(place: Place) -> None:
    made = founded(place)
    set_to(made, "城中区")
    with pytest.raises(DeskError, match="already is an office") as told:
        founded(place, "wang")
    assert told.value.field == "place" and name_in(made) == "城中区"
    made.close()
    with pytest.raises(WrongPassword):
        stores.open_store(place, "wang", PASSWORD)
    place.close()


def test_without_an_office_there_is_nothing_to_open(place: Place) -> None:
    with pytest.raises(VaultMissing):
        stores.open_store(place, "chen", PASSWORD)
    assert place.folder is None or not place.folder.exists()
    place.close()


def test_a_unit_of_work_that_was_not_committed_leaves_nothing(place: Place) -> None:
    made = founded(place)
    with made.work(actor(), WorkCalendar()) as work:
        work.settings.write({"office.name": "城东区"})
    with pytest.raises(ZeroDivisionError), made.work(actor(), WorkCalendar()) as work:
        work.settings.write({"office.name": "城西区"})
        raise ZeroDivisionError
    assert name_in(made) is None
    made.close()


def test_all_that_one_reader_reads_is_of_one_moment(place: Place) -> None:
    """A colleague saves in between: the reader goes on reading what stood when it began."""
    made = founded(place)
    set_to(made, "前")
    with made.work(actor("read"), WorkCalendar(), reading=True) as work:
        first = work.settings.read()["office.name"]
        set_to(made, "后")
        again = text("SELECT value FROM settings WHERE name = 'office.name'")
        second = work.connection.execute(again).scalar()
    assert first == "前" and "前" in str(second)
    assert name_in(made) == "后"
    made.close()


def test_the_store_of_a_folder_is_encrypted_and_its_owners_alone(tmp_path: Path) -> None:
    made = founded(stores.in_folder(tmp_path / "a" / "office"))
    set_to(made, "西宁市城中区劳动争议调解工作室")
    made.close()
    folder = tmp_path / "a" / "office"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    content = (folder / DATABASE).read_bytes()
    assert not content.startswith(b"SQLite") and "劳动争议".encode() not in content
    assert (folder / VAULT).is_file()


def test_a_store_whose_key_is_lost_is_set_aside_and_never_deleted(tmp_path: Path) -> None:
    folder = tmp_path / "office"
    folder.mkdir()
    for number in (1, 2):
        (folder / DATABASE).write_bytes(f"lost {number}".encode())
        founded(stores.in_folder(folder)).close()
        for file in folder.glob(f"{VAULT}*"):
            file.unlink()
        (folder / DATABASE).unlink()
    kept = {file.name: file.read_bytes() for file in folder.glob(f"{DATABASE}.without-key-*")}
    assert kept == {f"{DATABASE}.without-key-{number}": f"lost {number}".encode() for number in (1, 2)}


def test_a_file_that_is_no_store_is_told_in_words(tmp_path: Path) -> None:
    folder = tmp_path / "office"
    founded(stores.in_folder(folder)).close()
    (folder / DATABASE).write_bytes(b"no store at all" * 1000)
    for file in folder.glob(f"{DATABASE}-*"):
        file.unlink()
    with pytest.raises(DeskError, match="cannot be read"):
        stores.open_store(stores.in_folder(folder), "chen", PASSWORD)
    assert (folder / DATABASE).read_bytes() == b"no store at all" * 1000
