"""A file that another office sent: what kind it is, and what it says once it is read to its end."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mediation_desk.domain.rights import Verb
from mediation_desk.services.desk import Desk
from mediation_desk.services.referral import keys, package_files
from mediation_desk.store.pace import AT_EASE, Pace
from mediation_desk.store.referral import outside, package
from mediation_desk.store.referral.manifest import Kind, Outside
from mediation_desk.store.referral.package import Take, Whole
from mediation_desk.store.referral.package_keys import PackageKeys
from mediation_desk.store.vault.keys import Key


@dataclass(frozen=True)
class Envelope:
    """What can be seen without any key. ``asks_passphrase``: it opens with what the sender tells by
    telephone."""

    path: Path
    kind: Kind
    asks_passphrase: bool


def envelope(typed: str) -> Envelope:
    """Look at the outside of a file that was chosen, typed or dropped. DeskError beside ``package``."""
    path = package_files.old_file(typed)
    seen = outside.look_at(path)
    return Envelope(path, seen.kind, seen.passphrase is not None)


def whole(desk: Desk, path: Path, passphrase: str = "", take: Take | None = None, pace: Pace = AT_EASE
          ) -> Whole:
    """Read it to its end; for whoever refers cases and takes them in. DeskError beside ``package`` or
    ``passphrase``; NeedsOffice; Stopped."""
    with desk.reading() as work:
        desk.require(Verb.REFER_CASE, own_case=True)
        pairs = keys.known(desk, work)
    return package.read(path, _key(outside.look_at(path), pairs, passphrase), take, pace)


def _key(seen: Outside, pairs: list[PackageKeys], passphrase: str) -> Key:
    if seen.passphrase is not None:
        return outside.key_for_passphrase(seen, passphrase)
    return outside.key_for_office(seen, pairs)
