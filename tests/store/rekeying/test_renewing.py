"""Renewing the store key, where it is refused: nothing is changed then, and it is said why."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services.office import accounts
from mediation_desk.services.upkeep import store_key, upkeep
from mediation_desk.store.engines import renewed_file
from mediation_desk.store.pace import AT_EASE
from mediation_desk.store.rekeying import renewing
from mediation_desk.store.rekeying.renewing import (
    NoRoom,
    NotRenewed,
    Renewal,
    StillRead,
    Unfinished,
    VaultUnsettled,
)
from mediation_desk.store.vault.document import sealed
from mediation_desk.store.vault.vault import WrongPassword
from mediation_desk.store.work.work import Actor
from tests.offices import PASSWORD, Office


@pytest.fixture
def embedded(office: Office) -> Office:
    """An office in a folder; what is tried here does not concern a server."""
    if office.place.folder is None:
        pytest.skip("a file's matter")
    return office


def renewal(office: Office, password: str = PASSWORD,
            free: Callable[[object], int] = lambda _folder: 1 << 40) -> Renewal:
    desk = office.first
    who = Actor(account_id=desk.who.account_id, verb="renew_store_key", now=desk.now)
    return Renewal(desk.store, password, who, desk.calendar, lambda _work: None, AT_EASE, free)


def assert_unchanged(office: Office, former: bytes) -> None:
    assert office.first.store.opened.store_key == former
    if office.place.folder is not None:
        assert not list(office.place.folder.glob("*.renewed*"))
    assert upkeep.prove(office.first) == []


def test_a_wrong_password_and_one_who_may_not(office: Office) -> None:
    former = office.first.store.opened.store_key
    with pytest.raises(WrongPassword):
        renewal(office, "x" + PASSWORD).renew()

    def refuse(_work: object) -> None:
        raise DeskError("not you")

    asked = renewal(office)
    with pytest.raises(DeskError, match="not you"):
        Renewal(asked.store, asked.password, asked.who, asked.calendar, refuse, asked.pace).renew()
    assert_unchanged(office, former)


def test_a_key_file_that_the_journal_does_not_know_yet(office: Office) -> None:
    former = office.first.store.opened.store_key
    before = office.place.vault.read()
    office.place.vault.change(lambda vault: sealed(vault, former))
    with pytest.raises(VaultUnsettled):
        renewal(office).renew()
    office.place.vault.write(before)
    accounts.new_recovery_code(office.first)
    newest = office.place.vault.read()
    office.place.vault.write(before)  # an older one, put back
    with pytest.raises(VaultUnsettled):
        renewal(office).renew()
    office.place.vault.write(newest)
    assert_unchanged(office, former)


def test_too_little_room_for_a_second_copy(embedded: Office) -> None:
    former = embedded.first.store.opened.store_key
    with pytest.raises(NoRoom, match=r"needs \d+ MB, and 1 MB are free"):
        renewal(embedded, free=lambda _folder: 1 << 20).renew()
    assert_unchanged(embedded, former)


def test_a_store_that_is_read_for_too_long(embedded: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    former, other = embedded.first.store.opened.store_key, embedded.desk()
    monkeypatch.setattr(renewing, "LONGEST_SECONDS", 0.3)
    with pytest.raises(StillRead, match="backup or a check"):
        renewal(embedded).renew()
    other.store.close()
    assert_unchanged(embedded, former)
    renewal(embedded).renew()
    assert embedded.first.store.opened.store_key != former


def test_a_copy_that_cannot_be_read_back(embedded: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    former = embedded.first.store.opened.store_key
    monkeypatch.setattr(renewed_file, "settled", lambda _file, _key: False)
    with pytest.raises(NotRenewed):
        renewal(embedded).renew()
    assert_unchanged(embedded, former)


def test_a_key_file_that_cannot_be_written_and_one_whose_copy_cannot(
    embedded: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the file is in place nothing is changed; once it is, the copy follows later."""
    former, write = embedded.first.store.opened.store_key, embedded.place.vault.write

    def full(_vault: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(embedded.first.store.place.vault, "write", full)
    with pytest.raises(NotRenewed):
        renewal(embedded).renew()
    assert_unchanged(embedded, former)

    def half(vault: object) -> None:
        write(vault)  # type: ignore[arg-type]
        raise OSError(28, "no space")

    monkeypatch.setattr(embedded.first.store.place.vault, "write", half)
    renewal(embedded).renew()
    assert embedded.first.store.opened.store_key != former
    assert upkeep.prove(embedded.first) == []


def test_a_file_that_cannot_take_its_place_is_put_there_at_the_next_sign_in(
    embedded: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until then nothing is saved into the former file, which nobody will open any more."""
    def held(_database: object) -> None:
        raise PermissionError(13, "another program holds it")

    monkeypatch.setattr(renewing, "AGAIN_SECONDS", 0.0)
    with monkeypatch.context() as patched:
        patched.setattr(renewed_file, "put_in_place", held)
        with pytest.raises(Unfinished, match="sign in again"):
            renewal(embedded).renew()
    with pytest.raises(DeskError):
        accounts.new_recovery_code(embedded.first)
    embedded.first.store.close()
    again = embedded.desk()
    assert again.store.left is renewed_file.Left.FINISHED and upkeep.prove(again) == []


def test_it_is_the_same_store_with_all_that_is_known_of_it(office: Office) -> None:
    store_id, reasons = office.place.vault.read().store_id, store_key.reasons(office.first)
    renewal(office).renew()
    assert office.place.vault.read().store_id == store_id and reasons == []
    assert office.desk().who.account_id == office.first.who.account_id
