"""What a package tells, as rows of a new case: under this office's keys, in this program's writing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.case import Case
from mediation_desk.domain.evidence import Exhibit, tidy_name
from mediation_desk.domain.intake.order.terms import OrderTerms
from mediation_desk.domain.intake.orders import CameBy, OrderStep, WorkOrder
from mediation_desk.domain.money import Money
from mediation_desk.domain.people import Claim, Party, kept
from mediation_desk.domain.text.storable import line
from mediation_desk.services.forms_in_force import forms_in_force
from mediation_desk.services.order_tables import terms_of
from mediation_desk.services.referral.contents import PARTICULARS
from mediation_desk.store.referral.manifest import (
    ClaimTold,
    ExhibitTold,
    OrderTold,
    PaperTold,
    PartyTold,
    Referred,
)
from mediation_desk.store.work.work import Work


def case_of(work: Work, told: Referred, case_id: UUID, number: str, today: date
            ) -> tuple[Case, Sequence[Party]]:
    """The new case with its parties, claims and orders; and the parties in the order of the package.

    Received and registered today, here, where whoever takes it in sits; a claim that this program has no name
    for goes into the facts in words, so that nothing of what was asked for is lost.
    """
    people = [_party(work, case_id, at, one) for at, one in enumerate(told.parties)]
    for one, party in zip(told.parties, people, strict=True):
        party.acts_for = people[one.acts_for].id if one.acts_for is not None else None
    reference = next((line(one.number) for one in told.orders if line(one.number)), line(told.number))
    case = Case(
        id=case_id, number=number, mediator_id=work.who.account_id, received_on=today, registered_on=today,
        source=told.source, source_reference=reference, kind_of_work=told.kind_of_work,
        cause=line(told.cause), facts_in_brief=_facts(told), confidential=told.confidential,
        created_at=work.who.now, site_id=work.own_site())
    case.parties_all.extend(people)
    case.claims_all.extend(
        Claim(id=work.new_key(), case_id=case_id, worker_id=people[one.worker].id, claim=one.claim,
              asked=Money(one.asked) if one.asked is not None else None)
        for one in told.claims if one.claim in CLAIMS)
    for order in told.orders:
        _add_order(work, case, told, order)
    return case, people


def _party(work: Work, case_id: UUID, position: int, one: PartyTold) -> Party:
    party = Party(id=work.new_key(), case_id=case_id, position=position, role=one.role, kind=one.kind,
                  name=kept("name", one.name, one.kind), authority=one.authority,
                  also_worker=one.also_worker)
    for name in PARTICULARS:
        setattr(party, name, kept(name, getattr(one, name), one.kind))
    return party


def _facts(told: Referred) -> str:
    unknown = [_in_words(told, one) for one in told.claims if one.claim not in CLAIMS]
    return "\n".join(filter(None, (told.facts.strip(), *unknown)))


def _in_words(told: Referred, one: ClaimTold) -> str:
    amount = f"（{Money(one.asked)}元）" if one.asked is not None else ""
    return f"{told.parties[one.worker].name}：{one.words or one.claim}{amount}"


def _add_order(work: Work, case: Case, told: Referred, one: OrderTold) -> None:
    order_id = work.new_key()
    # It counts as the sender counted it; what is no count of this house gives way to this office's own.
    terms = one.terms if OrderTerms.read(one.terms) else terms_of(one.source, one.rule, one.urgency,
                                                                  forms_in_force(work))
    case.orders_all.append(WorkOrder(
        id=order_id, case_id=case.id, source=one.source, rule=one.rule, terms=terms, number=line(one.number),
        arrived_at=one.arrived_at, given_until=one.given_until, title=line(one.title), content=one.content,
        kind=line(one.kind), urgency=line(one.urgency), caller=line(one.caller),
        caller_phone=line(one.caller_phone),
        confidential=one.confidential, reply_wanted=one.reply_wanted, supervised=one.supervised,
        former_number=line(one.former_number), came_by=CameBy.PACKAGE))
    case.order_steps_all.extend(OrderStep(
        id=work.new_key(), case_id=case.id, order_id=order_id, kind=step.kind, at=step.at, until=step.until,
        reason=step.reason, by=_also_there(step.by, told)) for step in one.steps)


def _also_there(told_by: str, told: Referred) -> str:
    """Who or what it is, and that it was there."""
    return "，".join(filter(None, (line(told_by), line(told.sender.office))))


def exhibits_of(work: Work, told: Referred, case_id: UUID, people: Sequence[Party],
                kinds: Mapping[str, str], today: date) -> list[Exhibit]:
    """The papers and exhibits of the package as exhibits of the new case, numbered in their order. What came
    is a copy: who has the original, the other office knows."""
    return [*(_exhibit(work, case_id, at, one, line(told.sender.office), kinds, today)
              for at, one in enumerate(told.papers, 1)),
            *_handed_in(work, told, case_id, people, kinds, today)]


def _handed_in(work: Work, told: Referred, case_id: UUID, people: Sequence[Party], kinds: Mapping[str, str],
               today: date) -> Iterator[Exhibit]:
    for at, one in enumerate(told.exhibits, len(told.papers) + 1):
        made = _exhibit(work, case_id, at, one, _also_there(one.source, told), kinds, today)
        made.given_by = str(people[one.given_by].id) if isinstance(one.given_by, int) else one.given_by
        made.proves, made.pages = one.proves, one.pages
        yield made


def _exhibit(work: Work, case_id: UUID, position: int, one: PaperTold | ExhibitTold, source: str,
             kinds: Mapping[str, str], today: date) -> Exhibit:
    return Exhibit(id=work.new_key(), case_id=case_id, position=position, name=tidy_name(one.name) or "?",
                   sha256=one.sha256, size=one.size, media_type=kinds[one.sha256], received_on=today,
                   source=source)


def papers_of(work: Work, papers: Sequence[PaperTold], case_id: UUID, source: str, first: int,
              kinds: Mapping[str, str], today: date) -> list[Exhibit]:
    """The papers of an answer as further exhibits of the case, from the number ``first`` on."""
    return [_exhibit(work, case_id, at, one, source, kinds, today) for at, one in enumerate(papers, first)]
