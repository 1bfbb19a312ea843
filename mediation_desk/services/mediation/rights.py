"""Telling the parties their rights: an act with its day, who told, and what each of them answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.mediation.rights import RightsTold, check_told
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.text import names
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.vocabulary import RightsAnswer
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation.meeting import session_of
from mediation_desk.services.removing import take_out


def tell_rights(desk: Desk, case_id: UUID, told_on: date, told_by: str, answers: Mapping[UUID, RightsAnswer],
                *, session_id: UUID | None = None, note: str = "", seen: Seen | None = None) -> Changes:
    """Keep that these parties were told their rights, each with what it answered."""
    if not answers:
        raise DeskError(N_("Say what at least one party answered."), field="answers")
    with desk.case_work(case_id, "tell_rights", seen) as (work, case):
        if session_id is not None:
            session_of(case, session_id)
        for party_id, answer in answers.items():
            told = RightsTold(id=work.new_key(), case_id=case_id, party_id=case.party(party_id).id,
                              told_on=told_on, told_by=names.person(told_by), answer=answer,
                              session_id=session_id, note=storable(note).strip())
            check_told(told, desk.today)
            case.rights_all.append(told)
        return work.commit()


def remove_rights(desk: Desk, case_id: UUID, told_id: UUID, seen: Seen | None = None) -> Changes:
    """Take an entry out; it can be restored."""
    with desk.case_work(case_id, "remove_rights", seen) as (work, case):
        take_out(work, case, "rights_told", told_id)
        return work.commit()
