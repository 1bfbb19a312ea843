"""The vault: who may open the store. Every change gives a new :class:`Vault`; the caller writes it down.

The store key is random and never changes hands in the clear. Each account's password makes a key
(Argon2id) under which the store key and the account's own private key lie; the recovery sheet's code
holds the store key once more. Rights (who may add or reset whom) are the services' question.
"""

from __future__ import annotations

from dataclasses import dataclass
from secrets import token_bytes
from uuid import UUID

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from msgspec.structs import replace

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.vault.document import (
    OFFICE_COST,
    Cost,
    Entry,
    Vault,
    VaultDamaged,
    bound_to,
    escrow_stamp,
    is_genuine,
    is_whole,
    require_whole,
    sealed,
    stamped,
)
from mediation_desk.store.vault.handing import taken
from mediation_desk.store.vault.keys import (
    KEY_BYTES,
    NONCE_BYTES,
    HoldsStoreKey,
    Key,
    Opened,
    Random,
    WillNotOpen,
    lock_up,
    open_up,
    public_half,
)
from mediation_desk.store.vault.passwords import password_bytes, require_good_password, tidy_login
from mediation_desk.store.vault.shelf import shelved, taken_down

_STORE, PRIVATE = b"store key", b"private key"
"""What the wraps of an entry are bound to."""


class WrongPassword(DeskError):
    """Sign-in name and password do not belong together; which of the two is wrong is not told."""

    def __init__(self, field: str = "password") -> None:
        super().__init__(
            N_("Sign-in name or password is not right. Check capital letters and try again."), field=field
        )


class AccountDisabled(DeskError):
    """The password is right, and the account may not sign in any more."""

    def __init__(self) -> None:
        super().__init__(N_("This account is disabled. Ask the administrator to enable it."), field="login")


@dataclass(frozen=True)
class PasswordReset:
    """What a reset did: the account has a fresh key pair, and every seal wrapped for the old one is lost.

    Whoever shares a case with this person wraps the case key again for ``public_key``; a case with no
    other mediator needs the escrow sheet. Drafts kept under the old pair cannot be read any more.
    """

    account_id: UUID
    lost_public_key: bytes
    public_key: bytes


def found_office(
    login: str,
    password: str,
    account_id: UUID,
    store_id: UUID,
    *,
    random: Random = token_bytes,
    cost: Cost = OFFICE_COST,
) -> tuple[Vault, Opened]:
    """The vault of a new store with its first account, and that account signed in.

    The store key is drawn here. Raises DeskError beside ``login`` or ``password``.
    """
    vault = Vault(store_id=store_id, cost=cost)
    opened = Opened(account_id, Key(random(KEY_BYTES)), Key(random(KEY_BYTES)))
    vault = replace(vault, escrow_stamp=escrow_stamp(None, store_id, opened.store_key))
    require_good_password(password, login)
    vault = vault.with_entry(entry_for(vault, opened, tidy_login(login), password, random))
    return sealed(vault, opened.store_key), opened


def unlock(vault: Vault, login: str, password: str) -> Opened:
    """Open the store with a password; takes one Argon2id derivation whether or not the login exists.

    Raises WrongPassword, AccountDisabled (only to who knows the password), VaultDamaged.
    """
    try:
        entry = vault.find(tidy_login(login))
    except DeskError:
        entry = None
    if entry is None:
        password_key(password, vault.store_id.bytes, vault.cost)
        raise WrongPassword
    return _open_entry(vault, entry, password_key(password, entry.salt, entry.cost))


def change_password(
    vault: Vault, opened: Opened, old_password: str, new_password: str, *, random: Random = token_bytes
) -> Vault:
    """The signed-in person's own change: the key pair stays, so every seal does. The old password is void.

    Raises WrongPassword beside ``old_password``, DeskError beside ``password`` for a poor new one.
    """
    entry = vault.of(opened.account_id)
    try:
        present = unlock(vault, entry.login, old_password)
    except WrongPassword:
        raise WrongPassword(field="old_password") from None
    require_good_password(new_password, entry.login)
    if password_bytes(new_password) == password_bytes(old_password):
        raise DeskError(N_("The new password is the same as the old one."), field="password")
    # The pair is taken from the vault: this session's may be older than a reset on another computer.
    lasting = Opened(present.account_id, present.store_key, present.private_key)
    vault = vault.with_entry(entry_for(vault, lasting, entry.login, new_password, random))
    return sealed(vault, present.store_key)


def add_account(
    vault: Vault,
    opened: HoldsStoreKey,
    login: str,
    password: str,
    account_id: UUID,
    *,
    random: Random = token_bytes,
) -> Vault:
    """A further account with a first password lent by the administrator (``must_change``).

    Its public key: ``vault.of(account_id).public_key``. Raises DeskError beside ``login`` or ``password``.
    """
    require_whole(vault, opened.store_key)
    tidied = tidy_login(login)
    if vault.find(tidied):
        raise DeskError(N_("Somebody already signs in with this name. Choose another."), field="login")
    if any(entry.account_id == account_id for entry in vault.entries):
        raise ValueError("the account is in the vault already")
    require_good_password(password, tidied)
    newcomer = Opened(account_id, opened.store_key, Key(random(KEY_BYTES)), must_change=True)
    vault = vault.with_entry(entry_for(vault, newcomer, tidied, password, random))
    return sealed(vault, opened.store_key)


