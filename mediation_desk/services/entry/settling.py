"""What a sign-in settles about the key file: the journal is told of it, an older one is noticed."""

from __future__ import annotations

from contextlib import suppress

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.words import DeskError
from mediation_desk.store.store import Store
from mediation_desk.store.vault.document import Cost, Vault
from mediation_desk.store.vault.noted import Noted, OlderVault, Standing, noted_of, standing
from mediation_desk.store.vault.renewal import renewed_at_sign_in
from mediation_desk.store.work.vault_notes import last_noted
from mediation_desk.store.work.work import Actor

Acting = tuple[Actor, WorkCalendar]


def settle(store: Store, password: str, cost: Cost, acting: Acting) -> bool:
    """Whether the key file is an older one than the journal knows.

    OlderVault when it is, and the entry that was signed in to is not the present one of this account: a
    former password, or an account that was shut out since. Otherwise the key file is renewed where it
    is of an earlier format or price, and the journal is told where the power went before it was.
    """
    noted = _noted(store, acting)
    vault = store.place.vault.read()  # after the journal, which is told after the key file is written
    if noted is not None and standing(vault, noted) is Standing.OLDER:
        if not noted.knows(vault, store.opened.account_id):
            raise OlderVault
        return True
    with suppress(DeskError, OSError):  # a full disk keeps nobody out; the next sign-in does it
        _bring_up_to_date(store, vault, noted, password, cost, acting)
    return False


def _noted(store: Store, acting: Acting) -> Noted | None:
    """What the journal knows; None also where it cannot be read any more, which the verification tells."""
    try:
        with store.work(*acting, reading=True) as work:
            return last_noted(work.connection, store.journal_key)
    except Exception:  # everything: what stands in a damaged row is nobody's to foresee
        return None


def _bring_up_to_date(store: Store, vault: Vault, noted: Noted | None, password: str, cost: Cost,
                      acting: Acting) -> None:
    def renew(present: Vault) -> Vault:
        return renewed_at_sign_in(present, store.opened, password, cost)

    renewed = renew(vault)
    if renewed is vault and standing(vault, noted) is Standing.PRESENT:
        return
    if renewed is not vault:
        vault = store.place.vault.change(renew)
    with store.work(*acting) as work:
        work.settings.vault.keep(noted_of(vault))
        work.commit()
