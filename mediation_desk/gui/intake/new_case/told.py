"""What is said of somebody who is being entered: in which cases they stand already, and what numbers tell."""

from __future__ import annotations

from collections.abc import Sequence

from mediation_desk.domain.identity import IdKind
from mediation_desk.domain.people import SEXES
from mediation_desk.gui.kit.words import tr, tr_count, tr_sentence
from mediation_desk.services.intake.identity import read_id_number
from mediation_desk.services.intake.known import KnownCase, KnownCompany, KnownPerson
from mediation_desk.services.intake.offering import CompanyOffer, PersonOffer
from mediation_desk.services.intake.pasted_orders import Repeated

SHOWN = 3  # cases that are named


def offered_person(one: PersonOffer) -> str:
    """A line of the list: the name, what tells them from others, and where they stand."""
    numbers = [number for number in (one.phone, one.id_number[-6:] and f"…{one.id_number[-6:]}") if number]
    where = one.number if one.cases == 1 else tr_count(
        "{number} and {count} more case", "{number} and {count} more cases", one.cases - 1, number=one.number)
    return " · ".join((one.name, *numbers, where))


def offered_company(one: CompanyOffer) -> str:
    """A line of the list: the name, the code, and where it is from."""
    code = str(one.told.get("credit_code") or "")
    return " · ".join(filter(None, (one.name, code, one.number or tr("the office's list"))))


def person_words(found: KnownPerson) -> list[str]:
    """Where somebody stands already: own cases by their numbers, colleagues' by how many there are."""
    said = []
    if found.cases:
        more = len(found.cases) - SHOWN
        said.append(tr("Known already: {cases}", cases=[
            *map(case_words, found.cases[:SHOWN]),
            *([tr_count("{count} more case", "{count} more cases", more)] if more > 0 else [])]))
    if found.others:
        said.append(tr_count("{count} case of another mediator", "{count} cases of other mediators",
                             found.others))
    return said


def case_words(one: KnownCase) -> str:
    """A case by its number, as what somebody stands in it, and how it stands."""
    return tr("{number} ({role}, {status})", number=one.number, role=tr(one.role.label),
              status=tr(one.status.label))


def company_words(found: Sequence[KnownCompany], *, besides: bool = False) -> list[str]:
    """What is known of a company, in figures; several of one name by their codes. ``besides``: of other cases
    than the one at hand."""
    return [_company(one, len(found) > 1, besides) for one in found]


def _company(one: KnownCompany, apart: bool, besides: bool) -> str:
    said = []
    if one.cases:
        said = [tr_count("{count} case", "{count} cases", one.cases),
                tr_count("{count} open", "{count} open", one.open)]
        if one.broken:
            said.append(tr_count("{count} broken agreement", "{count} broken agreements", one.broken))
    if one.others:
        said.append(tr_count("{count} case of another mediator", "{count} cases of other mediators",
                             one.others))
    told = tr("Besides this case: {told}", told=said) if besides else tr("This company: {told}", told=said)
    return f"{told} ({one.credit_code or tr('no credit code')})" if apart else told


def newest(known: Sequence[Repeated]) -> Repeated:
    """Of the cases that have an order the one that is told: the newest that whoever looks may see."""
    return next((one for one in known if one.visible), known[0])


def order_words(one: Repeated) -> str:
    """That an order is a case already, and which."""
    if not one.visible:
        return tr("This order is a case of a colleague already.")
    if one.same_text:
        return tr("This very text is case {number} already.", number=one.number)
    return tr("This order number is case {number} already.", number=one.number)


def read_number(number: str, kind: IdKind | None) -> list[str]:
    """What a document's number tells of birth and sex; else what looks wrong with it."""
    reading = read_id_number(number, kind)
    told = [tr_sentence(warning) for warning in reading.warnings]
    if reading.birth_date:
        told.insert(0, tr("{day}, {sex}", day=reading.birth_date.isoformat(), sex=tr(SEXES[reading.sex])))
    return told
