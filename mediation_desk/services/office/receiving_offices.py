"""The office's list of receiving offices: who takes matters over, or answers for a part of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.referral.offices import WORDS, OfficeKind, ReceivingOffice, check_office, in_order
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.text.storable import line
from mediation_desk.domain.words import NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.services.office.merging import merged_row
from mediation_desk.store.work.work import Work

LISTS = ("receiving_offices",)


@dataclass(frozen=True)
class OfficeDraft:
    """An office as it is entered."""

    kind: OfficeKind
    name: str
    takes: str = ""
    contact: str = ""
    phone: str = ""
    address: str = ""
    answer_days: int | None = None


def receiving_offices(desk: Desk) -> list[ReceivingOffice]:
    """Those that stand, by kind and name. They name no case, so that everybody at the office reads them."""
    with desk.reading() as work:
        return [replace(one) for one in standing(work)]


def add_office(desk: Desk, draft: OfficeDraft) -> Changes:
    """Let the list have a further office."""
    with desk.work("add_receiving_office", Verb.EDIT_RECEIVING_OFFICES) as work:
        others = standing(work)
        made = ReceivingOffice(id=work.new_key(), kind=draft.kind, name="")
        _write(made, _told(draft))
        check_office(made, others)
        work.put(made)
        return work.commit(lists=LISTS, result=made.id)


def change_office(desk: Desk, office_id: UUID, draft: OfficeDraft, seen: ReceivingOffice | None = None
                  ) -> Changes:
    """Keep other words of an office; referrals keep the name that they went out with. ``seen``: the office
    as the person looked at it."""
    with desk.work("change_receiving_office", Verb.EDIT_RECEIVING_OFFICES) as work:
        office = _office(work, office_id)
        stands = _words(office)
        merged = merged_row(desk, work, ("receiving_offices", str(office_id)),
                            _words(seen) if seen else stands, _told(draft), stands)
        _write(office, merged)
        check_office(office, [one for one in standing(work) if one is not office])
        return work.commit(lists=LISTS)


def remove_office(desk: Desk, office_id: UUID) -> Changes:
    """Take an office out of the list; what was referred to it goes on saying so."""
    with desk.work("remove_receiving_office", Verb.EDIT_RECEIVING_OFFICES) as work:
        _office(work, office_id).removed_at = work.who.now
        return work.commit(lists=LISTS)


def put_back_office(desk: Desk, office_id: UUID) -> Changes:
    """Let an office that was taken out stand in the list again; without its keys where another one has that
    office's card by now: the keys of two cards are never believed at once."""
    with desk.work("put_back_receiving_office", Verb.EDIT_RECEIVING_OFFICES) as work:
        office = work.row(ReceivingOffice, office_id)
        others = [one for one in standing(work) if one is not office]
        check_office(office, others)
        if office.store_id is not None and office.store_id in {one.store_id for one in others}:
            office.store_id, office.public_key, office.signing_key = None, "", ""
        office.removed_at = None
        return work.commit(lists=LISTS)


def standing(work: Work) -> list[ReceivingOffice]:
    """Those of the list, for a verb that is under way."""
    return in_order(one for one in work.all_of(ReceivingOffice) if not one.removed_at)


def _office(work: Work, office_id: UUID) -> ReceivingOffice:
    found = next((one for one in standing(work) if one.id == office_id), None)
    if found is None:
        raise NotThere(office_id)
    return found


def _told(draft: OfficeDraft) -> dict[str, object]:
    """Each word as it is kept, in one line."""
    told = {name: getattr(draft, name) for name in WORDS}
    return {name: line(value) if type(value) is str else value for name, value in told.items()}


def _words(office: ReceivingOffice) -> dict[str, object]:
    return {name: getattr(office, name) for name in WORDS}


def _write(office: ReceivingOffice, words: Mapping[str, Any]) -> None:
    for name, value in words.items():
        setattr(office, name, value)
