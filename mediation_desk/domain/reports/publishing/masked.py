"""A text in which numbers are masked as the program masks them everywhere; names stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mediation_desk.domain.reports.publishing import numbers
from mediation_desk.domain.reports.publishing.folding import Text
from mediation_desk.domain.text import masks, phones
from mediation_desk.domain.text.codes import canonical

LEAST = 7  # digits of a number that is masked; fewer tell no person


def masked(text: str, secret: Iterable[str], open_: Iterable[str] = ()) -> str:
    """The text with every number in it masked that is ``secret``, or that looks like one and is not among
    the ``open_`` (credit codes, the order's and the case's own numbers); names in chat programs too."""
    kept = {canonical(one) for one in open_ if one}
    spans = sorted(set(_spans(text, secret)), key=lambda span: (span[0] - span[1], span[0]))
    taken: list[tuple[int, int]] = []
    for start, end in spans:
        if not any(one < end and start < other for one, other in taken) and not any(
                canonical(text[start:end]) in one for one in kept):
            taken.append((start, end))
    for start, end in sorted(taken, reverse=True):
        text = text[:start] + hidden(text[start:end]) + text[end:]
    return text


def _spans(text: str, secret: Iterable[str]) -> Iterator[tuple[int, int]]:
    searched = Text(text)
    for number in numbers.known(secret):
        yield from (span for span in number.found(searched) if span[1] - span[0] >= LEAST)
    yield from numbers.loose(text)
    yield from ((start, end) for start, end, _instead in numbers.contacts(text))


def hidden(number: str) -> str:
    """A number as lists mask it: a phone's as a phone's."""
    bare = re.sub(r"[^\w@.]", "", number)
    return masks.phone(bare) if phones.known(bare) else masks.number(bare)