def reset_password(
    vault: Vault, opened: HoldsStoreKey, login: str, new_password: str, *, random: Random = token_bytes
) -> tuple[Vault, PasswordReset]:
    """Give an account a lent password and a fresh key pair, its old password being unknown.

    ``opened`` is an administrator's or the recovery code's. A disabled account stays disabled.
    """
    require_whole(vault, opened.store_key)
    former = _known(vault, login)
    require_good_password(new_password, former.login)
    renewed = Opened(former.account_id, opened.store_key, Key(random(KEY_BYTES)), must_change=True)
    entry = entry_for(vault, renewed, former.login, new_password, random)
    if former.disabled:
        entry = shelved(vault, entry, opened.store_key, random)
    reset = PasswordReset(former.account_id, former.public_key, entry.public_key)
    return sealed(vault.with_entry(entry), opened.store_key), reset


def disable_account(
    vault: Vault, opened: HoldsStoreKey, login: str, *, random: Random = token_bytes
) -> Vault:
    """Shut an account out: its wrap goes under the store key, where its password no longer reaches it.

    A copy of the vault made earlier still opens with that password. Raises DeskError beside ``login``
    when nobody else could open the store any more. Disabling twice changes nothing.
    """
    require_whole(vault, opened.store_key)
    entry = _known(vault, login)
    if entry.disabled:
        return vault
    if all(other.disabled for other in vault.entries if other is not entry):
        raise DeskError(
            N_("This is the last account that opens the store; it cannot be disabled."), field="login"
        )
    return sealed(vault.with_entry(shelved(vault, entry, opened.store_key, random)), opened.store_key)


def enable_account(vault: Vault, opened: HoldsStoreKey, login: str) -> Vault:
    """Let an account in again with the password it had. Enabling twice changes nothing."""
    require_whole(vault, opened.store_key)
    entry = _known(vault, login)
    if not entry.disabled:
        return vault
    back = taken_down(vault, entry, opened.store_key)
    return sealed(vault.with_entry(back), opened.store_key)


def trusted_public_key(vault: Vault, opened: HoldsStoreKey, account_id: UUID) -> bytes:
    """The public key to wrap a secret for, proven to be put there by who could open the store.

    Raises VaultDamaged when the entry was altered by somebody who could not.
    """
    entry = vault.of(account_id)
    if not is_genuine(entry, vault.store_id, opened.store_key):
        raise VaultDamaged
    return entry.public_key


def altered_accounts(vault: Vault, opened: HoldsStoreKey) -> tuple[UUID, ...]:
    """The accounts whose entries somebody altered without being able to open the store (for ``verify``)."""
    return tuple(
        entry.account_id for entry in vault.entries if not is_genuine(entry, vault.store_id, opened.store_key)
    )


def _known(vault: Vault, login: str) -> Entry:
    entry = vault.find(tidy_login(login))
    if entry is None:
        raise DeskError(N_("There is no account with this sign-in name."), field="login")
    return entry


def entry_for(vault: Vault, owner: Opened, login: str, password: str, random: Random) -> Entry:
    """A stamped entry that opens with this password to what the owner holds."""
    salt = random(16)
    key = password_key(password, salt, vault.cost)
    entry = Entry(
        account_id=owner.account_id,
        login=login,
        salt=salt,
        cost=vault.cost,
        store_wrap=lock_up(
            key, owner.store_key, bound_to(_STORE, vault, owner.account_id), random(NONCE_BYTES)
        ),
        private_wrap=lock_up(
            key, owner.private_key, bound_to(PRIVATE, vault, owner.account_id), random(NONCE_BYTES)
        ),
        public_key=public_half(owner.private_key),
        must_change=owner.must_change,
    )
    return stamped(entry, vault.store_id, owner.store_key)


def _open_entry(vault: Vault, entry: Entry, key: Key) -> Opened:
    private = _try(key, entry.private_wrap, bound_to(PRIVATE, vault, entry.account_id))
    store = _try(key, entry.store_wrap, bound_to(_STORE, vault, entry.account_id))
    if private is None and store is None:
        raise WrongPassword
    if entry.disabled and private is not None:
        raise AccountDisabled
    store = _renewed(vault, entry, private, store)
    if private is None or store is None or not _as_left(vault, entry, store):
        raise VaultDamaged  # the password fits, so it is the vault that does not
    return Opened(entry.account_id, store, private, entry.must_change)


def _renewed(vault: Vault, entry: Entry, private: Key | None, store: Key | None) -> Key | None:
    """The store key as it was handed over since the account last signed in."""
    if private is None or store is None:
        return None
    try:
        return taken(vault, entry.account_id, private, store, entry.boxes)
    except WillNotOpen:
        return None


def _as_left(vault: Vault, entry: Entry, store_key: Key) -> bool:
    return is_whole(vault, store_key) and is_genuine(entry, vault.store_id, store_key)


def _try(key: Key, locked: bytes, bound_to: bytes) -> Key | None:
    try:
        return open_up(key, locked, bound_to)
    except WillNotOpen:
        return None


def password_key(password: str, salt: bytes, cost: Cost) -> Key:
    """What a password opens at that price."""
    argon = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return Key(argon.derive(password_bytes(password)))
