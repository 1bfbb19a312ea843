"""A case begun on a laptop that the office entered too: offered as one, joined only when somebody says so.

Joined, the laptop's case comes home whole and ends at once as entered twice, and the matter goes on in the
office's case, into which what a person picks is written as ordinary entries; all of it in one unit of work.
The laptop's rows are not made rows of the office's case: its chain of entries vouches for them under its own
key, what was said alone in it is sealed under a key of its own and bound to it, and its frozen papers name
it. None of that survives being moved, and all of it stays readable where it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.evidence import giver, next_position, with_moved_numbers
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.people import Party
from mediation_desk.domain.referral.referrals import is_out
from mediation_desk.domain.rights import NotAllowed, Verb
from mediation_desk.domain.travel.twice import Carried, Carrying, Matter, carrying, is_same
from mediation_desk.domain.verbs import VERBS
from mediation_desk.domain.vocabulary import Role, Side, Status
from mediation_desk.domain.words import N_, DeskError, Sentence, say
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.meanwhile import Meanwhile
from mediation_desk.store.travel.coming_home import Arriving
from mediation_desk.store.travel.loads import Load
from mediation_desk.store.travel.rows import as_rows, case_of
from mediation_desk.store.travel.twice import suspects
from mediation_desk.store.work.work import Work

ENTERED_TWICE = N_("Entered twice; it goes on as case {number}.")
_SIDES: Mapping[Role, str] = {Role.APPLICANT: Side.APPLICANT.value, Role.RESPONDENT: Side.RESPONDENT.value}


@dataclass(frozen=True)
class Into:
    """What a person chose for a case entered twice: the office's case, and what is carried over into it."""

    leading_id: UUID
    carried: frozenset[Carried] = frozenset()


@dataclass(frozen=True)
class SameCase:
    """An open case of the office that looks like the laptop's, and what it lacks of it."""

    case: Case = field(repr=False)
    carrying: Carrying = field(repr=False)

    @property
    def people(self) -> tuple[str, ...]:
        """The names of those who are not in it yet."""
        return tuple(one.name for one in self.carrying.rows.get(Carried.PEOPLE, ()))


@dataclass(frozen=True)
class Twice:
    """The office's cases that look like one of the laptop's. ``offered``: those which the person may join it
    to; ``others``: how many more there are, which are not named. ``hindrance``: why none can be joined."""

    offered: tuple[SameCase, ...] = ()
    others: int = 0
    hindrance: Sentence | None = None


def twice(desk: Desk, work: Work, load: Load, found: Arriving) -> Twice | None:
    """Whether the office entered a case of the laptop's too; None where no open case looks like it. What one
    of them holds is told to those alone who mediate both."""
    case_id = found.travelling.case_id
    mine = Matter(*case_of(as_rows(found.mine)))
    alike = [one for one in _suspects(work, mine.case) if is_same(mine.case, one)]
    if not alike:
        return None
    me = str(desk.who.account_id)
    brings = any(row["account_id"] == me and row["removed_at"] is None
                 for row in load.of(case_id, "case_key_wraps"))
    named = [one for one in alike if brings and _mediates(desk, work, one.id)]
    hindrance = _hindrance(mine.case)
    offered = () if hindrance else tuple(
        SameCase(one, carrying(mine, Matter(one, work.evidence.of(one.id)))) for one in named)
    return Twice(offered, len(alike) - len(named), hindrance)


def _suspects(work: Work, case: Case) -> list[Case]:
    keys = suspects(work, case.applicants, case.respondents)
    return [work.cases.whole(key) for key in keys if key != case.id]


def _mediates(desk: Desk, work: Work, case_id: UUID) -> bool:
    own = work.members.includes(case_id, desk.who.account_id)
    return own and desk.may(Verb.EDIT_CASE, own_case=True) and desk.may(Verb.CLOSE_CASE, own_case=True)


def _hindrance(case: Case) -> Sentence | None:
    if case.status is not Status.OPEN:
        return say(N_("The laptop's case is closed; it comes home as its own."))
    if away := next(filter(is_out, case.referrals), None):
        return say(N_("Of the laptop's case something lies with {office}; it comes home as its own."),
                   office=away.office)
    if case.is_signed:
        return say(N_("In the laptop's case an agreement was signed; it comes home as its own."))
    return None


# Joining


