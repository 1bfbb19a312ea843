"""What the sides said, as the sentences of papers: agreed facts, disputes, matters to verify.

Nothing is asserted that is not agreed or found: a disputed fact stands with both accounts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from mediation_desk.domain.sorting.answers import DENIED, is_admission, stated
from mediation_desk.domain.sorting.elements import Element, ElementType, Scope
from mediation_desk.domain.sorting.record import record_of
from mediation_desk.domain.sorting.sorting import CONTESTED, ElementCell, State
from mediation_desk.domain.sorting.stakes import Issue
from mediation_desk.domain.sorting.statements import Word
from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.words import N_
from mediation_desk.services.papers.told import Told

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


def sentence(told: Told, element: Element, said: str | None) -> str:
    """The same where no question stands beside it: a yes or no as the sentence that it means."""
    if said is None or stated(said) not in element.sentences:
        return shown(told, element, said)
    text = element.sentences[stated(said)]
    return told.say(N_("{text} (admitted)"), text=text) if is_admission(said) else text


Tell = Callable[[Told, Element, str | None], str]


def respondents_said(told: Told, element: Element, word: Word, tell: Tell = shown) -> str:
    """What the respondents say: once where they speak alike, else each by name."""
    if len(word.theirs) == 1:
        return tell(told, element, word.theirs[0])
    return "；".join(told.say(N_("{who}: {said}"), who=told.case.party(party).name,
                             said=tell(told, element, said) or told.words.translate(N_("has not spoken")))
                    for party, said in word.each)


def cell(told: Told, element: str, worker: UUID) -> ElementCell:
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


def by_group(told: Told, workers: Iterable[UUID], tell: Callable[[UUID], str]) -> str:
    """What is told of these workers: one text for all of them, or each text with whom it is about."""
    groups = grouped(workers, tell)
    if len(groups) == 1:
        return groups[0][0]
    return "；".join(told.say(N_("{text} ({who})"), text=text, who=told.listed(map(told.name, members)))
                     for text, members in groups)


def subject(told: Told, element: Element, workers: Iterable[UUID]) -> str:
    """The element's name, with the workers whom it concerns when it is not all of them."""
    who = "" if element.scope is Scope.CASE else told.who(workers)
    return told.say(N_("{element} of {who}"), element=element.label.zh, who=who) if who else element.label.zh


def agreed_by_element(told: Told) -> list[tuple[Element, dict[UUID, str]]]:
    """The facts that nobody contests: element by element, each worker's value as it is shown."""
    facts: dict[str, dict[UUID, str]] = {}
    elements: dict[str, Element] = {}
    for fact in record_of(told.sorting).agreed:
        elements[fact.element.id] = fact.element
        values = facts.setdefault(fact.element.id, {})
        values.update(dict.fromkeys(fact.workers, sentence(told, fact.element, fact.value)))
    return [(elements[name], values) for name, values in facts.items()]


def agreed(told: Told) -> tuple[str, ...]:
    """One phrase per agreed element."""
    return tuple(_phrase(told, element, values) for element, values in agreed_by_element(told))


def found(told: Told) -> tuple[str, ...]:
    """One phrase per contested element, for the workers for whom the mediator has found it."""
    phrases = []
    for element in told.sorting.sheet.elements():
        values = {worker: sentence(told, element, finding) for worker in told.sorting.workers
                  if state(told, worker, element.id) in CONTESTED
                  and (finding := cell(told, element.id, worker).word.finding) not in (None, DENIED)}
        if values:
            phrases.append(_phrase(told, element, values))
    return tuple(phrases)


def _phrase(told: Told, element: Element, values: Mapping[UUID, str]) -> str:
    """``月工资标准（温若晴）：4,000.00元/月``; a yes or no as its sentence: ``仍在职（温若晴）``."""
    value = by_group(told, values, values.__getitem__)
    if not element.sentences:
        return told.say(N_("{element}: {value}"), element=subject(told, element, values), value=value)
    who = "" if element.scope is Scope.CASE else told.who(values)
    return told.say(N_("{text} ({who})"), text=value, who=who) if who else value


def fact(told: Told, element: Element, value: str) -> str:
    """``月工资标准：4,300.00元/月``; a yes or no as its sentence: ``双方之间是劳动关系``."""
    if element.sentences:
        return value
    return told.say(N_("{element}: {value}"), element=element.label.zh, value=value)


def disputes(told: Told) -> tuple[str, ...]:
    """One sentence per issue in dispute, the dearest first, with every account."""
    return tuple(_dispute(told, issue) for issue in told.sorting.issues)


def _dispute(told: Told, issue: Issue) -> str:
    element, names = issue.element, {party.id: party.name for party in told.case.respondents}

    def word(worker: UUID) -> Word:
        return cell(told, element.id, worker).word

    def ours(worker: UUID) -> str:
        return _holds(told, told.label(Role.APPLICANT), element, word(worker).applicant)

    def theirs(worker: UUID) -> str:
        if len(word(worker).theirs) == 1:
            return _holds(told, told.label(Role.RESPONDENT), element, word(worker).theirs[0])
        return "；".join(_holds(told, names[party], element, said) for party, said in word(worker).each)

    return told.say(N_("On {issue}: {ours}; {theirs}"), issue=subject(told, element, issue.workers),
                    ours=by_group(told, issue.workers, ours), theirs=by_group(told, issue.workers, theirs))


def _holds(told: Told, who: str, element: Element, said: str | None) -> str:
    """``申请人主张解除不合法``, ``被申请人否认``, ``某公司未陈述``."""
    if said is None:
        return told.say(N_("{who} has not spoken"), who=who)
    if said == DENIED:
        return told.say(N_("{who} denies it"), who=who)
    return told.say(N_("{who} holds: {what}"), who=who, what=sentence(told, element, said))


def accounts(told: Told, issue: Issue) -> tuple[str, str]:
    """Both sides' accounts of an issue, as a table has them."""
    def word(worker: UUID) -> Word:
        return cell(told, issue.element.id, worker).word
    return (by_group(told, issue.workers, lambda one: sentence(told, issue.element, word(one).applicant)),
            by_group(told, issue.workers, lambda one: respondents_said(told, issue.element, word(one),
                                                                       sentence)))
