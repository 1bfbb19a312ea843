"""What of a case goes into a package: field by field out of open matter, and nothing besides.

Nothing is taken from a row as a whole: a field that is not named here is in no package, whatever a later
program adds to a case.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal
from uuid import UUID

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.case import Case
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.intake.orders import WorkOrder
from mediation_desk.domain.people import Claim, Party
from mediation_desk.domain.referral.referrals import Referral
from mediation_desk.domain.referring import chosen
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.library.forms import document_names, usable_header
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.casefile import listing
from mediation_desk.services.desk import Desk
from mediation_desk.services.referral import leaving
from mediation_desk.store.referral.manifest import (
    ClaimTold,
    Content,
    ExhibitTold,
    OrderTold,
    PaperTold,
    PartyTold,
    StepTold,
)
from mediation_desk.store.referral.package import Files
from mediation_desk.store.work.work import Work

Giver = int | Literal["applicant", "respondent", ""]
_SIDES: Mapping[str, Giver] = MappingProxyType({Side.APPLICANT: "applicant", Side.RESPONDENT: "respondent"})
PARTICULARS = ("id_kind", "id_number", "sex", "birth_date", "ethnicity", "phone", "address", "workplace",
               "credit_code", "legal_representative", "legal_representative_post", "business")
"""The particulars of parties that can be in a package; accounts at banks cannot."""


@dataclass(frozen=True)
class Chosen:
    """What somebody chose of the case, besides what the referral itself names (its claims, papers, exhibits).

    ``parties``: by their keys, None for those whom the referral concerns; whoever asks for something of it
    comes along always. ``particulars``: of PARTICULARS. ``facts``: the facts in brief; ``orders``: the work
    orders with their hours and steps.
    """

    parties: frozenset[UUID] | None = None
    particulars: frozenset[str] = frozenset(PARTICULARS)
    facts: bool = True
    orders: bool = True


@dataclass(frozen=True)
class Papers:
    """Papers as they go into a package, and the content of each by its hash."""

    told: tuple[PaperTold, ...] = ()
    content: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}), repr=False)


def parties_of(case: Case, referral: Referral, wanted: Chosen) -> list[Party]:
    """Who is in it, in their order: whom the referral concerns, unless somebody chose otherwise."""
    if wanted.parties is None:
        return chosen.parties_of(case, referral)
    asking = {claim.worker_id for claim in chosen.claims_of(case, referral)}
    return [one for one in case.parties if one.id in wanted.parties or one.id in asking]


def exhibits_of(work: Work, referral: Referral) -> list[Exhibit]:
    """The chosen exhibits, as they stand; NotThere for one that was taken out since."""
    wanted, standing = chosen.exhibits_of(referral), work.evidence.of(referral.case_id)
    if gone := wanted - {one.id for one in standing}:
        raise NotThere(min(gone))
    return [one for one in standing if one.id in wanted]


def parties(rows: Sequence[Party], wanted: Chosen) -> tuple[PartyTold, ...]:
    """The parties with their chosen particulars."""
    if unknown := wanted.particulars - set(PARTICULARS):
        raise ValueError(f"{sorted(unknown)} are in no package")
    places = {one.id: at for at, one in enumerate(rows)}
    return tuple(PartyTold(
        role=one.role, kind=one.kind, name=one.name,
        acts_for=places.get(one.acts_for) if one.acts_for else None, authority=one.authority,
        also_worker=one.also_worker,
        **{name: getattr(one, name) for name in PARTICULARS if name in wanted.particulars})
        for one in rows)


def claims(rows: Sequence[Claim], people: Sequence[Party]) -> tuple[ClaimTold, ...]:
    """What each worker asks for, also in words: the other office may not know a claim by its name."""
    places, words = {one.id: at for at, one in enumerate(people)}, Words.of(CHINESE)
    return tuple(ClaimTold(worker=places[one.worker_id], claim=one.claim,
                           words=claim_words(words, one.claim),
                           asked=one.asked.fen if one.asked is not None else None)
                 for one in rows if one.worker_id in places)


def claim_words(words: Words, name: str) -> str:
    """A claim as a person reads it; by its name where this program has no words for it."""
    return words.sentence(CLAIMS[name].label) if name in CLAIMS else name


def orders(case: Case, wanted: Chosen) -> tuple[OrderTold, ...]:
    """The work orders with their hours and steps; who called is left out where that was to be kept secret,
    and the caller's telephone where nobody's goes along."""
    return tuple(_order(case, one, with_phone="phone" in wanted.particulars) for one in case.orders)


def _order(case: Case, one: WorkOrder, *, with_phone: bool) -> OrderTold:
    return OrderTold(
        source=one.source, number=one.number, rule=one.rule, terms=one.terms, arrived_at=one.arrived_at,
        given_until=one.given_until, title=one.title, content=one.content, kind=one.kind,
        urgency=one.urgency, caller="" if one.confidential else one.caller,
        caller_phone=one.caller_phone if with_phone and not one.confidential else "",
        confidential=one.confidential, reply_wanted=one.reply_wanted, supervised=one.supervised,
        former_number=one.former_number,
        steps=tuple(StepTold(kind=step.kind, at=step.at, until=step.until, reason=step.reason, by=step.by)
                    for step in case.order_steps if step.order_id == one.id))


def exhibits(rows: Sequence[Exhibit], people: Sequence[Party]) -> tuple[ExhibitTold, ...]:
    """The chosen exhibits; each lies in the package under a name of its own."""
    places = {str(one.id): at for at, one in enumerate(people)}
    return tuple(ExhibitTold(
        name=one.name, sha256=one.sha256, size=one.size, number=one.position, media_type=one.media_type,
        given_by=_giver(one, places), proves=one.proves, original=one.original, source=one.source or "",
        pages=one.pages) for one in rows)


def _giver(one: Exhibit, places: Mapping[str, int]) -> Giver:
    """A party that is in the package, or a side; nobody else is named."""
    return _SIDES[one.given_by] if one.given_by in _SIDES else places.get(one.given_by, "")


def papers(desk: Desk, case_id: UUID, keys: Sequence[str]) -> Papers:
    """Papers of the case as PDF, by the keys of its file: as they were signed, or made now. DeskError beside
    ``papers`` for one that stays inside, or cannot be made any more."""
    offered = {one.key: one for one in leaving.papers(desk, case_id)} if keys else {}
    if gone := [key for key in keys if key not in offered]:
        raise DeskError(N_("A paper that was chosen may not leave, or cannot be made as the case stands "
                           "now: {paper}. Take it out, or choose anew."), field="papers",
                        paper=_called(desk, gone[0]))
    told, content = [], {}
    for at, key in enumerate(keys, 1):
        pdf, title = listing.paper(desk, case_id, offered[key]), offered[key].title
        sha256 = hashlib.sha256(pdf).hexdigest()
        content[sha256] = pdf
        told.append(PaperTold(name=f"{at:02}-{title}.pdf", title=title, sha256=sha256, size=len(pdf)))
    return Papers(tuple(told), MappingProxyType(content))


def _called(desk: Desk, key: str) -> object:
    template = key.partition(":")[0]
    header = usable_header(template, desk.forms) if template in document_names(desk.forms) else None
    return Label(header.title, header.title_en) if header is not None else template


def content_of(made: Papers, ids: Mapping[str, UUID], read: Callable[[UUID], Iterable[bytes]]) -> Files:
    """Gives the files of a package as they are written: papers out of memory, exhibits out of the store,
    block by block. ``ids``: which exhibit has which content, and ``read`` gives it."""
    def content(one: Content) -> Iterable[bytes]:
        kept = made.content.get(one.sha256)
        return [kept] if kept is not None else read(ids[one.sha256])

    return content
