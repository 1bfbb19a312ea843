"""Who is this? What the office knows of a person or a company from other cases, as far as one may see.

A mediator sees their own cases; of colleagues' only that there are others, and how many, never whose nor
which. A supervisor sees all of them. Whoever looks into no case is told nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.domain.intake.known import PersonLink, joined_with
from mediation_desk.domain.intake.likeness import Likeness, likeness
from mediation_desk.domain.intake.marks import Typed, marks
from mediation_desk.domain.text import codes
from mediation_desk.domain.vocabulary import Role, Status
from mediation_desk.library.companies import shipped_companies
from mediation_desk.services.desk import Desk
from mediation_desk.store.reading import known
from mediation_desk.store.reading.known import CompanyCount, Met


@dataclass(frozen=True)
class KnownCase:
    """A case in which somebody is known, that whoever asked may see. ``link``: the joining of the two, where
    somebody said that they are one person; it names the case in which that was said."""

    party_id: UUID
    case_id: UUID
    number: str
    received_on: date
    status: Status
    role: Role
    name: str
    link: PersonLink | None = None


@dataclass(frozen=True)
class KnownPerson:
    """The cases that one may see, the newest first; and in how many others the person stands besides."""

    cases: tuple[KnownCase, ...] = ()
    others: int = 0

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.cases or self.others)


@dataclass(frozen=True)
class KnownCompany:
    """In how many cases that one may see a company stands, how many of them are open and in how many it owes
    money after the last day of an agreement; and how many other cases there are."""

    credit_code: str
    cases: int
    open: int
    broken: int
    others: int


def person(desk: Desk, typed: Typed, but: UUID | None = None) -> KnownPerson:
    """In which cases the person that is being entered stands already: by the document's number, or by name
    and telephone where the documents do not differ. ``but``: the case at hand."""
    with desk.reading() as work:
        if not work.lists.sees_any:
            return KnownPerson()
        met = known.bearing(work.connection, work.lists, marks(typed, shipped_companies()), but)
        return _told([one for one in met if likeness(typed, one) is Likeness.PERSON])


def _told(met: Iterable[Met], by: Sequence[PersonLink] = ()) -> KnownPerson:
    """Each case once; nothing but a number of those that may not be seen."""
    seen = [one for one in met if one.visible]
    hidden = {one.case_id for one in met if not one.visible}
    return KnownPerson(tuple(_case(one, by) for one in seen), len(hidden - {one.case_id for one in seen}))


def _case(met: Met, by: Sequence[PersonLink]) -> KnownCase:
    link = next((one for one in by if met.party_id in (one.same_as, one.party_id)), None)
    return KnownCase(met.party_id, met.case_id, met.number, met.received_on, met.status, met.role, met.name,
                     link)


def company(desk: Desk, typed: Typed, but: UUID | None = None) -> list[KnownCompany]:
    """What is known of the company that is being entered. A credit code decides where both have one; several
    companies of one name, told apart by their codes, come one by one, the one with the most cases first."""
    with desk.reading() as work:
        if not work.lists.sees_any:
            return []
        counts = known.companies(work.connection, work.lists, marks(typed, shipped_companies()), desk.today,
                                 but)
        code = codes.canonical(typed.credit_code)
        return _companies([one for one in counts if not (code and _code(one)) or _code(one) == code])


def _code(one: CompanyCount) -> str:
    return codes.canonical(one.credit_code)


def _companies(counts: Sequence[CompanyCount]) -> list[KnownCompany]:
    """By code; a company entered without one is the one of that name, where there is one alone."""
    found = {_code(one) for one in counts} - {""}
    alone = next(iter(found)) if len(found) == 1 else ""
    by_code: dict[str, list[CompanyCount]] = {}
    for one in counts:
        by_code.setdefault(_code(one) or alone, []).append(one)
    told = [_added(code, some) for code, some in by_code.items()]
    return sorted(told, key=lambda one: (-one.cases - one.others, one.credit_code))


def _added(code: str, counts: Sequence[CompanyCount]) -> KnownCompany:
    seen = [one for one in counts if one.visible]
    return KnownCompany(code, sum(one.cases for one in seen), sum(one.open for one in seen),
                        sum(one.broken for one in seen), sum(one.cases for one in counts if not one.visible))


@dataclass(frozen=True)
class Acquainted:
    """Where else a party of a case stands: ``joined`` as somebody said, ``alike`` without that."""

    joined: KnownPerson = KnownPerson()
    alike: KnownPerson = KnownPerson()


def company_of_party(desk: Desk, case_id: UUID, party_id: UUID) -> list[KnownCompany]:
    """The same of a company that stands in a case: what is known of it besides that case."""
    with desk.case_reading(case_id, whole=False) as (_work, case):
        party = case.party(party_id)
    return company(desk, Typed(party.kind, party.name, credit_code=party.credit_code), case_id)


def of_party(desk: Desk, case_id: UUID, party_id: UUID) -> Acquainted:
    """Where else a person of a case stands."""
    with desk.case_reading(case_id, whole=False) as (work, case):
        party = case.party(party_id)
        by = known.joined_with(work.connection, [party_id])
        keys = joined_with(party_id, by)
        met = known.of_keys(work.connection, work.lists, keys)
        others = [one for one in met.values() if one.case_id != case_id]
        alike = [one for one in known.bearing(work.connection, work.lists,
                                              marks(party, shipped_companies()), case_id)
                 if one.party_id not in keys and likeness(party, one) is Likeness.PERSON]
        return Acquainted(_told(sorted(others, key=newest, reverse=True), _direct(party_id, by)),
                          _told(alike))


def newest(one: Met) -> tuple[date, str]:
    """By which the newest case is told from others."""
    return one.received_on, one.number


def _direct(party_id: UUID, by: Iterable[PersonLink]) -> list[PersonLink]:
    """The joinings of the party itself, which may be taken back."""
    return [one for one in by if party_id in (one.party_id, one.same_as)]
