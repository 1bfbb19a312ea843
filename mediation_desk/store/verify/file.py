"""The pages of an embedded store's file."""

from __future__ import annotations

from typing import Any

from mediation_desk.store.store import Store


def is_sound(store: Store) -> bool:
    """Whether every page that holds something can be read, and the trees of pages are in order.

    Reading a page checks its authentication code. The pages are read through SQLite, write-ahead log
    included: the file by itself is only half of the store while others write (which is why SQLCipher's
    own check of the file is not asked), and on a connection of its own, for a pooled one may still hold
    what it cached of the search index before others wrote. Unused pages hold nothing and are not read.
    """
    made = store.place.connect(store.opened.store_key)
    try:
        connection = made.raw_connection()
        try:
            here: Any = connection.driver_connection
            here.execute("BEGIN")
            return bool(here.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)])
        finally:
            connection.close()
    except made.dialect.loaded_dbapi.Error:
        return False
    finally:
        made.dispose()
