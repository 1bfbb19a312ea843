"""What the sides said, as the sentences of papers: agreed facts, disputes, matters to verify.

Nothing is asserted that is not agreed or found: a disputed fact stands with both accounts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from uuid import UUID

from mediation_desk.domain.answers import DENIED, is_admission
from mediation_desk.domain.elements import Element, ElementType, Scope
from mediation_desk.domain.sorting import CONTESTED, Cell, State
from mediation_desk.domain.sorting_record import AgreedFact, record_of
from mediation_desk.domain.stakes import Issue
from mediation_desk.domain.words import N_
from mediation_desk.services.papers_told import Told

CHINESE = "zh"
Workers = tuple[UUID, ...]


def shown(told: Told, element: Element, said: str | None) -> str:
    """A statement as papers print it, with its unit; nothing for silence."""
    if said is None:
        return ""
    text = element.show(said, CHINESE)
    if said != DENIED and element.type in (ElementType.MONEY, ElementType.NUMBER):
        text += element.unit.zh
    return told.say(N_("{text} (admitted)"), text=text) if is_admission(said) else text


def cell(told: Told, element: str, worker: UUID) -> Cell:
    """What counts for that worker on that element."""
    return told.sorting.cell(element, worker)


def state(told: Told, worker: UUID, element: str) -> State:
    """How the sides stand there; an admission leaves nothing in dispute."""
    return told.sorting.states[worker][element]


def grouped(workers: Iterable[UUID], tell: Callable[[UUID], str]) -> list[tuple[str, Workers]]:
    """The workers by what is told of each, in the order in which it first comes."""
    groups: dict[str, list[UUID]] = {}
    for worker in workers:
        groups.setdefault(tell(worker), []).append(worker)
    return [(text, tuple(members)) for text, members in groups.items()]


def by_group(told: Told, element: Element, workers: Iterable[UUID], tell: Callable[[UUID], str]) -> str:
    """One text for all, or each group of workers with its own."""
    groups = grouped(workers, tell)
    if len(groups) == 1 and (element.scope is Scope.CASE or not told.who(groups[0][1])):
        return groups[0][0]
    return "；".join(told.say(N_("{who}: {text}"), who=told.listed(map(told.name, members)), text=text)
                     for text, members in groups)


def agreed_by_element(told: Told) -> list[tuple[Element, tuple[AgreedFact, ...]]]:
    """The facts that nobody contests, those of one element together."""
    facts: dict[str, list[AgreedFact]] = {}
    for fact in record_of(told.sorting).agreed:
        facts.setdefault(fact.element.id, []).append(fact)
    return [(parts[0].element, tuple(parts)) for parts in facts.values()]


def agreed(told: Told) -> tuple[str, ...]:
    """One sentence per agreed element."""
    return tuple(told.say(N_("The sides agree: {element}, {value}"), element=element.label.zh,
                          value=_agreed_value(told, element, facts))
                 for element, facts in agreed_by_element(told))


def _agreed_value(told: Told, element: Element, facts: tuple[AgreedFact, ...]) -> str:
    value = {worker: shown(told, element, fact.value) for fact in facts for worker in fact.workers}
    return by_group(told, element, value, value.__getitem__)


def found(told: Told) -> Iterator[str]:
    """One sentence per contested element that the mediator has found."""
    for element in told.sorting.sheet.elements():
        workers = [worker for worker in told.sorting.workers
                   if state(told, worker, element.id) in CONTESTED
                   and cell(told, element.id, worker).word.finding not in (None, DENIED)]
        if workers:
            value = by_group(told, element, workers, lambda worker, e=element: shown(  # type: ignore[misc]
                told, e, cell(told, e.id, worker).word.finding))
            yield told.say(N_("Found on the evidence: {element}, {value}"), element=element.label.zh,
                           value=value)


def disputes(told: Told) -> tuple[str, ...]:
    """One sentence per issue in dispute, the dearest first, with both accounts."""
    return tuple(_dispute(told, issue) for issue in told.sorting.issues)


def _dispute(told: Told, issue: Issue) -> str:
    ours, theirs = accounts(told, issue)
    return told.say(N_("On “{issue}”, the applicants say: {ours}; the respondent says: {theirs}"),
                    issue=issue.element.label.zh, ours=ours, theirs=theirs)


def accounts(told: Told, issue: Issue) -> tuple[str, str]:
    """Both sides' accounts of an issue."""
    element = issue.element
    return (by_group(told, element, issue.workers, lambda worker: shown(
                told, element, cell(told, element.id, worker).word.applicant)),
            by_group(told, element, issue.workers, lambda worker: shown(
                told, element, cell(told, element.id, worker).word.respondent)))
