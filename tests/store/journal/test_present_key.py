"""Which store key is the present one: a desk with a former key is told so, and the former ones are kept."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import Connection, text

from mediation_desk.store.journal.chain import journal_key
from mediation_desk.store.journal.present_key import KeyRenewed, following, former_keys, require_present
from mediation_desk.store.vault.keys import Key
from tests.offices import Office

SECOND, THIRD = Key(b"\x02" * 32), Key(b"\x03" * 32)


def note(connection: Connection, value: str) -> None:
    connection.execute(text("DELETE FROM settings WHERE name = 'store_key'"))
    connection.execute(text("INSERT INTO settings (name, value) VALUES ('store_key', :value)"),
                       {"value": value})


def test_the_present_key_is_known_and_every_other_refused(office: Office) -> None:
    first = office.first.store.opened.store_key
    with office.first.store.engine.connect() as connection:
        for any_key in (first, SECOND):  # never renewed
            require_present(connection, journal_key(any_key))
        note(connection, json.dumps(following(connection, first, SECOND)))
        require_present(connection, journal_key(SECOND))
        for other in (first, THIRD):
            with pytest.raises(KeyRenewed, match="sign in again"):
                require_present(connection, journal_key(other))


def test_the_former_keys_lie_under_the_present_one_oldest_first(office: Office) -> None:
    first = office.first.store.opened.store_key
    with office.first.store.engine.connect() as connection:
        assert former_keys(connection, first) == []
        note(connection, json.dumps(following(connection, first, SECOND)))
        note(connection, json.dumps(following(connection, SECOND, THIRD)))
        assert former_keys(connection, THIRD) == [first, SECOND]
        assert former_keys(connection, SECOND) == []


@pytest.mark.parametrize("nonsense", ["", "{", "[]", "7", '{"present": 7, "former": "x"}',
                                      '{"former": [7, "zz", "00"]}'])
def test_what_somebody_wrote_into_the_setting_keeps_nobody_out(office: Office, nonsense: str) -> None:
    with office.first.store.engine.connect() as connection:
        note(connection, nonsense)
        require_present(connection, office.first.store.journal_key)
        assert former_keys(connection, SECOND) == []
