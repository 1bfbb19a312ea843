"""What the further terms say in words: blanks left open, clauses and figures that contradict the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mediation_desk.domain.agreeing.checking.ground import Ground, Said
from mediation_desk.domain.money import LIMIT_FEN, Money
from mediation_desk.domain.words import N_, Sentence, say

_BLANK = re.compile(r"_{2,}|＿{2,}|\{\{")
_AMOUNT = re.compile(r"(\d[\d,，]*)(?:\.(\d{1,2}))?\s*(万)?元")
_SPLIT = re.compile(r"分([一二两三四五六七八九十]{1,3}|\d{1,2})期")
_ENFORCED = re.compile("强制执行")
_STEP = re.compile("仲裁审查|司法确认")
_DIGITS = "零一二三四五六七八九"


def blanks(ground: Ground) -> Iterator[Said]:
    """A place of a clause that nobody filled."""
    for at, line in enumerate(ground.lines, start=1):
        if _BLANK.search(line.text):
            yield Said(say(N_("A blank is left open in line {number} of the further terms: {title}"),
                           number=at, title=line.title or line.text[:20]))


def contradictions(ground: Ground) -> Iterator[Said]:
    """One clause twice, a second answer to late payment, or a clause that another one excludes."""
    titles = {line.clause: line.title for line in ground.lines if line.clause} | {**ground.chosen}
    titles[ground.default] = ""
    told: set[frozenset[str]] = set()
    for at, line in enumerate(ground.lines):
        if line.clause and any(line.clause == other.clause for other in ground.lines[:at]):
            yield Said(say(N_("The clause “{title}” stands twice in the further terms."), title=line.title))
        if line.clause in ground.chosen:
            yield Said(say(N_("The further terms hold the clause “{title}”, which a field of the terms "
                              "chooses already."), title=line.title))
        for other in line.excludes:
            pair = frozenset({line.clause or line.title, other})
            if other in titles and pair not in told:
                told.add(pair)
                yield Said(_excluded(line.title, titles[other]))


def _excluded(title: str, other: str) -> Sentence:
    if not other:
        return say(N_("The clause “{title}” contradicts what was chosen for a late payment."), title=title)
    return say(N_("The clauses “{title}” and “{other}” contradict each other."), title=title, other=other)


def enforcement(ground: Ground) -> Iterator[Said]:
    """An agreement is enforced once it was reviewed by the arbitration commission or confirmed by the court;
    words about enforcement say after which of these steps (Mediation and Arbitration Law; Civil Procedure
    Law, art. 205)."""
    for at, line in enumerate(ground.lines, start=1):
        if speaks_of_enforcement_alone(line.text):
            yield Said(say(N_("Line {number} of the further terms speaks of enforcement and does not say "
                              "after which step: arbitration review or judicial confirmation."), number=at))


def speaks_of_enforcement_alone(text: str) -> bool:
    """Whether words about enforcement stand without the step that makes it possible before them."""
    return any(not _STEP.search(text[:found.start()]) for found in _ENFORCED.finditer(text))


def stray_amounts(ground: Ground) -> Iterator[Said]:
    """An amount in words that is none of the agreement's figures: it may be a former draft's."""
    known = set(_figures(ground))
    for amount in dict.fromkeys(_amounts(_text(ground))):
        if amount not in known:
            yield Said(say(N_("The further terms name {amount} yuan, which stands nowhere else in the "
                              "agreement."),
                           amount=amount))


def stray_instalments(ground: Ground) -> Iterator[Said]:
    """Another number of instalments in words than in the table."""
    count = len(ground.agreement.instalments)
    for said in dict.fromkeys(map(_number, _SPLIT.findall(_text(ground)))):
        if said != count:
            yield Said(say(N_("The further terms speak of {said} instalments, the schedule has {count}."),
                           said=said, count=count))


def _text(ground: Ground) -> str:
    return "\n".join([ground.agreement.responsibility, *(line.text for line in ground.lines)])


def _figures(ground: Ground) -> Iterator[Money]:
    made = ground.agreement
    yield from (made.total, ground.case.claimed)
    yield from (one.amount for one in made.shares)
    yield from (one.amount for one in made.debtors if one.amount is not None)
    yield from (claim.asked for claim in ground.case.claims if claim.asked is not None)
    for instalment in made.instalments:
        yield instalment.amount
        yield from (one.amount for one in instalment.shares)


def _amounts(text: str) -> Iterator[Money]:
    for whole, cents, myriad in _AMOUNT.findall(text):
        fen = int(whole.replace(",", "").replace("，", "")) * 100 + int(cents.ljust(2, "0") or 0)
        yield Money(min(fen * 10_000 if myriad else fen, LIMIT_FEN))


def _number(said: str) -> int:
    """A number up to 99 in Chinese or in digits."""
    if said.isdecimal():
        return int(said)
    tens, ten, ones = said.replace("两", "二").rpartition("十")
    first = _DIGITS.index(tens[-1]) if tens else 1 if ten else 0
    return first * 10 + (_DIGITS.index(ones[-1]) if ones else 0)
