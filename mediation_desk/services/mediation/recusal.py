"""A party asks for another mediator: the request is taken, decided with a reason, and stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.mediation import rights
from mediation_desk.domain.mediation.rights import Recusal
from mediation_desk.domain.merging import Place, Seen
from mediation_desk.domain.text import names
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.words import NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.services.removing import take_out


@dataclass(frozen=True)
class Decision:
    """How a request ended, by whom, and why."""

    granted: bool
    decided_on: date
    decided_by: str
    why: str


def ask_recusal(desk: Desk, case_id: UUID, party_id: UUID, asked_on: date, of_whom: str, reason: str = "",
                seen: Seen | None = None) -> Changes:
    """Take a party's request for another mediator than the one it names."""
    with desk.case_work(case_id, "ask_recusal", seen) as (work, case):
        asked = Recusal(id=work.new_key(), case_id=case_id, party_id=case.party(party_id).id,
                        asked_on=asked_on, of_whom=names.person(of_whom), reason=storable(reason).strip())
        rights.ask(asked, desk.today)
        case.recusals_all.append(asked)
        return work.commit(result=asked.id)


def decide_recusal(desk: Desk, case_id: UUID, recusal_id: UUID, decision: Decision,
                   seen: Seen | None = None) -> Changes:
    """Decide on a request. One that is granted hands nothing over by itself: a person does."""
    with desk.case_work(case_id, "decide_recusal", seen) as (work, case):
        asked = next((one for one in case.recusals if one.id == recusal_id), None)
        if asked is None:
            raise NotThere(recusal_id)
        work.grounds += [Place("recusals", str(recusal_id), name) for name in ("of_whom", "reason")]
        rights.decide(asked, granted=decision.granted, on=decision.decided_on,
                      by=names.person(decision.decided_by), why=storable(decision.why), today=desk.today)
        return work.commit()


def remove_recusal(desk: Desk, case_id: UUID, recusal_id: UUID, seen: Seen | None = None) -> Changes:
    """Take a request out that was entered by mistake; it can be restored."""
    with desk.case_work(case_id, "remove_recusal", seen) as (work, case):
        take_out(work, case, "recusals", recusal_id)
        return work.commit()
