"""Papers of the evidence: the list of exhibits, of the whole case or of what one side handed in."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.documents.views import beside as views
from mediation_desk.documents.views.shared import EvidenceRow
from mediation_desk.domain.case import Case
from mediation_desk.domain.evidence import Exhibit, giver
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Role, Side
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.papers.maker import Maker
from mediation_desk.services.papers.told import SIDES, Told


def exhibit_list(told: Told) -> views.ExhibitList:
    """What the paper is told. Raises DeskError while there is nothing to list."""
    side, listed = told.wanted.side, rows(told)
    if not listed:
        raise DeskError(N_("There is no evidence to list yet; add it under Evidence first."))
    return views.ExhibitList(
        office=told.office(), case=told.view(), exhibits=listed, made_on=told.today,
        side=told.label(SIDES[side]) if side else None)


def rows(told: Told) -> tuple[EvidenceRow, ...]:
    """Every exhibit of the wanted side, or of all, in the order of their numbers."""
    side = told.wanted.side
    return tuple(_row(told, one) for one in told.exhibits if side is None or side_of(told.case, one) is side)


def side_of(case: Case, exhibit: Exhibit) -> Side | None:
    """Whose evidence it is: the side itself, or the side of the party or of whom that party acts for."""
    given = giver(exhibit.given_by)
    if given is None or isinstance(given, Side):
        return given
    party = _party(case, given)
    if party is not None and party.acts_for is not None:
        party = _party(case, party.acts_for)
    roles = {Role.APPLICANT: Side.APPLICANT, Role.REPRESENTATIVE: Side.APPLICANT,
             Role.RESPONDENT: Side.RESPONDENT}
    return roles.get(party.role) if party is not None else None


def _party(case: Case, key: UUID) -> Party | None:
    return next((party for party in case.parties_all if party.id == key), None)


def _row(told: Told, exhibit: Exhibit) -> EvidenceRow:
    form = N_("Original") if exhibit.original else N_("Copy")
    return EvidenceRow(str(exhibit.position), exhibit.name, _giver(told, exhibit), exhibit.proves,
                       told.words.translate(form), exhibit.source or "", exhibit.pages, exhibit.received_on,
                       exhibit.opinion or "", exhibit.original, exhibit.returned_on)


def _giver(told: Told, exhibit: Exhibit) -> str:
    given = giver(exhibit.given_by)
    if given is None:
        return ""
    if isinstance(given, Side):
        return told.label(SIDES[given])
    party = _party(told.case, given)
    return f"{told.label(party.role)}{party.name}" if party is not None else ""


PAPERS = (
    Maker(views.ExhibitList, exhibit_list, lambda _case: True, with_exhibits=True),
)
