"""At each sign-in the key file and the journal are brought together; an older key file is noticed."""

from __future__ import annotations

import dataclasses

import pytest
from msgspec.structs import replace
from sqlalchemy import text

from mediation_desk.domain.accounts import Role
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import accounts
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.vault.document import FORMAT, Cost, sealed
from mediation_desk.store.vault.noted import Noted, OlderVault, noted_of
from mediation_desk.store.work.vault_notes import last_noted
from tests.offices import PASSWORD, Office
from tests.services.keys.test_sharing import LENT, colleague

FRESH = "祁连山下好牧场 8"


def noted(desk: Desk) -> Noted | None:
    with desk.reading() as work:
        return last_noted(work.connection, desk.store.journal_key)


def test_the_journal_knows_the_key_file_from_the_founding_on(office: Office) -> None:
    assert noted(office.first) == noted_of(office.place.vault.read())


def test_every_change_of_the_key_file_is_told_to_the_journal(office: Office) -> None:
    wang = colleague(office, "wang", Role.MEDIATOR)
    counters = [office.place.vault.read().counter]
    for change in (lambda: accounts.disable(office.first, wang), lambda: accounts.enable(office.first, wang),
                   lambda: accounts.reset_password(office.first, wang, "山路弯弯十八里 9"),
                   lambda: accounts.new_recovery_code(office.first),
                   lambda: accounts.new_escrow_code(office.first),
                   lambda: accounts.change_password(office.first, PASSWORD, FRESH, FRESH)):
        change()
        vault = office.place.vault.read()
        assert noted(office.first) == noted_of(vault)
        counters.append(vault.counter)
    assert counters == list(range(counters[0], counters[0] + 7))
    assert upkeep.prove(office.first) == []


def test_a_key_file_of_the_first_format_is_renewed_at_the_next_sign_in(office: Office) -> None:
    first = replace(office.place.vault.read(), format=1, counter=0, mac=b"")
    office.place.vault.write(first)
    with office.first.store.engine.begin() as connection:  # as the earlier program left it: nothing noted
        connection.execute(text("DELETE FROM settings WHERE name = 'vault'"))
        connection.execute(text("UPDATE journal SET row_id = 'other' WHERE row_id = 'vault'"))
    desk = office.desk()
    vault = office.place.vault.read()
    assert (vault.format, vault.counter) == (FORMAT, 1) and not desk.has_older_vault
    assert noted(desk) == noted_of(vault)


def test_a_price_of_a_guess_below_the_offices_is_raised_at_the_next_sign_in(office: Office) -> None:
    office.around = dataclasses.replace(office.around, cost=Cost(memory_kib=16, passes=2, lanes=1))
    office.desk()
    vault = office.place.vault.read()
    assert vault.cost == vault.entries[0].cost == Cost(16, 2, 1)
    counter = vault.counter
    assert not office.desk().has_older_vault and office.place.vault.read().counter == counter


def test_a_power_cut_between_key_file_and_journal_is_healed_without_a_word(office: Office) -> None:
    office.place.vault.change(lambda vault: sealed(vault, office.first.store.opened.store_key))
    assert noted(office.first) != noted_of(office.place.vault.read())
    desk = office.desk()
    assert not desk.has_older_vault
    assert noted(desk) == noted_of(office.place.vault.read())
    assert upkeep.prove(desk) == []


def test_an_older_key_file_is_told_to_whom_it_still_lets_in_and_refused_to_the_others(office: Office) -> None:
    colleague(office, "wang", Role.MEDIATOR)
    older = office.place.vault.read()
    accounts.change_password(office.first, PASSWORD, FRESH, FRESH)
    office.place.vault.write(older)
    assert office.desk("wang", LENT).has_older_vault
    with pytest.raises(OlderVault, match="older one that was put back"):
        office.desk("chen", PASSWORD)


def test_where_the_journal_cannot_be_read_any_more_people_still_come_in(office: Office) -> None:
    with office.first.store.engine.begin() as connection:
        connection.execute(text("UPDATE journal SET changes = '{' WHERE row_id = 'vault'"))
    assert not office.desk().has_older_vault
