"""Everybody's set of papers: who gets which, how many copies of each, all in one file to print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.people import Party, in_role
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.vocabulary import Role, Side
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.forms import NO_OVERRIDES
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import making, parties
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.papers.making import PaperKind
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.papers.supplement import SUPPLEMENT
from mediation_desk.services.papers.told import Told
from mediation_desk.store.pace import Cancelled, Pace, Progress, goes_on, nobody_looks

A_PAGE_EACH = frozenset({"invitation"})
"""Papers of which every party, whatever its role, has a page of its own."""
SIDES = {Role.APPLICANT: Side.APPLICANT, Role.RESPONDENT: Side.RESPONDENT}
OFFICE: UUID | None = None
"""In a party's place: the office, which keeps a copy itself."""


@dataclass(frozen=True)
class Recipient:
    """Who is given papers. ``key``: the party, None for the office; ``role``: as what, in Chinese."""

    key: UUID | None
    name: str
    role: str


@dataclass(frozen=True)
class Handed:
    """So many copies of a paper for a recipient."""

    title: Label
    copies: int


@dataclass(frozen=True)
class PaperSet:
    """What one recipient gets."""

    recipient: Recipient
    handed: tuple[Handed, ...]


@dataclass(frozen=True)
class Sets:
    """All sets in one file, each behind a sheet that says what is in it. ``to_sign``: what of it is kept
    once it leaves the program, for the parties sign it."""

    pdf: bytes
    sets: tuple[PaperSet, ...]
    to_sign: tuple[Paper, ...] = ()


@dataclass(frozen=True)
class _Copy:
    """Which copy of a paper: of whose side, or for which party."""

    template: str
    side: Side | None = None
    worker: UUID | None = None


def offered(case: Case, exhibits: int = 0, forms: Mapping[str, str] = NO_OVERRIDES) -> tuple[PaperKind, ...]:
    """The papers of a case that can be handed to somebody as it stands; ``forms``: the office's own."""
    return tuple(kind for kind in making.available(case, exhibits, forms) if kind.part == "shown")


def recipients(desk: Desk, case_id: UUID) -> tuple[Recipient, ...]:
    """Everybody who may be given papers: the parties in the order of the case, then the office."""
    with desk.case_reading(case_id) as (work, case):
        return tuple(_recipients(Told.of(desk, work, case)))


def _recipients(told: Told) -> Iterator[Recipient]:
    case = told.case
    for found, views in ((case.applicants, parties.applicants(told)),
                         (case.respondents, parties.respondents(told)),
                         (in_role(case.parties, Role.THIRD_PARTY), parties.third_parties(told))):
        for party, view in zip(found, views, strict=True):
            yield Recipient(party.id, party.name, view.role)
    yield Recipient(OFFICE, told.desk.settings.name, "")


def print_sets(desk: Desk, case_id: UUID, templates: Sequence[str], to: Sequence[UUID | None], *,
               progress: Progress = nobody_looks, cancelled: Cancelled = goes_on) -> Sets:
    """The chosen papers for the chosen recipients: to each their own copies, behind a sheet with their name.

    Of an agreement everybody gets a copy and the office all that are left; of other papers each gets one:
    their own, their side's, or the whole. Raises DeskError where nothing is chosen or a paper cannot be
    made, and Stopped.
    """
    if not templates or not to:
        raise DeskError(N_("Choose at least one paper and somebody to give it to."), field="papers")
    with desk.case_reading(case_id) as (work, case):
        known = list(_recipients(Told.of(desk, work, case)))
    return _Printing(desk, case, list(templates), Pace(progress, cancelled)).of(
        [one for one in known if one.key in to])


class _Printing:
    """One batch on its way into a file; every copy is made once, however many get it."""

    def __init__(self, desk: Desk, case: Case, templates: list[str], pace: Pace) -> None:
        self._desk, self._case, self._pace = desk, case, pace
        self._kinds = [making.kind(template, desk.forms) for template in templates]
        self._made = cache(self._make)
        self._done = self._whole = 0

    def of(self, wanted: Sequence[Recipient]) -> Sets:
        from mediation_desk.documents.bundle import Part, bundled, sheet

        chosen = [(one, list(self._copies(one))) for one in wanted]
        chosen = [(one, copies) for one, copies in chosen if copies]
        if not chosen:
            raise DeskError(N_("None of these papers is addressed to any of them."), field="recipients")
        self._whole = 2 * sum(len(copies) for _one, copies in chosen) + len(chosen)
        files: list[tuple[bytes, int]] = []
        sets: list[PaperSet] = []
        for one, copies in chosen:
            parts = [Part(kind.title.zh, self._made(copy).pdf, count) for kind, copy, count in copies]
            who = f"{one.name}（{one.role}）" if one.role else one.name
            files.append((sheet(self._desk.settings.name, self._case.number, who, parts,
                                self._desk.fonts, created=self._desk.now), 1))
            files += [(part.pdf, part.copies) for part in parts]
            sets.append(PaperSet(one, tuple(Handed(kind.title, count) for kind, _copy, count in copies)))
        kept = {copy: self._made(copy) for _one, copies in chosen for _kind, copy, _count in copies}
        return Sets(bundled(files, self._step), tuple(sets),
                    tuple(paper for paper in kept.values() if paper.to_sign))

    def _step(self) -> None:
        self._pace.step(self._done, self._whole)
        self._done += 1

    def _make(self, copy: _Copy) -> Paper:
        self._step()
        return making.make(self._desk, self._case.id, copy.template, side=copy.side, worker=copy.worker)

    def _copies(self, one: Recipient) -> Iterator[tuple[PaperKind, _Copy, int]]:
        """Which copies somebody gets, and how many of each."""
        party = self._case.party(one.key) if one.key else None
        for kind in self._kinds:
            count = self._agreed(kind, party) if kind.template in (AGREEMENT, SUPPLEMENT) else 1
            for copy in _addressed(kind, party) if count > 0 else ():
                yield kind, copy, count

    def _agreed(self, kind: PaperKind, party: Party | None) -> int:
        """Of so many copies as an agreement has: one for each party where there are enough, else one for
        each side; the rest are the office's."""
        case = self._case
        made = case.supplement if kind.template == SUPPLEMENT and case.supplement else case.agreement
        copies = made.copies if made else 1
        third = in_role(case.parties, Role.THIRD_PARTY)
        everybody = [*case.applicants, *case.respondents, *third]
        given = everybody if copies > len(everybody) else [*case.applicants[:1], *case.respondents[:1]]
        if party is None:
            return max(copies - len(given), 0)
        return int(any(one.id == party.id for one in given))


def _addressed(kind: PaperKind, party: Party | None) -> Iterator[_Copy]:
    """The copies of a paper that are for a party: their own, their side's or the whole; for the office the
    whole, or both sides'."""
    if party is not None and (kind.template in A_PAGE_EACH or (
            "worker" in kind.copies and party.role is Role.APPLICANT)):
        yield _Copy(kind.template, worker=party.id)
    elif party is not None and (side := SIDES.get(party.role)) in kind.sides:
        yield _Copy(kind.template, side)
    elif None in kind.sides:
        yield _Copy(kind.template)
    elif party is None:
        yield from (_Copy(kind.template, side) for side in Side)
