"""Stakes: what each dispute is worth, measured by moving one element to the other side's version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from mediation_desk.domain.money import ZERO, Money, total
from mediation_desk.domain.sorting.elements import Element
from mediation_desk.domain.sorting.valuation import NOTHING, UNDENIED, Valuer, Values, Worth
from mediation_desk.domain.words import N_, Sentence, say

ByClaim = Mapping[str, Money | None]  # None: not computable on one of the two versions


@dataclass(frozen=True)
class Issue:
    """One element in dispute, across all the workers who dispute it.

    ``stake`` is what all claims together lose (or, below zero, gain) when this element alone moves
    from the applicants' version to the respondent's; ``uncomputed`` names claims whose change
    could not be computed, so that the stake is only the part that could. Where the respondents differ,
    each worker's change is that to the version of the respondent who is furthest from the worker's.
    """

    element: Element
    workers: tuple[UUID, ...]
    by_worker: Mapping[UUID, Money]
    by_claim: Mapping[str, Money]
    uncomputed: frozenset[str] = frozenset()

    @property
    def stake(self) -> Money:
        """The sum over all workers."""
        return total(self.by_worker.values())

    @property
    def affected(self) -> tuple[UUID, ...]:
        """The workers whose claims change; all who dispute it when nobody's do."""
        return tuple(worker for worker in self.workers if self.by_worker[worker]) or self.workers

    def name(self, language: str) -> str:
        """What the dispute is called."""
        return (self.element.issue or self.element.label).text(language)

    def line(self, language: str) -> Sentence:
        """“no written contract: 4 workers, 17,200.00”."""
        count = len(self.affected)
        text = N_("{issue}: {count} workers, {amount}") if count != 1 else N_("{issue}: 1 worker, {amount}")
        return say(text, issue=self.name(language), count=count, amount=self.stake)


def moved(element: str, applicants: Values, respondents: Values) -> dict[str, str]:
    """The applicants' answers with this one taken from the respondent's version."""
    values = {name: value for name, value in applicants.items() if name != element}
    if element in respondents:
        values[element] = respondents[element]
    return values


def stake_of(valuer: Valuer, element: str, applicants: Values, respondents: Values, *,
             claims: Iterable[str], worths: Mapping[str, Worth],
             denied: Values = UNDENIED) -> dict[str, Money | None]:
    """For each of the worker's claims that the element can move: how much it changes.

    Only those claims are computed again; ``worths`` are the applicants' version already computed,
    ``denied`` the answers absent on the respondent's version because they are contested.
    """
    moving = valuer.index.moves.get(element, NOTHING)
    values = moved(element, applicants, respondents)
    lost = {name: value for name, value in denied.items() if name == element}
    return {claim: _change(worths[claim], valuer.worth(claim, values, lost))
            for claim in claims if claim in moving}


def _change(before: Worth, after: Worth) -> Money | None:
    if before.amount is None or after.amount is None:
        return None
    return before.amount - after.amount


def furthest(changes: Iterable[ByClaim]) -> ByClaim:
    """Of the changes to the versions of several respondents, the one that moves the claims most."""
    return max(changes, key=lambda change: sum(abs(amount.fen) for amount in change.values() if amount))


def ranked(disputes: Mapping[str, Mapping[UUID, ByClaim]], elements: Iterable[Element]) -> tuple[Issue, ...]:
    """Disputes of the same element across workers as one issue, the dearest first.

    Equal stakes keep the order of the sheet.
    """
    issues = [_issue(element, disputes[element.id]) for element in elements if element.id in disputes]
    return tuple(sorted(issues, key=lambda issue: -abs(issue.stake.fen)))


def _issue(element: Element, changes: Mapping[UUID, ByClaim]) -> Issue:
    by_claim: dict[str, Money] = {}
    uncomputed = set()
    for change in changes.values():
        for claim, amount in change.items():
            if amount is None:
                uncomputed.add(claim)
            else:
                by_claim[claim] = by_claim.get(claim, ZERO) + amount
    by_worker = {worker: total(amount for amount in change.values() if amount is not None)
                 for worker, change in changes.items()}
    return Issue(element, tuple(changes), by_worker, by_claim, frozenset(uncomputed))
