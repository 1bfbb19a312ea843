"""The key file and what the journal knows of it: changed together, and what to do about an older one."""

from __future__ import annotations

from collections.abc import Callable

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk, ShutOut
from mediation_desk.store.vault.document import Vault
from mediation_desk.store.vault.noted import Noted, Standing, noted_of, standing
from mediation_desk.store.vault.renewal import adopted
from mediation_desk.store.work.vault_notes import last_noted
from mediation_desk.store.work.work import Work

Change = Callable[[Vault], Vault]


class OlderStands(DeskError):
    """Nothing is built on an older key file before an administrator decided about it."""

    def __init__(self) -> None:
        super().__init__(N_("The key file is an older one that was put back. First put the newest one back, "
                            "or keep this one for good (Office, Backup and checks)."))


def changed(desk: Desk, work: Work, change: Change) -> Vault:
    """Change the key file; the journal is told of it with the unit of work.

    The key file comes first: when the power goes between the two, whoever opens next tells the journal.
    """
    noted = last_noted(work.connection, desk.store.journal_key)

    def on_present(vault: Vault) -> Vault:
        if standing(vault, noted) is Standing.OLDER:
            raise OlderStands
        return change(vault)

    vault = desk.store.place.vault.change(on_present)
    work.settings.vault.keep(noted_of(vault))
    return vault


def is_older(desk: Desk) -> bool:
    """Whether the key file is another one than the journal knows as the last."""
    noted = _noted(desk)  # before the key file is read, which is written before the journal is told
    return standing(desk.store.place.vault.read(), noted) is Standing.OLDER


def knows_recovery(desk: Desk, vault: Vault) -> bool:
    """Whether the recovery sheet that opens this key file is the one that was printed last."""
    noted = _noted(desk)
    return noted is None or vault.counter > noted.counter or noted.knows_recovery(vault)


def _noted(desk: Desk) -> Noted | None:
    """What the journal knows; None also where it cannot be read any more, which the verification tells."""
    try:
        with desk.reading() as work:
            return last_noted(work.connection, desk.store.journal_key)
    except ShutOut:
        raise
    except Exception:  # everything: what stands in a damaged row is nobody's to foresee
        return None


def adopt(desk: Desk) -> Changes:
    """Keep an older key file for good, since no newer one is left.

    Whoever's password, or standing, was changed since it was written comes in with a reset password
    alone; a recovery sheet that was renewed since is void with the one before it.
    """
    with desk.work("adopt_key_file", Verb.MANAGE_ACCOUNTS) as work:
        noted = last_noted(work.connection, desk.store.journal_key)
        accounts = list(work.accounts.all())
        people = [(account.id, account.login, account.is_active) for account in accounts]

        def keep(vault: Vault) -> Vault:
            return adopted(vault, desk.store.opened, _still_older(vault, noted), people)

        vault = desk.store.place.vault.change(keep)
        work.settings.vault.keep(noted_of(vault))
        for account in accounts:
            account.public_key = vault.of(account.id).public_key
        return work.commit(lists=("accounts",))


def _still_older(vault: Vault, noted: Noted | None) -> Noted:
    if noted is None or standing(vault, noted) is not Standing.OLDER:
        raise DeskError(N_("The key file is the newest one; there is nothing to decide."))
    return noted
