"""The list of exhibits on paper, of the whole case or of what one side handed in."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from mediation_desk.documents import context as views
from mediation_desk.domain.case import Case
from mediation_desk.domain.evidence import Exhibit, giver
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Role, Side
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.fonts import Fonts
from mediation_desk.library.forms import document_template
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import making
from mediation_desk.services.papers.told import SIDES, Told, Wanted

EXHIBIT_LIST = "exhibit-list"
SUBSTITUTE = "〓"


def make(desk: Desk, case_id: UUID, side: Side | None = None) -> making.Paper:
    """证据清单 for preview and printing, as the case stands; ``side``: only what that side gave."""
    from mediation_desk.documents.render import pdf

    with desk.case_reading(case_id) as (work, case):
        told = Told(desk, case, making.names(work, case), case.agreement, Wanted(side))
        context = exhibit_list(told, work.evidence.of(case_id))
    form = document_template(EXHIBIT_LIST)
    return making.Paper(EXHIBIT_LIST, form.title, pdf(form, context, desk.library.fonts, created=desk.now))


def exhibit_list(told: Told, exhibits: Sequence[Exhibit]) -> views.ExhibitList:
    """What the paper is told. Raises DeskError while there is nothing to list."""
    side = told.wanted.side
    listed = [one for one in exhibits if side is None or side_of(told.case, one) is side]
    if not listed:
        raise DeskError(N_("There is no evidence to list yet; add it under Evidence first."))
    return views.ExhibitList(
        office=told.office(), case=told.view(), exhibits=tuple(_row(told, one) for one in listed),
        made_on=told.today, side=told.label(SIDES[side]) if side else None)


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


def _row(told: Told, exhibit: Exhibit) -> views.EvidenceRow:
    form = N_("Original") if exhibit.original else N_("Copy")
    name = printable(exhibit.name, told.desk.library.fonts)
    return views.EvidenceRow(str(exhibit.position), name, _giver(told, exhibit), exhibit.proves,
                             told.words.translate(form))


def _giver(told: Told, exhibit: Exhibit) -> str:
    given = giver(exhibit.given_by)
    if given is None:
        return ""
    if isinstance(given, Side):
        return told.label(SIDES[given])
    party = _party(told.case, given)
    return f"{told.label(party.role)}{party.name}" if party is not None else ""


def printable(name: str, fonts: Fonts) -> str:
    """A file's name as paper can show it: characters that the typeface lacks (pictographs, other
    scripts) become 〓. A name on disk is nobody's typing, so it is no reason to refuse the paper."""
    from mediation_desk.documents.setting.typeset import face

    known = face(fonts, fonts.song).widths
    return "".join(char if char in known else SUBSTITUTE for char in name if not _only_joins(char))


def _only_joins(char: str) -> bool:
    """Marks that change how their neighbours look and are nothing by themselves."""
    return char in "\u200c\u200d\u200e\u200f\ufe0e\ufe0f" or "\u202a" <= char <= "\u2069"
