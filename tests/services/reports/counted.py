"""A store's figures counted again, slowly and in plain sight."""

from __future__ import annotations

from collections import Counter
from datetime import date

from mediation_desk.domain.case import Case
from mediation_desk.domain.vocabulary import Status
from mediation_desk.services.desk import Desk
from mediation_desk.store.reading.figures import proving
from mediation_desk.store.tables.cases import WHOLE
from mediation_desk.store.work.work import Work


def figures_hold(desk: Desk) -> None:
    """Everything that is kept for figures is what a recount gives."""
    with desk.store.engine.connect() as connection:
        assert proving.wrong(connection) == proving.Wrong((), ())


def every_case(work: Work) -> list[Case]:
    """All cases that stand in figures, whole."""
    from sqlalchemy import select

    found = work._session.scalars(select(Case).options(*WHOLE)).all()
    return [one for one in found if one.removed_at is None and one.status is not Status.VOIDED]


def slowly(cases: list[Case], since: date, until: date) -> Counter[str]:
    """What an overview says, by going through the cases one by one."""
    told: Counter[str] = Counter()
    for case in cases:
        open_before = case.received_on < since and not (case.closed_on and case.closed_on < since)
        open_after = case.received_on <= until and not (case.closed_on and case.closed_on <= until)
        told["stock_start"] += open_before
        told["stock_end"] += open_after
        if since <= case.received_on <= until:
            told["received"] += 1
            told["people_received"] += len(case.applicants)
            told["same_day"] += case.registered_on == case.received_on
        if case.closed_on and since <= case.closed_on <= until:
            assert case.outcome
            told["closed"] += 1
            told[f"closed_{case.outcome.value}"] += 1
            told["claimed"] += case.claimed.fen
            agreement = case.agreement
            told["agreed"] += agreement.total.fen if agreement and agreement.signed_on else 0
    return told
