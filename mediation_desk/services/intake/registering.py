"""Intake: register a matter, enter the parties and claims, accept or refuse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain import deadlines, deciding
from mediation_desk.domain.acceptance import doubts
from mediation_desk.domain.calculators.claims import claim_named
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.doubts import Doubted
from mediation_desk.domain.intake import consent
from mediation_desk.domain.intake.order.steps import check_end
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.particulars import Identity, telling
from mediation_desk.domain.people import Claim, Party, kept, named_already
from mediation_desk.domain.referral.referrals import is_out
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sites import Site, require_site
from mediation_desk.domain.text import codes
from mediation_desk.domain.vocabulary import Refusal, Role, Source
from mediation_desk.domain.words import N_, DeskError, NotThere, say
from mediation_desk.services.desk import Desk
from mediation_desk.services.forms_in_force import forms_in_force
from mediation_desk.services.intake import orders, waiting
from mediation_desk.services.intake.extension import keep_consents
from mediation_desk.services.intake.identity import read_id_number
from mediation_desk.services.intake.joining import link
from mediation_desk.services.intake.matter import ClaimDraft, IntakeDraft, PartyDraft
from mediation_desk.services.intake.orders import OrderDraft
from mediation_desk.services.keys.writing import Beginning
from mediation_desk.services.removing import take_out
from mediation_desk.store.work.work import Work

__all__ = [
    "ClaimDraft",
    "IntakeDraft",
    "OrderDraft",
    "PartyDraft",
    "Together",
    "accept",
    "add_parties",
    "add_party",
    "ask_amounts",
    "consent_all",
    "extend",
    "fill_from_id",
    "put_in_figures",
    "refuse",
    "register",
    "remove_party",
    "set_claims",
    "take_in",
    "void",
]


def register(desk: Desk, draft: IntakeDraft, waited: UUID | None = None) -> Changes:
    """Give the matter a number and its mediator; the clocks of receipt start. ``waited``: the matter that was
    put aside, where it is one; of two who register it one does."""
    with desk.work("register_case", Verb.REGISTER_CASE) as work:
        case = take_in(desk, work, draft)
        if waited is not None:
            waiting.registered(work, waited, case.id)
        return work.commit(lists=("cases", "waiting") if waited else ("cases",), result=case.id)


@dataclass(frozen=True)
class Together:
    """What many matters that are taken in at once have in common, found out once: how the lists of their
    keys begin, and the office's own forms."""

    beginning: Beginning
    forms: Mapping[str, str]

    @classmethod
    def of(cls, desk: Desk, work: Work) -> Together:
        """As it is in this unit of work."""
        return cls(Beginning(desk, work), forms_in_force(work))


def take_in(desk: Desk, work: Work, draft: IntakeDraft, together: Together | None = None,
            given: tuple[UUID, int] | None = None) -> Case:
    """The same, in a unit of work that is open: the matter with everybody in it and what they ask for.
    ``together``, ``given``: of many at once, what they share, and this case's key and running number."""
    shared = together or Together.of(desk, work)
    _check(desk, draft)
    case = _begun(desk, work, draft, given)
    work.cases.add(case)
    shared.beginning.case(case.id)
    for one in draft.parties:
        party = _add(work, case, one)
        _claim(work, case, party, one.claims)
        if one.same_as is not None:
            link(work, case, party, one.same_as)
    if draft.order is not None:
        _note_order(work, case, draft.order, shared.forms)
    return case


def _begun(desk: Desk, work: Work, draft: IntakeDraft, given: tuple[UUID, int] | None) -> Case:
    year = draft.received_on.year
    case_id, serial = given or _given(work, year)
    return Case(id=case_id, number=desk.settings.numbers.number(year, serial),
                mediator_id=desk.who.account_id, received_on=draft.received_on,
                registered_on=desk.today, source=draft.source, source_reference=draft.reference,
                kind_of_work=draft.kind_of_work, cause=draft.cause.strip(),
                facts_in_brief=draft.facts_in_brief.strip(), confidential=draft.confidential,
                applicants_agree_on=draft.applicants_agree_on, created_at=work.who.now,
                site_id=_site(work, draft))


def _given(work: Work, year: int) -> tuple[UUID, int]:
    case_id = work.new_key()
    return case_id, work.serials.next(year, case_id)


def _note_order(work: Work, case: Case, draft: OrderDraft, forms: Mapping[str, str]) -> None:
    """Keep the work order that brought the case, as it came."""
    told = replace(draft, source=case.source, number=draft.number.strip() or case.source_reference)
    case.orders_all.append(orders.made_order(work, case.id, told, forms))


