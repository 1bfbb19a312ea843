"""The office's key pairs for bags: the present one, and those before a renewal of the store key."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.store.journal.present_key import former_keys
from mediation_desk.store.travel import bag, office_key
from mediation_desk.store.travel.manifest import Outside
from mediation_desk.store.travel.office_key import OfficeKey
from mediation_desk.store.vault.keys import Key, WillNotOpen
from mediation_desk.store.work.work import Work


class OfficeKeyAltered(DeskError):
    """Somebody wrote into the setting outside the program."""

    def __init__(self) -> None:
        super().__init__(N_("The office's key for bags was altered outside the program. Verify the store, "
                            "and restore the last good backup."))


def to_pack(desk: Desk, work: Work) -> OfficeKey:
    """The pair that bags are packed for. The first bag makes it; so does the first after the store key was
    renewed, for whoever kept the former one could have kept this pair too. Bags on the road still come
    home."""
    present, kept = desk.store.opened.store_key, work.settings.read().get(office_key.SETTING, [])
    if kept and (found := _unlocked(kept[0], present)):
        return found
    known, made = _known(desk, work, kept), office_key.new()
    work.settings.write({office_key.SETTING: [office_key.locked(one, present) for one in (made, *known)]})
    return made


def key_of(desk: Desk, work: Work, outside: Outside, laptop_id: UUID) -> Key:
    """The key of a bag that comes home; NotYours for one of another office."""
    for pair in _known(desk, work, work.settings.read().get(office_key.SETTING, [])):
        with suppress(bag.NotYours):
            return bag.key_for_office(outside, pair.private, pair.salt_of(laptop_id))
    raise bag.NotYours


def salts(desk: Desk, work: Work, laptop_id: UUID) -> list[bytes]:
    """Every secret by which bags from that desk are known, the present one first."""
    pairs = _known(desk, work, work.settings.read().get(office_key.SETTING, []))
    return [bytes(pair.salt_of(laptop_id)) for pair in pairs]


def _known(desk: Desk, work: Work, kept: list[str]) -> list[OfficeKey]:
    present = desk.store.opened.store_key
    keys = [present, *former_keys(work.connection, present)]
    found = [next(filter(None, (_unlocked(one, key) for key in keys)), None) for one in kept]
    if None in found:
        raise OfficeKeyAltered
    return [one for one in found if one is not None]


def _unlocked(kept: str, store_key: Key) -> OfficeKey | None:
    try:
        return office_key.unlocked(kept, store_key)
    except (WillNotOpen, ValueError, TypeError):
        return None
