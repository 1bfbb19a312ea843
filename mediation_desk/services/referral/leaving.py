"""What leaves with a referral: the people, claims, papers and exhibits that were chosen, and nothing else.

Whatever writes a referral out (its letter, plain files, a sealed package) takes what it says from here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.casefile.entries import Entry, Part
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.people import Claim, Party
from mediation_desk.domain.referral.referrals import Referral
from mediation_desk.domain.referring import chosen
from mediation_desk.domain.words import NotThere
from mediation_desk.services.casefile import listing
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.enclosed import may_leave
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class Leaving:
    """What goes with one referral: copies, for looking only. ``missing``: keys of papers that cannot be
    made any more as the case stands."""

    referral: Referral
    parties: tuple[Party, ...]
    claims: tuple[Claim, ...]
    exhibits: tuple[Exhibit, ...]
    papers: tuple[Entry, ...] = ()
    missing: tuple[str, ...] = ()


def leaving(desk: Desk, case_id: UUID, referral_id: UUID) -> Leaving:
    """What goes with a referral, as the case stands. NotThere."""
    with desk.case_reading(case_id) as (work, case):
        found = of(work, case, standing(case, referral_id))
    keys = found.referral.papers.split()
    known = {one.key: one for one in papers(desk, case_id)} if keys else {}
    return replace(found, papers=tuple(known[key] for key in keys if key in known),
                   missing=tuple(key for key in keys if key not in known))


def of(work: Work, case: Case, referral: Referral) -> Leaving:
    """The same without the papers, in a unit of work that is under way."""
    wanted = chosen.exhibits_of(referral)
    return Leaving(
        replace(referral), tuple(replace(one) for one in chosen.parties_of(case, referral)),
        tuple(replace(one) for one in chosen.claims_of(case, referral)),
        tuple(replace(one) for one in work.evidence.of(case.id) if one.id in wanted))


def standing(case: Case, referral_id: UUID) -> Referral:
    """A referral of the case that was not taken out; NotThere."""
    found = next((one for one in case.referrals if one.id == referral_id), None)
    if found is None:
        raise NotThere(referral_id)
    return found


def papers(desk: Desk, case_id: UUID) -> tuple[Entry, ...]:
    """The papers of the case that may leave it: what of its file may be shown and can be made, the letters of
    referral themselves and what the binding makes left out."""
    return tuple(one for one in listing.outline(desk, case_id).entries
                 if one.part is Part.SHOWN and one.exhibit is None and one.is_ready
                 and not (one.is_front or one.is_back) and may_leave(one.template, desk.forms))
