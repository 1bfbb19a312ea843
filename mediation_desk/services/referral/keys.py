"""The office's key pairs for packages: the present ones, and those before a renewal of the store key."""

from __future__ import annotations

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.store.journal.present_key import former_keys
from mediation_desk.store.referral import package_keys
from mediation_desk.store.referral.office_card import OfficeCard
from mediation_desk.store.referral.package_keys import PackageKeys
from mediation_desk.store.vault.keys import Key, WillNotOpen
from mediation_desk.store.work.work import Work


class PackageKeysAltered(DeskError):
    """Somebody wrote into the setting outside the program."""

    def __init__(self) -> None:
        super().__init__(N_("The office's keys for packages were altered outside the program. Verify the "
                            "store, and restore the last good backup."))


def present(desk: Desk, work: Work) -> PackageKeys:
    """The pairs that stand on the office's card: made when they are first needed, and anew after the store
    key was renewed, for whoever kept the former one could have kept these too. NeedsOffice on a laptop: one
    that is lost must not speak for the office.

    ``work`` is a unit of work that writes; what was sent for the former pairs still opens.
    """
    if there := made(desk, work):
        return there
    before, fresh = _known(desk, work, _kept(work)), package_keys.new()
    work.settings.write({package_keys.SETTING: [package_keys.locked(one, desk.store.opened.store_key)
                                                for one in (fresh, *before)]})
    return fresh


def made(desk: Desk, work: Work) -> PackageKeys | None:
    """The same where they are made already under the present store key."""
    desk.require_office()
    kept = _kept(work)
    return _unlocked(kept[0], desk.store.opened.store_key) if kept else None


def known(desk: Desk, work: Work) -> list[PackageKeys]:
    """All that the office ever had, the latest first; none before the first is needed."""
    desk.require_office()
    return _known(desk, work, _kept(work))


def card(desk: Desk, keys: PackageKeys) -> OfficeCard:
    """The office as others know it."""
    return OfficeCard(store_id=desk.store.place.vault.read().store_id, office=desk.settings.name[:200],
                      public_key=keys.public, signing_key=keys.signing)


def _kept(work: Work) -> list[str]:
    found: list[str] = work.settings.value(package_keys.SETTING, [])
    return found


def _known(desk: Desk, work: Work, kept: list[str]) -> list[PackageKeys]:
    store_key = desk.store.opened.store_key
    keys = [store_key, *former_keys(work.connection, store_key)]
    found = [next(filter(None, (_unlocked(one, key) for key in keys)), None) for one in kept]
    if None in found:
        raise PackageKeysAltered
    return [one for one in found if one is not None]


def _unlocked(kept: str, store_key: Key) -> PackageKeys | None:
    try:
        return package_keys.unlocked(kept, store_key)
    except (WillNotOpen, ValueError, TypeError):
        return None
