"""The joint view of a case: what both sides may look at together on a turned or a second screen."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.mediation.joint_view import JointView, facts_of, offers_of, terms_of, told_of
from mediation_desk.domain.people import Party
from mediation_desk.domain.sorting.record import AgreedFact, record_of
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.mediation.releasing import show_told
from mediation_desk.services.sorting import sorting


def joint_view(desk: Desk, case_id: UUID) -> JointView:
    """The open matter of a case that both sides may see. It opens no key and reads no sealed row."""
    with desk.case_reading(case_id) as (_work, case):
        agreed = _agreed(desk, case)
        return JointView(
            applicants=_names(case.applicants), respondents=_names(case.respondents),
            facts=facts_of(agreed or (), case.applicants), told=told_of(case.told_facts),
            offers=offers_of(case.offers), terms=terms_of(case.agreement), sorted=agreed is not None)


def shown(desk: Desk, case_id: UUID) -> JointView:
    """The same, as it is about to be shown to both sides: what a side sees there for the first time is out
    from then on. Where the case is over, or the person holds no key of it, that is not noted."""
    view = joint_view(desk, case_id)
    for side in Side:
        if news := view.news_to(side):
            with suppress(DeskError):  # they may look, and not write
                show_told(desk, case_id, side, news)
    return view


def _agreed(desk: Desk, case: Case) -> Sequence[AgreedFact] | None:
    """What both sides state alike; None where the case's sheet cannot be put together."""
    try:
        return record_of(sorting.sort(case, sorting.sorter(desk, case))).agreed
    except DeskError:
        return None


def _names(parties: Sequence[Party]) -> tuple[str, ...]:
    return tuple(party.name for party in parties)
