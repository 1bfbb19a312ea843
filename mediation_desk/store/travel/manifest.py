"""What a bag says of itself: outside, whom it opens for; inside, whose it is and what must be in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from msgspec import Struct

from mediation_desk.domain.accounts import Role
from mediation_desk.store.vault.document import Cost

FORMAT = 1


class Carrier(Struct, frozen=True, kw_only=True):
    """How the carrier's password opens the bag: the private key under it, as in the vault.

    Between offices it opens with the key that the receiver has at their own desk, and no private key goes
    along.
    """

    account_id: UUID
    salt: bytes
    cost: Cost
    private_wrap: bytes
    public_key: bytes


class Outside(Struct, frozen=True, kw_only=True):
    """What anybody can read. No name stands there, and no number of a case."""

    format: int = FORMAT
    homeward: bool
    bag_id: UUID
    laptop_id: UUID
    store_id: UUID
    carrier: Carrier
    salt: bytes
    for_carrier: bytes = b""
    for_office: bytes = b""


class Person(Struct, frozen=True, kw_only=True):
    """An account of the office: enough to name it, and to know its key again."""

    id: UUID
    login: str
    name: str
    roles: list[Role]
    public_key: bytes
    created_at: datetime
    disabled_at: datetime | None
    standing: int | None
    site_id: UUID | None = None


class Travelling(Struct, frozen=True, kw_only=True):
    """A case in a bag.

    ``number``, ``digest``: where its chain at the office stood at the departure (0: it was begun on the
    laptop). The bag has the entries of the packer's chain behind ``base``, which is linked to
    ``base_digest``, up to ``end`` and its digest ``head``. ``key``: for the carrier alone, the key of what
    was said alone. ``label``: its case number. ``home``: outward, how far the chain of this laptop's own
    is home.
    """

    case_id: UUID
    label: str
    number: int
    digest: bytes
    base: int
    base_digest: bytes
    end: int
    head: bytes
    key: bytes = b""
    home: int = 0


class Content(Struct, frozen=True):
    """A file of evidence in the bag."""

    sha256: str
    size: int


class OwnFace(Struct, frozen=True, kw_only=True):
    """A typeface of the office's own; its file is among the contents."""

    id: UUID
    name: str
    sha256: str
    size: int
    position: int


OfficeTable = Literal["office_places", "bank_layouts", "own_forms", "office_sites", "receiving_offices",
                      "companies", "order_layouts"]


class OfficeRow(Struct, frozen=True, kw_only=True):
    """A row of one of the office's small tables, by column, as the journal writes values."""

    table: OfficeTable
    values: Mapping[str, str | int | None]


class Handover(Struct, frozen=True, kw_only=True):
    """That a bag is not for a laptop: which person of the office hands over, and why. ``salts``: every secret
    by which that office would know a bag from the desk that this one goes to, the present one and those
    before; whoever had a bag from there before knows one of them."""

    sender: str
    reason: str
    salts: list[bytes]


class Inside(Struct, frozen=True, kw_only=True):
    """The first thing in a bag: whose it is, what it was packed from, and how much must be in it.

    ``settings``: the office's, by name, outward only, and so are its ``typefaces`` and ``office_rows``.
    ``numbers``: case numbers reserved, by year, or those that are left. ``counts``: rows by table. Homeward
    ``bags``: those that were opened on the laptop, the latest last; ``still``: cases in which nothing was
    done. ``office_key``: the public key under which bags go home; ``return_salt``: the secret that the office
    knows such a bag by; ``wrap_salt``: what it mixes into the keys of cases. ``handover``: the bag is for
    another office.
    ``names``: between offices, who worked on the cases, by account; with their office where it is not the
    packer's.
    """

    schema: str
    office: str
    laptop: str
    carrier_name: str
    carrier_login: str
    made_at: datetime
    cases: list[Travelling]
    counts: dict[str, int]
    contents: list[Content]
    columns: dict[str, list[str]]
    people: list[Person] = []
    settings: dict[str, Any] = {}
    typefaces: list[OwnFace] = []
    office_rows: list[OfficeRow] = []
    numbers: dict[str, list[tuple[int, int]]] = {}
    bags: list[UUID] = []
    still: list[UUID] = []
    escrow_public_key: bytes | None = None
    office_key: bytes = b""
    return_salt: bytes = b""
    wrap_salt: bytes = b""
    handover: Handover | None = None
    names: dict[str, tuple[str, str]] = {}
