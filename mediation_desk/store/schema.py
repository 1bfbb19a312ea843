"""Brings a store's tables to this program's version, and refuses a newer store politely."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.engines.alone import alone
from mediation_desk.store.engines.database import Waiting
from mediation_desk.store.engines.kinds import database_of

NEWEST = "0019"
KNOWN: tuple[str, ...] = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010",
                          "0011", "0012", "0013", "0014", "0015", "0016", "0017", "0018", "0019")
SCRIPTS = Path(__file__).parent / "migrations"


class StoreTooNew(DeskError):
    """The store was last opened by a newer program."""


def revision(connection: Connection) -> str | None:
    """The store's schema revision; None for an empty store."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def bring_up_to_date(engine: Engine, journal_key: bytes, before: Callable[[], None] | None = None,
                     waiting: Waiting | None = None) -> None:
    """Run what migrations are missing, in one transaction: all of them or none.

    ``journal_key`` stamps what they write into the journal. ``before`` is called first when there is
    something in the store to lose (it makes the copy). Of several desks that come at once one does it;
    the others call ``waiting`` and find it done.
    """
    with engine.connect().execution_options(reading=True) as connection:
        if _is_newest(connection):
            return
    with alone(engine, waiting) as connection:
        if _is_newest(connection):  # another desk did it meanwhile
            return
        if before is not None and revision(connection) is not None:
            before()
        upgrade(connection, journal_key)


def _is_newest(connection: Connection) -> bool:
    """Whether nothing is missing; a store that a newer program has opened is refused."""
    current = revision(connection)
    if current is not None and current not in KNOWN:
        raise StoreTooNew(N_("This store was last opened by a newer version of the program. Install "
                             "that version; nothing was changed."))
    return current == NEWEST


def upgrade(connection: Connection, journal_key: bytes, to: str = "head") -> None:
    """Run the missing migrations up to that revision, inside the caller's transaction."""
    from alembic import command
    from alembic.config import Config

    database_of(connection).check_references(connection)
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    config.attributes["journal_key"] = journal_key
    command.upgrade(config, to)