def _check(desk: Desk, draft: IntakeDraft) -> None:
    """Refuse, beside its field, what no case begins with."""
    if draft.received_on > desk.today:
        raise DeskError(N_("The date received lies in the future."), field="received_on")
    if draft.source is Source.HOTLINE and not draft.reference:
        raise DeskError(N_("Enter the 12345 order number."), field="source_reference")
    if draft.order is not None and draft.order.arrived_at > _hour_now(desk):
        raise DeskError(N_("The hour at which the order came lies in the future."), field="arrived_at")
    if draft.order is not None:
        check_end(draft.order.arrived_at, draft.order.given_until)
    if draft.applicants_agree_on is not None:
        _not_in_future(desk, draft.applicants_agree_on, "applicants_agree_on")


def _hour_now(desk: Desk) -> datetime:
    """The hour by the office's clock, as hours of orders are kept."""
    return desk.now.astimezone(desk.zone).replace(tzinfo=None)


def _claim(work: Work, case: Case, worker: Party, wanted: Sequence[ClaimDraft]) -> None:
    """Enter what a worker of a new case asks for."""
    amounts = {(worker.id, one.claim): one.asked for one in wanted if one.asked is not None}
    _require_amounts(amounts)
    for one in {one.claim: one for one in wanted}.values():
        claim_named(one.claim)
        case.claims_all.append(Claim(id=work.new_key(), case_id=case.id, worker_id=worker.id, claim=one.claim,
                                     note=one.note.strip()))
    put_in_figures(case, amounts)


def _site(work: Work, draft: IntakeDraft) -> UUID | None:
    return work.own_site() if draft.site_id is None else require_site(work.all_of(Site), draft.site_id)


def add_party(desk: Desk, case_id: UUID, draft: PartyDraft, seen: Seen | None = None) -> Changes:
    """Add an applicant, a respondent, or somebody who acts for one."""
    with desk.case_work(case_id, "add_party", seen) as (work, case):
        if not deciding.lacks_side(case, draft.role):
            case.require_open()
        party = _add(work, case, draft)
        return work.commit(lists=("cases",), result=party.id)


def add_parties(desk: Desk, case_id: UUID, drafts: Sequence[PartyDraft], seen: Seen | None = None) -> Changes:
    """Add many at once, from a pasted list: all of them or none."""
    with desk.case_work(case_id, "add_parties", seen) as (work, case):
        for draft in drafts:
            _add(work, case, draft)
        return work.commit(lists=("cases",))


def _add(work: Work, case: Case, draft: PartyDraft) -> Party:
    position = max((p.position for p in case.parties_all), default=-1) + 1
    party = Party(id=work.new_key(), case_id=case.id, position=position, role=draft.role,
                  kind=draft.kind, name=kept("name", draft.name, draft.kind))
    for name, value in draft.particulars.items():
        setattr(party, name, kept(name, value, draft.kind))
    if party.acts_for:
        case.party(party.acts_for)
    _require_new(case, party)
    fill_from_id(party)
    _require_once(case, party)
    case.joins(party)
    return party


def _require_new(case: Case, party: Party) -> None:
    """Nobody has the same part in a case twice; a number tells, however it is written. Who acts for others
    may act for several."""
    if party.role in (Role.AGENT, Role.REPRESENTATIVE):
        return
    for document in telling(Party, Identity.DOCUMENT):
        number = codes.person(getattr(party, document))
        for other in case.parties if number else ():  # of three hundred pasted at once, each meets all before
            if other.role is party.role and codes.person(getattr(other, document)) == number:
                raise DeskError(N_("{name} is in the case already."), field=document, name=other.name)


def _require_once(case: Case, party: Party) -> None:
    """Nobody is elected twice, or acts twice for the same party."""
    rows = case.representatives if party.role is Role.REPRESENTATIVE else [
        one for one in case.agents if one.acts_for == party.acts_for and party.role is Role.AGENT]
    if named_already(party, rows):
        raise DeskError(N_("{name} is entered already as “{role}”."), field="name", name=party.name,
                        role=say(party.role.label))


def fill_from_id(party: Party) -> None:
    """Take birth date and sex from a good number of a document that tells them."""
    reading = read_id_number(party.id_number, party.id_kind)
    if reading.good:
        party.birth_date, party.sex = reading.birth_date, reading.sex


def remove_party(desk: Desk, case_id: UUID, party_id: UUID, seen: Seen | None = None) -> Changes:
    """Take a party out, and with it what leans on it: its claims, what was said for it, who acts for it.
    All of it waits in the recycle bin."""
    with desk.case_work(case_id, "remove_party", seen) as (work, case):
        take_out(work, case, "parties", party_id)
        case.note_consents()
        return work.commit(lists=("cases",))


def set_claims(desk: Desk, case_id: UUID, claims: Mapping[UUID, Sequence[str]],
               seen: Seen | None = None) -> Changes:
    """What each worker asks for (claim ids of the element sheets); others that were seen are removed."""
    with desk.case_work(case_id, "set_claims", seen) as (work, case):
        for worker_id, wanted in claims.items():
            case.party(worker_id)
            for name in wanted:
                claim_named(name)
            _set_claims(work, case, worker_id, wanted)
        return work.commit(lists=("cases",))


