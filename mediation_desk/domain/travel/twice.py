"""A matter entered twice, on a laptop and at the office: whether it is one, and what may be carried over."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from mediation_desk.domain import verbs
from mediation_desk.domain.case import Case
from mediation_desk.domain.evidence import Exhibit, giver, mentions
from mediation_desk.domain.intake.likeness import Likeness, likeness
from mediation_desk.domain.people import Party
from mediation_desk.domain.text import codes
from mediation_desk.domain.vocabulary import Role, Term
from mediation_desk.domain.words import N_, DeskError


class Carried(Term):
    """What of the laptop's case is written into the office's, where that has nothing in its place."""

    FACTS = "facts", N_("Cause and facts in brief")
    PEOPLE = "people", N_("People who are not in it yet")
    CLAIMS = "claims", N_("Claims")
    STATEMENTS = "statements", N_("Statements on elements and factors")
    EVIDENCE = "evidence", N_("Evidence")


_NEEDS: Mapping[Carried, str] = {
    Carried.FACTS: "edit", Carried.PEOPLE: "add_party", Carried.CLAIMS: "set_claims",
    Carried.STATEMENTS: "say", Carried.EVIDENCE: "add_evidence"}
_FACTS = ("cause", "facts_in_brief")


@dataclass(frozen=True)
class Matter:
    """A case with its exhibits."""

    case: Case
    exhibits: Sequence[Exhibit] = ()


@dataclass(frozen=True)
class Carrying:
    """``same``: the laptop's people who are in the office's case, each with who they are there. ``numbers``:
    the laptop's exhibits that lie there, by number. ``rows``: what the office's case lacks, by kind; of FACTS
    the names of the fields."""

    same: Mapping[UUID, UUID]
    numbers: Mapping[int, int]
    rows: Mapping[Carried, tuple[Any, ...]]

    @property
    def counts(self) -> Mapping[Carried, int]:
        """How much there is of each kind; kinds without any are left out."""
        return {kind: len(rows) for kind, rows in self.rows.items() if rows}

    def require_together(self, wanted: Collection[Carried]) -> None:
        """Refuse to carry over what names people or evidence that would not be there."""
        chosen = [row for kind in wanted for row in self.rows.get(kind, ())]
        if Carried.PEOPLE not in wanted and any(one not in self.same for one in _named_by(chosen)):
            raise DeskError(N_("Some of it is of people who are not in the office's case. Carry these over "
                               "too."), field="carried")
        if Carried.EVIDENCE not in wanted and any(one not in self.numbers for one in _mentioned(chosen)):
            raise DeskError(N_("Some of the statements name evidence. Carry the evidence over too."),
                            field="carried")


def is_same(mine: Case, other: Case) -> bool:
    """Whether two cases look like one matter: one applicant of both, known by document or by name and
    telephone, against one respondent of both, known by credit code or name."""
    people = any(_likeness(one, them) is Likeness.PERSON
                 for one in mine.applicants for them in other.applicants)
    return people and any(_likeness(one, them) is not Likeness.NONE
                          for one in mine.respondents for them in other.respondents)


def _likeness(one: Party, other: Party) -> Likeness:
    """How alike two parties are; a credit code tells an organisation as a document tells a person."""
    if codes.canonical(one.credit_code) and codes.canonical(other.credit_code):
        return Likeness.PERSON if codes.same(one.credit_code, other.credit_code) else Likeness.NONE
    return likeness(one, other)


def carrying(mine: Matter, other: Matter) -> Carrying:
    """What could be carried over into the office's case as it stands.

    Only what it has nothing in the place of: where both wrote, the office's word stands, and the laptop's
    stays to be read in its own case. Somebody of whom nothing but the name is known on both sides is neither
    taken for the same nor entered once more.
    """
    same = dict(_same(mine.case, other.case))
    people = tuple(one for one in mine.case.parties if _is_lacking(one, mine.case, other.case, same))
    known = {*same, *(one.id for one in people)}
    there = {one.sha256: one.position for one in other.exhibits}
    rows = {
        Carried.FACTS: tuple(name for name in _FACTS
                             if getattr(mine.case, name) and not getattr(other.case, name)),
        Carried.PEOPLE: people,
        Carried.CLAIMS: tuple(_claims(mine.case, other.case, same, known)),
        Carried.STATEMENTS: tuple(_statements(mine.case, other.case, same, known)),
        Carried.EVIDENCE: tuple(one for one in mine.exhibits if one.sha256 not in there)}
    numbers = {one.position: there[one.sha256] for one in mine.exhibits if one.sha256 in there}
    return Carrying(same, numbers, {kind: found for kind, found in rows.items() if _may(other.case, kind)})


def _may(case: Case, kind: Carried) -> bool:
    return verbs.may_now(case, _NEEDS[kind]) and (kind is not Carried.PEOPLE or not case.is_signed)


def _same(mine: Case, other: Case) -> Iterator[tuple[UUID, UUID]]:
    taken: set[UUID] = set()
    for one in mine.parties:
        enough = {Likeness.PERSON} | ({Likeness.NAME} if one.role is Role.RESPONDENT else set())
        alike = (them for them in other.parties if them.role is one.role and them.id not in taken
                 and _likeness(one, them) in enough)
        if (found := next(alike, None)) is not None:
            taken.add(found.id)
            yield one.id, found.id


def _is_lacking(one: Party, mine: Case, other: Case, same: Mapping[UUID, UUID]) -> bool:
    """Whether nobody there could be this party; who acts for somebody comes with whom they act for."""
    if one.id in same or not one.name.strip():
        return False
    if any(_likeness(one, them) is not Likeness.NONE for them in other.parties if them.role is one.role):
        return False
    return one.acts_for is None or one.acts_for in same or any(
        them.id == one.acts_for and _is_lacking(them, mine, other, same) for them in mine.parties)


def _claims(mine: Case, other: Case, same: Mapping[UUID, UUID], known: Collection[UUID]) -> Iterator[Any]:
    there = {(one.worker_id, one.claim) for one in other.claims_all}
    for one in mine.claims:
        if one.worker_id in known and (same.get(one.worker_id), one.claim) not in there:
            yield one


def _statements(mine: Case, other: Case, same: Mapping[UUID, UUID], known: Collection[UUID]) -> Iterator[Any]:
    there: set[tuple[object, ...]] = {
        *((one.element, one.worker_id) for one in other.entries_all),
        *((one.element, one.worker_id, one.party_id) for one in other.statements_all),
        *((one.factor,) for one in other.factors_all)}
    for row, *place in (*((one, one.element, one.worker_id) for one in mine.entries),
                        *((one, one.element, one.worker_id, one.party_id) for one in mine.statements),
                        *((one, one.factor) for one in mine.factors)):
        people = [key for key in place if isinstance(key, UUID)]
        moved = tuple(same.get(key, key) if isinstance(key, UUID) else key for key in place)
        if all(key in known for key in people) and moved not in there:
            yield row


def _named_by(rows: Sequence[Any]) -> Iterator[UUID]:
    for row in rows:
        given_by = giver(getattr(row, "given_by", ""))
        keys = (getattr(row, "worker_id", None), getattr(row, "party_id", None), given_by)
        yield from (key for key in keys if isinstance(key, UUID))


def _mentioned(rows: Sequence[Any]) -> Iterator[int]:
    for row in rows:
        yield from mentions(getattr(row, "evidence", ""))
