"""An older key file: nothing is built on it, and what an administrator may decide about it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.words import DeskError
from mediation_desk.services.office import accounts, key_file
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.vault.vault import AccountDisabled, WrongPassword
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague

FRESH = "祁连山下好牧场 8"
WAIT = timedelta(minutes=10)


@pytest.fixture
def put_back(office: Office) -> Office:
    """Wang chose a password of her own, Li left, the sheet was renewed; then the former key file is back."""
    colleague(office, "wang", Role.MEDIATOR)
    li = colleague(office, "li", Role.MEDIATOR)
    older = office.place.vault.read()
    accounts.change_password(office.desk("wang", LENT), LENT, FRESH, FRESH)
    accounts.disable(office.first, li)
    accounts.new_recovery_code(office.first)
    office.place.vault.write(older)
    return office


def test_nothing_is_built_on_an_older_key_file(put_back: Office) -> None:
    desk = put_back.desk()
    assert key_file.is_older(desk)
    before = put_back.place.vault.read()
    with pytest.raises(key_file.OlderStands):
        accounts.new_recovery_code(desk)
    with pytest.raises(key_file.OlderStands):
        colleague(put_back, "zhou", Role.MEDIATOR)
    assert put_back.place.vault.read() == before


def test_an_administrator_keeps_it_for_good_and_nothing_former_comes_back_with_it(put_back: Office) -> None:
    desk = put_back.desk()
    key_file.adopt(desk)
    assert not key_file.is_older(desk) and not put_back.desk().has_older_vault
    for login, password in (("wang", LENT), ("wang", FRESH), ("li", LENT)):
        with pytest.raises(WrongPassword):
            put_back.desk(login, password)
        put_back.clock.now += WAIT
    wang, li = (next(one.id for one in accounts.everybody(desk) if one.login == login)
                for login in ("wang", "li"))
    for account_id in (wang, li):
        accounts.reset_password(desk, account_id, LENT)
    assert accounts.must_change_password(put_back.desk("wang", LENT))
    with pytest.raises(AccountDisabled):
        put_back.desk("li", LENT)
    assert not accounts.has_recovery_sheet(desk)
    assert upkeep.prove(desk) == []


def test_only_an_administrator_decides_and_only_where_there_is_something_to_decide(office: Office) -> None:
    colleague(office, "wang", Role.MEDIATOR)
    assert not key_file.is_older(office.first)
    with pytest.raises(DeskError, match="nothing to decide"):
        key_file.adopt(office.first)
    with pytest.raises(NotAllowed):
        key_file.adopt(office.desk("wang", LENT))
