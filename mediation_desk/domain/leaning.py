"""What leans on what: every reference from one row of a case to another, and what a removal does with it.

One table serves them all: removing a row, restoring it, undoing its insertion, and the check of the
whole after a merge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Any
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.evidence import Exhibit, mentions
from mediation_desk.domain.merging import Broken, Key
from mediation_desk.domain.words import N_, DeskError, say

Tables = Mapping[str, Sequence[Any]]
"""All rows of a case by table, removed ones too."""


class Removal(Enum):
    """What becomes of a row when the one it leans on is taken out."""

    GOES_ALONG = "taken out with it, and restored with it"
    HOLDS = "the other is not taken out while this one stands"
    PART = "it belongs to the other, and is seen only there"
    STAYS = "it is a record of what was, and is read as such"


@dataclass(frozen=True)
class Reference:
    """Rows of ``table`` name a row of ``on`` in their field.

    ``held``: what is said when such a row holds a removal back; ``{name}`` is what was to be taken out.
    ``reads``: the names in the field's value; ``named``: the name of a row of ``on``.
    """

    table: str
    field: str
    on: str
    removal: Removal
    held: str = ""
    reads: Callable[[Any], Iterable[object]] = lambda value: (value,)
    named: Callable[[Any], object] = lambda row: row.id

    def leaning(self, row: Any, tables: Tables) -> list[Any]:
        """The rows that stand and lean on this row."""
        name = str(self.named(row))
        return [one for one in tables.get(self.table, ()) if not one.removed_at
                and name in map(str, self.reads(getattr(one, self.field)))]


def _naming_exhibits(table: str) -> Reference:
    """Entries that name exhibits by their numbers in a text (证据3)."""
    return Reference(table, "evidence", "exhibits", Removal.HOLDS,
                     N_("“{name}” is named as evidence of an element or a factor. Take it out there first."),
                     reads=mentions, named=lambda exhibit: exhibit.position)


_ALONG, _HOLDS, _PART, _STAYS = Removal.GOES_ALONG, Removal.HOLDS, Removal.PART, Removal.STAYS

REFERENCES: tuple[Reference, ...] = (
    Reference("parties", "acts_for", "parties", _ALONG),
    Reference("claims", "worker_id", "parties", _ALONG),
    Reference("element_entries", "worker_id", "parties", _ALONG),
    Reference("respondent_statements", "worker_id", "parties", _ALONG),
    Reference("respondent_statements", "party_id", "parties", _ALONG),
    Reference("payments", "worker_id", "parties", _HOLDS,
              N_("Payments to {name} are booked. Reverse them first.")),
    Reference("payments", "exhibit_id", "exhibits", _HOLDS,
              N_("“{name}” is the voucher of a payment. Take it off the payment first.")),
    Reference("return_visits", "party_id", "parties", _HOLDS,
              N_("A return visit with {name} is recorded. Take it out first.")),
    Reference("exhibits", "given_by", "parties", _HOLDS,
              N_("{name} handed in evidence. Say first who else it comes from, or take it out.")),
    # Drafted terms are measured against the parties whenever they are printed or signed; from the
    # signature on nobody comes or goes.
    Reference("shares", "worker_id", "parties", _STAYS),
    Reference("debtors", "party_id", "parties", _STAYS),
    Reference("claim_terms", "worker_id", "parties", _STAYS),
    Reference("instalment_shares", "worker_id", "parties", _STAYS),
    Reference("payments", "paid_by", "parties", _STAYS),
    Reference("payment_notes", "party_id", "parties", _STAYS),
    Reference("reminders", "party_id", "parties", _STAYS),
    Reference("signatures", "party_id", "parties", _STAYS),
    # What happened at the table names whoever was there, as what was told, asked and consented to does.
    Reference("session_presences", "party_id", "parties", _STAYS),
    Reference("minute_entries", "party_id", "parties", _STAYS),
    Reference("rights_told", "party_id", "parties", _STAYS),
    Reference("recusals", "party_id", "parties", _STAYS),
    Reference("extension_consents", "party_id", "parties", _STAYS),
    Reference("unmaskings", "party_id", "parties", _STAYS),  # who looked at the numbers remains known
    Reference("service_receipts", "party_id", "parties", _STAYS),  # that it was served remains true
    Reference("inquiries", "party_id", "parties", _STAYS),
    Reference("person_links", "party_id", "parties", _ALONG),
    Reference("return_visits", "order_id", "work_orders", _STAYS),
    Reference("order_steps", "order_id", "work_orders", _ALONG),
    Reference("order_replies", "order_id", "work_orders", _ALONG),
    Reference("attendees", "session_id", "sessions", _PART),
    Reference("session_presences", "session_id", "sessions", _PART),
    Reference("session_stretches", "session_id", "sessions", _PART),
    Reference("minute_entries", "session_id", "sessions", _PART),
    Reference("rights_told", "session_id", "sessions", _STAYS),  # that they were told remains true
    Reference("sessions", "continues_id", "sessions", _STAYS),
    Reference("signatures", "agreement_id", "agreements", _STAYS),
    Reference("agreements", "supplements_id", "agreements", _STAYS),
    Reference("shares", "agreement_id", "agreements", _PART),
    Reference("debtors", "agreement_id", "agreements", _PART),
    Reference("claim_terms", "agreement_id", "agreements", _PART),
    Reference("instalments", "agreement_id", "agreements", _PART),
    Reference("instalment_shares", "instalment_id", "instalments", _PART),
    _naming_exhibits("element_entries"),
    _naming_exhibits("relationship_entries"),
)

PLACES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "claims": ("worker_id", "claim"), "element_entries": ("element", "worker_id"),
    "respondent_statements": ("element", "worker_id", "party_id"),
    "relationship_entries": ("factor",), "offers": ("side", "round"), "agreements": ("supplements_id",),
    "signatures": ("party_id", "signer", "paper_sha256"), "file_points": ("point",),
    "exhibits": ("position",), "copied_fields": ("platform", "field"),
    "session_presences": ("session_id", "party_id"), "order_replies": ("order_id",),
    "person_links": ("party_id", "same_as")})
"""Where there is one row only: the fields that say where. Of agreements, one that
changes no other, and one to each that it changes."""

_LISTS: Mapping[str, str] = MappingProxyType({
    "parties": "parties_all", "claims": "claims_all", "element_entries": "entries_all",
    "respondent_statements": "statements_all", "relationship_entries": "factors_all",
    "sessions": "sessions_all", "offers": "offers_all", "rights_told": "rights_all",
    "recusals": "recusals_all", "extension_consents": "extensions_all", "told_facts": "told_all",
    "agreements": "agreements_all", "payments": "payments_all", "payment_notes": "payment_notes_all",
    "reminders": "reminders_all", "signatures": "signatures_all", "file_points": "review_all",
    "service_receipts": "receipts_all", "inquiries": "inquiries_all", "copied_fields": "copied_all",
    "return_visits": "visits_all",
    "work_orders": "orders_all", "order_steps": "order_steps_all", "order_replies": "replies_all",
    "person_links": "links_all", "referrals": "referrals_all", "case_origins": "origins_all"})
_PARTS: Mapping[str, tuple[str, str]] = MappingProxyType({
    "attendees": ("sessions", "attendees_all"), "session_presences": ("sessions", "presences_all"),
    "session_stretches": ("sessions", "stretches_all"), "minute_entries": ("sessions", "minutes_all"),
    "debtors": ("agreements", "debtors_all"), "claim_terms": ("agreements", "claim_terms_all"),
    "shares": ("agreements", "shares_all"),
    "instalments": ("agreements", "instalments_all"), "instalment_shares": ("instalments", "shares_all")})


def tables_of(case: Case, exhibits: Sequence[Exhibit] = ()) -> Tables:
    """The rows of the case by table; its exhibits are read apart from it."""
    tables: dict[str, Sequence[Any]] = {name: getattr(case, rows) for name, rows in _LISTS.items()}
    for name, (owner, rows) in _PARTS.items():
        tables[name] = [part for row in tables[owner] for part in getattr(row, rows)]
    return tables | {"exhibits": exhibits}


def taken_out_with(table: str, row: Any, tables: Tables) -> Iterator[tuple[str, Any]]:
    """The row and all that goes out with it, each once, with its table. DeskError when something holds it."""
    yield from _taken_out_with(table, row, tables, set())


def _taken_out_with(table: str, row: Any, tables: Tables, found: set[UUID]) -> Iterator[tuple[str, Any]]:
    """``found``: what goes out already: two people entered as acting for one another lean on each other."""
    if row.id in found:
        return
    found.add(row.id)
    yield table, row
    for reference in REFERENCES:
        if reference.on != table or reference.removal in (Removal.PART, Removal.STAYS):
            continue
        for leaning in reference.leaning(row, tables):
            if reference.removal is Removal.HOLDS:
                raise DeskError(reference.held, name=called(row))
            yield from _taken_out_with(reference.table, leaning, tables, found)


def acting_for(case: Case, party_id: UUID) -> list[str]:
    """The names of those who act for a party, and go out with it."""
    return [party.name for party in case.parties if party.acts_for == party_id]


def called(row: Any) -> object:
    """What a person calls the row: an exhibit's number, a party's name."""
    return getattr(row, "label", "") or getattr(row, "name", "") or say(N_("(no name yet)"))


def left_leaning(tables: Tables) -> Iterator[Broken]:
    """What stands and leans on something that was taken out."""
    for reference in REFERENCES:
        gone = _gone(reference, tables)
        for row in tables.get(reference.table, ()) if gone else ():
            for name in map(str, reference.reads(getattr(row, reference.field))):
                if name in gone and not row.removed_at:
                    yield Broken((_key(reference.table, row), _key(reference.on, gone[name])), say(N_(
                        "Something else here belongs to “{name}”; the one does not stand without the "
                        "other."), name=called(gone[name])))


def _gone(reference: Reference, tables: Tables) -> dict[str, Any]:
    """By name, what was taken out and may not be leaned on any more."""
    if reference.removal in (Removal.PART, Removal.STAYS):
        return {}
    there = {str(reference.named(row)) for row in tables.get(reference.on, ()) if not row.removed_at}
    return {name: row for row in tables.get(reference.on, ())
            if row.removed_at and (name := str(reference.named(row))) not in there}


def doubled(tables: Tables) -> Iterator[Broken]:
    """Two rows that stand in a place for one."""
    for table, fields in PLACES.items():
        places: dict[tuple[str, ...], list[Any]] = {}
        for row in tables.get(table, ()):
            if not row.removed_at:
                places.setdefault(tuple(str(getattr(row, name)) for name in fields), []).append(row)
        for rows in places.values():
            if len(rows) > 1:
                yield Broken(tuple(_key(table, row) for row in rows),
                             say(N_("There would be two entries in a place for one.")))


def _key(table: str, row: Any) -> Key:
    return table, str(row.id)
