"""Offices' cards: this office's own, to be handed out; and another's, compared and noted in the list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.referral.offices import ReceivingOffice
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.library import private_files
from mediation_desk.services.desk import Desk
from mediation_desk.services.referral import keys, package_files
from mediation_desk.store.referral import office_card
from mediation_desk.store.referral.office_card import OfficeCard
from mediation_desk.store.referral.package_keys import PackageKeys
from mediation_desk.store.work.work import Work


class Standing(Enum):
    """What this office knows of another's card."""

    NEW = "no office of the list has it"
    KNOWN = "an office of the list has just these keys"
    CHANGED = "an office of the list had other keys before"


@dataclass(frozen=True)
class Own:
    """This office's card; ``check``: the number that both read out to one another."""

    office: str
    check: str


@dataclass(frozen=True)
class Looked:
    """Another office's card as it is looked at. ``office_id``, ``called``: the office of the list that it is
    known as; ``former``: the check number of the keys noted there, where they are others. Whoever takes the
    card says both numbers, so that no other key is ever taken unseen."""

    card: OfficeCard
    check: str
    standing: Standing
    office_id: UUID | None = None
    called: str = ""
    former: str = ""

    @property
    def office(self) -> str:
        """What it calls itself."""
        return self.card.office


class NotCompared(DeskError):
    """Nobody said that the numbers were compared."""

    def __init__(self) -> None:
        super().__init__(N_("Compare the check number by telephone first: whoever swaps a card on its way "
                            "would read whatever is sent to that office."), field="compared")


def own(desk: Desk) -> Own:
    """The card of this office; its keys are made when it is first looked at. NeedsOffice on a laptop."""
    card, _keys = _own(desk)
    return Own(card.office, office_card.check_number(card))


def write_own(desk: Desk, folder: str, name: str) -> Path:
    """Write it into a new file; nothing in it is secret. DeskError beside ``folder`` or ``file``."""
    card, pairs = _own(desk)
    path = package_files.new_file(folder, name, package_files.CARD)
    try:
        private_files.write(path, office_card.written(card, pairs))
    except OSError as trouble:
        raise DeskError(N_("The card could not be written: the disk or stick is full, write-protected, or "
                           "was pulled out."), field="folder") from trouble
    return path


def _own(desk: Desk) -> tuple[OfficeCard, PackageKeys]:
    with desk.reading(Verb.EDIT_RECEIVING_OFFICES) as work:
        if there := keys.made(desk, work):
            return keys.card(desk, there), there
    with desk.work("make_package_keys", Verb.EDIT_RECEIVING_OFFICES) as work:
        pairs = keys.present(desk, work)
        work.commit()
        return keys.card(desk, pairs), pairs


def look(desk: Desk, typed: str) -> Looked:
    """Read another office's card; nothing is changed. DeskError beside ``card``, also for one's own."""
    card = office_card.read(package_files.old_file(typed, "card"))
    with desk.reading(Verb.EDIT_RECEIVING_OFFICES) as work:
        desk.require_office()
        _require_other(desk, card)
        return _looked(work, card)


def take(desk: Desk, looked: Looked, *, compared: bool, office_id: UUID | None = None) -> Changes:
    """Note its keys with an office of the list: ``office_id``, or the one that it is known as.

    ``compared``: that both numbers of ``looked`` were shown, and the new one was read out by telephone.
    NotCompared; DeskError beside ``office`` where no office is named; where the list says something else by
    now than was looked at, it has to be looked at again.
    """
    if not compared:
        raise NotCompared
    with desk.work("take_office_card", Verb.EDIT_RECEIVING_OFFICES) as work:
        desk.require_office()
        _require_other(desk, looked.card)
        _require_same(looked, _looked(work, looked.card))
        office = _office(work, office_id or looked.office_id)
        _require_shown(office, looked)
        office.store_id = looked.card.store_id
        office.public_key, office.signing_key = looked.card.public_key.hex(), looked.card.signing_key.hex()
        return work.commit(lists=("receiving_offices",), result=office.id)


def _require_other(desk: Desk, card: OfficeCard) -> None:
    if card.store_id == desk.store.place.vault.read().store_id:
        raise DeskError(N_("This is this office's own card. Give it to those who send packages here."),
                        field="card")


def _looked(work: Work, card: OfficeCard) -> Looked:
    check = office_card.check_number(card)
    known = next((one for one in standing(work) if one.store_id == card.store_id), None)
    if known is None:
        return Looked(card, check, Standing.NEW)
    if (known.public_key, known.signing_key) == (card.public_key.hex(), card.signing_key.hex()):
        return Looked(card, check, Standing.KNOWN, known.id, known.name)
    return Looked(card, check, Standing.CHANGED, known.id, known.name, noted_check(known, card.office))


def _require_same(looked: Looked, now: Looked) -> None:
    if (looked.standing, looked.office_id, looked.former) != (now.standing, now.office_id, now.former):
        raise DeskError(N_("The list of receiving offices changed meanwhile. Look at the card again."),
                        field="card")


def _require_shown(office: ReceivingOffice, looked: Looked) -> None:
    """An office that has keys of another copy of the program is not given others in passing."""
    if office.public_key and office.id != looked.office_id:
        raise DeskError(N_("“{office}” has the keys of another card. Take the office out of the list and add "
                           "it anew, if that is no longer so."), field="office", office=office.name)


def _office(work: Work, office_id: UUID | None) -> ReceivingOffice:
    if office_id is None:
        raise DeskError(N_("Choose which office of the list this card belongs to, or add the office first."),
                        field="office")
    found = next((one for one in standing(work) if one.id == office_id), None)
    if found is None:
        raise NotThere(office_id)
    return found


def offices(desk: Desk) -> list[ReceivingOffice]:
    """The offices of the list, by name, to choose from whose card it is; for looking only."""
    with desk.reading(Verb.EDIT_RECEIVING_OFFICES) as work:
        return sorted((replace(one) for one in standing(work)), key=lambda one: (one.name, one.id))


def standing(work: Work) -> list[ReceivingOffice]:
    """The offices of the list that stand."""
    return [one for one in work.all_of(ReceivingOffice) if not one.removed_at]


def noted_check(office: ReceivingOffice, called: str) -> str:
    """The number of the keys that are noted, as the office's card would show it under that name; nothing
    where somebody wrote into the list outside the program."""
    try:
        return office_card.check_number(OfficeCard(
            store_id=office.store_id or UUID(int=0), office=called,
            public_key=bytes.fromhex(office.public_key), signing_key=bytes.fromhex(office.signing_key)))
    except ValueError:
        return ""
