"""Intake: register a matter, enter the parties and claims, accept or refuse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from mediation_desk.domain import deadlines, deciding
from mediation_desk.domain.acceptance import AcceptanceDoubted, doubts
from mediation_desk.domain.calculators.claims import claim_named
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.intake import consent
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.people import Claim, Party, kept, named_already
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.text import codes
from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, Refusal, Role, Source
from mediation_desk.domain.words import N_, DeskError, say
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.identity import read_id_number
from mediation_desk.services.keys.writing import begin
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class PartyDraft:
    """A party as first entered; everything but the role can follow later."""

    role: Role
    name: str = ""
    kind: PartyKind = PartyKind.PERSON
    particulars: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class IntakeDraft:
    """A matter as first taken in."""

    received_on: date
    source: Source = Source.WALK_IN
    source_reference: str = ""
    kind_of_work: KindOfWork = KindOfWork.OTHER
    cause: str = ""
    facts_in_brief: str = ""
    confidential: bool = False
    parties: Sequence[PartyDraft] = ()


def register(desk: Desk, draft: IntakeDraft) -> Changes:
    """Give the matter a number and its mediator; the clocks of receipt start."""
    if draft.received_on > desk.today:
        raise DeskError(N_("The date received lies in the future."), field="received_on")
    if draft.source is Source.HOTLINE and not draft.source_reference.strip():
        raise DeskError(N_("Enter the 12345 order number."), field="source_reference")
    with desk.work("register_case", Verb.REGISTER_CASE) as work:
        case_id = work.new_key()
        serial = work.serials.next(draft.received_on.year, case_id)
        case = Case(id=case_id, number=desk.settings.numbers.number(draft.received_on.year, serial),
                    mediator_id=desk.who.account_id, received_on=draft.received_on, source=draft.source,
                    source_reference=draft.source_reference.strip(), kind_of_work=draft.kind_of_work,
                    cause=draft.cause.strip(), facts_in_brief=draft.facts_in_brief.strip(),
                    confidential=draft.confidential, created_at=work.who.now)
        work.cases.add(case)
        begin(desk, work, case.id)
        for party in draft.parties:
            _add(work, case, party)
        return work.commit(lists=("cases",), result=case.id)


def add_party(desk: Desk, case_id: UUID, draft: PartyDraft) -> Changes:
    """Add an applicant, a respondent, or somebody who acts for one."""
    with desk.case_work(case_id, "add_party") as (work, case):
        if not deciding.lacks_side(case, draft.role):
            case.require_open()
        before = case.sides
        party = _add(work, case, draft)
        case.require_sides(before)
        return work.commit(lists=("cases",), result=party.id)


def add_parties(desk: Desk, case_id: UUID, drafts: Sequence[PartyDraft]) -> Changes:
    """Add many at once, from a pasted list: all of them or none."""
    with desk.case_work(case_id, "add_parties") as (work, case):
        case.require_open()
        before = case.sides
        for draft in drafts:
            _add(work, case, draft)
        case.require_sides(before)
        return work.commit(lists=("cases",))


def _add(work: Work, case: Case, draft: PartyDraft) -> Party:
    position = max((p.position for p in case.parties_all), default=-1) + 1
    party = Party(id=work.new_key(), case_id=case.id, position=position, role=draft.role,
                  kind=draft.kind, name=kept("name", draft.name, draft.kind))
    for name, value in draft.particulars.items():
        setattr(party, name, kept(name, value, draft.kind))
    if party.id_number:
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
    for other in case.parties:
        if other.role is party.role and codes.same(other.id_number, party.id_number):
            raise DeskError(N_("{name} is in the case already."), field="id_number", name=other.name)


def _require_once(case: Case, party: Party) -> None:
    """Nobody is elected twice, or acts twice for the same party."""
    rows = case.representatives if party.role is Role.REPRESENTATIVE else [
        one for one in case.agents if one.acts_for == party.acts_for and party.role is Role.AGENT]
    if named_already(party, rows):
        raise DeskError(N_("{name} is entered already as “{role}”."), field="name", name=party.name,
                        role=say(party.role.label))


def fill_from_id(party: Party) -> None:
    """Take birth date and sex from a good ID number."""
    reading = read_id_number(party.id_number)
    if reading.good:
        party.birth_date, party.sex = reading.birth_date, reading.sex


def remove_party(desk: Desk, case_id: UUID, party_id: UUID) -> Changes:
    """Take a party out; it stays in the recycle bin, and its claims with it."""
    with desk.case_work(case_id, "remove_party") as (work, case):
        case.require_open()
        before = case.sides
        case.party(party_id).removed_at = work.who.now
        case.note_consents()
        case.require_sides(before)
        for claim in case.claims_all:
            if claim.worker_id == party_id and not claim.removed_at:
                claim.removed_at = work.who.now
        return work.commit(lists=("cases",))


def set_claims(desk: Desk, case_id: UUID, claims: Mapping[UUID, Sequence[str]]) -> Changes:
    """What each worker asks for (claim ids of the element sheets); others are removed."""
    with desk.case_work(case_id, "set_claims") as (work, case):
        case.require_open()
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


def ask_amounts(desk: Desk, case_id: UUID, amounts: Mapping[tuple[UUID, str], Money]) -> Changes:
    """Put claims in figures: (worker, claim) -> what the worker asks for."""
    if any(amount < ZERO for amount in amounts.values()):
        raise DeskError(N_("No amount may be below zero."), field="asked_fen")
    with desk.case_work(case_id, "ask_amounts") as (work, case):
        case.require_open()
        for claim in case.claims:
            if (amount := amounts.get((claim.worker_id, claim.claim))) is not None:
                claim.asked_fen = amount.fen
        return work.commit(lists=("cases",))


def accept(desk: Desk, case_id: UUID, on: date, *, sure: bool = True) -> Changes:
    """Accept the application; both sides have consented and the mediation period starts.

    Not ``sure``: what speaks against it is raised as AcceptanceDoubted, and nothing is kept.
    """
    with desk.case_work(case_id, "accept") as (work, case):
        _not_in_future(desk, on, "accepted_on")
        against = [] if sure else doubts(case)
        case.accept(on)
        if against:
            raise AcceptanceDoubted(against)
        return work.commit(lists=("cases", "agenda"))


def refuse(desk: Desk, case_id: UUID, on: date, reason: Refusal, note: str) -> Changes:
    """Refuse the application, with the reason that the written notice gives."""
    with desk.case_work(case_id, "refuse") as (work, case):
        _not_in_future(desk, on, "refused_on")
        case.refuse(on, reason, note.strip())
        deciding.require_papers(case)
        return work.commit(lists=("cases", "agenda"))


def extend(desk: Desk, case_id: UUID, until: date) -> Changes:
    """Extend the mediation period with both sides' consent."""
    with desk.case_work(case_id, "extend") as (work, case):
        deadlines.extend(case, until)
        return work.commit(lists=("cases", "agenda"))


def consent_all(desk: Desk, case_id: UUID, on: date) -> Changes:
    """Everybody who has not said yet consents to mediation on that day: the applicants, each respondent."""
    with desk.case_work(case_id, "consent") as (work, case):
        case.require_open()
        _not_in_future(desk, on, "applicants_agree_on")
        case.applicants_agree_on = case.applicants_agree_on or on
        named = case.respondents
        if len(named) > 1:
            consent.spread(named, on)
            case.note_consents()
        elif not any(one.declined_on for one in named):
            case.respondents_agree_on = case.respondents_agree_on or on
        return work.commit(lists=("cases",))


def void(desk: Desk, case_id: UUID, on: date, reason: str) -> Changes:
    """The case was begun by mistake: it stays in the list as voided, with its number and the reason."""
    with desk.case_work(case_id, "void_case", Verb.CLOSE_CASE) as (work, case):
        _not_in_future(desk, on, "voided_on")
        case.void(on, reason)
        return work.commit(lists=("cases", "agenda"))


def _not_in_future(desk: Desk, day: date, field_name: str) -> None:
    if day > desk.today:
        raise DeskError(N_("That day lies in the future."), field=field_name)
