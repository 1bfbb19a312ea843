"""A case's key is wrapped for keys that the vault vouches for, and each wrap opens for its owner alone."""

from __future__ import annotations

import hashlib
from uuid import UUID, uuid4

import pytest
from msgspec.structs import replace

from mediation_desk.domain.accounts import Role
from mediation_desk.services.keys.recipients import ESCROW, Recipients
from mediation_desk.services.office import accounts
from mediation_desk.store.vault import seals
from mediation_desk.store.vault.document import VaultDamaged
from mediation_desk.store.vault.keys import public_half
from mediation_desk.store.vault.seals import SealBroken
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague

KEY, CASE = bytes(range(32)), UUID(int=77)


def test_a_key_is_that_of_the_account_and_known_by_the_first_sixteen_bytes_of_its_digest(
        office: Office) -> None:
    wang = colleague(office, "wang", Role.MEDIATOR)
    theirs = office.desk("wang", LENT).store.opened
    recipients = Recipients(office.first)
    public = public_half(theirs.private_key)
    assert recipients.public_key(wang) == public
    assert recipients.fingerprint(wang) == hashlib.sha256(public).digest()[:16]
    assert recipients.store_id == office.place.vault.read().store_id


def test_a_wrap_opens_for_its_account_and_case_alone(office: Office) -> None:
    wang = colleague(office, "wang", Role.MEDIATOR)
    mine, theirs = office.first.store.opened, office.desk("wang", LENT).store.opened
    wrapped = Recipients(office.first).wrap(KEY, CASE, wang)
    assert seals.unwrap(wrapped, theirs.private_key, CASE, wang, store_key=theirs.store_key) == KEY
    for private, case_id, account_id in ((mine.private_key, CASE, wang), (theirs.private_key, uuid4(), wang),
                                         (theirs.private_key, CASE, office.first.who.account_id)):
        with pytest.raises(SealBroken):
            seals.unwrap(wrapped, private, case_id, account_id, store_key=theirs.store_key)


def test_the_escrow_has_a_key_once_a_sheet_was_printed_and_another_with_the_next(office: Office) -> None:
    assert Recipients(office.first).public_key(ESCROW) is None
    assert Recipients(office.first).fingerprint(ESCROW) is None
    code = accounts.new_escrow_code(office.first)
    recipients = Recipients(office.first)
    wrapped = recipients.wrap(KEY, CASE, ESCROW)
    store_key = office.first.store.opened.store_key
    assert seals.restore_with_escrow(code, wrapped, CASE, store_key=store_key) == KEY
    accounts.new_escrow_code(office.first)
    assert Recipients(office.first).fingerprint(ESCROW) != recipients.fingerprint(ESCROW)


@pytest.mark.parametrize("whose", ["colleague", "escrow"])
def test_for_a_key_that_somebody_put_into_the_vault_nothing_is_wrapped(office: Office, whose: str) -> None:
    wang = colleague(office, "wang", Role.MEDIATOR)
    accounts.new_escrow_code(office.first)
    vaults, forged = office.place.vault, public_half(b"\x77" * 32)
    vault = vaults.read()
    vaults.write(vault.with_entry(replace(vault.of(wang), public_key=forged)) if whose == "colleague"
                 else replace(vault, escrow_public_key=forged))
    recipients, account_id = Recipients(office.first), wang if whose == "colleague" else ESCROW
    for refused in (recipients.public_key, recipients.fingerprint,
                    lambda one: recipients.wrap(KEY, CASE, one)):
        with pytest.raises(VaultDamaged):
            refused(account_id)


def test_who_has_no_account_has_no_key(office: Office) -> None:
    with pytest.raises(VaultDamaged):
        Recipients(office.first).public_key(uuid4())


def test_it_knows_the_vault_of_the_moment_it_was_asked(office: Office) -> None:
    """So that one unit of work wraps for one and the same set of keys."""
    wang = colleague(office, "wang", Role.MEDIATOR)
    before = Recipients(office.first)
    known = before.fingerprint(wang)
    accounts.reset_password(office.first, wang, "新借来的口令 4471")
    assert before.fingerprint(wang) == known != Recipients(office.first).fingerprint(wang)
