"""The journal is told of the vault: the later one counts, and only what the store's holders told."""

from __future__ import annotations

from msgspec.structs import replace
from sqlalchemy import text

from mediation_desk.services.desk import Desk
from mediation_desk.store.vault.noted import Noted, noted_of
from mediation_desk.store.work.vault_notes import last_noted
from tests.offices import Office


def keep(desk: Desk, noted: Noted) -> None:
    with desk.work("trial") as work:
        work.settings.vault.keep(noted)
        work.commit()


def last(desk: Desk) -> Noted | None:
    with desk.reading() as work:
        return last_noted(work.connection, desk.store.journal_key)


def test_of_two_administrators_the_later_vault_counts_whoever_saves_first(office: Office) -> None:
    noted = noted_of(office.place.vault.read())
    keep(office.first, replace(noted, counter=9))
    keep(office.desk(), replace(noted, counter=8))
    assert last(office.first) == replace(noted, counter=9)
    with office.first.reading() as work:
        assert work.settings.read()["vault"]["counter"] == 9


def test_the_setting_alone_set_back_changes_nothing(office: Office) -> None:
    noted = noted_of(office.place.vault.read())
    keep(office.first, replace(noted, counter=9))
    with office.first.store.engine.begin() as connection:
        connection.execute(text("UPDATE settings SET value = 'null' WHERE name = 'vault'"))
    assert last(office.first) == replace(noted, counter=9)


def test_what_nobody_with_the_store_open_told_does_not_count(office: Office) -> None:
    with office.first.store.engine.begin() as connection:
        connection.execute(text("UPDATE journal SET changes = replace(changes, 'counter', 'courier') "
                                "WHERE row_id = 'vault'"))
    assert last(office.first) is None
