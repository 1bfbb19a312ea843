"""Matters for the tests of reports: registered on a day, against somebody, closed on another."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from mediation_desk.domain.vocabulary import Business, KindOfWork, Outcome, PartyKind, Role, Source
from mediation_desk.services import editing
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering

COMPANY = "河湟同城配送有限公司"


def received(desk: Desk, on: date, *, workers: int = 1, company: str = COMPANY, cause: str = "追索劳动报酬",
             source: Source = Source.WALK_IN, kind: KindOfWork = KindOfWork.COURIER,
             business: Business = Business.PLATFORM) -> UUID:
    """A matter of so many workers."""
    people = [registering.PartyDraft(Role.APPLICANT, f"申请人{at}") for at in range(workers)]
    against = registering.PartyDraft(Role.RESPONDENT, company, PartyKind.ORGANISATION,
                                     particulars={"business": business})
    made = registering.register(desk, registering.IntakeDraft(
        on, source, "工单 1" if source is Source.HOTLINE else "", kind, cause,
        parties=[*people, against])).result
    assert made
    return made


def accepted(desk: Desk, on: date, **given: object) -> UUID:
    """The same, accepted on that day."""
    made = received(desk, on, **given)  # type: ignore[arg-type]
    editing.save(desk, made, [editing.Edit("case", made, side, None, on)
                              for side in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(desk, made, on)
    return made


def closed(desk: Desk, on: date, until: date, outcome: Outcome = Outcome.WITHDRAWN, **given: object) -> UUID:
    """The same, closed on another day."""
    made = accepted(desk, on, **given)
    closing.close(desk, made, until, outcome, referred_to="某承办单位" if outcome is Outcome.REFERRED else "",
                  sure=True)
    return made
