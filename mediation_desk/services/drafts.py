"""What is being typed right now, kept sealed so that a kill, a lock or a power cut loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from mediation_desk.services.desk import Desk
from mediation_desk.store.journal.present_key import former_keys
from mediation_desk.store.vault.keys import Key
from mediation_desk.store.vault.seals import SealBroken, draft_key, seal_draft, unseal_draft
from mediation_desk.store.work.work import Work


def keep(desk: Desk, place: str, text: str) -> None:
    """Keep the text of a field that is being typed; ``place`` names the field."""
    with desk.work("draft") as work:
        put(desk, work, place, text)
        work.commit()


def put(desk: Desk, work: Work, place: str, text: str) -> None:
    """The same within a unit of work that the caller commits."""
    key = draft_key(desk.store.opened.private_key, desk.store.opened.store_key)
    work.drafts.keep(place, seal_draft(key, text, place=place), work.who.now)


def drop(desk: Desk, place: str) -> None:
    """Forget a draft once its field is saved."""
    with desk.work("draft") as work:
        work.drafts.drop(place)
        work.commit()


def all_kept(desk: Desk) -> dict[str, str]:
    """The drafts of the person at the desk, by place; those of a lost key pair are left out."""
    kept = {}
    with desk.reading() as work:
        for place, sealed in work.drafts.all().items():
            text = opened(desk, work, place, sealed)
            if text is not None:
                kept[place] = text
    return kept


def opened(desk: Desk, work: Work, place: str, sealed: bytes) -> str | None:
    """What was sealed for the person at the desk, under the present store key or one before it; None for
    what does not open: of a lost key pair, or altered."""
    mine = desk.store.opened

    def store_keys() -> Iterator[Key]:
        yield mine.store_key
        yield from reversed(former_keys(work.connection, mine.store_key))  # asked for only when need be

    for store_key in store_keys():
        with suppress(SealBroken):
            return unseal_draft(draft_key(mine.private_key, store_key), sealed, place=place)
    return None
