"""Companies and platforms in a text, by how their names end, and addresses by streets and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mediation_desk.domain.intake.spotting.folded import any_of
from mediation_desk.domain.intake.spotting.page import NUMBER, OURS, Page
from mediation_desk.domain.intake.spotting.rules import Rules
from mediation_desk.domain.intake.spotting.spots import About, Spot, Sure, Whose
from mediation_desk.domain.text.gazetteer import ALSO_WORDS, CITIES, PROVINCES

_SIGN = r"[\u3400-\u9fff\U00020000-\U0003ffffA-Za-z0-9()·&]"
_LONGEST, _SHORTEST = 34, 3  # signs before the ending of a name, and of all of it
_VALUE = re.compile(r"[^\n,;。【】\t]+")
_PLACE = re.compile("|".join(
    rf"{name}(?:省|市|区|州|县|地区|自治区|自治州){'' if name in ALSO_WORDS else '?'}"
    for name in sorted((*PROVINCES, *CITIES), key=len, reverse=True)))
_REGION = re.compile(r"[\u4e00-\u9fff]{2,4}?[市县区州]")


class Companies:
    """Finds companies; those after a label are sure."""

    def __init__(self, rules: Rules) -> None:
        told = rules.companies
        self._full = re.compile(any_of(told.endings))
        self._any = re.compile(any_of((*told.endings, *told.short)))
        self._strong, self._weak = re.compile(any_of(told.before)), re.compile(any_of(told.weak))
        self._never = told.never
        self._quoted = re.compile(rf"[“\"‘「『]([^“”\"’」』\n]{{2,14}})[”\"’」』]"
                                  rf"(?=(?:{any_of(told.platform)}))")
        self._brand = re.compile(any_of(told.brands))

    def spots(self, page: Page) -> Iterator[Spot]:
        """Each name once, at its first place; a platform is only looked at."""
        seen: dict[str, int] = {}
        for start, end, sure in sorted((*self._labelled(page), *self._told(page), *self._platforms(page)),
                                       key=lambda one: (-rank(one[2]), one[0])):
            name = "".join(page.plain[start:end].split())
            if page.free(start, end) and not any(name in other or other in name for other in seen):
                seen[name] = start
                page.take(start, end)
                yield Spot(About.COMPANY, name, start, end, sure, Whose.RESPONDENT)

    # -- after a label -------------------------------------------------------------------

    def _labelled(self, page: Page) -> Iterator[tuple[int, int, Sure]]:
        for stretch in page.labelled("name"):
            found = _VALUE.search(page.plain, stretch.begin, stretch.end)
            if stretch.meaning.whose is Whose.RESPONDENT and found:
                yield from self._value(page, found)

    def _value(self, page: Page, found: re.Match[str]) -> Iterator[tuple[int, int, Sure]]:
        """The name up to what stands in brackets or after a blank; one that ends as companies do."""
        value = re.split(r"\s|\((?![^()]{2,6}\))", found.group().strip())[0]
        start = page.plain.index(value, found.start()) if value else found.start()
        ending = list(self._any.finditer(value))
        if not ending:
            return
        whole = value[:ending[-1].end()] if value[ending[-1].end():].startswith("(") else value
        if ending[-1].end() == len(whole) or len(whole) > 6:
            yield start, start + ending[-1].end(), Sure.SURE

    # -- in running words ----------------------------------------------------------------

    def _told(self, page: Page) -> Iterator[tuple[int, int, Sure]]:
        for ending in self._any.finditer(page.plain):
            if page.about(ending.start()) in (OURS, NUMBER):
                continue
            full = bool(self._full.fullmatch(ending.group()))
            start = self._start(page.plain, ending.start())
            name = page.plain[start:ending.end()]
            if name in self._never or len(name) - len(ending.group()) < 2 or len(name) < _SHORTEST:
                continue
            placed = any(found.start() == 0 for found in _PLACE.finditer(name)) or bool(_REGION.match(name))
            if full or placed:
                yield start, ending.end(), Sure.LIKELY if full else Sure.DOUBTED

    def _start(self, plain: str, end: int) -> int:
        """Where a name begins whose ending stands there: behind the last word that leads to one; from the
        name of a place on, signs that are such words and parts of names too count as parts."""
        begin = end
        while begin > 0 and end - begin < _LONGEST and re.match(_SIGN, plain[begin - 1]):
            begin -= 1
        text = plain[begin:end]
        text = text[text.rfind("(") + 1:] if text.count("(") > text.count(")") else text
        begin = end - len(text)
        strong = max((found.end() for found in self._strong.finditer(text)), default=0)
        for found in _PLACE.finditer(text):
            if found.start() < strong and found.start() > 0 and not self._strong.search(text, found.start()):
                continue
            if found.start() >= strong:
                return begin + found.start()
        weak = [found.end() for found in self._weak.finditer(text, strong) if len(text) - found.end() >= 2]
        return begin + max([strong, *weak[:1]])

    def _platforms(self, page: Page) -> Iterator[tuple[int, int, Sure]]:
        yield from ((*found.span(1), Sure.DOUBTED) for found in self._quoted.finditer(page.plain))
        yield from ((*found.span(), Sure.DOUBTED) for found in self._brand.finditer(page.plain)
                    if page.about(found.start()) not in (OURS, NUMBER))


def rank(sure: Sure) -> int:
    """The surer the higher."""
    return [Sure.DOUBTED, Sure.LIKELY, Sure.SURE].index(sure)


class Addresses:
    """Finds addresses: after a label whatever stands there, elsewhere a street or village with a number."""

    def __init__(self, rules: Rules) -> None:
        told = rules.addresses
        self._before = re.compile(any_of(told.before))
        self._free = re.compile(
            rf"[\u4e00-\u9fff0-9]{{2,30}}(?:{any_of(told.streets)})[\u4e00-\u9fffA-Za-z0-9-]{{0,16}}?"
            r"\d{1,5}(?:-\d{1,4})?\s*(?:号|室|栋|幢|楼|单元)(?:[\u4e00-\u9fffA-Za-z0-9-]{0,12}?(?:室|楼|栋|幢|层|单元\d{0,4}|号))?")
        self._area = re.compile(any_of(told.areas))

    def spots(self, page: Page) -> Iterator[Spot]:
        """Each once."""
        seen: set[str] = set()
        for start, end, sure, whose in (*self._labelled(page), *self._told(page)):
            value = page.plain[start:end].strip()
            if value not in seen and page.free(start, end) and not page.ours(start):
                seen.add(value)
                page.take(start, end)
                yield Spot(About.ADDRESS, value, start, end, sure, whose)

    def _labelled(self, page: Page) -> Iterator[tuple[int, int, Sure, Whose]]:
        for stretch in page.labelled("address"):
            found = re.compile(r"[^\s,;。【(][^\s,;。【(]{3,}").search(page.plain, stretch.begin, stretch.end)
            if found:
                yield *found.span(), Sure.SURE, stretch.meaning.whose

    def _told(self, page: Page) -> Iterator[tuple[int, int, Sure, Whose]]:
        for found in self._free.finditer(page.plain):
            text = found.group()
            cuts = [one.end() for one in self._before.finditer(text) if self._area.search(text, one.end())]
            cut = max(cuts, default=0)
            if self._area.search(text, cut):
                yield found.start() + cut, found.end(), Sure.LIKELY, Whose.OPEN
