"""An office's card: what it hands out so that others can send packages to it and know its own. No secret."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta, Struct

from mediation_desk.domain.mediation.holders import MARK_BYTES, readable
from mediation_desk.domain.text.storable import line
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.store.referral.package_keys import SIGNATURE_BYTES, PackageKeys, is_signed
from mediation_desk.store.travel import envelope
from mediation_desk.store.travel.card import CardDamaged, Line, after_head
from mediation_desk.store.vault.keys import WillNotOpen

ENDING = ".mdoffice"
MAGIC = b"mediation-desk office card "
FORMAT = b"1\n"
PublicKey = Annotated[bytes, Meta(min_length=32, max_length=32)]


class NoCard(DeskError):
    """The file is no office's card."""

    def __init__(self) -> None:
        super().__init__(N_("This file is not an office's card of this program."), field="card")


class OfficeCard(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which office, the key that packages to it are encrypted for, and the key that its own are signed by."""

    store_id: UUID
    office: Line
    public_key: PublicKey
    signing_key: PublicKey


def check_number(card: OfficeCard) -> str:
    """What both read out to one another: another key, name or store on the card makes another number."""
    return readable(hashlib.sha256(MAGIC + _written(card)).digest()[:MARK_BYTES])


def written(card: OfficeCard, keys: PackageKeys) -> bytes:
    """The file's content, signed by the office itself: nobody puts another's signing key on a card."""
    told = _written(card)
    return MAGIC + FORMAT + keys.sign(MAGIC + FORMAT + told) + told


def _written(card: OfficeCard) -> bytes:
    return msgspec.msgpack.encode(card)


def read(path: Path) -> OfficeCard:
    """The card in that file. NoCard, CardDamaged; DeskError beside ``card`` for a newer one, or where it
    cannot be read."""
    rest = after_head(path, MAGIC, FORMAT, NoCard)
    signature, told = rest[:SIGNATURE_BYTES], rest[SIGNATURE_BYTES:]
    card = _card(told)
    if not is_signed(MAGIC + FORMAT + told, signature, card.signing_key):
        raise CardDamaged
    return card


def _card(told: bytes) -> OfficeCard:
    try:
        card = msgspec.msgpack.decode(told, type=OfficeCard)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise CardDamaged from None
    if not is_possible(card):
        raise CardDamaged
    return card


def is_possible(card: OfficeCard) -> bool:
    """Whether something can be encrypted for the card at all: a key that nobody can have is none."""
    try:
        envelope.enclose(b"", card.public_key, b"")
    except WillNotOpen:
        return False
    return bool(line(card.office))
