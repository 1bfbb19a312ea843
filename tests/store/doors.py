"""One small office's doors, cheap to open: what the tests of the vault share."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.store.vault.document import Cost, Vault
from mediation_desk.store.vault.keys import Opened
from mediation_desk.store.vault.recovery import new_recovery_code
from mediation_desk.store.vault.vault import add_account, found_office

CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
STORE = UUID(int=0x5702E)
ZHAO, QIAN, SUN = UUID(int=1), UUID(int=2), UUID(int=3)
ZHAO_PASSWORD, QIAN_PASSWORD = "竹外桃花三两枝春江", "lantern-river-9"


def founded() -> tuple[Vault, Opened]:
    """An office where Zhao alone may sign in, and is."""
    return found_office("zhao", ZHAO_PASSWORD, ZHAO, STORE, cost=CHEAP)


def two_accounts() -> tuple[Vault, Opened]:
    """The same with Qian, whose first password is lent; Zhao is signed in."""
    vault, opened = founded()
    return add_account(vault, opened, "qian", QIAN_PASSWORD, QIAN), opened


def with_recovery_sheet() -> tuple[Vault, Opened, str]:
    """Two accounts, Zhao signed in, and the printed code."""
    vault, opened = two_accounts()
    vault, code = new_recovery_code(vault, opened)
    return vault, opened, code
