"""Giving papers out for service, and noting how each was received; what is on its way, over all cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Place, Seen
from mediation_desk.domain.serving import ServiceManner, ServiceReceipt, check_receipt
from mediation_desk.domain.text.storable import line, storable
from mediation_desk.domain.words import NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.services.removing import take_out
from mediation_desk.store.values import plain

KEPT = frozenset(each.name for each in fields(ServiceReceipt)) - {"id", "case_id", "removed_at"}
"""The fields of a receipt that a person enters."""


@dataclass(frozen=True)
class Given:
    """A paper that goes out: to whom, which, how many, how, by whom and until when."""

    title: str
    template: str = ""
    party_id: UUID | None = None
    recipient: str = ""
    number: str = ""
    copies: int = 1
    manner: ServiceManner = ServiceManner.DIRECT
    place: str = ""
    sent_by: str = ""
    sent_on: date | None = None
    due_on: date | None = None


def serve(desk: Desk, case_id: UUID, given: Sequence[Given], seen: Seen | None = None) -> Changes:
    """Give papers out for service, each with a receipt of its own; all of them or none."""
    with desk.case_work(case_id, "serve", seen) as (work, case):
        keys = sorted(work.new_key() for _one in given)  # rows stand in the order of their keys
        case.receipts_all.extend(_made(desk, case, key, one) for key, one in zip(keys, given, strict=True))
        return work.commit(lists=("agenda",))


def _made(desk: Desk, case: Case, key: UUID, given: Given) -> ServiceReceipt:
    told: dict[str, Any] = {each.name: _kept(each.name, getattr(given, each.name)) for each in fields(given)}
    receipt = ServiceReceipt(id=key, case_id=case.id, **told)
    receipt.recipient = _recipient(case, receipt)
    check_receipt(receipt, _local(desk))
    return receipt


def _recipient(case: Case, receipt: ServiceReceipt) -> str:
    """The name under which it goes out; a party's own where none was typed. NotThere for a party that is none
    of this case, or is not any more."""
    name = case.party(receipt.party_id).name if receipt.party_id else ""
    return receipt.recipient or name


def note(desk: Desk, case_id: UUID, before: ServiceReceipt, after: ServiceReceipt, seen: Seen | None = None
         ) -> Changes:
    """Note how a receipt stands now; what colleagues noted meanwhile in other fields stays.

    ``before``: the receipt as the person looked at it; ``after``: as they want it. DeskError beside the field
    that cannot be.
    """
    differing = [name for name in KEPT if getattr(before, name) != getattr(after, name)]
    shown = {Place("service_receipts", str(before.id), name): plain(getattr(before, name))
             for name in differing}
    with desk.case_work(case_id, "note_service", (seen or desk.seen(case_id)).telling(shown)) as (work, case):
        receipt = next((one for one in case.receipts if one.id == before.id), None)
        if receipt is None:
            raise NotThere(before.id)
        for name in differing:
            setattr(receipt, name, _kept(name, getattr(after, name)))
        if "party_id" in differing and receipt.party_id is not None:
            case.party(receipt.party_id)  # one who was taken out since stays to whom it went
        check_receipt(receipt, _local(desk))
        return work.commit(lists=("agenda",))


def _kept(name: str, value: object) -> object:
    """A text as it is kept: each in one line but for the note, whose lines stay."""
    if type(value) is not str:
        return value
    return storable(value).strip() if name == "note" else line(value)


def remove(desk: Desk, case_id: UUID, receipt_id: UUID, seen: Seen | None = None) -> Changes:
    """Take a receipt out; it can be restored."""
    with desk.case_work(case_id, "remove_receipt", seen) as (work, case):
        take_out(work, case, "service_receipts", receipt_id)
        return work.commit(lists=("agenda",))


def receipts(desk: Desk, case_id: UUID) -> tuple[ServiceReceipt, ...]:
    """What of a case was given out, in the order in which it was entered; for looking only."""
    with desk.case_reading(case_id) as (_work, case):
        desk.looked_at(case)
        return tuple(replace(one) for one in case.receipts)


def _local(desk: Desk) -> datetime:
    """This moment in the office's zone, as a receipt keeps its hour."""
    return desk.now.astimezone(desk.zone).replace(tzinfo=None)
