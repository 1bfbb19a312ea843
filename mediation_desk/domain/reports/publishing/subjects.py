"""What of a case a published text must not tell, and what stands for each of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from mediation_desk.domain.case import Case
from mediation_desk.domain.particulars import particulars
from mediation_desk.domain.people import Party
from mediation_desk.domain.reports.publishing import companies, numbers, people, places
from mediation_desk.domain.reports.publishing.companies import Company
from mediation_desk.domain.reports.publishing.folding import Text, squeezed
from mediation_desk.domain.reports.publishing.people import Person, Way
from mediation_desk.domain.reports.publishing.sounding import Sounding
from mediation_desk.domain.text.findable import Readings
from mediation_desk.domain.vocabulary import PartyKind
from mediation_desk.domain.words import N_

_ALREADY = "某"
NO_NUMBER = "（号码略）"
Find = Callable[[Text], Iterable[tuple[int, int, bool]]]


class Kind(Enum):
    """Of what kind it is, with the word that a person reads."""

    PERSON = N_("A name")
    COMPANY = N_("A company or body")
    PLACE = N_("A place")
    NUMBER = N_("A number")
    FILE = N_("The case number")
    CONTACT = N_("A means of contact")
    GUESS = N_("Perhaps a name")


@dataclass(frozen=True)
class Subject:
    """One thing that must not be told: what it is, what stands for it, and how it is found in a text:
    (start, end, whether that is sure)."""

    kind: Kind
    text: str
    alias: str
    find: Find


@dataclass(frozen=True)
class Named:
    """Who and what is named in a case besides its parties: mediators, the office, other bodies."""

    persons: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()  # public ones, whose names hold ordinary words: found whole alone
    places: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


def subjects(case: Case, named: Named, readings: Readings) -> tuple[Subject, ...]:
    """Everything of the case, removed rows too: words about them may still stand somewhere."""
    return (*_persons(_names(case, named), readings), *_companies(_bodies(case), readings),
            *_public(_each((case.referred_to or "", *named.bodies))), *_places(_addresses(case, named)),
            *_numbers(_digits(case, named)), *_case_number(case))


def _names(case: Case, named: Named) -> list[str]:
    found = [party.name for party in case.parties_all if party.kind is PartyKind.PERSON]
    found += [party.legal_representative for party in case.parties_all]
    found += [one.name for session in case.sessions_all for one in session.attendees_all]
    found += [session.recorder or "" for session in case.sessions_all]
    return _each((*found, *named.persons))


def _bodies(case: Case) -> list[str]:
    found = [party.name for party in case.parties_all if party.kind is PartyKind.ORGANISATION]
    found += [party.workplace for party in case.parties_all]
    return _each(found)


def _addresses(case: Case, named: Named) -> list[str]:
    found = [party.address for party in case.parties_all]
    found += [session.place for session in case.sessions_all]
    found += [agreement.signing_place for agreement in case.agreements_all]
    return _each((*found, *named.places))


def _digits(case: Case, named: Named) -> list[str]:
    masked = [name for name, told in particulars(Party).items() if told.mask] + ["credit_code"]
    found = [getattr(party, name) for party in case.parties_all for name in masked]
    found += [payment.voucher for payment in case.payments_all]
    return _each((*found, case.source_reference, *named.numbers))


def _each(texts: Iterable[str]) -> list[str]:
    """Each once; what is called 某 already tells nothing."""
    return list(dict.fromkeys(text.strip() for text in texts if text.strip() and _ALREADY not in text))


def _persons(names: list[str], readings: Readings) -> Iterator[Subject]:
    told = people.aliases(names)
    for name in names:
        yield Subject(Kind.PERSON, name, told[name], Person.of(name, readings).found)


def _companies(names: list[str], readings: Readings) -> Iterator[Subject]:
    told = companies.aliases(names)
    for name in names:
        yield Subject(Kind.COMPANY, name, told[name], _company(Company.read(name), told[name], readings))


def _company(company: Company, alias: str, readings: Readings) -> Find:
    known = {squeezed(form).text for form in company.forms()} - {""}
    forms = sorted((one for one in known if len(one) > 1 and one not in alias), key=len, reverse=True)
    ways: list[Way | Sounding] = [Way(re.compile("|".join(map(re.escape, forms))))] if forms else []
    proper = squeezed(company.proper).text
    if len(proper) > 1:
        ways += [way for way in Person.of(company.proper, readings).ways if way.in_letters]
    return lambda text: ((*span, way.sure) for way in ways for span in way.found(text))


def _public(names: list[str]) -> Iterator[Subject]:
    """Courts, commissions, the office itself: by their whole names, region and all."""
    for name in names:
        company = Company.read(name)
        alias = f"某{squeezed(name).text.removeprefix(company.region)}" if company.region else f"某{name}"
        yield Subject(Kind.COMPANY, name, alias, _as_it_stands(squeezed(name).text))


def _places(addresses: list[str]) -> Iterator[Subject]:
    """Each address as a whole, then each part of it once."""
    known: dict[str, str] = {}
    for address in addresses:
        whole = squeezed(address).text
        if len(whole) > places.WHOLE and not places.is_ordinary(whole):
            yield Subject(Kind.PLACE, address, places.general(address), _as_it_stands(whole))
        known |= {part: alias for part, alias in places.parts(address) if not places.is_ordinary(part)}
    for part in sorted(known, key=len, reverse=True):
        yield Subject(Kind.PLACE, part, known[part], _as_it_stands(squeezed(part).text))


def _as_it_stands(text: str) -> Find:
    way = Way(re.compile(re.escape(text)))
    return lambda within: ((*span, True) for span in way.found(within))


def _numbers(texts: list[str]) -> Iterator[Subject]:
    for number in numbers.known(texts):
        yield Subject(Kind.NUMBER, number.text, NO_NUMBER, _of_number(number))


def _of_number(number: numbers.Number) -> Find:
    return lambda text: ((*span, True) for span in number.found(text))


def _case_number(case: Case) -> Iterator[Subject]:
    """The number of the case, whole and from its year on; its last digits alone say nothing."""
    whole = squeezed(case.number).text
    year = re.search(r"[\[(〔【]?\d{4}[\])〕】]?", whole)
    tail = whole[year.start():] if year else ""
    forms = sorted({one for one in (whole, tail, tail.rstrip("号")) if len(one) > 6}, key=len, reverse=True)
    if forms:
        way = Way(re.compile("|".join(_bracketed_anyhow(one) for one in forms)))
        yield Subject(Kind.FILE, case.number, "（案号略）",
                      lambda text: ((*span, True) for span in way.found(text)))


def _bracketed_anyhow(number: str) -> str:
    """The number with whatever brackets somebody had at hand, or none: （2024）, [2024], 2024年, 2024-;
    a month or a day is none."""
    opened, closed = r"[\[({〔【〖]?", r"(?:[\])}〕】〗]|年(?!\d\d?月)|-(?!\d\d?[-/.]))?第?"
    return re.sub(r"(\\?[\[(〔【])?(\d{4})(\\?[\])〕】])?", lambda found: f"{opened}{found[2]}{closed}"
                  if found[1] or found[3] else found[2], re.escape(number))
