"""What lies below the tables: the pages of a store's file."""

from __future__ import annotations

from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.store import Store


def is_sound(store: Store) -> bool:
    """Whether all of it can be read; what a server keeps its tables in is the server's to look after."""
    return database_of(store.engine).is_sound(store.engine,
                                              lambda: store.place.connect(lambda: store.opened.store_key))
