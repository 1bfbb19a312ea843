"""A public answer of an office: what of the case it still tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from mediation_desk.domain.reports.publishing.companies import Company
from mediation_desk.domain.reports.publishing.folding import squeezed
from mediation_desk.domain.reports.publishing.people import Way
from mediation_desk.domain.reports.publishing.published import Trace, traces
from mediation_desk.domain.reports.publishing.subjects import Find, Kind, Subject

PART = 2  # characters of a company's proper name that may be all of it that is told


def still_told(answer: str, subjects: Sequence[Subject], public: Iterable[str]) -> tuple[Trace, ...]:
    """What of the case an answer still tells, and what looks like a name; ``public``: the office's own
    name, address and telephone, and the bodies that it points to: these may stand there whole, and a word of
    theirs is no mark."""
    marked = [*subjects, *_parts_of_companies(subjects)]
    own = [found.span() for name in public if name for found in re.finditer(re.escape(name), answer)]
    return tuple(one for one in traces(answer, marked)
                 if not any(start <= one.start and one.end <= end for start, end in own)
                 and (one.sure or not any(one.found in name for name in public)))


def _parts_of_companies(subjects: Iterable[Subject]) -> Iterator[Subject]:
    """The beginning and the end of a company's proper name, which may be how people call it: a mark each, for
    either may be an ordinary word too."""
    for one in subjects:
        proper = squeezed(Company.read(one.text).proper).text if one.kind is Kind.COMPANY else ""
        if len(proper) >= 2 * PART:
            for part in dict.fromkeys((proper[:PART], proper[PART:], proper[:-PART], proper[-PART:])):
                yield Subject(one.kind, one.text, one.alias, _mark(part))


def _mark(part: str) -> Find:
    """Finds a part of a name, never as proof."""
    way = Way(re.compile(re.escape(part)), sure=False)
    return lambda text: ((*span, way.sure) for span in way.found(text))
