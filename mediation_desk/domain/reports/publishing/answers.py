"""A public answer of an office: what of the case it still tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mediation_desk.domain.reports.publishing.published import Trace, traces
from mediation_desk.domain.reports.publishing.subjects import Subject


def still_told(answer: str, subjects: Sequence[Subject], public: Iterable[str]) -> tuple[Trace, ...]:
    """What of the case an answer still tells, and what looks like a name; ``public``: the office's own
    name, address and telephone, and the bodies that it points to: these may stand there whole."""
    own = [found.span() for name in public if name for found in re.finditer(re.escape(name), answer)]
    return tuple(one for one in traces(answer, subjects)
                 if not any(start <= one.start and one.end <= end for start, end in own))
