"""The vault beside the file or on the server: written whole, changed one after the other, told in words."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace
from sqlalchemy import create_engine, text

from mediation_desk.domain.words import DeskError
from mediation_desk.store.vault.document import Vault
from mediation_desk.store.vault.file import VaultMissing
from mediation_desk.store.vault.place import VaultBesideFile, VaultInTable, VaultPlace
from tests.store.doors import founded, two_accounts


@dataclass
class Spot:
    """A place for a vault, and the same place as another program finds it."""

    here: VaultPlace
    there: VaultPlace


@pytest.fixture(params=["embedded", "shared"])
def spot(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Spot]:
    if request.param == "embedded":
        file = tmp_path / "office.vault"
        yield Spot(VaultBesideFile(file), VaultBesideFile(file))
        return
    engines = [create_engine(request.getfixturevalue("postgres_url")) for _ in range(2)]
    yield Spot(VaultInTable(engines[0]), VaultInTable(engines[1]))
    for engine in engines:
        engine.dispose()


def test_where_no_office_is_there_is_no_vault(spot: Spot) -> None:
    with pytest.raises(VaultMissing):
        spot.here.read()


def test_what_was_written_is_read_by_everybody_and_whole(spot: Spot) -> None:
    vault, _opened = two_accounts()
    spot.here.write(vault)
    assert spot.there.read() == vault == spot.here.read() and spot.here.is_sound()


def test_a_wholly_new_vault_leaves_nothing_of_the_old_one(spot: Spot) -> None:
    first, second = founded()[0], two_accounts()[0]
    spot.here.write(first)
    spot.here.write(second)
    assert spot.there.read() == second and spot.there.is_sound()


def test_a_change_is_of_what_stands_now_and_is_handed_back(spot: Spot) -> None:
    spot.here.write(founded()[0])
    seen: list[Vault] = []

    def change(vault: Vault) -> Vault:
        seen.append(vault)
        return replace(vault, entries=())

    made = spot.there.change(change)
    assert len(seen) == 1 and seen[0].entries and made.entries == ()
    assert spot.here.read() == made


def test_a_change_that_fails_changes_nothing(spot: Spot) -> None:
    vault = founded()[0]
    spot.here.write(vault)

    def refuse(_vault: Vault) -> Vault:
        raise DeskError("No.")

    with pytest.raises(DeskError, match="No"):
        spot.here.change(refuse)
    assert spot.there.read() == vault and spot.there.is_sound()


def test_two_administrators_at_once_lose_nothing_of_each_other(postgres_url: str) -> None:
    """The second waits for the first, then changes what the first left."""
    engines = [create_engine(postgres_url) for _ in range(2)]
    here, there = map(VaultInTable, engines)
    here.write(founded()[0])
    inside, go = threading.Event(), threading.Event()

    def marked(vault: Vault, number: int) -> Vault:
        more = replace(vault.entries[0], account_id=UUID(int=number))
        return replace(vault, entries=(*vault.entries, more))

    def slow(vault: Vault) -> Vault:
        inside.set()
        assert go.wait(10)
        return marked(vault, 100)

    first = threading.Thread(target=here.change, args=(slow,))
    second = threading.Thread(target=there.change, args=(lambda vault: marked(vault, 200),))
    first.start()
    assert inside.wait(10)
    second.start()
    second.join(0.2)
    assert second.is_alive(), "it waits"
    go.set()
    first.join(10)
    second.join(10)
    assert [entry.account_id.int for entry in here.read().entries][1:] == [100, 200]
    for engine in engines:
        engine.dispose()


def test_a_second_row_on_the_server_is_no_sound_vault(postgres_url: str) -> None:
    engine = create_engine(postgres_url)
    place = VaultInTable(engine)
    place.write(founded()[0])
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO vault (content) SELECT content FROM vault"))
    assert not place.is_sound()
    engine.dispose()


def test_an_emptied_table_is_no_vault(postgres_url: str) -> None:
    engine = create_engine(postgres_url)
    place = VaultInTable(engine)
    place.write(founded()[0])
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM vault"))
    with pytest.raises(VaultMissing):
        place.read()
    engine.dispose()


def test_a_server_that_does_not_answer_is_told_beside_it() -> None:
    engine = create_engine("postgresql+psycopg://desk@127.0.0.1:1/office?connect_timeout=2")
    place = VaultInTable(engine)
    for ask in (place.read, place.is_sound, lambda: place.write(founded()[0])):
        with pytest.raises(DeskError, match="nothing was changed") as told:
            ask()
        assert told.value.field == "server"
    engine.dispose()
