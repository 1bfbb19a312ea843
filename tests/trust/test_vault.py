"""The vault against whoever can write the key file, or its table, and cannot open the store."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from sqlalchemy import text as sql

from mediation_desk.domain.accounts import Role
from mediation_desk.services.office import accounts
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.vault import vault as opening
from mediation_desk.store.vault.document import CostAltered, VaultDamaged, vault_text
from mediation_desk.store.vault.file import copy_path
from mediation_desk.store.vault.noted import OlderVault
from mediation_desk.store.vault.place import VaultBesideFile, VaultInTable
from mediation_desk.store.verify.findings import Damage
from tests.offices import PASSWORD, Office
from tests.services.keys.test_sharing import LENT, colleague

FRESH = "祁连山下好牧场 8"


def put_back(office: Office, text: str) -> None:
    """As somebody with the disk, or with the server's database, would."""
    place = office.place.vault
    if isinstance(place, VaultBesideFile):
        for file in (place.path, copy_path(place.path)):
            file.write_bytes(f"{text}\n{hashlib.sha256(text.encode()).hexdigest()}\n".encode())
        return
    assert isinstance(place, VaultInTable)
    with place.engine.begin() as connection:
        connection.execute(sql("UPDATE vault SET content = :content"), {"content": text})


def text_of(office: Office) -> str:
    return vault_text(office.place.vault.read())


@pytest.mark.parametrize("cost", [{"memory_kib": 1 << 40, "passes": 1, "lanes": 1},
                                  {"memory_kib": 1 << 16, "passes": 1 << 20, "lanes": 4},
                                  {"memory_kib": 4, "passes": 1, "lanes": 1}])
@pytest.mark.parametrize("of_entry", [False, True])
def test_a_price_that_no_office_sets_is_refused_before_anything_is_tried(
    office: Office, monkeypatch: pytest.MonkeyPatch, cost: dict[str, int], of_entry: bool
) -> None:
    altered = json.loads(text_of(office))
    (altered["entries"][0] if of_entry else altered)["cost"] = cost
    put_back(office, json.dumps(altered))

    def never(**_asked: object) -> object:
        raise AssertionError("a password was tried")

    monkeypatch.setattr(opening, "Argon2id", never)
    with pytest.raises(CostAltered):
        office.desk()


FORGERIES: dict[str, Any] = {
    "cost": {"memory_kib": 16, "passes": 1, "lanes": 1}, "counter": 4000, "recovery_wrap": None,
    "escrow_public_key": "CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=", "mac": "",
}


@pytest.mark.parametrize("field", sorted(FORGERIES))
def test_whatever_is_altered_is_told_to_the_next_who_opens_the_store(office: Office, field: str) -> None:
    accounts.new_recovery_code(office.first)
    altered = json.loads(text_of(office))
    altered[field] = FORGERIES[field]
    put_back(office, json.dumps(altered))
    with pytest.raises(VaultDamaged):
        office.desk()


def test_calling_it_a_file_of_the_first_format_does_not_shake_the_code_off(office: Office) -> None:
    accounts.new_recovery_code(office.first)
    altered = json.loads(text_of(office)) | {"format": 1, "counter": 0, "mac": "", "recovery_wrap": None}
    put_back(office, json.dumps(altered))
    assert office.desk().has_older_vault
    assert [one.damage for one in upkeep.prove(office.first)] == [Damage.VAULT_OLDER]


def test_an_older_file_lets_in_neither_a_former_password_nor_who_was_shut_out(office: Office) -> None:
    li = colleague(office, "li", Role.MEDIATOR)
    older = text_of(office)
    accounts.disable(office.first, li)
    accounts.change_password(office.first, PASSWORD, FRESH, FRESH)
    put_back(office, older)
    for login, password in (("chen", PASSWORD), ("li", LENT)):
        with pytest.raises(OlderVault):
            office.desk(login, password)
    assert Damage.VAULT_OLDER in {one.damage for one in upkeep.prove(office.first)}


def test_a_former_recovery_sheet_proves_nothing_through_an_older_file(office: Office) -> None:
    code = accounts.new_recovery_code(office.first)
    older = text_of(office)
    accounts.new_recovery_code(office.first)
    put_back(office, older)
    assert not accounts.drill(office.first, code)


def test_a_server_operator_who_sets_the_note_back_too_is_still_seen_through(office: Office) -> None:
    """Row and vault put back, but not the journal: who was shut out stays out."""
    if office.place.folder is not None:
        pytest.skip("nobody writes rows into an encrypted file")
    li = colleague(office, "li", Role.MEDIATOR)
    older, engine = text_of(office), office.first.store.engine
    with engine.begin() as connection:
        row = connection.execute(sql("SELECT value FROM settings WHERE name = 'vault'")).scalar_one()
    accounts.disable(office.first, li)
    put_back(office, older)
    with engine.begin() as connection:
        connection.execute(sql("UPDATE settings SET value = :value WHERE name = 'vault'"), {"value": row})
    with pytest.raises(OlderVault):
        office.desk("li", LENT)
    assert Damage.VAULT_OLDER in {one.damage for one in upkeep.prove(office.first)}
