"""What may be shown of a case that comes home: to its mediators its values, to others that there are some."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.merging import Conflict, Key, Row, Rows
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sites import Site, site_names
from mediation_desk.domain.travel.homecoming import Plan
from mediation_desk.domain.travel.same_people import SamePerson
from mediation_desk.domain.travel.versions import Versions
from mediation_desk.services.desk import Desk
from mediation_desk.store.travel.rows import case_of
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class Known:
    """A case with the rows of either side, by which its people, elements and dates are called.

    It stands in no store: where both sides have a row it is the office's. ``sites``: the office's, by key.
    """

    case: Case
    laptop: Rows = field(repr=False)
    office: Rows = field(repr=False)
    sites: Mapping[str, str] = field(default_factory=dict, repr=False)

    def both(self, same: SamePerson) -> tuple[Row, Row]:
        """The laptop's row of somebody whom both sides entered, and the office's."""
        return self.laptop.get(same.laptop) or self.laptop[same.office], self.office[same.office]


def known(work: Work, versions: Versions) -> Known:
    """What the three versions name."""
    case, _exhibits = case_of({**versions.seen, **versions.mine, **versions.stands})
    return Known(case, versions.mine, versions.stands, site_names(work.all_of(Site)))


def may_decide(desk: Desk, work: Work, case_id: UUID) -> bool:
    """Whether the person at the desk mediates the case: to others its values are not shown."""
    mine = work.members.includes(case_id, desk.who.account_id)
    return mine and desk.may(Verb.EDIT_CASE, own_case=True)


def declared(joined: Mapping[Key, Key], versions: Versions) -> Iterator[SamePerson]:
    """Whom somebody declared one person, so that this can be taken back."""
    for laptop, office in joined.items():
        yield SamePerson(laptop, office, str(versions.stands.get(office, {}).get("name") or ""))


def veiled(plan: Plan) -> Plan:
    """The same questions without anything that was written."""
    questions = tuple(replace(one, conflict=bare(one.conflict)) for one in plan.questions)
    return replace(plan, rows={}, questions=questions, overruled=tuple(map(bare, plan.overruled)))


def bare(conflict: Conflict) -> Conflict:
    """The place of a conflict without a word of what stands there."""
    return replace(conflict, seen=None, mine=None, stands=None)
