"""Tells in words that a store cannot be read, before anybody works with it."""

from __future__ import annotations

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.engines.kinds import database_of


class StoreUnreadable(DeskError):
    """The file is no store, is damaged, or the key does not open it."""


def check_readable(engine: Engine) -> None:
    """Read one page, so that a wrong key or a damaged file is told in words."""
    try:
        with engine.connect().execution_options(reading=True) as connection:
            database_of(engine).touch(connection)
    except (DatabaseError, engine.dialect.loaded_dbapi.DatabaseError) as trouble:
        if "unable to open" in str(trouble) or "readonly" in str(trouble):
            raise  # the place is the trouble, not the store
        sentence, field = database_of(engine).hindrance(trouble)
        if sentence:
            raise StoreUnreadable(sentence, field=field) from trouble
        raise StoreUnreadable(N_("The store cannot be read. It may be damaged, the connection may be "
                                 "down, or the key file is of before the store key was renewed; nothing was "
                                 "changed.")) from trouble
