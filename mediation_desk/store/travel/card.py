"""A card: what somebody hands out so that another office can hand cases over to them. Nothing is secret."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta, Struct

from mediation_desk.domain.mediation.holders import MARK_BYTES, readable
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library import private_files
from mediation_desk.store.travel import envelope
from mediation_desk.store.vault.keys import WillNotOpen

ENDING = ".mdcard"
MAGIC = b"mediation-desk card "
FORMAT = b"1\n"
LONGEST = 8 * 1024  # bytes
_DIGEST_BYTES = hashlib.sha256().digest_size
Line = Annotated[str, Meta(min_length=1, max_length=200)]


class CardDamaged(DeskError):
    """The card is not as it was written."""

    def __init__(self) -> None:
        super().__init__(N_("This card is damaged, cut off, or was altered. Ask for it once more."),
                         field="card")


class NoCard(DeskError):
    """The file is no card."""

    def __init__(self) -> None:
        super().__init__(N_("This file is not a card of this program."), field="card")


class Card(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whose desk at which office, and the public key for which bags to it are packed."""

    store_id: UUID
    office: Line
    account_id: UUID
    name: Line
    public_key: Annotated[bytes, Meta(min_length=32, max_length=32)]


def check_number(card: Card) -> str:
    """What both read out to one another: another key, name or office on the card makes another number."""
    return readable(hashlib.sha256(_written(card)).digest()[:MARK_BYTES])


def written(card: Card) -> bytes:
    """The file's content."""
    told = _written(card)
    return MAGIC + FORMAT + hashlib.sha256(told).digest() + told


def _written(card: Card) -> bytes:
    return msgspec.msgpack.encode(card)


def read(path: Path) -> Card:
    """The card in that file. NoCard, CardDamaged; DeskError beside ``card`` for a newer one, or where it
    cannot be read."""
    rest = after_head(path, MAGIC, FORMAT, NoCard)
    digest, told = rest[:_DIGEST_BYTES], rest[_DIGEST_BYTES:]
    if hashlib.sha256(told).digest() != digest:
        raise CardDamaged
    return _card(told)


def _card(told: bytes) -> Card:
    try:
        card = msgspec.msgpack.decode(told, type=Card)
        envelope.enclose(b"", card.public_key, b"")  # a key that nobody can have is refused here
    except (msgspec.DecodeError, UnicodeDecodeError, WillNotOpen):
        raise CardDamaged from None
    return card


def after_head(path: Path, magic: bytes, written_as: bytes, no_card: Callable[[], DeskError]) -> bytes:
    """What follows the head of a card, of any kind of card. ``no_card`` where the file is none of that kind;
    DeskError beside ``card`` for a newer one, or where it cannot be read."""
    content = _content(path, no_card)
    if not content.startswith(magic):
        raise no_card()
    if not content.startswith(magic + written_as):
        raise DeskError(N_("This card was written by a newer version of the program. Install that version "
                           "first; nothing was changed."), field="card")
    return content[len(magic) + len(written_as):]


def _content(path: Path, no_card: Callable[[], DeskError]) -> bytes:
    try:
        with private_files.open_plain(path) as file:
            content = file.read(LONGEST + 1)
    except private_files.NoFile:
        raise no_card() from None
    except OSError as trouble:
        raise DeskError(N_("The card cannot be read: the stick was pulled out, or the file is gone."),
                        field="card") from trouble
    if len(content) > LONGEST:
        raise no_card()
    return content
