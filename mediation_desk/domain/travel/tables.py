"""How each table travels: with its case, with the office, with what names it, or not at all and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType


class Goes(Enum):
    """What takes a table's rows along."""

    WITH_CASE = "with their case: whole rows, and merged when they come home"
    APART = "with their case, and never merged: each store's own account of it"
    WITH_OFFICE = "as the office has them at departure, never merged"
    BY_CONTENT = "with the exhibits that name them, where evidence is taken along"
    NOT = "not at all"


@dataclass(frozen=True)
class Journey:
    """How a table travels; ``why`` says it where it does not."""

    goes: Goes
    why: str = ""


_CASE = ("cases parties claims element_entries respondent_statements relationship_entries sessions attendees "
         "session_presences session_stretches minute_entries offers rights_told recusals extension_consents "
         "told_facts sealed_items agreements debtors claim_terms shares instalments instalment_shares "
         "payments payment_notes reminders signatures file_points service_receipts inquiries "
         "copied_fields return_visits unmaskings exhibits papers work_orders order_steps order_replies "
         "person_links referrals case_origins")
_APART = "case_key_wraps case_holders bag_cases homecomings journal"
_STAYING = {
    "serials": "a block of numbers is reserved for the laptop and goes in the bag's own list",
    "case_rows": "computed anew from the cases", "agenda_rows": "computed anew from the cases",
    "case_facts": "counted anew from the cases", "day_totals": "counted anew from the cases",
    "packed_facts": "counted anew from the cases", "loose_facts": "counted anew from the cases",
    "figures_form": "each store's own: in which form its figures are kept",
    "frozen_reports": "what the office sent upward is read where it was closed",
    "party_marks": "computed anew from the cases",
    "waiting_matters": "whoever sits at the office registers what waits there",
    "drafts": "what is being typed is its owner's alone and opens in no other store",
    "journal_head": "where the first, store-wide journal of this store was closed",
    "journal_chains": "each store vouches for its heads with its own key; the bag names them",
    "journal_ledger": "each store keeps its own ledger of its heads",
    "laptops": "the office's register of who is on the road", "bags": "the office's register",
}

JOURNEYS: Mapping[str, Journey] = MappingProxyType({
    **{name: Journey(Goes.WITH_CASE) for name in _CASE.split()},
    **{name: Journey(Goes.APART) for name in _APART.split()},
    **{name: Journey(Goes.WITH_OFFICE) for name in ("accounts", "settings", "office_places", "bank_layouts",
                                                         "own_forms", "own_typefaces", "office_sites",
                                                         "receiving_offices", "companies", "order_layouts")},
    **{name: Journey(Goes.BY_CONTENT) for name in ("evidence_files", "evidence_chunks")},
    **{name: Journey(Goes.NOT, why) for name, why in _STAYING.items()}})
"""Every table of the store, once."""


def going(*how: Goes) -> tuple[str, ...]:
    """The tables that go in one of these ways."""
    return tuple(name for name, journey in JOURNEYS.items() if journey.goes in how)


MERGED = going(Goes.WITH_CASE)
"""The tables whose rows a homecoming merges."""
STAYING_HERE = frozenset({"sealed_items", *going(Goes.APART)} - {"journal"})
"""Tables that go to a laptop of the office and to no other office: what was said alone stays with whom it
was said to, and so do its keys; and each office keeps its own account of where a case has been."""
