"""A store that cannot be read is told in words before anybody works with it; a place's trouble is another."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from mediation_desk.store.engines import embedded, shared
from mediation_desk.store.engines.readable import StoreUnreadable, check_readable
from mediation_desk.store.store import DATABASE
from tests.offices import Office
from tests.postgres import PostgresServer


def refused(engine: Engine) -> None:
    try:
        with pytest.raises(StoreUnreadable):
            check_readable(engine)
    finally:
        engine.dispose()


def test_a_sound_store_is_read(office: Office) -> None:
    check_readable(office.first.store.engine)


def test_a_wrong_key_opens_nothing(founded_folder: Path) -> None:
    refused(embedded.engine_on(founded_folder / DATABASE, lambda: bytes(32)))


def test_a_file_that_is_no_store(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"no store" * 1000)
    refused(embedded.engine_on(tmp_path / DATABASE, lambda: bytes(32)))


def test_a_database_that_is_not_there(postgres_server: PostgresServer) -> None:
    refused(shared.engine_to(postgres_server.url("nowhere")))


def test_a_folder_that_is_not_there_is_the_places_trouble(tmp_path: Path) -> None:
    engine = embedded.engine_on(tmp_path / "nowhere" / DATABASE, lambda: bytes(32))
    with pytest.raises(OperationalError, match="unable to open"):
        check_readable(engine)
