"""Numbers in free text: those of the case in any writing, and whatever else looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from mediation_desk.domain.reports.publishing.amounts import AMOUNT
from mediation_desk.domain.reports.publishing.days import DAY, YEAR_OR_COUNT
from mediation_desk.domain.reports.publishing.folding import Text, counted
from mediation_desk.domain.text.codes import canonical

TAIL, PART, GRAM = 4, 6, 7  # digits: at the end of a number; of its inside; shared with a longer one
MANY = 7  # digits that are a number of something wherever they stand
_BETWEEN = r"[ \t\r\n\u00a0\u3000_.·/()*,、~\-\u2010-\u2015\u2212]{0,4}"
_RUNS = (re.compile(rf"\d(?:{_BETWEEN}\d){{{TAIL - 1},}}"), re.compile(rf"\d{{{TAIL},}}"))
_LONG = re.compile(rf"(?<![a-z0-9.])[a-z]{{0,3}}\d(?:[ \-\u2010-\u2015]?\d){{{MANY - 1},}}[a-z]?(?![a-z0-9])")
_MIXED = re.compile(r"(?<![a-z0-9.])[a-z0-9]{8,}")
DIGITS = 5  # in a word of letters and digits mixed that is a number of something
PLATE = re.compile(r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Ha-hJ-Nj-nP-Zp-z]"
                   r"[ ·•\-]?[A-HJ-NP-Za-hj-np-z0-9]{5,6}(?![A-Za-z0-9])")
MAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}\s?[@＠]\s?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}")
LINK = re.compile(r"(?:https?://|www\.)[^\s，。；、）)]+")
ACCOUNT = re.compile(r"(?P<what>微信号?|WeChat|wechat|VX|vx|wx|WX|薇信|QQ号?|qq|抖音号?|快手号?|"
                     r"小红书号?|支付宝账?号?|账号|帐号|昵称|网名|用户名|订单号?|单号|工号|车牌号?|编号)(?P<is>\s*(?:是|为|叫|名|[:：])?\s*)"
                     r"(?P<name>[“\"「‘']?[A-Za-z0-9][-_.A-Za-z0-9]{3,29}[”\"」’']?)")


@dataclass(frozen=True)
class Number:
    """One number of the case by its digits and letters, and its parts that are searched for."""

    text: str

    def found(self, text: Text) -> Iterator[tuple[int, int]]:
        """Where it stands, whole or in part, in any width, with blanks or hyphens between, in Chinese
        digits too. Amounts, days and counts are no parts of it."""
        yield from self._whole(text)
        figures = text.counted
        for run in chain.from_iterable(one.finditer(figures.text) for one in _RUNS):
            start, end = figures.span(*run.span())
            if self._is_part(re.sub(r"\D", "", run.group())) and not any(
                    one <= start and end <= other for one, other in protected(text.text)):
                yield start, end

    def _whole(self, text: Text) -> Iterator[tuple[int, int]]:
        signs = canonical(self.text).casefold()
        if len(signs) < TAIL + 1:
            return
        folded = text.spelled
        for found in re.finditer(_BETWEEN.join(map(re.escape, signs)), folded.text):
            yield folded.span(*found.span())

    def _is_part(self, run: str) -> bool:
        digits = re.sub(r"\D", "", self.text)
        if len(digits) <= TAIL:
            return False
        if digits.endswith(run) or (len(run) >= PART and run in digits):
            return True
        return any(digits[at:at + GRAM] in run for at in range(len(digits) - GRAM + 1))


def protected(text: str) -> Iterator[tuple[int, int]]:
    """Where a text has amounts, days and counts, whose figures are no numbers of anything."""
    for pattern in (AMOUNT, DAY, YEAR_OR_COUNT):
        yield from (found.span() for found in pattern.finditer(text))


def loose(text: str) -> Iterator[tuple[int, int]]:
    """Whatever else looks like a number: of seven digits and more, or of letters and digits mixed."""
    folded, safe = counted(text), [*protected(text)]
    mixed = (one for one in _MIXED.finditer(folded.text)
             if sum(sign.isdigit() for sign in one.group()) >= DIGITS)
    spans = {folded.span(*found.span()) for found in chain(_LONG.finditer(folded.text), mixed)}
    for start, end in sorted(spans):
        if not any(one < end and start < other for one, other in safe):
            yield start, end


def contacts(text: str) -> Iterator[tuple[int, int, str]]:
    """E-mail addresses, links, plates, and names in chat programs, each with what stands for it."""
    for pattern, instead in ((MAIL, "（邮箱略）"), (LINK, "（网址略）"), (PLATE, "（车牌略）")):
        yield from ((*found.span(), instead) for found in pattern.finditer(text))
    yield from ((*found.span("name"), "（略）") for found in ACCOUNT.finditer(text))


def known(texts: Iterable[str]) -> Iterator[Number]:
    """The numbers that a text of the case holds, each once; what is no number is left out."""
    seen: set[str] = set()
    for text in texts:
        for part in re.split(r"[/、,，;；]", text):
            signs = canonical(part)
            if signs not in seen and sum(sign.isdigit() for sign in signs) > TAIL:
                seen.add(signs)
                yield Number(part.strip())
