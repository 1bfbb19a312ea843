"""The own PIN, and the proof that it is oneself who ends a turned screen."""

from __future__ import annotations

from mediation_desk.domain.pins import checked, is_pin
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.store.vault import pins
from mediation_desk.store.vault.vault import WrongPassword, unlock
from mediation_desk.store.work.work import Work


class WrongProof(WrongPassword):
    """Neither the account's password nor its PIN; which of them it was near is not told."""

    def __init__(self) -> None:
        DeskError.__init__(self, N_("This is neither your password nor your PIN. Try again."),
                           field="proof")


def is_set(desk: Desk) -> bool:
    """Whether the person at the desk has a PIN."""
    with desk.reading() as work:
        return _kept(desk, work) is not None


def set_pin(desk: Desk, password: str, pin: str, again: str) -> None:
    """The own PIN from now on, in the place of a former one. It stands in no journal and no log.

    Refused beside ``pin`` or ``pin_again``, and beside ``old_password`` where that is wrong or pauses.
    """
    wanted = checked(pin)
    if pin != again:
        raise DeskError(N_("The two PINs differ."), field="pin_again")
    with desk.pauses.door("old_password"), desk.work("set_pin") as work:
        _require_password(desk, password)
        cost = desk.store.place.vault.read().cost
        work.accounts.get(desk.who.account_id).pin = pins.kept(wanted, desk.store.opened, cost)
        work.commit()


def remove_pin(desk: Desk, password: str) -> None:
    """No PIN any more: from now on only the password ends a turned screen."""
    with desk.pauses.door("old_password"), desk.work("remove_pin") as work:
        _require_password(desk, password)
        work.accounts.get(desk.who.account_id).pin = None
        work.commit()


def prove(desk: Desk, typed: str) -> None:
    """Do nothing for the account's password or PIN; else WrongProof beside ``proof``.

    Wrong tries of either count with those at the sign-in, and the pause outlasts the program.
    """
    with desk.pauses.door("proof"), desk.reading() as work:
        kept = _kept(desk, work)
        if kept is not None and is_pin(typed) and pins.fits(typed, kept, desk.store.opened):
            return
        try:
            _unlock(desk, typed)
        except WrongPassword:
            raise WrongProof from None


def _kept(desk: Desk, work: Work) -> bytes | None:
    return work.accounts.get(desk.who.account_id).pin


def _require_password(desk: Desk, password: str) -> None:
    try:
        _unlock(desk, password)
    except WrongPassword:
        raise WrongPassword(field="old_password") from None


def _unlock(desk: Desk, password: str) -> None:
    """Whether the password opens the store, as signing in does; what it opens is let go at once."""
    vault = desk.store.place.vault.read()
    unlock(vault, vault.of(desk.who.account_id).login, password).forget()
