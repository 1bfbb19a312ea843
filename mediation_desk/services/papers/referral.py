"""The letter of a referral: what was chosen for one office, with the list of what goes along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from mediation_desk.documents.views import referral as views
from mediation_desk.documents.views.shared import ClaimRow
from mediation_desk.domain.case import Case
from mediation_desk.domain.money import total
from mediation_desk.domain.people import Party
from mediation_desk.domain.referral.referrals import Referral
from mediation_desk.domain.referring import chosen
from mediation_desk.domain.vocabulary import Role, Status
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.papers import claims
from mediation_desk.services.papers.maker import Maker
from mediation_desk.services.papers.told import Told

OF_THE_MATTER = (Role.APPLICANT, Role.RESPONDENT, Role.THIRD_PARTY)


def letter(told: Told) -> views.ReferralLetter:
    """One letter for one referral: that which is wanted, else the latest. DeskError where there is none."""
    referral = _referral(told)
    if referral is None:
        raise DeskError(N_("Draft a referral first; then there is a letter to print."))
    case = told.case
    those = _claims(told, referral)
    along = tuple(_enclosed(told, referral))
    handed_on = referral.handed_on or told.wanted.dated
    closed_on, view = _by_then(case.closed_on, handed_on), told.view(whole=False)
    return views.ReferralLetter(
        office=told.office(), case=replace(view, accepted_on=_by_then(view.accepted_on, handed_on)),
        number=referral.number or case.number, addressee=referral.office, whole=referral.whole,
        goes_on=(case.status is Status.OPEN or closed_on != case.closed_on) and not referral.whole,
        part=referral.part or _part(told, referral), reason=referral.reason, facts=_facts(case),
        asked=referral.asked, due_on=referral.due_on, closed_on=closed_on, handed_on=handed_on,
        concerned=tuple(_concerned(told, one) for one in chosen.parties_of(case, referral)
                        if one.role in OF_THE_MATTER),
        claims=those,
        claims_sum=total(one.claimed for one in those) if _in_figures(case, referral) else None,
        enclosed=along, pages=_pages(along))


def _by_then(day: date | None, handed_on: date | None) -> date | None:
    """A day of the case, unless it came after the letter went out: a letter that is printed once more, or
    bound into the file of the closed case, tells what was so when it was handed over."""
    return None if day is not None and handed_on is not None and day > handed_on else day


def _pages(along: Sequence[views.EnclosedView]) -> int | None:
    """Of all together; None where one of them is unknown."""
    return sum(one.pages or 0 for one in along) if all(one.pages for one in along) else None


def _referral(told: Told) -> Referral | None:
    """A case that was closed as referred without one is told as what it was: the whole matter."""
    case, wanted = told.case, told.wanted.referral
    if wanted is not None:
        return next((one for one in case.referrals if one.id == wanted), None)
    if case.referrals:
        return case.referrals[-1]
    if not case.referred_to:
        return None
    return Referral(id=case.id, case_id=case.id, office=case.referred_to, whole=True,
                    reason=case.closing_note, drafted_on=case.closed_on or told.today)


def _part(told: Told, referral: Referral) -> str:
    """The claims by their names, where nobody said in words which part it is."""
    names = dict.fromkeys(told.claim(one.claim) for one in chosen.claims_then(told.case, referral))
    return "" if referral.whole else "、".join(names)


def _facts(case: Case) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, case.facts_in_brief.splitlines())))


def _claims(told: Told, referral: Referral) -> tuple[ClaimRow, ...]:
    those = chosen.claims_then(told.case, referral)
    wanted = {one.id for one in those}
    standing = zip(claims.ordered(told), claims.rows(told), strict=True)
    return (*(row for claim, row in standing if claim.id in wanted),
            *(claims.row(told, one) for one in those if one.removed_at is not None))


def _in_figures(case: Case, referral: Referral) -> bool:
    return any(one.asked is not None for one in chosen.claims_then(case, referral))


def _concerned(told: Told, party: Party) -> views.ConcernedView:
    return views.ConcernedView(told.label(party.role), party.name or "（未登记姓名）", party.phone,
                               party.address)


def _enclosed(told: Told, referral: Referral) -> Iterator[views.EnclosedView]:
    """The papers, then the exhibits, numbered through."""
    wanted = chosen.exhibits_of(referral)
    papers = [(one.title, one.pages) for one in told.wanted.enclosed]
    exhibits = [(f"{one.label}　{one.name}", one.pages)
                for one in sorted((*told.exhibits, *told.taken_out), key=lambda one: one.position)
                if one.id in wanted and chosen.stood(one.removed_at, referral)]
    for at, (title, pages) in enumerate([*papers, *exhibits], start=1):
        yield views.EnclosedView(at, title, pages)


def is_ready(case: Case) -> bool:
    """Something is or was referred."""
    return bool(case.referrals) or bool(case.referred_to)


PAPERS = (
    Maker(views.ReferralLetter, letter, is_ready, encloses=True),
)