def _set_claims(work: Work, case: Case, worker_id: UUID, wanted: Sequence[str]) -> None:
    rows = {claim.claim: claim for claim in case.claims_all if claim.worker_id == worker_id}
    for name, claim in rows.items():
        if name in wanted:
            claim.removed_at = None
        elif not claim.removed_at:
            claim.removed_at = work.who.now
    for name in wanted:
        if name not in rows:
            case.claims_all.append(Claim(id=work.new_key(), case_id=case.id, worker_id=worker_id, claim=name))


def ask_amounts(desk: Desk, case_id: UUID, amounts: Mapping[tuple[UUID, str], Money],
                seen: Seen | None = None) -> Changes:
    """Put claims in figures: (worker, claim) -> what the worker asks for."""
    _require_amounts(amounts)
    with desk.case_work(case_id, "ask_amounts", seen) as (work, case):
        put_in_figures(case, amounts)
        return work.commit(lists=("cases",))


def _require_amounts(amounts: Mapping[tuple[UUID, str], Money]) -> None:
    if any(amount < ZERO for amount in amounts.values()):
        raise DeskError(N_("No amount may be below zero."), field="asked")


def put_in_figures(case: Case, amounts: Mapping[tuple[UUID, str], Money]) -> None:
    """Set what is asked for under each claim; NotThere for one that is not claimed."""
    claims = {(claim.worker_id, claim.claim): claim for claim in case.claims}
    for place, amount in amounts.items():
        if place not in claims:
            once = [claim.id for claim in case.claims_all if (claim.worker_id, claim.claim) == place]
            raise NotThere(once[0] if once else "")
        claims[place].asked = amount


def accept(desk: Desk, case_id: UUID, on: date, seen: Seen | None = None, *, sure: bool = True) -> Changes:
    """Accept the application; both sides have consented and the mediation period starts.

    Not ``sure``: what speaks against it is raised as Doubted, and nothing is kept.
    """
    with desk.case_work(case_id, "accept", seen) as (work, case):
        _not_in_future(desk, on, "accepted_on")
        against = [] if sure else doubts(case)
        case.accept(on)
        if against:
            raise Doubted([sentence for _, sentence in against], against[0][0])
        return work.commit(lists=("cases", "agenda"))


def refuse(desk: Desk, case_id: UUID, on: date, reason: Refusal, note: str,
           seen: Seen | None = None) -> Changes:
    """Refuse the application, with the reason that the written notice gives."""
    with desk.case_work(case_id, "refuse", seen) as (work, case):
        _not_in_future(desk, on, "refused_on")
        case.refuse(on, reason, note.strip())
        deciding.require_papers(case)
        return work.commit(lists=("cases", "agenda"))


def extend(desk: Desk, case_id: UUID, until: date,
           consents: Mapping[UUID, date | None] = MappingProxyType({}), seen: Seen | None = None) -> Changes:
    """Extend the mediation period with everybody's consent. ``consents``: the day on which each of these
    parties consented, kept with it."""
    with desk.case_work(case_id, "extend", seen) as (work, case):
        keep_consents(work, case, until, consents, desk.today)
        deadlines.extend(case, until)
        return work.commit(lists=("cases", "agenda"))


def consent_all(desk: Desk, case_id: UUID, on: date, seen: Seen | None = None) -> Changes:
    """Everybody who has not said yet consents to mediation on that day: the applicants, each respondent."""
    with desk.case_work(case_id, "consent", seen) as (work, case):
        _not_in_future(desk, on, "applicants_agree_on")
        case.applicants_agree_on = case.applicants_agree_on or on
        named = case.respondents
        if len(named) > 1:
            consent.spread(named, on)
            case.note_consents()
        elif not any(one.declined_on for one in named):
            case.respondents_agree_on = case.respondents_agree_on or on
        return work.commit(lists=("cases",))


def void(desk: Desk, case_id: UUID, on: date, reason: str, seen: Seen | None = None) -> Changes:
    """The case was begun by mistake: it stays in the list as voided, with its number and the reason."""
    with desk.case_work(case_id, "void_case", seen) as (work, case):
        _not_in_future(desk, on, "voided_on")
        if away := next(filter(is_out, case.referrals), None):  # its answer could not be noted any more
            raise DeskError(N_("A referral lies with {office}; note first what came back."),
                            office=away.office)
        case.void(on, reason)
        return work.commit(lists=("cases", "agenda"))


def _not_in_future(desk: Desk, day: date, field_name: str) -> None:
    if day > desk.today:
        raise DeskError(N_("That day lies in the future."), field=field_name)