def join(desk: Desk, work: Work, case_id: UUID, into: Into) -> Sentence:
    """End a case that has just been taken in as entered twice, and carry over what was picked; what is told
    of it. NotAllowed but for who mediates both; DeskError where it cannot be joined, or not like this."""
    leading = work.cases.get(into.leading_id, to_write=True)
    _require_both(desk, work, leading.id, case_id)
    case = work.cases.whole(case_id)
    if not is_same(case, leading):
        raise DeskError(N_("Case {number} is not like this one any more. Look into the bag again."),
                        number=leading.number)
    verb = replace(VERBS["bring_home"], sides=True)
    work.guard = Meanwhile(work, leading, verb, Seen(leading.version), desk.zone,
                           whole=True).settle
    number = say(ENTERED_TWICE, number=leading.number)
    case.go_on_in(leading, desk.today, Words.of(CHINESE).sentence(number))
    found = carrying(Matter(case, work.evidence.of(case_id)),
                     Matter(leading, work.evidence.of(leading.id)))  # what was taken out there is not there
    found.require_together(into.carried)
    _Carrier(work, case, leading, found).carry(into.carried)
    return number


def _require_both(desk: Desk, work: Work, *cases: UUID) -> None:
    for one in cases:
        if not _mediates(desk, work, one):
            raise NotAllowed(N_("Only who mediates both cases joins them."))


class _Carrier:
    """Writes rows of one case into another as new ones."""

    def __init__(self, work: Work, case: Case, leading: Case, found: Carrying) -> None:
        self._work, self._case, self._leading, self._found = work, case, leading, found
        self._people, self._numbers = dict(found.same), dict(found.numbers)

    def carry(self, wanted: frozenset[Carried]) -> None:
        """People and evidence first: the others name them."""
        rows = {kind: self._found.rows.get(kind, ()) for kind in wanted}
        for name in rows.get(Carried.FACTS, ()):
            setattr(self._leading, name, getattr(self._case, name))
        self._carry_people(rows.get(Carried.PEOPLE, ()))
        for exhibit in rows.get(Carried.EVIDENCE, ()):
            self._carry_exhibit(exhibit)
        for row in (*rows.get(Carried.CLAIMS, ()), *rows.get(Carried.STATEMENTS, ())):
            self._carry_row(row)
        if rows.get(Carried.STATEMENTS):
            sheets = " ".join((self._leading.dispute_sheets, self._case.dispute_sheets)).split()
            self._leading.dispute_sheets = " ".join(dict.fromkeys(sheets))

    def _carry_people(self, people: tuple[Party, ...]) -> None:
        """Each consents anew: what somebody said to it was said of the other case."""
        self._people |= {one.id: self._work.new_key() for one in people}
        for one in people:
            position = max((other.position for other in self._leading.parties_all), default=-1) + 1
            acts_for = self._people[one.acts_for] if one.acts_for else None
            self._leading.joins(self._made(one, id=self._people[one.id], position=position, acts_for=acts_for,
                                           agreed_on=None, declined_on=None))

    def _carry_exhibit(self, exhibit: Any) -> None:
        number = next_position(self._work.evidence.of(self._leading.id, removed_too=True))
        self._numbers[exhibit.position] = number
        self._work.evidence.add(self._made(exhibit, position=number, given_by=self._giver(exhibit.given_by)))

    def _giver(self, given_by: str) -> str:
        """Who handed it in; of somebody who cannot be told for sure, the side."""
        one = giver(given_by)
        if not isinstance(one, UUID):
            return given_by
        if one in self._people:
            return str(self._people[one])
        return next((_SIDES.get(party.role, "") for party in self._case.parties_all if party.id == one), "")

    def _carry_row(self, row: Any) -> None:
        moved: dict[str, object] = {name: self._people[key] for name in ("worker_id", "party_id")
                                    if (key := getattr(row, name, None)) is not None}
        if getattr(row, "evidence", ""):
            moved["evidence"] = with_moved_numbers(row.evidence, self._numbers)
        lists: dict[str, list[Any]] = {
            "Claim": self._leading.claims_all, "ElementEntry": self._leading.entries_all,
            "RespondentStatement": self._leading.statements_all,
            "RelationshipEntry": self._leading.factors_all}
        lists[type(row).__name__].append(self._made(row, **moved))

    def _made(self, row: Any, **moved: Any) -> Any:
        return replace(row, **{"id": self._work.new_key(), "case_id": self._leading.id, **moved})
