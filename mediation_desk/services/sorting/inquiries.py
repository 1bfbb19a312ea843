"""Inquiries: whom the office asked, when and where, and what was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.inquiries import Inquiry, check_inquiry
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.text import names
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.words import NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.services.removing import take_out


@dataclass(frozen=True)
class InquiryDraft:
    """An inquiry as a person enters it. ``party_id``: who was asked, where that is a party; else ``person``,
    with ``person_is`` for what they are to the matter. ``text``: questions and answers, a line each."""

    held_on: date
    began: str = ""
    ended: str = ""
    place: str = ""
    asked_by: str = ""
    recorder: str = ""
    party_id: UUID | None = None
    person: str = ""
    person_is: str = ""
    text: str = ""


def record(desk: Desk, case_id: UUID, draft: InquiryDraft, inquiry_id: UUID | None = None,
           seen: Seen | None = None) -> Changes:
    """Keep an inquiry, or what was corrected of one."""
    with desk.case_work(case_id, "record_inquiry", seen) as (work, case):
        if inquiry_id is None:
            one = Inquiry(id=work.new_key(), case_id=case_id, held_on=draft.held_on)
            case.inquiries_all.append(one)
        else:
            one = _standing(case, inquiry_id)
        _write(one, case, draft)
        check_inquiry(one, desk.today)
        return work.commit(result=one.id)


def remove(desk: Desk, case_id: UUID, inquiry_id: UUID, seen: Seen | None = None) -> Changes:
    """Take an inquiry out; it can be restored."""
    with desk.case_work(case_id, "remove_inquiry", seen) as (work, case):
        take_out(work, case, "inquiries", inquiry_id)
        return work.commit()


def _write(one: Inquiry, case: Case, draft: InquiryDraft) -> None:
    one.held_on, one.text = draft.held_on, storable(draft.text).strip()
    if draft.party_id and draft.party_id != one.party_id:  # one who was taken out since stays who was asked
        case.party(draft.party_id)
    one.party_id, one.person = draft.party_id, names.person(draft.person)
    for name in ("began", "ended", "place", "asked_by", "recorder", "person_is"):
        setattr(one, name, storable(getattr(draft, name)).strip())


def _standing(case: Case, inquiry_id: UUID) -> Inquiry:
    for one in case.inquiries:
        if one.id == inquiry_id:
            return one
    raise NotThere(inquiry_id)
