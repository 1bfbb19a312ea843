"""Foreseeing: what a sorting will be once some answers are kept, for the few workers they concern."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from mediation_desk.domain.sorting.sorting import Sorter, Sorting
from mediation_desk.domain.sorting.statements import ElementEntry, Place, RespondentStatement

MOST_WORKERS = 8  # more take as long as a whole sorting
Claims = Mapping[UUID, Sequence[str]]  # worker -> claim ids
FIELDS = ("applicant", "respondent", "finding", "evidence", "note")


@dataclass(frozen=True)
class Answered:
    """An answer about to be kept: canonical, None for one taken back. ``voice`` is a field of an entry;
    ``party`` the respondent who says it for itself alone."""

    element: str
    worker: UUID | None
    voice: str
    answer: str | None
    party: UUID | None = None


def foreseen(sorter: Sorter, sorting: Sorting, claims: Claims,
             answered: Sequence[Answered]) -> Sorting | None:
    """The sorting with these answers in it: states and amounts of the workers spoken of; the issues
    follow with the next whole sorting.

    ``sorter``: one kept for this alone. None where an answer is for the whole case, or for more
    workers than are quickly sorted.
    """
    spoken = {one.worker for one in answered}
    workers = [worker for worker in sorting.workers if worker in spoken]
    if len(workers) != len(spoken) or len(workers) > MOST_WORKERS:
        return None
    part = sorter.sort([*workers, *_making(claims, workers)], claims,
                       _entries_over(sorting, answered, set(workers)), _statements_over(sorting, answered),
                       sorting.respondents)
    return _merged(sorting, part, set(workers))


def _making(claims: Claims, workers: Iterable[UUID]) -> list[UUID]:
    """Other workers, so that every claim made in the case is made by somebody: what applies to one
    worker depends on that."""
    wanted = {claim for own in claims.values() for claim in own}
    wanted -= {claim for worker in workers for claim in claims.get(worker, ())}
    others = []
    for worker, own in claims.items():
        if not wanted.isdisjoint(own):
            others.append(worker)
            wanted.difference_update(own)
    return others


def _entries_over(sorting: Sorting, answered: Sequence[Answered], workers: set[UUID]) -> list[ElementEntry]:
    """What stands for these workers and for all, with the answers over it."""
    kept = {place: entry for place, entry in sorting.entries.items()
            if place[1] is None or place[1] in workers}
    for one in answered:
        if one.party is None:
            place = (one.element, one.worker)
            kept[place] = _over(kept.get(place), one)
    return list(kept.values())


def _over(old: ElementEntry | None, one: Answered) -> ElementEntry:
    words = {name: getattr(old, name) for name in FIELDS} if old else {}
    return ElementEntry(id=old.id if old else _NOBODY, case_id=old.case_id if old else _NOBODY,
                        element=one.element, worker_id=one.worker, **{**words, one.voice: one.answer})


def _statements_over(sorting: Sorting, answered: Sequence[Answered]) -> list[RespondentStatement]:
    apart: dict[tuple[Place, UUID], str | None] = {
        (place, party): said for place, own in sorting.apart.items() for party, said in own.items()}
    apart.update({((one.element, one.worker), one.party): one.answer for one in answered if one.party})
    return [RespondentStatement(id=_NOBODY, case_id=_NOBODY, element=place[0], worker_id=place[1],
                                party_id=party, said=said) for (place, party), said in apart.items()]


_NOBODY = UUID(int=0)  # these rows are only sorted, never stored


def _merged(whole: Sorting, part: Sorting, workers: set[UUID]) -> Sorting:
    """The whole with these workers' part in place of what it had for them."""
    return replace(whole, parts={**whole.parts, **{worker: part.parts[worker] for worker in workers}},
                   cells={**whole.cells, **{place: cell for place, cell in part.cells.items()
                                            if place[1] in workers}},
                   entries={**whole.entries, **part.entries}, apart=part.apart)
