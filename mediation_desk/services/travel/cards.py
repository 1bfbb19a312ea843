"""Cards: one's own, to be handed out; and another office's, read before cases are handed over to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library import private_files
from mediation_desk.services.desk import Desk
from mediation_desk.services.travel import files
from mediation_desk.store.travel import card
from mediation_desk.store.travel.card import Card
from mediation_desk.store.vault.keys import public_half


@dataclass(frozen=True)
class Shown:
    """A card as it is looked at; ``check``: the number that both read out to one another."""

    card: Card
    check: str


def own(desk: Desk) -> Shown:
    """The card of the person at the desk: for whoever hands cases over to them. NeedsOffice on a laptop."""
    with desk.reading(Verb.REGISTER_CASE):
        desk.require_office()
        me = desk.store.opened
        made = Card(store_id=desk.store.place.vault.read().store_id, office=desk.settings.name,
                    account_id=me.account_id, name=desk.who.name, public_key=public_half(me.private_key))
    return Shown(made, card.check_number(made))


def write_own(desk: Desk, folder: str, name: str) -> Path:
    """Write it into a new file; nothing in it is secret. DeskError beside ``folder`` or ``file``."""
    made = own(desk)
    path = files.new_file(folder, name, card.ENDING)
    try:
        private_files.write(path, card.written(made.card))
    except OSError as trouble:
        raise DeskError(N_("The card could not be written: the disk or stick is full, write-protected, or "
                           "was pulled out."), field="folder") from trouble
    return path


def read(desk: Desk, typed: str) -> Shown:
    """Another office's card. DeskError beside ``card``, also for one of the own office."""
    found = card.read(files.old_card(typed))
    with desk.reading(Verb.REGISTER_CASE):
        require_other(desk.store.place.vault.read().store_id, found)
    return Shown(found, card.check_number(found))


def require_other(own: UUID, found: Card) -> None:
    """Refuse to hand over to this office itself; ``own``: the number of its store."""
    if found.store_id == own:
        raise DeskError(N_("This is a card of your own office. A colleague is put on the case beside it; a "
                           "laptop takes cases along."), field="card")
