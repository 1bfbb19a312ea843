"""A text taken apart: its labels and what follows them, who speaks, and what is spoken for already."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from mediation_desk.domain.intake.spotting.folded import any_of, folded
from mediation_desk.domain.intake.spotting.rules import LabelMeaning, Rules
from mediation_desk.domain.intake.spotting.spots import Whose

LONG = frozenset({"content", "demand"})  # abouts whose text runs on over several lines
OURS, NUMBER = "ours", "number"
_OF_SOMEBODY = frozenset({"phone", "address", "document"})
_STAMP = (r"(?:(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/月]\d{1,2}日?|昨天|今天|前天"
          r"|星期.|周.)?[ \t]{0,8}"  # few: where any may stand, each is tried with all after it
          r"(?:上午|下午|晚上|中午|凌晨|早上)?[ \t]{0,8}\d{1,2}:\d{2}(?::\d{2})?")
_HEAD = re.compile(rf"^[ \t]*(?:(?P<one>[^\s\[\]:]{{1,12}}(?: [^\s\[\]:]{{1,8}})?)[ \t]+{_STAMP}"
                   rf"|{_STAMP}[ \t]+(?P<two>[^\s\[\]:]{{1,12}})"
                   rf"|\[{_STAMP}\][ \t]*(?P<three>[^\s:]{{1,12}}):?)[ \t]*(?=$|(?<=:))", re.MULTILINE)
_SIGN = r"[^\s,;。、:【】()\d]"
_LABEL = re.compile(  # ``【label】``, ``label:``, ``label`` and a tab or two blanks; ``电 话:``
    r"【\s{0,4}(?P<bracketed>[^】\n]{1,14}?)\s{0,4}\d{0,2}\s{0,4}】[ \t]*:?[ \t]*"
    rf"|(?:^|(?<=[\s,;。、】)(]))(?P<word>{_SIGN}[ \t]{{1,4}}{_SIGN}|{_SIGN}{{1,14}})\d{{0,2}}"
    r"[ \t]*(?::[ \t]*|(?:\t| {2,})[ \t]*)", re.MULTILINE)
_COLON = re.compile(r"^[ \t]*(?P<name>[^\s:,。()\[\]【】\d]{1,8}):", re.MULTILINE)


@dataclass(frozen=True)
class Stretch:
    """A label and what follows it: the label stands from ``start`` to ``begin``, its text to ``end``."""

    meaning: LabelMeaning
    start: int
    begin: int
    end: int


@dataclass(frozen=True)
class Turn:
    """What one speaker of a chat says: the head from ``start`` to ``begin``, the words to ``end``."""

    name: str
    name_at: int
    start: int
    begin: int
    end: int
    ours: bool


@dataclass
class Page:
    """A text while it is read. ``plain`` has the same length as ``text``."""

    text: str
    plain: str
    today: date
    stretches: list[Stretch]
    turns: list[Turn]
    taken: bytearray = field(default_factory=bytearray)  # 1 for every character that was taken

    def __post_init__(self) -> None:
        self.taken = bytearray(len(self.plain))

    def take(self, start: int, end: int) -> None:
        """From now on these characters mean what they were taken for."""
        self.taken[start:end] = b"\1" * (end - start)

    def release(self, start: int, end: int) -> None:
        """They may mean something else after all."""
        self.taken[start:end] = bytes(end - start)

    def free(self, start: int, end: int) -> bool:
        """Whether nothing was taken there."""
        return self.taken.find(1, start, end) < 0

    def at(self, place: int) -> Stretch | None:
        """The labelled stretch in which a place lies."""
        found = bisect_right(self.stretches, place, key=lambda one: one.start) - 1
        return self.stretches[found] if found >= 0 and place < self.stretches[found].end else None

    def about(self, place: int) -> str:
        """What the label around a place is about; empty where there is none."""
        found = self.at(place)
        return found.meaning.about if found else ""

    def labelled(self, *about: str) -> Iterator[Stretch]:
        """The stretches about something."""
        return (one for one in self.stretches if one.meaning.about in about)

    def ours(self, place: int) -> bool:
        """Whether the place is in the office's own words, about whom nothing is asked."""
        return self.about(place) == OURS or any(
            turn.ours and turn.start <= place < turn.end for turn in self.turns)

    def before(self, place: int, length: int) -> str:
        """The few characters before a place, of the same line."""
        return self.plain[max(0, place - length):place].rpartition("\n")[2]

    def sentence(self, place: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends."""
        begin = max((self.plain.rfind(sign, 0, place) for sign in "。;!?\n"), default=-1) + 1
        ends = [found for sign in "。;!?\n" if (found := self.plain.find(sign, place)) >= 0]
        return begin, min(ends, default=len(self.plain))

    def clause(self, place: int) -> tuple[int, int]:
        """The same for the clause between commas."""
        begin, end = self.sentence(place)
        begin = max(begin, self.plain.rfind(",", begin, place) + 1)
        comma = self.plain.find(",", place, end)
        return begin, comma if comma >= 0 else end


def _goes_on(plain: str, before: Stretch, label: re.Match[str], meaning: LabelMeaning) -> bool:
    """Whether a number labelled without saying whose stands in the office's own line."""
    return before.meaning.about == OURS and meaning.whose is Whose.OPEN and meaning.about in _OF_SOMEBODY \
        and "\n" not in plain[before.begin:label.start()]


class Pages:
    """Takes texts apart by an office's labels."""

    def __init__(self, rules: Rules) -> None:
        self._labels = {folded(word): meaning for word, meaning in rules.labels.items()}
        self._ours = re.compile(any_of(rules.names.ours))
        family = "".join(sorted(rules.names.surnames))
        self._staff = re.compile(rf"(?:{any_of(rules.names.compound)}|[{family}])[\u4e00-\u9fff]{{0,2}}"
                                 rf"(?:{any_of(rules.names.staff)})")

    def page(self, text: str, today: date) -> Page:
        """The text with its labels and speakers; stamps of a chat are taken."""
        plain = folded(text)
        page = Page(text, plain, today, self._stretches(plain), [])
        page.turns = list(self._turns(page))
        for turn in page.turns:
            page.take(turn.start, turn.begin)
        return page

    def _stretches(self, plain: str) -> list[Stretch]:
        found = [(one, meaning) for one in _LABEL.finditer(plain)
                 if (meaning := self._labels.get("".join((one["bracketed"] or one["word"]).split())))]
        ends = [*(one.start() for one, _meaning in found[1:]), len(plain)]
        made: list[Stretch] = []
        for at, (one, meaning) in enumerate(found):
            if made and _goes_on(plain, made[-1], one, meaning):
                meaning = made[-1].meaning
            made.append(self._stretch(plain, one, meaning, ends[at]))
        return made

    def _stretch(self, plain: str, label: re.Match[str], meaning: LabelMeaning, following: int) -> Stretch:
        """What follows a label: to the next, or to the line's end; a clerk's name is the office's own."""
        end = following
        if meaning.about not in LONG:
            line = plain.find("\n", label.end())
            end = min(end, line if line >= 0 else len(plain))
        if meaning.about == "name" and self._staff.match(plain, label.end(), end):
            meaning = LabelMeaning(OURS)
        return Stretch(meaning, label.start(), label.end(), max(end, label.end()))

    # -- chats ---------------------------------------------------------------------------

    def _turns(self, page: Page) -> Iterator[Turn]:
        """Who says what, where the text is a chat: heads with an hour, or names with a colon that return."""
        heads = [self._head(one) for one in _HEAD.finditer(page.plain)] or list(self._colons(page))
        for at, (name, name_at, start, begin) in enumerate(heads):
            end = heads[at + 1][2] if at + 1 < len(heads) else len(page.plain)
            yield Turn(name, name_at, start, begin, end, bool(self._ours.search(name)))

    @staticmethod
    def _head(found: re.Match[str]) -> tuple[str, int, int, int]:
        group = str(found.lastgroup)
        return found[group], found.start(group), found.start(), found.end()

    def _colons(self, page: Page) -> Iterator[tuple[str, int, int, int]]:
        found = [one for one in _COLON.finditer(page.plain) if one["name"] not in self._labels]
        names = Counter(one["name"] for one in found)
        for one in found:
            if names[one["name"]] > 1:
                yield one["name"], one.start("name"), one.start(), one.end()
