"""What is being typed right now, kept sealed so that a kill, a lock or a power cut loses nothing."""

from __future__ import annotations

from mediation_desk.services.desk import Desk
from mediation_desk.store.vault.seals import SealBroken, draft_key, seal_draft, unseal_draft


def keep(desk: Desk, place: str, text: str) -> None:
    """Keep the text of a field that is being typed; ``place`` names the field."""
    key = draft_key(desk.store.opened.private_key, desk.store.opened.store_key)
    with desk.work("draft") as work:
        work.drafts.keep(place, seal_draft(key, text, place=place), work.who.now)
        work.commit()


def drop(desk: Desk, place: str) -> None:
    """Forget a draft once its field is saved."""
    with desk.work("draft") as work:
        work.drafts.drop(place)
        work.commit()


def all_kept(desk: Desk) -> dict[str, str]:
    """The drafts of the person at the desk, by place; those of a lost key pair are left out."""
    key = draft_key(desk.store.opened.private_key, desk.store.opened.store_key)
    kept = {}
    with desk.reading() as work:
        for place, sealed in work.drafts.all().items():
            try:
                kept[place] = unseal_draft(key, sealed, place=place)
            except SealBroken:
                continue
    return kept
