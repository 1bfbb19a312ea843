"""The tables as they are declared, in an empty database of each kind (a store's come by the migrations)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, event

from mediation_desk.store.tables import desk  # noqa: F401 - every table is known once this is read
from mediation_desk.store.tables.columns import metadata


@pytest.fixture(params=["embedded", "shared"])
def declared(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    if request.param == "embedded":
        engine = create_engine(f"sqlite:///{tmp_path / 'plain.db'}")
        event.listen(engine, "connect", _with_references)
    else:
        engine = create_engine(request.getfixturevalue("postgres_url"))
    metadata.create_all(engine)
    yield engine
    engine.dispose()


def _with_references(connection: Any, _record: object) -> None:
    """SQLite looks at references only where it is asked to."""
    connection.execute("PRAGMA foreign_keys = ON")
