"""The own PIN: set and removed with the password, proved beside it, with the one growing pause."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import text

from mediation_desk.domain.words import DeskError
from mediation_desk.services.office import accounts, pin
from mediation_desk.store.vault.vault import WrongPassword
from tests.offices import PASSWORD, Office

PIN = "830517"
LENT = "借来的口令 51"


def with_pin(office: Office) -> Office:
    pin.set_pin(office.first, PASSWORD, PIN, PIN)
    return office


def test_it_is_set_proves_who_one_is_and_is_removed_again(office: Office) -> None:
    desk = office.first
    assert not pin.is_set(desk)
    with_pin(office)
    assert pin.is_set(desk)
    pin.prove(desk, PIN)
    pin.prove(desk, PASSWORD)
    pin.remove_pin(desk, PASSWORD)
    assert not pin.is_set(desk)
    with pytest.raises(pin.WrongProof):
        pin.prove(desk, PIN)


def test_only_the_password_sets_or_removes_it(office: Office) -> None:
    desk = with_pin(office).first
    changes: list[Callable[[], None]] = [lambda: pin.set_pin(desk, PIN, "604918", "604918"),
                                         lambda: pin.remove_pin(desk, PIN)]
    for change in changes:
        with pytest.raises(WrongPassword) as refused:
            change()
        assert refused.value.field == "old_password"
    pin.prove(desk, PIN)


@pytest.mark.parametrize(("typed", "again", "field"), [
    ("1234", "1234", "pin"), ("83051", "83052", "pin_again"), ("abc", "abc", "pin")])
def test_what_is_no_good_pin_is_refused_beside_its_field(office: Office, typed: str, again: str,
                                                         field: str) -> None:
    with pytest.raises(DeskError) as refused:
        pin.set_pin(office.first, PASSWORD, typed, again)
    assert refused.value.field == field and not pin.is_set(office.first)


def wrong(attempt: Callable[[], object]) -> None:
    with pytest.raises(WrongPassword):
        attempt()


def test_wrong_tries_share_the_pause_with_the_sign_in_and_outlast_the_program(office: Office) -> None:
    """Two are free; after the third one waits a second, however one came to it."""
    desk = with_pin(office).first
    wrong(lambda: pin.prove(desk, "604918"))
    wrong(lambda: office.desk("chen", "not the password"))
    wrong(lambda: pin.prove(desk, "not the password"))
    restarted = office.around.pauses(desk.store.place.name)
    assert restarted.left() == 1
    for attempt in (lambda: pin.prove(desk, PIN), lambda: office.desk("chen", PASSWORD)):
        with pytest.raises(DeskError) as refused:
            attempt()
        assert not isinstance(refused.value, WrongPassword)
    office.clock.now += timedelta(seconds=2)
    pin.prove(desk, PIN)
    assert restarted.left() == 0


def test_the_pause_grows_with_each_wrong_pin(office: Office) -> None:
    desk, waited = with_pin(office).first, []
    for _ in range(5):
        wrong(lambda: pin.prove(desk, "604918"))
        waited.append(desk.pauses.left())
        office.clock.now += timedelta(seconds=waited[-1] + 1)
    assert waited == [0, 0, 1, 2, 4]


def test_a_reset_password_takes_the_pin_away(office: Office) -> None:
    draft = accounts.AccountDraft("wang", "王调解", frozenset(office.first.who.account.roles), LENT)
    added = accounts.add(office.first, draft).result
    assert added
    theirs = office.desk("wang", LENT)
    pin.set_pin(theirs, LENT, PIN, PIN)
    accounts.reset_password(office.first, added, "又借的口令 52")
    back = office.desk("wang", "又借的口令 52")
    assert not pin.is_set(back)
    wrong(lambda: pin.prove(back, PIN))


def test_one_colleagues_pin_is_not_anothers(office: Office) -> None:
    draft = accounts.AccountDraft("wang", "王调解", frozenset(office.first.who.account.roles), LENT)
    accounts.add(office.first, draft)
    pin.set_pin(office.desk("wang", LENT), LENT, PIN, PIN)
    wrong(lambda: pin.prove(office.first, PIN))


def test_the_pin_is_in_no_table_and_its_proof_in_no_journal(office: Office) -> None:
    desk = with_pin(office).first
    with desk.store.engine.connect() as connection:
        proof = bytes(connection.execute(text("SELECT pin FROM accounts WHERE pin IS NOT NULL")).scalar_one())
        told = str(connection.execute(text("SELECT * FROM journal")).all())
    assert PIN.encode() not in proof and PIN not in told and str(proof) not in told
