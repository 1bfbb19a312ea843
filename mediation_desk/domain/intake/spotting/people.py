"""Names of persons in a text, and on whose side they are: by labels, by the words around them, by lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mediation_desk.domain.intake.spotting.companies import rank
from mediation_desk.domain.intake.spotting.folded import any_of
from mediation_desk.domain.intake.spotting.page import NUMBER, OURS, Page
from mediation_desk.domain.intake.spotting.rules import NameRules, Rules
from mediation_desk.domain.intake.spotting.spots import About, Spot, Sure, Whose
from mediation_desk.domain.text import names

_HAN = "[\u3400-\u9fff\U00020000-\U0003ffff]"
_DOTS = "·•・‧∙⋅.．"
_SEPARATE = re.compile(r"[、,/;]|\s+|和|及|与")
_LATIN = re.compile(r"[A-Z][A-Za-z'.-]+(?: [A-Z][A-Za-z'.-]+){1,3}")
_LONGEST = 6  # characters of a name without a dot after a label
_MOST = 400  # names that are told together: without an end each would be tried with all after it

@dataclass(frozen=True)
class _Found:
    """A name at its place; ``post``: the word before it that says who that is."""

    start: int
    end: int
    sure: Sure
    whose: Whose
    post: str = ""




class People:
    """Finds names; each is told once, at the surest of its places."""

    def __init__(self, rules: Rules) -> None:
        self._rules: NameRules = rules.names
        told = rules.names
        family = f"(?:{any_of(told.compound)}|[{''.join(sorted(told.surnames))}])"
        one = f"(?![{''.join(sorted(told.not_given))}]){_HAN}"
        self._one = one
        self._dotted = rf"{_HAN}{{1,8}}(?:[{_DOTS}]{_HAN}{{1,8}}){{1,4}}"
        self._name = rf"(?:{self._dotted}|{family}(?:有{one}|(?:{one}){{1,2}}))"
        self._whole = re.compile(self._name)
        self._titled = re.compile(rf"{family}(?:{any_of(told.titles)})")
        self._any = rf"(?:{self._dotted}|(?:{one}){{2,4}})"
        self._before = {whose: re.compile(
            rf"(?P<post>{any_of(words)})(?:叫|是|为|名叫|系|:)?(?:姓{_HAN},?)?[ ]?"
            rf"(?P<name>{self._titled.pattern}|{self._name})")
            for whose, words in told.before.items()}
        self._with_dot = re.compile(rf"(?<!{_HAN}){_HAN}{{2,8}}(?:[·•・‧]{_HAN}{{2,8}}){{1,4}}")
        self._leading = re.compile(any_of(word for words in told.before.values() for word in words))
        self._called = re.compile(rf"(?:我叫|叫|名叫|我是)(?P<name>{self._any})(?=[,。;\n(在 ]|$)")
        listed = rf"(?:{self._dotted}|{family}{_HAN}{{1,2}})"
        self._counted = re.compile(rf"(?P<names>{listed}(?:[、,]{listed}){{1,{_MOST}}})[ ]?[共等][ ]?"
                                   r"(?:\d{1,3}|[两一二三四五六七八九十百]{1,4})[人名位]")
        self._after = {whose: re.compile(
            rf"(?P<name>{self._name})(?=[ \t]?(?:{any_of(words)})|[ \t]\d{{6}}(?:19|20)|[ \t]?1[3-9]\d)")
            for whose, words in told.after.items()}

    def spots(self, page: Page) -> Iterator[Spot]:
        """Every name, the surest place of each; in lists those that stand beside a known one."""
        best: dict[str, Spot] = {}
        for one in self._all(page):
            name = _joined(page.plain[one.start:one.end])
            if self._is_nobody(name) or not page.free(one.start, one.end) or page.about(one.start) == NUMBER:
                continue
            sure = Sure.DOUBTED if self._titled.fullmatch(name) else one.sure
            old = best.get(name)
            if old is None or rank(sure) > rank(old.sure):
                best[name] = Spot(About.NAME, name, one.start, one.end, sure, one.whose, post=one.post)
        self._beside(page, best)
        for spot in sorted(best.values(), key=lambda one: one.start):
            if not _is_part(spot, best):
                page.take(spot.start, spot.end)
                yield spot

    def _is_nobody(self, name: str) -> bool:
        return name in self._rules.nobody or not name

    def _all(self, page: Page) -> Iterator[_Found]:
        yield from self._labelled(page)
        yield from self._speakers(page)
        for one in (*self._led(page), *self._dots(page), *self._followed(page), *self._together(page)):
            if not page.ours(one.start):
                yield one

    def _led(self, page: Page) -> Iterator[_Found]:
        """Names behind a word that says whose side they are on."""
        for whose in (Whose.RESPONDENT, Whose.APPLICANT):
            for found in self._before[whose].finditer(page.plain):
                yield _Found(*found.span("name"), Sure.LIKELY, whose,
                             found["post"] if whose is Whose.RESPONDENT else "")
        for found in self._called.finditer(page.plain):
            yield _Found(*found.span("name"), Sure.LIKELY, Whose.APPLICANT)

    def _dots(self, page: Page) -> Iterator[_Found]:
        """Names with a dot stand for themselves."""
        for found in self._with_dot.finditer(page.plain):
            led = self._leading.match(found.group())
            yield _Found(found.start() + (led.end() if led else 0), found.end(), Sure.LIKELY, Whose.APPLICANT)

    def _followed(self, page: Page) -> Iterator[_Found]:
        for whose, pattern in self._after.items():
            for found in pattern.finditer(page.plain):
                yield _Found(*found.span("name"), Sure.LIKELY, whose)

    def _together(self, page: Page) -> Iterator[_Found]:
        """Names that are told together and counted: 韩雨桐、李向东等三人."""
        for found in self._counted.finditer(page.plain):
            for one in re.finditer(r"[^、,]+", found["names"]):
                begin = found.start("names") + one.start()
                yield _Found(begin, begin + len(one.group()), Sure.LIKELY, Whose.APPLICANT)

    # -- after a label -------------------------------------------------------------------

    def _labelled(self, page: Page) -> Iterator[_Found]:
        for stretch in page.labelled("name"):
            value = re.compile(r"[^\n,;。(【:]*").match(page.plain, stretch.begin, stretch.end)
            if value is None or page.about(stretch.begin) == OURS:
                continue
            post = page.plain[stretch.start:stretch.begin].strip(" \t:【】") if stretch.meaning.whose is \
                Whose.RESPONDENT else ""
            for start, end in self._values(page.plain, value.start(), value.end()):
                sure = self._labelled_sure(page.plain[start:end])
                yield _Found(start, end, sure, stretch.meaning.whose, post)

    def _labelled_sure(self, text: str) -> Sure:
        return Sure.SURE if self._whole.fullmatch(_joined(text)) else Sure.LIKELY

    def _values(self, plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The names in the value of a label: parted by blanks and commas, unless it is one name set apart."""
        text = plain[start:end].strip()
        begin = start + len(plain[start:end]) - len(plain[start:end].lstrip())
        if latin := _LATIN.match(text):
            yield begin, begin + latin.end()
            return
        if self._is_one(text):
            yield begin, begin + len(text)
            return
        for part in re.finditer(r"[^\s、,/]+", text):
            word = part.group()
            if self._whole.fullmatch(word) or self._titled.fullmatch(word) or re.fullmatch(self._any, word):
                yield begin + part.start(), begin + part.end()
            else:
                break

    def _is_one(self, text: str) -> bool:
        """``张 丽`` is one name, and so is ``扎西 达杰``, of which no part begins as a name does."""
        parts = text.split()
        if len(parts) != 2:
            return False
        short = all(len(part) == 1 for part in parts)
        strange = all(2 <= len(part) <= 3 and re.fullmatch(f"{_HAN}+", part)
                      and not self._whole.fullmatch(part) for part in parts)
        return short or strange

    # -- in a chat, in lists -------------------------------------------------------------

    def _speakers(self, page: Page) -> Iterator[_Found]:
        for turn in page.turns:
            if not turn.ours and self._whole.fullmatch(turn.name):
                at = turn.name_at
                page.release(at, at + len(turn.name))
                yield _Found(at, at + len(turn.name), Sure.LIKELY, Whose.APPLICANT)

    def _beside(self, page: Page, best: dict[str, Spot]) -> None:
        """Names that stand in one list with a known one: 赵海滨 孔令飞 白玛."""
        for spot in list(best.values()):
            if spot.whose is not Whose.APPLICANT or self._titled.fullmatch(str(spot.value)):
                continue
            for start, end in self._listed(page, page.plain[spot.start:spot.end]):
                name = _joined(page.plain[start:end])
                if name not in best and not self._is_nobody(name) and page.free(start, end):
                    best[name] = Spot(About.NAME, name, start, end, Sure.DOUBTED, spot.whose)

    def _listed(self, page: Page, name: str) -> Iterator[tuple[int, int]]:
        """What stands in a list behind a name, at any of its places."""
        for place in re.finditer(re.escape(name), page.plain):
            yield from self._run(page, place.end())

    def _run(self, page: Page, place: int) -> Iterator[tuple[int, int]]:
        item = re.compile(rf"(?:[、,/]|[ ]+|和|及)(?P<name>{self._dotted}|{self._any})"
                          r"(?=[、,/ \n。;等]|和|及|$)")
        line_end = page.plain.find("\n", place)
        while found := item.match(page.plain, place, line_end + 1 if line_end >= 0 else len(page.plain)):
            known = self._whole.fullmatch(found["name"])
            if not known and "、" not in found.group() and " " not in found.group()[:1]:
                return
            yield found.span("name")
            place = found.end("name")


def _joined(text: str) -> str:
    """A name as it is kept: ``张 丽`` without its blank, one dot between the parts."""
    parts = text.split()
    if len(parts) == 2 and all(len(part) == 1 for part in parts):
        return "".join(parts)
    return names.person(text)


def _is_part(spot: Spot, best: dict[str, Spot]) -> bool:
    """Whether another name holds this one: 李生 beside 李生金."""
    name = str(spot.value)
    return any(name != other and name in other and rank(one.sure) >= rank(spot.sure)
               for other, one in best.items())
